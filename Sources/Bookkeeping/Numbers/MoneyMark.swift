/// A currency's sign or code beside a number.
struct MoneyMark: Hashable {
  /// The sign or code as it was written, such as `R$` or `EUR`.
  var text: String
  /// The codes of the currencies that it may mean.
  var currencies: Set<String>
  /// What is left of the cell: the bare number.
  var bare: String

  /// Finds the sign or code before or behind a number; nil where there is none that is known, or something stands on both sides.
  init?(_ text: String) {
    // Nearly every cell is a bare number.
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }) { return nil }
    let text = Self.ordinary(text)
    if let parted = Self.parted(text) {
      self = parted
      return
    }
    let isMinus: (Character) -> Bool = { "-−–+".contains($0) }
    let minus = text.prefix(while: isMinus)
    var rest = text.dropFirst(minus.count)
    let isNumber: (Character) -> Bool = { $0.isNumber || isMinus($0) || ".,'’()٫٬".contains($0) }
    let before = String(rest.prefix { !isNumber($0) || ($0 == "." && !rest.isEmpty && rest.first?.isNumber == false) })
    rest = rest.dropFirst(before.count)
    let behind = String(rest.reversed().prefix { !$0.isNumber && !isMinus($0) && !"()".contains($0) }.reversed())
    rest = rest.dropLast(behind.count)
    let marks = [before.trimmed, behind.trimmed].filter { !$0.isEmpty }
    guard marks.count == 1, let mark = marks.first, let known = Self.currencies(of: mark),
      rest.contains(where: \.isNumber)
    else { return nil }
    (self.text, currencies, bare) = (mark, known, String(minus) + String(rest).trimmed)
  }

  /// The sign in the place of the decimal sign: 4€50. What the number is then cannot be read in two ways, and tells nothing of others.
  private static func parted(_ text: String) -> MoneyMark? {
    let parts = text.split(whereSeparator: {
      $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
    })
    guard parts.count == 2, parts[0].utf8.count + parts[1].utf8.count < text.utf8.count,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), parts[1].utf8.count == 2
    else { return nil }
    let mark = String(text.dropFirst(parts[0].count).dropLast(2))
    return currencies(of: mark).map { MoneyMark(text: mark, currencies: $0, bare: "\(parts[0])\u{066B}\(parts[1])") }
  }

  private init(text: String, currencies: Set<String>, bare: String) {
    (self.text, self.currencies, self.bare) = (text, currencies, bare)
  }

  private static let wide: [Unicode.Scalar: Unicode.Scalar] = ["＄": "$", "﹩": "$", "￡": "£", "￦": "₩", "￥": "¥"]

  /// A text with the signs of East Asian width made ordinary ones.
  private static func ordinary(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { wide[$0] != nil }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { wide[$0] ?? $0 }))
  }

  /// The currencies that a sign or code may mean; nil where it is none.
  static func currencies(of mark: String) -> Set<String>? {
    let plain = ordinary(mark).filter { $0 != "." && !$0.isWhitespace }
    if plain.count == 3, let currency = Currency(code: plain) { return [currency.code] }
    if let known = signs[plain] ?? signs[plain.uppercased()] ?? signs[plain.lowercased()] { return known }
    // A sign that no currency here has: it fits none.
    let isSign = plain.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
    return isSign && !plain.isEmpty ? [] : nil
  }

  /// The currency that a mark means in an office; nil where it may mean several and none of them is the office's.
  static func currency(of mark: String, office: Currency?) -> Currency? {
    guard let codes = currencies(of: mark) else { return nil }
    if let office, codes.contains(office.code) { return office }
    return codes.count == 1 ? codes.first.flatMap { Currency(code: $0) } : nil
  }

  /// The signs in a text, such as a cell of a header; nil where there are none.
  static func signs(in text: String) -> String? {
    let signs = text.filter { $0.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol } }
    return signs.isEmpty ? nil : signs
  }

  private static let dollars = """
    USD CAD AUD NZD MXN ARS CLP COP SGD HKD TWD BBD BSD BMD BND BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD DOP UYU CVE NIO CUP
    """

  private static let signs: [String: Set<String>] = {
    let table = [
      "$": dollars, "US$": "USD", "C$": "CAD NIO", "CA$": "CAD", "CAN$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD",
      "MX$": "MXN", "R$": "BRL", "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "AR$": "ARS", "RD$": "DOP", "COP$": "COP",
      "€": "EUR", "EURO": "EUR", "£": "GBP EGP LBP SYP SSP SDG GIP FKP SHP", "£E": "EGP",
      "¥": "JPY CNY", "￥": "JPY CNY", "円": "JPY", "元": "CNY TWD", "圆": "CNY", "圓": "TWD", "₦": "NGN", "₹": "INR",
      "RS": "INR PKR LKR NPR MUR SCR", "₨": "PKR LKR NPR MUR SCR INR", "₽": "RUB", "РУБ": "RUB", "₴": "UAH",
      "ГРН": "UAH",
      "₩": "KRW KPW", "원": "KRW", "ZŁ": "PLN", "KČ": "CZK", "KR": "SEK DKK NOK ISK", "FT": "HUF", "LEI": "RON MDL",
      "FR": "CHF", "SFR": "CHF", "₺": "TRY", "TL": "TRY", "₪": "ILS", "฿": "THB", "₫": "VND", "₱": "PHP CUP",
      "₲": "PYG",
      "₡": "CRC", "₵": "GHS", "₸": "KZT", "₮": "MNT", "₭": "LAK", "₼": "AZN", "₾": "GEL", "֏": "AMD", "৳": "BDT",
      "؋": "AFN",
      "﷼": "IRR SAR OMR YER QAR", "ريال": "SAR OMR YER QAR IRR", "رس": "SAR", "دإ": "AED", "درهم": "AED MAD",
      "DH": "MAD AED",
      "دج": "DZD", "DA": "DZD", "دت": "TND", "DT": "TND", "دك": "KWD", "دب": "BHD", "دع": "IQD",
      "دينار": "DZD TND KWD BHD IQD JOD LYD",
      "جم": "EGP", "جنيه": "EGP SDG", "لل": "LBP", "S/": "PEN", "BS": "BOB VES", "KSH": "KES", "RM": "MYR", "RP": "IDR",
      "CFA": "XOF XAF", "FCFA": "XOF XAF", "F CFA": "XOF XAF",
    ]
    return Dictionary(
      uniqueKeysWithValues: table.map { ($0, Set($1.split(whereSeparator: \.isWhitespace).map(String.init))) })
  }()
}
