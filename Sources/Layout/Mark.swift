/// A place in a template's file, so that a fault found while placing can name it.
public struct Mark: Hashable, Sendable {
  /// The file's path, as it is told to people.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in characters.
  public var column: Int

  /// Names a place.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
