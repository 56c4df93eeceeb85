/// The currency that a sheet's cell is shown with: it stands in the cell's format, and not in the number, and is written behind it
/// so that it is judged as one that somebody typed.
enum SheetMoney {
  /// The currency among the words of a format, or of what a cell shows, such as `€`, `US$` or `€/kg`; nil where there is none.
  static func mark(in words: String) -> String? {
    for word in words.split(whereSeparator: { $0.isWhitespace || "/()-−–+".contains($0) }) {
      let word = String(word)
      if isUnit(word) { continue }
      if MoneyMark.currencies(of: word) != nil { return word }
      if let sign = MoneyMark.signs(in: word) { return sign }
    }
    return nil
  }

  /// The currency in the brackets of a format, such as `$€-407`, `$EUR` or `$$-1009`: what is shown, and where it is shown so.
  static func mark(inBrackets inside: Substring) -> String? {
    guard inside.first == "$" else { return nil }
    let parts = inside.dropFirst().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let mark = parts.first.map(String.init)?.trimmed, let known = MoneyMark.currencies(of: mark) else {
      return nil
    }
    // Several countries share a sign; the lower half of the number is the one in which it is shown.
    if known.count > 1, parts.count > 1, let place = Int(parts[1], radix: 16), let code = codes[place & 0xFFFF],
      known.contains(code)
    {
      return code
    }
    return mark
  }

  /// Small letters are a unit as often: `0 "ft"` and `0 "cup"` count feet and cups, not forints and pesos.
  private static func isUnit(_ word: String) -> Bool {
    let isSmall = word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: ".") }
    return isSmall && !["kr", "kr.", "lei", "euro", "fr."].contains(word)
  }

  /// The currencies of the countries whose signs others have, too (Windows language codes, [MS-LCID]).
  private static let codes = [
    0x409: "USD", 0x1009: "CAD", 0xC0C: "CAD", 0xC09: "AUD", 0x1409: "NZD", 0x80A: "MXN", 0x2C0A: "ARS", 0x340A: "CLP",
    0x240A: "COP", 0x4809: "SGD", 0xC04: "HKD", 0x404: "TWD", 0x414: "NOK", 0x814: "NOK", 0x41D: "SEK", 0x406: "DKK",
    0x40F: "ISK", 0x809: "GBP", 0x411: "JPY", 0x804: "CNY", 0x4009: "INR", 0x439: "INR", 0x412: "KRW",
  ]
}
