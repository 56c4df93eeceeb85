/// The bytes of a file, asked for piece by piece, so that a file may be larger than memory. This room opens no files; whoever
/// does hands one of these in.
public struct ByteSource: Sendable {
  /// How many bytes there are.
  public let count: Int
  /// The sheet of a workbook whose text these bytes are; nil for a file's own.
  private(set) var sheet: ReadSheet?
  private let read: @Sendable (Range<Int>) -> [UInt8]?

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - count: how many bytes there are.
  ///   - read: reads some of them; nil where they cannot be read, or are no longer those that they were.
  public init(count: Int, read: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
    self.count = count
    self.read = read
  }

  /// Bytes that are in memory already.
  public init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { Array(bytes[$0]) }
  }

  /// The text of a sheet.
  init(_ sheet: WorkbookSheet) {
    self.init(sheet.text)
    self.sheet = ReadSheet(name: sheet.name, notes: sheet.notes)
  }

  /// Some of the bytes.
  func bytes(_ range: Range<Int>) throws(InputFault) -> [UInt8] {
    guard let bytes = read(range), bytes.count == range.count else { throw InputFault(.changedMeanwhile) }
    return bytes
  }
}
