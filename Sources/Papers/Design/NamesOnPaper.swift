package import Bookkeeping
import Characters
import Templating

extension ItemNames {
  /// The language that names are in which stand as in the price book.
  ///
  /// - Parameters:
  ///   - locale: the locale of the papers.
  ///   - bookLocale: the office's own.
  /// - Returns: the office's own language; nil where papers are in it, too, or where something has a name of its own in it: then the price
  ///   book is in another, which nobody has told.
  package func foreignLanguage(for locale: String, bookLocale: String) -> String? {
    let language = LocaleName.language(of: bookLocale)
    return language == LocaleName.language(of: locale) || languages.contains(language.lowercased()) ? nil : language
  }

  /// What a category is called on paper.
  ///
  /// - Parameters:
  ///   - category: the category, as the price book or the ledger has it.
  ///   - locale: the locale of the paper.
  ///   - foreign: see ``foreignLanguage(for:bookLocale:)``.
  /// - Returns: its name; itself where it has none.
  func value(ofCategory category: String, in locale: String, foreign: String?) -> TemplateData {
    if let name = name(ofCategory: category, in: locale) {
      return .text(name.typeset(in: LocaleName.language(of: locale)))
    }
    return foreign.map { .foreign(category.visible, language: $0) } ?? .text(category.visible)
  }
}
