extension NumberFault {
  /// Finds what keeps a text, which holds more than digits and the signs between them, from being a plain number.
  init(ofUnreadable text: String) {
    let scalars = text.unicodeScalars
    if text.hasPrefix("=") {
      self = .formula
    } else if text.hasPrefix("#"), text.dropFirst().first?.isLetter == true {
      self = .errorValue
    } else if Self.isHexadecimal(text) {
      self = .hexadecimal
    } else if WrittenDate.isDate(text) {
      self = .date
    } else if let mark = Self.currencyMark(in: text) {
      self = mark
    } else if scalars.contains(where: { ["%", "‰", "\u{066A}"].contains($0) }) {
      self = .percent
    } else if Self.isExponent(text) {
      self = .exponent
    } else if let first = scalars.first, let last = scalars.last,
      Self.signs.contains(first) || Self.signs.contains(last) || (first == "(" && last == ")"),
      scalars.contains(where: { $0.properties.numericType == .decimal }),
      !scalars.contains(where: { $0.properties.isAlphabetic })
    {
      self = .signed
    } else {
      self = .notANumber
    }
  }

  private static let signs: Set<Unicode.Scalar> = ["+", "-", "\u{2212}", "\u{2013}"]

  private static func currencyMark(in text: String) -> NumberFault? {
    let bare = text.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol } }
    if bare.count < text.count {
      let mark = text.filter { !bare.contains($0) }
      // "R$", "US$": letters at the sign belong to it.
      let letters = bare.filter(\.isLetter)
      return mark.isEmpty ? nil : .currencyMark(mark, bare: bare.filter { !letters.contains($0) }.trimmed)
    }
    let letters = text.filter(\.isLetter)
    guard letters.count == 3, let code = Currency(code: letters), text.hasPrefix(letters) || text.hasSuffix(letters),
      text.contains(where: \.isNumber)
    else { return nil }
    let rest = text.hasPrefix(letters) ? text.dropFirst(3) : text.dropLast(3)
    return .currencyMark(code.code, bare: String(rest).trimmed)
  }

  private static func isHexadecimal(_ text: String) -> Bool {
    let small = text.lowercased()
    return small.hasPrefix("0x") && small.count > 2 && small.dropFirst(2).allSatisfy(\.isHexDigit)
  }

  private static func isExponent(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let power = Int(parts[1]), abs(power) < 1000, let lead = parts.first?.last else {
      return false
    }
    return lead.isNumber && parts[0].allSatisfy { $0.isNumber || ".,+-".contains($0) }
  }
}
