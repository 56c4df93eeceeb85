/// Where to cut: fine lines at the corners of the cells that are used, off the cells themselves.
///
/// Where cells reach to the edge of the sheet there is no room beside them, and the lines lie on the cut itself, a little way in
/// from the edge, since printers leave the edge blank.
public struct CropMarks: Hashable, Sendable {
  /// How thick a line is, in points.
  public static let thickness = 0.24
  /// How long a line is, in points: 5 mm.
  public static let length = 5 * Length.millimetre
  /// The shortest line worth printing, in points: 2 mm.
  static let shortest = 2 * Length.millimetre
  /// How far lines keep from a cell without bleed, in points: 2 mm.
  static let distance = 2 * Length.millimetre
  /// What printers leave blank along the edges, in points: 5 mm.
  static let unprinted = 5 * Length.millimetre

  /// The lines on a sheet, in points; no two are the same.
  public private(set) var lines: [Rect] = []
  private var known: Set<Rect> = []
  private let sheet: Size
  private let boxes: [Rect]
  private let bleed: Double

  /// Draws the lines for the cells that are used.
  ///
  /// - Parameters:
  ///   - cells: which, from 0.
  ///   - grid: where they stand.
  public init(around cells: [Int], of grid: SheetGrid) {
    sheet = grid.sheet
    bleed = grid.bleed
    boxes = cells.map { grid.rect(of: $0).grown(by: grid.bleed) }
    for cell in cells.map({ grid.rect(of: $0) }) {
      for isAcross in [true, false] {
        for isFar in [true, false] { mark(cell, isAcross: isAcross, edgeIsFar: isFar) }
      }
    }
  }

  /// Marks both ends of one edge of a cell.
  ///
  /// - Parameters:
  ///   - cell: the cell once it is cut.
  ///   - isAcross: whether the edge lies across, so that its line runs in x.
  ///   - edgeIsFar: whether it is the bottom or right edge.
  private mutating func mark(_ cell: Rect, isAcross: Bool, edgeIsFar: Bool) {
    let position = isAcross ? (edgeIsFar ? cell.maxY : cell.minY) : (edgeIsFar ? cell.maxX : cell.minX)
    let side = isAcross ? sheet.height : sheet.width
    // Where the sheet itself ends there is nothing to cut.
    guard position > Self.shortest / 2, position < side - Self.shortest / 2 else { return }
    let (start, end) = isAcross ? (cell.minX, cell.maxX) : (cell.minY, cell.maxY)
    let limit = isAcross ? sheet.width : sheet.height
    let offset = bleed > 0 ? bleed : Self.distance
    add(from: max(0, start - offset - Self.length), to: start - offset, at: position, isAcross) {
      $0.add(from: Self.unprinted, to: Self.unprinted + Self.length, at: position, isAcross, isOnCut: true)
    }
    add(from: end + offset, to: min(limit, end + offset + Self.length), at: position, isAcross) {
      $0.add(
        from: limit - Self.unprinted - Self.length, to: limit - Self.unprinted, at: position, isAcross, isOnCut: true)
    }
  }

  /// Adds a line, unless it would lie on a cell; `otherwise` where the sheet has no room for it.
  private mutating func add(
    from start: Double, to end: Double, at position: Double, _ isAcross: Bool, isOnCut: Bool = false,
    otherwise: (inout CropMarks) -> Void = { _ in }
  ) {
    guard end - start >= Self.shortest else {
      if bleed == 0 { otherwise(&self) }
      return
    }
    let half = Self.thickness / 2
    let line =
      isAcross
      ? Rect(x: start, y: position - half, width: end - start, height: Self.thickness)
      : Rect(x: position - half, y: start, width: Self.thickness, height: end - start)
    if !isOnCut, boxes.contains(where: { $0.intersection(line) != nil }) { return }
    if known.insert(line).inserted { lines.append(line) }
  }
}
