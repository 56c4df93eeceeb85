/// A number as people write it in a spreadsheet.
enum WrittenNumber: Hashable, Sendable {
  /// It can be read in one way only; with the decimal sign that it shows, if it shows one.
  case exact(ExactDecimal, shows: DecimalSign?)
  /// It can be read in two ways; with the sign that is either the decimal sign or parts thousands.
  case either(decimal: ExactDecimal, grouped: ExactDecimal, sign: DecimalSign)
  /// It is not a plain number.
  case fault(NumberFault)

  /// Reads a cell that is trimmed and not blank.
  init(_ text: String) {
    if let plain = Self.plain(text) {
      self = plain
      return
    }
    let text = Self.withoutDash(text)
    var digits: [UInt8] = []
    var marks: [NumberMark] = []
    for scalar in text.unicodeScalars {
      if let digit = Self.digit(scalar) {
        digits.append(digit)
      } else if let sign = NumberMark.Sign(scalar) {
        marks.append(NumberMark(sign: sign, position: digits.count))
      } else {
        self = .fault(NumberFault(ofUnreadable: text))
        return
      }
    }
    self = Self.read(digits, marks)
    if self == .fault(.notANumber), WrittenDate.isDate(text) { self = .fault(.date) }
  }

  /// A number without the dash that says there is nothing behind the decimal sign: 5.-, 5,–, 12/-.
  private static func withoutDash(_ text: String) -> String {
    guard let last = text.last, "-–—".contains(last) else { return text }
    var rest = Substring(text)
    while let last = rest.last, "-–—".contains(last), text.count - rest.count < 2 { rest.removeLast() }
    guard let sign = rest.popLast(), ".,/".contains(sign), rest.last?.isNumber == true else { return text }
    return String(rest)
  }

  private static func read(_ digits: [UInt8], _ marks: [NumberMark]) -> WrittenNumber {
    guard !digits.isEmpty else { return .fault(.notANumber) }
    guard let last = marks.last else { return number(digits, scale: 0, shows: nil) }
    let scale = digits.count - last.position
    let earlier = marks.dropLast()
    if earlier.isEmpty, let sign = last.sign.decimal, scale == 3, (1...3).contains(last.position), digits[0] != 0 {
      guard case .exact(let decimal, _) = number(digits, scale: 3, shows: nil),
        case .exact(let grouped, _) = number(digits, scale: 0, shows: nil)
      else { return .fault(.tooLarge) }
      return .either(decimal: decimal, grouped: grouped, sign: sign)
    }
    let endsInDecimals = last.sign.canBeDecimal && !earlier.contains { $0.sign == last.sign }
    if endsInDecimals {
      guard scale > 0, NumberMark.groupThousands(earlier, digits: digits.prefix(last.position)) else {
        return .fault(.notANumber)
      }
      return number(digits, scale: scale, shows: last.sign.decimal)
    }
    guard NumberMark.groupThousands(marks[...], digits: digits[...]) else { return .fault(.notANumber) }
    // What parts thousands is not the decimal sign: 1,234,567 shows a decimal point.
    let shown: DecimalSign? = last.sign.decimal.map { $0 == .comma ? .point : .comma }
    return number(digits, scale: 0, shows: shown)
  }

  private static func number(_ digits: [UInt8], scale: Int, shows sign: DecimalSign?) -> WrittenNumber {
    var mantissa: Int64 = 0
    for digit in digits {
      let (tens, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, carried) = tens.addingReportingOverflow(Int64(digit))
      guard !overflow, !carried else { return .fault(scale > ExactDecimal.maximumScale ? .tooManyDecimals : .tooLarge) }
      mantissa = sum
    }
    guard let value = ExactDecimal(mantissa: mantissa, scale: scale) else { return .fault(.tooManyDecimals) }
    return .exact(value, shows: sign)
  }

  /// Most cells are a few plain digits, with a decimal sign or without; they are read without building anything. One sign before
  /// three digits may mean either, and is looked at more closely.
  private static func plain(_ text: String) -> WrittenNumber? {
    guard (1...18).contains(text.utf8.count) else { return nil }
    var (value, count, scale, sign): (Int64, Int, Int, DecimalSign?) = (0, 0, 0, nil)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        count += 1
        if sign != nil { scale += 1 }
      case UInt8(ascii: ".") where sign == nil && count > 0: sign = .point
      case UInt8(ascii: ",") where sign == nil && count > 0: sign = .comma
      default: return nil
      }
    }
    guard let sign else { return .exact(ExactDecimal(value), shows: nil) }
    guard scale > 0, scale != 3 else { return nil }
    return ExactDecimal(mantissa: value, scale: scale).map { .exact($0, shows: sign) }
  }

  /// The value of a digit of any script.
  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII { return scalar.value >= 0x30 && scalar.value <= 0x39 ? UInt8(scalar.value - 0x30) : nil }
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { UInt8($0) }
  }
}
