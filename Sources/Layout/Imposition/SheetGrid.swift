/// Cells of one size on a sheet, in columns and rows, so that every cut goes straight through.
public struct SheetGrid: Hashable, Sendable {
  /// The sheet as it lies, in points.
  public let sheet: Size
  /// A cell once it is cut, in points.
  public let cell: Size
  /// How many cells stand side by side.
  public let columns: Int
  /// How many cells stand one below the other.
  public let rows: Int
  /// How far colour at a cell's edge goes on beyond the cut, in points.
  public let bleed: Double

  /// How many cells a sheet has.
  public var count: Int { columns * rows }

  /// Fits as many cells as possible on a sheet, which may lie upright or across; nil where not even one fits, or where either has no
  /// end, as a roll has none.
  ///
  /// Without bleed neighbours share a cut; with it there are two bleeds between them. The cells stand in the middle.
  ///
  /// - Parameters:
  ///   - cell: the size of a cell once it is cut, in points.
  ///   - sheet: the size of the sheet in points; it is turned where more cells fit so.
  ///   - bleed: how far colour goes on beyond the cut, in points.
  ///   - margin: what must stay free beyond the outermost bleeds, in points, for crop marks.
  public init?(cell: Size, on sheet: Size, bleed: Double = 0, margin: Double = 0) {
    guard cell.width > 0, cell.height > 0, [cell, sheet].allSatisfy({ $0.width.isFinite && $0.height.isFinite }) else {
      return nil
    }
    func count(_ side: Double, in length: Double) -> Int {
      // A thousandth of a point more, so that the rounding of sums costs no cell.
      max(0, Int((length - 2 * margin + 0.001) / (side + 2 * bleed)))
    }
    func cells(_ sheet: Size) -> (Int, Int) {
      (count(cell.width, in: sheet.width), count(cell.height, in: sheet.height))
    }
    let (upright, across) = (cells(sheet), cells(Size(sheet.height, sheet.width)))
    let isTurned = across.0 * across.1 > upright.0 * upright.1
    (columns, rows) = isTurned ? across : upright
    guard columns > 0, rows > 0 else { return nil }
    self.sheet = isTurned ? Size(sheet.height, sheet.width) : sheet
    self.cell = cell
    self.bleed = bleed
  }

  /// Where a cell stands once it is cut.
  ///
  /// - Parameter index: which cell, from 0, row by row from the top left.
  /// - Returns: its rectangle on the sheet, in points.
  public func rect(of index: Int) -> Rect {
    let (pitchX, pitchY) = (cell.width + 2 * bleed, cell.height + 2 * bleed)
    let left = (sheet.width - Double(columns) * pitchX) / 2 + bleed
    let top = (sheet.height - Double(rows) * pitchY) / 2 + bleed
    return Rect(
      Point(left + Double(index % columns) * pitchX, top + Double(index / columns) * pitchY), cell)
  }

  /// The smallest rectangle around some cells once they are cut; nil for none.
  ///
  /// - Parameter indices: which cells, from 0.
  /// - Returns: a rectangle on the sheet, in points.
  public func rect(around indices: [Int]) -> Rect? {
    let rects = indices.map { rect(of: $0) }
    guard let first = rects.first else { return nil }
    return rects.dropFirst().reduce(first) { all, rect in
      let (left, top) = (min(all.minX, rect.minX), min(all.minY, rect.minY))
      return Rect(
        x: left, y: top, width: max(all.maxX, rect.maxX) - left, height: max(all.maxY, rect.maxY) - top)
    }
  }
}
