package import Bookkeeping

/// The units that the program knows: by which names price books call them, and their words in the paper's language.
package struct Units: Sendable {
  /// A unit in one language.
  package struct Unit: Sendable {
    /// By which names price books call it.
    var names: [String]
    /// Its words, by the number before them.
    var forms: [PluralCategory: String]
  }

  /// The units' keys, which are their English names, and their words.
  private let units: [String: Unit]
  /// The key of every name, in small letters.
  private let keys: [String: String]
  private let plurals: PluralRules

  /// Units of a language; those that it does not have are shown as price books write them.
  ///
  /// - Parameters:
  ///   - own: the units with their words in the language.
  ///   - english: the same in English, whose names price books use everywhere.
  ///   - language: the BCP 47 language.
  init(_ own: [String: Unit], english: [String: Unit], language: String) {
    units = own
    plurals = .of(language)
    var keys: [String: String] = [:]
    // A name of the paper's own language comes before an English one.
    for (key, unit) in english { for name in unit.names + [key] { keys[name.lowercased()] = key } }
    for (key, unit) in own { for name in unit.names { keys[name.lowercased()] = key } }
    self.keys = keys
  }

  /// A unit's word behind a quantity.
  ///
  /// - Parameters:
  ///   - written: the unit as the price book has it.
  ///   - quantity: how many of it, as it is written.
  /// - Returns: the word in the paper's language; the price book's own where nobody knows the unit.
  package func name(of written: String, for quantity: ExactDecimal) -> String {
    guard let key = keys[written] ?? keys[written.lowercased()], let unit = units[key] else { return written }
    return unit.forms[plurals.category(of: quantity)] ?? unit.forms[.other] ?? written
  }

  /// Whether a unit of a price book is an hour, which the package ledger counts.
  package func isHour(_ written: String) -> Bool { keys[written.lowercased()] == "hour" }

  /// All words, for whoever makes sure that they can be printed.
  package var words: [String] { units.values.flatMap { $0.forms.values } }
}
