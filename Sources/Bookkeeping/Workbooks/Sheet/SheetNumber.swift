internal import Foundation

/// A number as a spreadsheet keeps it, written out.
enum SheetNumber {
  /// The decimal sign of numbers in a ``SheetText``. A cell that holds a number has no decimal sign of its own, and there is no
  /// doubt about it; the Arabic sign is the one that is read in one way only, and that tells nothing about how the numbers are
  /// meant that somebody wrote as text into the same column. ``shown(_:)`` gives the point back.
  static let mark: Character = "\u{066B}"
  static let decimalSign = Array(String(mark).utf8)

  /// The number with 15 digits, as many as spreadsheets show: they keep binary fractions, in which 1.1 is 1.1000000000000001.
  ///
  /// - Parameters:
  ///   - written: as it stands in the file.
  ///   - shift: by how many places its point is moved to the right, as for a percentage.
  /// - Returns: the number without an exponent; a whole number with all of its digits; what is no number as it is.
  static func text(_ written: String, shift: Int = 0) -> [UInt8] {
    guard let digits = SheetDigits(written) ?? SheetDigits(rounding: written) else { return Array(written.utf8) }
    return digits.text(shift: shift)
  }

  /// The text of a sheet's cell as people write it: with a point, where it holds a number; without the mark of a date.
  static func shown(_ text: String) -> String {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    // Whoever types this sign types Arabic digits with it.
    let whole = parts[0].hasPrefix("-") ? parts[0].dropFirst() : parts[0]
    // A percent sign or a currency may follow.
    let decimals = parts[1].prefix { $0 != " " && $0 != "%" }
    guard !whole.isEmpty, [whole, decimals].allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
      return text
    }
    if parts[1].isEmpty { return String(parts[0]) }
    guard !decimals.isEmpty else { return text }
    return "\(parts[0]).\(parts[1])"
  }
}

/// The digits of a number and where its point is: 0.digits × 10^point.
struct SheetDigits: Equatable {
  private var isNegative = false
  /// Without zeros at either end.
  private var digits: [UInt8] = []
  private var point = 0

  /// Takes a number that is written plainly and needs no rounding; nil for others.
  init?(_ written: String) {
    var (hasPoint, hasDigits) = (false, false)
    for (index, byte) in written.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case 48...57:
        hasDigits = true
        if byte != 48 || !digits.isEmpty { digits.append(byte) }
        if !hasPoint, !digits.isEmpty { point += 1 }
        if hasPoint, digits.isEmpty { point -= 1 }
      default: return nil
      }
    }
    let isWhole = point >= digits.count
    trim()
    guard hasDigits, digits.count <= 15 || (isWhole && digits.count <= 40) else { return nil }
  }

  /// A number with or without a power of ten; nil for all else, even what a program may take for one, such as 0x10.
  static func double(_ written: String) -> Double? {
    let isPlain = written.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
    return isPlain ? Double(written) : nil
  }

  /// Takes any number, with the 15 digits that count.
  init?(rounding written: String) {
    guard let number = Self.double(written), number.isFinite else { return nil }
    let text = withVaList([number]) { arguments in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
        buffer.initialize(repeating: 0)
        vsnprintf(buffer.baseAddress, buffer.count, "%.14e", arguments)
        return buffer.baseAddress.map { String(cString: $0) } ?? ""
      }
    }
    let parts = text.split(separator: "e")
    guard parts.count == 2, let power = Int(parts[1].drop { $0 == "+" }) else { return nil }
    isNegative = number < 0
    digits = parts[0].utf8.filter { (48...57).contains($0) }
    point = power + 1
    trim()
  }

  private mutating func trim() {
    while digits.last == 48 { digits.removeLast() }
    if digits.isEmpty { (isNegative, point) = (false, 0) }
  }

  /// The number written out.
  func text(shift: Int) -> [UInt8] {
    let point = digits.isEmpty ? 0 : point + shift
    let zero = UInt8(48)
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    let whole = digits.prefix(max(0, point))
    text += whole
    text.append(contentsOf: repeatElement(zero, count: max(0, point - digits.count)))
    if point <= 0 { text.append(zero) }
    guard digits.count > whole.count else { return text }
    text += SheetNumber.decimalSign
    text.append(contentsOf: repeatElement(zero, count: max(0, -point)))
    return text + digits[whole.count...]
  }
}
