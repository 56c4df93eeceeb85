/// How each country's account numbers are made up.
enum IBANRegistry {
  /// By country, one byte for each character after the check digits: n digit, a letter, c either.
  static let forms: [String: [UInt8]] = {
    var forms: [String: [UInt8]] = [:]
    for line in WordList(PackageResources.ibans_txt).lines() {
      let parts = line.split(separator: " ")
      guard let country = parts.first, let make = parts.last else { continue }
      forms[String(country)] = expanded(make)
    }
    return forms
  }()

  /// "2a3n" is "aannn".
  private static func expanded(_ make: Substring) -> [UInt8] {
    var form: [UInt8] = []
    var count = 0
    for byte in make.utf8 {
      if byte.isDigit {
        count = count * 10 + byte.digit
      } else {
        form += Array(repeating: byte, count: count)
        count = 0
      }
    }
    return form
  }
}
