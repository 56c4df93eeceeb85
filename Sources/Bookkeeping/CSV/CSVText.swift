/// Writes tables as CSV (RFC 4180).
public enum CSVText {
  /// A row with its line ending.
  public static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell, between quotes where it holds what parts cells or rows.
  public static func cell(_ text: String) -> String {
    let isPlain = !text.utf8.contains { ",\"\n\r".utf8.contains($0) } && text == text.trimmed
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
