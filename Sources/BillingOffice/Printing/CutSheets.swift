import Layout
import Templating

/// Receipts on sheets that are cut, several to a sheet, each page in a cell of its own.
struct CutSheets: Printable {
  /// The receipts.
  let papers: [any Printable]
  /// Where the cells are.
  let grid: SheetGrid

  func name(_ wording: VoidWording) -> String {
    let (first, last) = (papers.first?.name(wording) ?? "", papers.last?.name(wording) ?? "")
    return papers.count > 1 ? "\(first) – \(last)" : first
  }

  func text(_ press: Press) -> String? {
    let texts = papers.compactMap { $0.text(press) }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  func pages(_ press: Press) throws(Diagnostics) -> [Frame] {
    var cells: [Frame] = []
    for paper in papers { cells += try paper.pages(press) }
    return stride(from: 0, to: cells.count, by: grid.count).map { start in
      let used = cells[start..<min(cells.count, start + grid.count)]
      var sheet = Frame(size: grid.sheet)
      for (index, cell) in used.enumerated() {
        sheet.add(.frame(cell), at: grid.rect(of: index).origin)
      }
      // Marks only where there is something to cut off.
      if grid.count > 1 || grid.cell.width < grid.sheet.width - 1 || grid.cell.height < grid.sheet.height - 1 {
        let marks = CropMarks(around: Array(0..<used.count), of: grid).lines
        if !marks.isEmpty { sheet.add(.boxes(marks, .black), at: .zero) }
      }
      return sheet
    }
  }
}

extension Batch {
  /// The same papers on sheets that are cut; each piece becomes one paper of many sheets.
  func cut(on grid: SheetGrid) -> Batch {
    Batch(kind: kind, title: title, count: parts.count) { (index) throws(Diagnostics) in
      [CutSheets(papers: try papers(ofPart: index), grid: grid)]
    }
  }
}

/// A sheet on which receipts are printed several at a time.
struct CutSheet {
  /// The sheet, in points.
  let size: Size
  /// Whether it is an American one.
  let isAmerican: Bool

  /// Reads a sheet.
  ///
  /// - Throws: a ``Diagnostic`` when it is none.
  init(_ text: String) throws(Diagnostics) {
    guard let size = SignSize.sheet(text) else {
      throw Diagnostics(
        .error, .usage, message: "there is no sheet \"\(text)\"",
        hint: .didYouMean(NearestNames.of(text, among: Paper.all.map(\.name), cutoff: 0.4))
          ?? "a sheet is a paper such as A4 or Letter, or such as 320x450mm")
    }
    self.size = size
    isAmerican = Office.isAmerican(text)
  }

  /// What a receipt is printed on, unless somebody says: a quarter of a Letter, or A6.
  private var usual: String { isAmerican ? "Letter-quarter" : "A6" }

  /// The paper of each receipt, and where it stands on the sheet.
  ///
  /// - Parameter named: the paper that was asked for; nil for the usual.
  /// - Returns: the paper, and where the cells are.
  /// - Throws: a ``Diagnostic`` when there is no such paper, or it does not fit on the sheet.
  func cells(of named: String?) throws(Diagnostics) -> (paper: Paper, grid: SheetGrid) {
    let name = named ?? usual
    guard let cell = SignSize.named(name, isAmerican: isAmerican), !cell.isTent else {
      throw Diagnostics(
        .error, .usage, message: "a receipt cannot be cut from a sheet at the size \"\(name)\"",
        hint: "name a sheet's size, such as --paper \(usual), or leave out --sheet")
    }
    if let grid = SheetGrid(cell: cell.face, on: size) { return (cell.paper, grid) }
    throw Diagnostics(
      .error, .usage, message: "\(cell.name) does not fit on the sheet", hint: "name a smaller paper, or a larger sheet"
    )
  }
}
