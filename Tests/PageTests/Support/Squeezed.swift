import Foundation

/// Text as it can be compared whatever was done to its lines: no white space, no marks of direction, figures as 0 to 9.
struct Squeezed: Sendable, CustomStringConvertible {
  let description: String

  init(_ text: String) {
    var plain = ""
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.value {
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0x00AD, 0xFEFF: continue
      case 0x0660...0x0669: plain.unicodeScalars.append(Self.figure(scalar.value - 0x0660))
      case 0x06F0...0x06F9: plain.unicodeScalars.append(Self.figure(scalar.value - 0x06F0))
      case _ where scalar.properties.isWhitespace: continue
      default: plain.unicodeScalars.append(scalar)
      }
    }
    // The two letters of an Arabic ligature are told in either order.
    for (pair, one) in [("لأ", "ﻷ"), ("أل", "ﻷ"), ("لا", "ﻻ"), ("ال", "ﻻ")] { plain = plain.replacing(pair, with: one) }
    description = plain
  }

  /// The figures 0 to 9 alone.
  var figures: String { description.filter { $0.isASCII && $0.isNumber } }

  func contains(_ other: String) -> Bool { description.contains(Squeezed(other).description) }

  private static func figure(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(0x30 + value)) }
}

/// Reads a text from its beginning to its end, so that what is looked for must come in its order.
final class Reader {
  private let text: String
  private var place: String.Index

  init(_ text: String) {
    self.text = Squeezed(text).description
    place = self.text.startIndex
  }

  /// A reader that has read as far as another.
  init(_ other: Reader) { (text, place) = (other.text, other.place) }

  /// Reads on behind a text that comes next somewhere; false, and no step is taken, when it does not come.
  ///
  /// A text that is read right to left, or over the end of a page, comes in pieces: then each of its words must come soon, in
  /// any order.
  func pass(_ wanted: String) -> Bool {
    let whole = Squeezed(wanted).description
    if let found = text[place...].range(of: whole) {
      place = found.upperBound
      return true
    }
    let window = text[place...].prefix(whole.count + 1600)
    var end = place
    for word in wanted.split(whereSeparator: {
      !$0.isLetter && !$0.isNumber && !$0.unicodeScalars.contains(where: \.isMark)
    }) {
      guard let found = window.range(of: Squeezed(String(word)).description) else { return false }
      end = max(end, found.upperBound)
    }
    place = end
    return true
  }

  /// The figures that come next, as many as are wanted.
  func figures(_ count: Int) -> String {
    String(text[place...].lazy.filter { $0.isASCII && $0.isNumber }.prefix(count))
  }

  /// What comes next, for a failure's message.
  var ahead: String { String(text[place...].prefix(120)) }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }
}

extension Reader {
  /// Whether all letters and figures of a text come somewhere, however the reading from right to left has ordered them.
  func passLetters(of wanted: String) -> Bool {
    wanted.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).allSatisfy { word in
      let reader = Reader(self)
      return reader.pass(String(word).uppercased()) || reader.pass(String(word))
    }
  }
}
