internal import Foundation

/// A text as an eye reads it: compatibility forms, look-alikes, marks and invisible characters taken off.
///
/// What remains is ASCII, and letters of scripts that have no Latin look-alike. Case is kept, because wallet addresses
/// need it. Follows Unicode normalisation form KD (UAX #15) and the confusables of UTS #39.
struct VisibleText: Sendable {
  /// The text in UTF-8; every byte above 0x7F belongs to a letter.
  private(set) var bytes: [UInt8] = []
  /// The places in `bytes` of letters that carried a mark.
  private(set) var accents: Set<Int> = []
  /// Whether a direction override makes the text show backwards.
  private(set) var hasOverride = false

  /// Reads a text.
  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.allSatisfy(\.isPlain) { return }
    bytes.removeAll(keepingCapacity: true)
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars { add(scalar) }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if byte.isPlain { bytes.append(byte) }
      return
    }
    if scalar == "\u{202E}" || scalar == "\u{202D}" { hasOverride = true }
    if let ascii = Confusables.ascii(for: scalar) {
      bytes.append(ascii)
      return
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || scalar == "\u{0640}" { return }
    if properties.numericType == .decimal, let value = properties.numericValue {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
      return
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: accents.insert(bytes.count - 1)
    case .dashPunctuation: bytes.append(UInt8(ascii: "-"))
    case .lineSeparator, .paragraphSeparator: bytes.append(UInt8(ascii: "\n"))
    case .format, .control, .surrogate, .privateUse, .unassigned: break
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark:
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    default: bytes.append(UInt8(ascii: " "))
    }
  }
}

extension UInt8 {
  /// Whether this is ASCII that shows, or space.
  fileprivate var isPlain: Bool { self &- 0x20 < 0x5F || isSpace }
}
