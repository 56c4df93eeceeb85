import Bookkeeping
import Drawing
import Foundation
import Layout
import Templating

/// A language of a sign: its words, and where its long words may be parted.
struct SignLanguage: Sendable {
  /// The BCP 47 locale.
  let locale: String
  let strings: Strings
  let direction: Direction
  private let numerals: Locale
  private let hyphenator: Hyphenator?
  private let names: ItemNames
  /// The language of names that stand as in the price book; nil where it is this one, or nobody knows it.
  private let foreign: String?

  /// Reads the words of a language.
  ///
  /// - Parameters:
  ///   - locale: the locale.
  ///   - names: what items are called in it.
  ///   - bookLocale: the locale of the price book.
  ///   - office: where the words and dictionaries are.
  /// - Throws: ``Diagnostics`` when the words cannot be read.
  init(_ locale: String, _ names: ItemNames, bookLocale: String, _ office: some OfficeMaterials) throws(Diagnostics) {
    self.locale = locale
    self.names = names
    foreign = names.foreignLanguage(for: locale, bookLocale: bookLocale)
    let formats = Formats(locale: locale)
    (direction, numerals) = (formats.direction, formats.locale)
    strings = try office.strings(locale)
    let errors = strings.faults.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    hyphenator = office.hyphenator(locale)
  }

  /// What an item is called, with soft hyphens where its words may be parted.
  func name(of entry: PriceBook.Entry) -> String {
    let name = (names.name(of: entry, in: locale) ?? entry.item).typeset(in: LocaleName.language(of: locale))
    return hyphenator?.hyphenated(name) ?? name
  }

  /// What the market asks its price for: one unit, or a pack.
  func askedFor(_ entry: PriceBook.Entry) -> String { entry.askedFor(strings, numerals) }

  /// The same as a value for templates, with its language where it has no name in this one.
  func value(of entry: PriceBook.Entry) -> TemplateData {
    guard let foreign, !hasName(for: entry) else { return .text(name(of: entry)) }
    return .foreign(name(of: entry), language: foreign)
  }

  /// What a stall is called, where it is named after a category, and in which language where that has no name in this one.
  func value(ofStall stall: String) -> TemplateData {
    names.value(ofCategory: stall, in: locale, foreign: foreign)
  }

  /// Whether an item has a name in this language, rather than only in the price book's own.
  func hasName(for entry: PriceBook.Entry) -> Bool { names.name(of: entry, in: locale) != nil }
}
