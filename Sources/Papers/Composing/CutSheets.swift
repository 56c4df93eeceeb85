package import Layout
import Templating

/// Receipts on sheets that are cut, several to a sheet, each page in a cell of its own; those of one receipt on one sheet, where they fit.
struct CutSheets: Printable {
  /// The receipts.
  let papers: [any Printable]
  /// Where the cells are.
  let grid: SheetGrid

  var isImposed: Bool { true }

  func name(_ wording: VoidWording) -> String {
    let (first, last) = (papers.first?.name(wording) ?? "", papers.last?.name(wording) ?? "")
    return papers.count > 1 ? "\(first) – \(last)" : first
  }

  func text(_ composer: PageComposer) -> String? {
    let texts = papers.compactMap { $0.text(composer) }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  func documents(_ composer: PageComposer) -> [[String: TemplateData]] { papers.flatMap { $0.documents(composer) } }

  func pages(_ composer: PageComposer) throws(Diagnostics) -> [Frame] {
    var pages: [[Frame]] = []
    for paper in papers { pages.append(try paper.pages(composer)) }
    let pieces = pages.flatMap { $0 }
    return Imposition(groups: pages.map(\.count), cells: grid.count).sheets.map { places in
      sheet(of: places.map { pieces[$0.piece] })
    }
  }

  private func sheet(of cells: [Frame]) -> Frame {
    var sheet = Frame(size: grid.sheet)
    for (index, cell) in cells.enumerated() { sheet.add(.frame(cell), at: grid.rect(of: index).origin) }
    // Marks only where there is something to cut off.
    if grid.count > 1 || grid.cell.width < grid.sheet.width - 1 || grid.cell.height < grid.sheet.height - 1 {
      let marks = CropMarks(around: Array(cells.indices), of: grid).lines
      if !marks.isEmpty { sheet.add(.boxes(marks, .black), at: .zero) }
    }
    return sheet
  }
}

extension Batch {
  /// The same papers on sheets that are cut; each piece becomes one paper of many sheets.
  package func cut(on grid: SheetGrid) -> Batch {
    Batch(kind: kind, title: title, count: parts.count) { (index) throws(Diagnostics) in
      [CutSheets(papers: try papers(ofPart: index), grid: grid)]
    }
  }
}
