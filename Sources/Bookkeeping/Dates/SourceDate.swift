/// The date that stands in what a source says, such as "Survey, May 2026".
enum SourceDate {
  /// The date of a text; nil where it has none, or several. A month or a day is believed before a bare year, which may be that of
  /// an issue, and more besides: it counts only where a date is expected.
  static func find(in text: String) -> CheckedDate? {
    let text = withPlainFigures(text)
    var (exact, years): ([CheckedDate], [(year: CheckedDate, counts: Bool)]) = ([], [])
    let pattern = /(?:\d?\d[.\/])?\d?\d[.\/](?:199\d|20\d\d)|(?:199\d|20\d\d)(?:-[01]\d(?:-[0-3]\d)?)?/
    for match in text.matches(of: pattern) {
      // A part of a longer number, or of a span of years, says nothing.
      let before = text[..<match.range.lowerBound]
      if let last = before.last, last.isNumber || "/.,=-–".contains(last) { continue }
      let behind = text[match.range.upperBound...]
      if let sign = behind.first, sign.isNumber || "/=".contains(sign) { continue }
      if let sign = behind.first, ".,-–".contains(sign), behind.dropFirst().first?.isNumber == true { continue }
      let written = String(match.0)
      guard written.count == 4 else {
        // Behind a point there are pages and versions as well as months.
        if written.contains("."), written.count(where: { $0 == "." }) == 1, !written.contains("/") { continue }
        guard case .exact(let date, _) = WrittenDate(written) else { return nil }
        exact.append(date)
        continue
      }
      if let date = behindMonth(before, year: written) {
        exact.append(date)
      } else if let year = CheckedDate(written) {
        years.append((year, isExpected(before, behind)))
      }
    }
    if let date = exact.max(by: { $0.description.count < $1.description.count }) {
      return exact.allSatisfy { date.description.hasPrefix($0.description) } ? date : nil
    }
    guard let year = years.first(where: \.counts)?.year else { return nil }
    return years.allSatisfy { $0.year == year } ? year : nil
  }

  /// Whether a bare year stands where dates do: at the end, behind a comma, in brackets.
  private static func isExpected(_ before: Substring, _ behind: Substring) -> Bool {
    if behind.allSatisfy({ $0.isWhitespace || ".)]".contains($0) }) {
      // No price or share is a year.
      return before.last.map { !$0.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol } }
        ?? true
    }
    return before.last { !$0.isWhitespace }.map { ",;،([".contains($0) } ?? false
  }

  /// The text with the figures of every script as those from 0 to 9.
  private static func withPlainFigures(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return String(
      text.map { character in
        guard !character.isASCII, let scalar = character.unicodeScalars.first,
          scalar.properties.numericType == .decimal, let value = character.wholeNumberValue
        else { return character }
        return Character(String(value))
      })
  }

  /// A year with the month before it, and perhaps the day before that.
  private static func behindMonth(_ before: Substring, year: String) -> CheckedDate? {
    let words = before.split { $0.isWhitespace || $0 == "," || $0 == "." }.suffix(3)
    for count in stride(from: words.count, through: 1, by: -1) {
      let text = (words.suffix(count).map(String.init) + [year]).joined(separator: " ")
      if case .exact(let date, _) = WrittenDate(text), date.month != nil, text.contains(where: \.isLetter) {
        return date
      }
    }
    return nil
  }
}
