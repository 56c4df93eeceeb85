/// The date that stands in what a source says, such as "Survey, May 2026".
enum SourceDate {
  /// The date of a text; nil where it has none, or several.
  static func find(in text: String) -> CheckedDate? {
    var found: [CheckedDate] = []
    for match in text.matches(of: /(?:19[89]\d|20\d\d)(?:-[01]\d(?:-[0-3]\d)?)?/) {
      // A part of a longer number, or of a span of years, says nothing.
      if let before = text[..<match.range.lowerBound].last, before.isNumber || "/.,=-–".contains(before) { continue }
      let behind = text[match.range.upperBound...].prefix(2)
      if let sign = behind.first, sign.isNumber || "/=".contains(sign) { continue }
      if let sign = behind.first, ".,-–".contains(sign), behind.dropFirst().first?.isNumber == true { continue }
      let written = String(match.0)
      let date = written.count == 4 ? behindMonth(text[..<match.range.lowerBound], year: written) : nil
      guard let date = date ?? CheckedDate(written) else { return nil }
      found.append(date)
    }
    guard let exact = found.max(by: { $0.description.count < $1.description.count }) else { return nil }
    let agree = found.allSatisfy { exact.description.hasPrefix($0.description) }
    return agree ? exact : nil
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
