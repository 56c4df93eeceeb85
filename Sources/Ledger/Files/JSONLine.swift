/// Writes the little of JSON that an entry needs: objects of texts, always in one way.
struct JSONLine {
  private var bytes: [UInt8] = Array("{".utf8)

  init() { bytes.reserveCapacity(2048) }

  mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func field(_ name: StaticString, _ value: String, isFirst: Bool = false) {
    raw(isFirst ? "\"" : ",\"")
    raw(name)
    raw("\":\"")
    add(value)
    raw("\"")
  }

  /// A group that may have been taken away: its salt and content, or the hash that the chain commits to.
  mutating func group<Content>(
    _ name: StaticString, _ group: Disclosure<Content>, _ fields: (Content) -> KeyValuePairs<StaticString, String>
  ) {
    raw(",\"")
    raw(name)
    raw("\":{")
    switch group {
    case .shown(let content, let salt):
      field("salt", salt.hex, isFirst: true)
      for (name, value) in fields(content) { field(name, value) }
    case .withheld(let hash): field("withheld", hash.description, isFirst: true)
    case .unpublished(let hash): field("unpublished", hash.description, isFirst: true)
    }
    raw("}")
  }

  /// The line.
  var finished: String { String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self) }

  private mutating func add(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        raw("\\u00")
        bytes.append(contentsOf: Hex.text([byte]).utf8)
      default: bytes.append(byte)
      }
    }
  }
}
