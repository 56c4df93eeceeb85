/// A name as it is the same however people type it: without accents, in any width and order of words.
struct NameWords: Hashable, Sendable {
  private var words: [String]
  /// What keeps its place: figures, since 10-20 is not 20-10; and the signs that mean something.
  private let rest: [String]

  /// Whether there is no word in it.
  var isEmpty: Bool { words.isEmpty && rest.isEmpty }

  /// Parts a name into words.
  init(_ name: String) {
    let all = NameSearch.words(of: name)
    words = all.filter { !$0.contains(where: \.isNumber) }.sorted()
    let signs = name.filter { $0.unicodeScalars.contains(where: Self.isSign) && !"+#".contains($0) }.map(String.init)
    rest = all.filter { $0.contains(where: \.isNumber) } + signs.sorted()
  }

  /// The same names with one of a thing for several and several for one, by the endings of English, French and Spanish.
  var counted: [NameWords] {
    guard words.count <= 3 else { return [] }
    var all: [[String]] = [[]]
    for word in words { all = all.flatMap { before in Self.forms(of: word).map { before + [$0] } } }
    return all.dropFirst().map { words in
      var other = self
      other.words = words.sorted()
      return other
    }
  }

  /// The word itself, and with and without such an ending. Short ones are other words with it: gas is not several of ga.
  private static func forms(of word: String) -> [String] {
    guard word.count >= 3, word.last?.isLetter == true, word.utf8.allSatisfy({ $0 < 0x80 }) else { return [word] }
    var forms = [word, word + "s", word + "es"]
    if word.count >= 4, word.hasSuffix("s"), !word.hasSuffix("ss") { forms.append(String(word.dropLast())) }
    if word.count >= 5, word.hasSuffix("es") { forms.append(String(word.dropLast(2))) }
    return forms
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .otherSymbol: true
    default: scalar == "%" || scalar == "&"
    }
  }
}
