internal import Foundation

/// Reads the few bytes of one of Cairo's PDF files that an update needs.
struct PDFFile {
  /// Something is not as Cairo 1.16 writes it.
  struct Unexpected: Error { var missing: String }

  /// What the end of a file says.
  struct Tail {
    /// Where the cross-reference table begins.
    var table: Int
    /// One more than the highest object number.
    var size: Int
    var root: Int
    var info: Int
  }

  let handle: FileHandle

  init(_ handle: FileHandle) { self.handle = handle }

  func size() throws -> Int { Int(try handle.seekToEnd()) }

  func bytes(at offset: Int, count: Int) throws -> Data {
    try handle.seek(toOffset: UInt64(offset))
    return try handle.read(upToCount: count) ?? Data()
  }

  /// The text at an offset, a byte a character.
  func text(at offset: Int, count: Int) throws -> String {
    String(decoding: try bytes(at: offset, count: count), as: UTF8.self)
  }

  func tail() throws -> Tail {
    let length = 512
    let end = try size()
    let text = try text(at: max(0, end - length), count: length)
    return Tail(
      table: try Self.number(after: "startxref\n", in: text), size: try Self.number(after: "/Size ", in: text),
      root: try Self.number(after: "/Root ", in: text), info: try Self.number(after: "/Info ", in: text))
  }

  /// Where the table's entry of object 0 stands; the others follow, 20 bytes each.
  func firstEntry(ofTable table: Int) throws -> Int {
    let head = try text(at: table, count: 32)
    guard head.hasPrefix("xref\n0 "), let line = head.dropFirst(5).firstIndex(of: "\n") else {
      throw Unexpected(missing: "cross-reference table")
    }
    return table + head[...line].utf8.count
  }

  /// An object without a stream, from its number to "endobj".
  func object(_ number: Int, table: Int) throws -> String {
    let entry = try text(at: try firstEntry(ofTable: table) + 20 * number, count: 10)
    guard let offset = Int(entry) else { throw Unexpected(missing: "object \(number)") }
    // Most are short; a list of many pages is not.
    for count in [1024, 1 << 20] {
      let text = try text(at: offset, count: count)
      guard text.hasPrefix("\(number) 0 obj") else { break }
      if let end = text.range(of: "endobj\n") { return String(text[..<end.upperBound]) }
    }
    throw Unexpected(missing: "object \(number)")
  }

  static func number(after key: String, in text: String) throws -> Int {
    guard let range = text.range(of: key, options: .backwards),
      let number = Int(text[range.upperBound...].prefix { $0.isNumber })
    else { throw Unexpected(missing: key) }
    return number
  }
}
