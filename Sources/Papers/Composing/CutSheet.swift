package import Layout

/// A sheet on which receipts are printed several at a time.
package struct CutSheet: Sendable {
  /// The sheet, in points.
  package let size: Size
  private let isAmerican: Bool

  /// Reads a sheet: a paper, or such as `320x450mm`.
  ///
  /// - Throws: ``Diagnostics`` when it is none.
  package init(_ text: String) throws(Diagnostics) {
    guard let size = PieceSize.sheet(text) else { throw Diagnostics(SheetFact.unknownSheet(text)) }
    self.size = size
    isAmerican = Paper.isAmerican(text)
  }

  /// The paper of each receipt, and where it stands on the sheet.
  ///
  /// - Parameter named: the paper that was asked for; nil for the usual.
  /// - Returns: the paper, and the grid in which the pieces lie.
  /// - Throws: ``Diagnostics`` when there is no such paper, or it does not fit on the sheet.
  package func cells(of named: String?) throws(Diagnostics) -> (paper: Paper, grid: SheetGrid) {
    let usual = PieceSize.usual(isAmerican: isAmerican)
    let name = named ?? usual
    guard let cell = PieceSize.named(name, isAmerican: isAmerican), !cell.isTent else {
      throw Diagnostics(SheetFact.cannotCut(at: name, usual: usual))
    }
    if let grid = SheetGrid(cell: cell.face, on: size) { return (cell.paper, grid) }
    throw Diagnostics(SheetFact.doesNotFit(piece: cell.name))
  }
}
