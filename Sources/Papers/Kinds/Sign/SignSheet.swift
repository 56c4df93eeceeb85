import Layout
import Templating

/// A sheet of signs.
struct SignSheet: Printable {
  /// Where the cells are.
  let grid: SheetGrid
  /// Which sign stands in which cell.
  let cells: [(cell: Int, sign: Sign)]
  /// Whether there are crop marks.
  let hasMarks: Bool
  /// From how far every item must be readable, in metres; nil for wherever it ends up.
  let readableFrom: Double?
  /// What it is called in the list of contents; nil where its stall began on an earlier sheet.
  var heading: String?

  /// The stalls whose signs are on it, each once.
  var stalls: [String] {
    cells.reduce(into: [String]()) {
      if $0.last != $1.sign.stall, !$0.contains($1.sign.stall) { $0.append($1.sign.stall) }
    }
  }

  var isImposed: Bool { true }

  func name(_ wording: VoidWording) -> String { stalls.joined(separator: ", ") }
  func outline(_ wording: VoidWording) -> String? { heading }

  var boxes: PageBoxes? {
    grid.rect(around: cells.map(\.cell)).map { PageBoxes(trim: $0, bleed: $0.grown(by: grid.bleed)) }
  }

  func documents(_ composer: PageComposer) -> [[String: TemplateData]] {
    cells.flatMap { cell in
      (cell.sign.hasBack ? [false, true] : [false]).map { cell.sign.values(isBack: $0, composer.formats) }
    }
  }

  func pages(_ composer: PageComposer) throws(Diagnostics) -> [Frame] {
    var sheet = Frame(size: grid.sheet)
    var voids: [SheetVoids.Piece] = []
    for (cell, sign) in cells {
      for (index, turn) in Self.turns(of: sign.look.size, in: grid.rect(of: cell)).enumerated() {
        let face = try composer.signs.face(of: sign, isBack: index > 0 && sign.hasBack, composer)
        if index == 0 { try check(face, sign) }
        let bled = face.frame.bleeding(by: grid.bleed, butAbove: sign.look.size.isTent)
        if turn.cosine == 1 {
          sheet.add(bled, at: turn.offset)
        } else {
          sheet.add(.group(GroupItem(content: SharedFrame(bled), transform: turn)), at: .zero)
        }
        voids.append(SheetVoids.Piece(void: face.void, turn: turn))
      }
    }
    composer.sheetVoids.apply(voids, to: &sheet)
    if hasMarks {
      var marks = CropMarks(around: cells.map(\.cell), of: grid).lines
      for (cell, sign) in cells where sign.look.size.isTent { marks += Self.foldMarks(in: grid.rect(of: cell)) }
      // White beside them, so that they are seen on dark ground, too.
      if !marks.isEmpty {
        sheet.add(.boxes(marks.map { $0.grown(by: 0.4) }, .white), at: .zero)
        sheet.add(.boxes(marks, .black), at: .zero)
      }
    }
    return [sheet]
  }

  private func check(_ face: SignFace, _ sign: Sign) throws(Diagnostics) {
    guard let readableFrom, let legibility = face.legibility.name, legibility.farthest < readableFrom else { return }
    throw sign.fault(
      .tooSmallToRead(
        item: sign.entry.item, size: sign.look.size.name, farthest: legibility.farthest,
        letters: legibility.millimetres))
  }

  /// Where the faces of a sign stand: one, or on a tent two about the fold, the upper one turned, so that both stand upright
  /// once it is folded.
  private static func turns(of size: PieceSize, in rect: Rect) -> [Transform] {
    guard size.isTent else { return [Transform(offset: rect.origin)] }
    let fold = rect.minY + size.face.height
    return [
      Transform(offset: Point(rect.minX, fold)),
      Transform(cosine: -1, sine: 0, offset: Point(rect.minX + size.face.width, fold)),
    ]
  }

  /// Short lines at both ends of the fold of a tent, which is in the middle of its cell.
  private static func foldMarks(in cell: Rect) -> [Rect] {
    let dash = Length.millimetre
    let y = (cell.minY + cell.maxY - CropMarks.thickness) / 2
    return [cell.minX, cell.minX + 2 * dash, cell.maxX - 3 * dash, cell.maxX - dash].map { x in
      Rect(x: x, y: y, width: dash, height: CropMarks.thickness)
    }
  }
}
