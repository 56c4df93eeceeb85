/// A sign between the digits of a number: it parts thousands, or the whole units from the rest.
struct NumberMark {
  enum Sign: Hashable {
    case point, comma, space, apostrophe, arabicDecimal, arabicThousands

    /// The sign that a character is; spaces of every width that people paste are one.
    init?(_ scalar: Unicode.Scalar) {
      switch scalar {
      case ".", "\u{FF0E}": self = .point
      case ",", "\u{FF0C}": self = .comma
      case " ", "\u{00A0}", "\u{2009}", "\u{202F}": self = .space
      case "'", "\u{2019}": self = .apostrophe
      case "\u{066B}": self = .arabicDecimal
      case "\u{066C}": self = .arabicThousands
      default: return nil
      }
    }

    var canBeDecimal: Bool { self == .point || self == .comma || self == .arabicDecimal }

    /// The decimal sign it shows if it is one; the Arabic signs have one meaning each and show nothing about the others.
    var decimal: DecimalSign? {
      switch self {
      case .point: .point
      case .comma: .comma
      default: nil
      }
    }
  }

  var sign: Sign
  /// How many digits stand before it.
  var position: Int

  /// Whether marks part digits into thousands: 1,234,567, or 12,34,567 as in India; no marks are fine too.
  static func groupThousands(_ marks: ArraySlice<NumberMark>, digits: ArraySlice<UInt8>) -> Bool {
    guard let first = marks.first, let last = marks.last else { return true }
    guard marks.allSatisfy({ $0.sign == first.sign && $0.sign != .arabicDecimal }), digits.first != 0 else {
      return false
    }
    guard digits.count - last.position == 3, (1...3).contains(first.position) else { return false }
    let middle = zip(marks.dropFirst(), marks).map { $0.position - $1.position }
    return middle.allSatisfy { $0 == 3 }
      || (first.sign == .comma && first.position <= 2 && middle.allSatisfy { $0 == 2 })
  }
}
