/// The modules of a QR code, for whoever shows one in a way of their own.
public enum CodeModules {
  /// The modules of a text's code, row by row, a dark one as true; without the quiet zone, which is four modules wide (ISO/IEC 18004).
  ///
  /// - Parameter text: what the code says.
  /// - Returns: the rows; none where the text is too long for a code.
  public static func rows(of text: String) -> [[Bool]] {
    guard let symbol = QRSymbol(text) else { return [] }
    var rows = Array(repeating: Array(repeating: false, count: symbol.modules), count: symbol.modules)
    for run in symbol.darkRuns {
      for column in Int(run.minX)..<Int(run.maxX) { rows[Int(run.minY)][column] = true }
    }
    return rows
  }
}
