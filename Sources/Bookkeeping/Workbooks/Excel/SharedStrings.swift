/// `xl/sharedStrings.xml`: the texts of all cells, each once.
final class SharedStrings: XMLReceiver {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var reader = RichText()

  /// The text of a number; nil where there is none.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault) { reader.begin(name) }

  func end(_ name: XMLName) throws(InputFault) {
    reader.end(name)
    guard name == "si" else { return }
    bytes += reader.take()
    ends.append(bytes.count)
  }

  func text(_ text: UnsafeRawBufferPointer) throws(InputFault) { reader.text(text) }
}

/// The text of a string that may have runs of different looks. White space in it is kept, whatever `xml:space` says: whoever reads
/// the table leaves it out at the ends, and between runs it parts words.
struct RichText {
  private var bytes: [UInt8] = []
  private var isText = false
  private var phonetic = 0
  private var hasEscapes = false

  mutating func begin(_ name: XMLName) {
    switch name {
    case "t": isText = phonetic == 0
    // How Japanese is pronounced is no part of the text.
    case "rPh": phonetic += 1
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "t": isText = false
    case "rPh": phonetic -= 1
    default: break
    }
  }

  mutating func text(_ text: UnsafeRawBufferPointer) {
    guard isText else { return }
    if !hasEscapes, text.contains(UInt8(ascii: "_")) { hasEscapes = true }
    bytes.append(contentsOf: text)
  }

  /// The text, after which another begins.
  mutating func take() -> [UInt8] {
    defer {
      bytes.removeAll(keepingCapacity: true)
      hasEscapes = false
    }
    return hasEscapes ? ExcelEscapes.resolved(bytes) : bytes
  }
}

/// Characters that XML cannot hold stand in Excel's texts as `_x000D_` (ECMA-376-1, 22.9.2.19, ST_Xstring).
enum ExcelEscapes {
  /// The text with the characters that are meant.
  static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    var (units, at): ([UInt16], Int) = ([], 0)
    var text: [UInt8] = []
    func spelled() -> [UInt8] { Array(String(decoding: units, as: UTF16.self).utf8) }
    while at < bytes.count {
      if let unit = unit(bytes[at...]) {
        units.append(unit)
        at += 7
        continue
      }
      // Two in a row may be the halves of one character.
      if !units.isEmpty {
        text += spelled()
        units = []
      }
      text.append(bytes[at])
      at += 1
    }
    return text + spelled()
  }

  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    let piece = bytes.prefix(7)
    guard piece.count == 7, piece.starts(with: "_x".utf8), piece.last == UInt8(ascii: "_") else { return nil }
    var unit: UInt16 = 0
    for byte in piece.dropFirst(2).prefix(4) {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
