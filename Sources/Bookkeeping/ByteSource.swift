/// The bytes of a file, asked for piece by piece, so that a file may be larger than memory. This room opens no files; whoever
/// does hands one of these in.
public struct ByteSource: Sendable {
  /// How many bytes there are.
  public let count: Int
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

  /// All of it as text; nil where it is longer, or no text.
  ///
  /// - Parameters:
  ///   - most: how many bytes it may have.
  ///   - hints: what is known of the office.
  /// - Returns: the text.
  package func shortText(atMost most: Int, _ hints: ReadingHints) -> String? {
    guard count <= most, let text = try? TextSource(self, hints),
      let bytes = try? text.source.bytes(text.start..<text.source.count)
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Some of the bytes.
  func bytes(_ range: Range<Int>) throws(InputFault) -> [UInt8] {
    guard let bytes = read(range), bytes.count == range.count else { throw InputFault(.changedMeanwhile) }
    return bytes
  }
}
