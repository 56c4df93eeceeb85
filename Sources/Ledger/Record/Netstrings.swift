internal import Crypto

/// A text over which a hash is taken: netstrings (D. J. Bernstein, 1997; `5:hello,`) behind a name that says what they are, so
/// that no two different lists of texts are ever the same bytes. See SPECIFICATION.md.
package struct Netstrings {
  private(set) var bytes: [UInt8]

  /// Begins a list of texts.
  ///
  /// - Parameter domain: what the texts are, so that the same texts elsewhere have another hash.
  package init(_ domain: String) {
    bytes = Array(domain.utf8) + [10]
    bytes.reserveCapacity(1024)
  }

  /// Adds a text.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      bytes.append(contentsOf: String(utf8.count).utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: utf8)
      bytes.append(UInt8(ascii: ","))
    }
  }

  mutating func add(_ hash: EntryHash) {
    bytes.append(contentsOf: "64:".utf8)
    hash.appendHex(to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }

  mutating func add(_ salt: Salt) {
    bytes.append(contentsOf: "32:".utf8)
    salt.appendHex(to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }

  /// The SHA-256 hash.
  package var hash: EntryHash {
    guard let hash = EntryHash(bytes: SHA256.hash(data: bytes)) else { preconditionFailure("SHA-256 has 32 bytes") }
    return hash
  }
}
