import Foundation
import Ledger

/// The addresses under which the package ledger shows papers and items. They stand on printed paper, so they never change.
package enum LedgerAddress {
  /// The address of a paper: `<base>/R/<NUMBER>`; that of the ledger where a draft has no number.
  package static func paper(_ number: String?, base: String) -> String { number.map { "\(base)/R/\($0)" } ?? base }

  /// The address that a code says: the same address in capitals where that changes nothing but the code, which gets smaller.
  ///
  /// Scheme and host are the same in capitals (RFC 3986, 6.2.2.1), paths are not; a code of capitals, figures and `-./:` alone
  /// needs 5.5 bits a character instead of 8 (ISO/IEC 18004, alphanumeric mode).
  package static func coded(_ address: String) -> String {
    var bytes = Array(address.utf8)
    guard let scheme = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) else { return address }
    let path = bytes[(scheme + 3)...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
    for index in 0..<path where (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) { bytes[index] -= 0x20 }
    return bytes.allSatisfy(isAlphanumeric) ? String(decoding: bytes, as: UTF8.self) : address
  }

  /// Whether a code's alphanumeric mode has it (ISO/IEC 18004, table 5): a capital, a figure, or one of ` $%*+-./:`.
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x20, 0x24...0x25, 0x2A...0x2B, 0x2D...0x2F: true
    default: false
    }
  }

  /// The address of an item: `<base>/I/<ITEM>`; see `ItemAddress`.
  package static func item(_ name: String, base: String) -> String { "\(base)/I/\(ItemAddress.path(of: name))" }

  /// An address as it is written for people: without its scheme.
  package static func spoken(_ address: String) -> String {
    for scheme in schemes where address.hasPrefix(scheme) {
      return withoutSlashes(String(address.dropFirst(scheme.count)))
    }
    return address
  }

  /// What web addresses begin with.
  static let schemes = ["https://", "http://"]

  /// An address without slashes at its end.
  package static func withoutSlashes(_ address: String) -> String {
    var plain = address
    while plain.hasSuffix("/") { plain.removeLast() }
    return plain
  }
}
