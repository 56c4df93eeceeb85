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

  mutating func field(_ name: StaticString, _ hash: EntryHash) {
    raw(",\"")
    raw(name)
    raw("\":\"")
    hash.appendHex(to: &bytes)
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
      raw("\"salt\":\"")
      salt.appendHex(to: &bytes)
      raw("\"")
      for (name, value) in fields(content) { field(name, value) }
    case .withheld(let hash):
      raw("\"withheld\":\"")
      hash.appendHex(to: &bytes)
      raw("\"")
    case .unpublished(let hash):
      raw("\"unpublished\":\"")
      hash.appendHex(to: &bytes)
      raw("\"")
    }
    raw("}")
  }

  /// The line's bytes.
  var finished: [UInt8] { bytes + [UInt8(ascii: "}")] }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let isPlain = text.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if isPlain {
      bytes.append(contentsOf: text)
      return
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        raw("\\u00")
        Hex.append(byte, to: &bytes)
      default: bytes.append(byte)
      }
    }
  }
}
