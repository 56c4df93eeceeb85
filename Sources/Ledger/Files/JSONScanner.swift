/// Reads what ``JSONLine`` writes.
struct JSONScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ line: [UInt8]) { bytes = line }

  /// Says where reading stopped.
  var unreadable: EntryText.Unreadable { EntryText.Unreadable(offset: position) }
  var isAtEnd: Bool { position == bytes.count }

  /// Goes past a text, if it stands here.
  mutating func skips(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
    position += count
    return true
  }

  mutating func expect(_ text: StaticString) throws {
    guard skips(text) else { throw unreadable }
  }

  /// The value of the field that must come next.
  mutating func field(_ name: StaticString, isFirst: Bool = false) throws -> String {
    if position == 0 { try expect("{") }
    if !isFirst { try expect(",") }
    try expect("\"")
    try expect(name)
    try expect("\":\"")
    return try text()
  }

  /// A group, which is there or has been taken away.
  mutating func group<Content>(_ name: StaticString, _ content: (inout JSONScanner) throws -> Content) throws
    -> Disclosure<Content>
  {
    try expect(",\"")
    try expect(name)
    try expect("\":{\"")
    let group: Disclosure<Content>
    if skips("withheld\":\"") {
      group = .withheld(try hash())
    } else if skips("unpublished\":\"") {
      group = .unpublished(try hash())
    } else {
      try expect("salt\":\"")
      guard let salt = Salt(hex: bytes.dropFirst(position).prefix(32)) else { throw unreadable }
      position += 32
      try expect("\"")
      group = .shown(try content(&self), salt: salt)
    }
    try expect("}")
    return group
  }

  /// The hash in the field that must come next.
  mutating func hash(_ name: StaticString) throws -> EntryHash {
    try expect(",\"")
    try expect(name)
    try expect("\":\"")
    return try hash()
  }

  /// A hash and its closing quote.
  private mutating func hash() throws -> EntryHash {
    guard let hash = EntryHash(hex: bytes.dropFirst(position).prefix(64)) else { throw unreadable }
    position += 64
    try expect("\"")
    return hash
  }

  /// What a text stands for.
  func value<Value>(_ text: String, _ read: (String) -> Value?) throws -> Value {
    guard let value = read(text) else { throw unreadable }
    return value
  }

  /// A text up to its closing quote.
  private mutating func text() throws -> String {
    var plain: [UInt8]?
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        defer { position += 1 }
        let text = plain.map { String(validating: $0, as: UTF8.self) } ?? Self.text(bytes, start..<position)
        guard let text else { throw unreadable }
        return text
      }
      if byte == UInt8(ascii: "\\") {
        if plain == nil { plain = Array(bytes[start..<position]) }
        plain?.append(try escaped())
      } else {
        plain?.append(byte)
        position += 1
      }
    }
    throw unreadable
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    bytes.withUnsafeBufferPointer { String(validating: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  private mutating func escaped() throws -> UInt8 {
    position += 1
    if skips("\"") { return UInt8(ascii: "\"") }
    if skips("\\") { return UInt8(ascii: "\\") }
    try expect("u00")
    guard position + 2 <= bytes.count,
      let byte = Hex.byte(bytes[position], bytes[position + 1])
    else { throw unreadable }
    position += 2
    return byte
  }
}
