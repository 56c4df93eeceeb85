import Drawing
import Synchronization
import Templating

/// What items are called on the papers of an office.
package struct ItemWording: Sendable {
  private let language: String
  private let names: [String: String]
  private let hyphenation: Hyphenation?
  /// The language of names that stand as in the price book; nil where it is that of the papers, or nobody knows it.
  private let foreign: String?

  /// From so many letters on, a word may be parted.
  private static let long = 12

  /// - Parameters:
  ///   - language: the language of the papers.
  ///   - names: what items are called in it, by what the price book calls them.
  ///   - foreign: the language of names that stand as in the price book; nil where it is that of the papers, or nobody knows it.
  ///   - hyphenation: where its long words may be parted; nil for nowhere.
  package init(
    language: String = "en", names: [String: String] = [:], foreign: String? = nil, hyphenation: Hyphenation? = nil
  ) {
    (self.language, self.names, self.foreign, self.hyphenation) = (language, names, foreign, hyphenation)
  }

  /// What an item is called on paper, and in which language where it has no name in that of the papers.
  func value(of item: String, _ formats: Formats) -> TemplateData {
    let name = formats.isolated(name(of: item))
    guard let foreign, names[item] == nil else { return .text(name) }
    return .foreign(name, language: foreign)
  }

  /// What an item is called on paper, with soft hyphens where its long words may be parted.
  func name(of item: String) -> String {
    let name = (names[item] ?? item).typeset(in: language)
    guard let hyphenation, Self.mayHaveLongWord(name),
      name.split(whereSeparator: { !$0.isLetter }).contains(where: { $0.count >= Self.long })
    else { return name }
    return hyphenation.hyphenator?.hyphenated(name) ?? name
  }

  /// Whether some word may be long, by its bytes: nearly no name has one, and letters take time to count.
  private static func mayHaveLongWord(_ name: String) -> Bool {
    var run = 0
    return name.utf8.contains { byte in
      run = byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) ? run + 1 : 0
      return run >= long
    }
  }

  /// A text of somebody's as it is printed.
  func text(_ text: String) -> String { text.typeset(in: language) }

  /// A dictionary that is opened when the first long word asks for it.
  package final class Hyphenation: Sendable {
    private let locale: String
    private let folder: String
    private let opened = Mutex<Hyphenator??>(nil)

    /// - Parameters:
    ///   - locale: the locale whose words are parted.
    ///   - folder: where dictionaries are.
    package init(locale: String, folder: String) { (self.locale, self.folder) = (locale, folder) }

    /// The dictionary; nil where there is none.
    var hyphenator: Hyphenator? {
      opened.withLock { opened in
        if let known = opened { return known }
        let found = Hyphenator(locale: locale, folder: folder)
        opened = .some(found)
        return found
      }
    }
  }
}
