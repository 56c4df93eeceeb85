import Characters
import Foundation

/// How names are compared: in any case, any spacing, and whichever way their accents and apostrophes were typed.
package enum NameKey {
  /// The name in lower case and NFC, without any white space. "ß" is not "ss" here: a book may have both "Maße" and "Masse".
  package static func key(of name: String) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x7F...:
        let parts = name.split(omittingEmptySubsequences: false, whereSeparator: { "ßẞ".contains($0) })
          .map { folded(String($0)) }.joined(separator: "ß")
        return String(String.UnicodeScalarView(parts.unicodeScalars.filter { !$0.properties.isWhitespace }))
      case 0...UInt8(ascii: " "): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      default: letters.append(byte)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// A number that is the same for names that are compared as the same, and another one in each run of the program.
  static func hash(of name: String) -> Int {
    var hasher = Hasher()
    let isDone = name.utf8.withContiguousStorageIfAvailable { bytes in
      // What `key(of:)` makes of ASCII, without building it.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { letters in
        var count = 0
        for byte in bytes {
          if byte >= 0x7F { return false }
          if byte <= UInt8(ascii: " ") { continue }
          letters[count] = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
          count += 1
        }
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(letters)[..<count]))
        return true
      }
    }
    if isDone != true {
      var key = key(of: name)
      key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
    return hasher.finalize()
  }

  /// The name in lower case and NFC, its white space collapsed to single spaces.
  package static func text(of name: String) -> String {
    folded(name).collapsed
  }

  /// The name as somebody means it who types it quickly: without accents, letters and figures of full width made ordinary ones.
  package static func plain(of name: String) -> String {
    if name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return name.lowercased() }
    var scalars = String.UnicodeScalarView()
    for scalar in folded(name).decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      // Accents, and the points and vowels of Hebrew and Arabic; the marks of other scripts are letters.
      case 0x0300...0x036F, 0x0591...0x05C7, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED: continue
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFF01 + 0x21) ?? scalar)
      // Katakana of half width, and the letters that many keyboards do not have.
      case 0xFF61...0xFF9F:
        scalars.append(contentsOf: String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars)
      case 0x153: scalars.append(contentsOf: "oe".unicodeScalars)
      case 0xE6: scalars.append(contentsOf: "ae".unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    return String(scalars).precomposedStringWithCanonicalMapping.lowercased()
  }

  /// By way of upper case: "ß", "ẞ" and "SS", "ς" and "Σ" are then the same. Phones type ’ where a keyboard types ', and what is
  /// pasted from a page, a chat or a spreadsheet may hold characters that nobody sees.
  private static func folded(_ name: String) -> String {
    let lower = name.lowercased().uppercased().lowercased().precomposedStringWithCanonicalMapping
    var scalars = String.UnicodeScalarView()
    for scalar in lower.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}": scalars.append("'")
      case _ where scalar.isUnseen || scalar.isControl: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
