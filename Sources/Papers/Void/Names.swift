import Templating

/// What a document's data calls things by, and its figures.
struct Names {
  /// The texts with words in them, the longest first.
  let all: [String]
  /// The figures: amounts, quantities, numbers of notes.
  let figures: Set<String>

  init(_ values: [String: TemplateData]) {
    var (texts, seen): (Set<String>, Set<String>) = ([], [])
    for value in values.values { Self.gather(value, &texts, &seen) }
    figures = texts.filter { text in
      Self.hasDigits(text) && Self.letters(in: text) <= Self.mostOfCurrency
    }
    all = texts.subtracting(figures).filter { Self.letters(in: $0) > 1 }
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// How many letters the sign of a currency has at the most: F CFA.
  private static let mostOfCurrency = 4

  private static func hasDigits(_ text: String) -> Bool {
    // Every text of every paper comes by here, and most are plain ASCII, whose bytes tell as much.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.contains(where: \.isNumber) }
    return text.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static func letters(in text: String) -> Int {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.count(where: \.isLetter) }
    return text.utf8.count { (0x41...0x5A).contains($0 & 0xDF) }
  }

  private static func gather(_ value: TemplateData, _ texts: inout Set<String>, _ seen: inout Set<String>) {
    switch value {
    case .text(let text), .foreign(let text, _):
      // Ten thousand lines say much the same again and again.
      guard seen.insert(text).inserted else { return }
      let plain = DataClaims.plain(text.utf8.first == 0xE2 ? Formats.withoutIsolates(text) : text)
      texts.insert(plain)
      if hasCapitals(plain) { texts.formUnion(Capitals.all(of: plain)) }
    case .list(let values): for value in values { gather(value, &texts, &seen) }
    case .record(let fields): for value in fields.values { gather(value, &texts, &seen) }
    case .flag, .indexed: break
    }
  }

  /// Whether a text may look otherwise in capitals: of ASCII, only letters do.
  private static func hasCapitals(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }
  }

  /// A text with names taken for words that claim nothing. Where a line of it ends within one, so does the name.
  static func without(_ names: [String], in text: String) -> String {
    let plain = DataClaims.plain(text)
    var rest = plain
    for name in names where rest.contains(name) { rest = rest.replacing(name, with: DataClaims.harmless) }
    if rest == plain, names.contains(where: { $0.contains(plain) && plain.count(where: \.isLetter) > 1 }) {
      return DataClaims.harmless
    }
    return rest
  }
}
