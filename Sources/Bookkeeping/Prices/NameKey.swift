import Foundation

/// How names are compared: in any case, any spacing, and whichever way their accents and apostrophes were typed.
package enum NameKey {
  /// The name in lower case and NFC, without any white space.
  static func key(of name: String) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x80...: return String(folded(name).filter { !$0.isWhitespace })
      case UInt8(ascii: " "), 0x09...0x0D: continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      default: letters.append(byte)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The name in lower case and NFC, its white space collapsed to single spaces.
  package static func text(of name: String) -> String {
    folded(name).collapsed
  }

  /// Upper case first: "ß" and "SS", "ς" and "Σ" are then the same. Phones type ’ where a keyboard types ', and what is
  /// pasted from a page may hold characters that nobody sees.
  private static func folded(_ name: String) -> String {
    let lower = name.uppercased().lowercased().precomposedStringWithCanonicalMapping
    var scalars = String.UnicodeScalarView()
    for scalar in lower.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}": scalars.append("'")
      case "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{00AD}": continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
