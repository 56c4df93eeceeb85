package import Bookkeeping
import Characters

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
    for (key, unit) in english { for name in unit.names + [key] { keys[Self.plain(name)] = key } }
    for (key, unit) in own { for name in unit.names { keys[Self.plain(name)] = key } }
    self.keys = keys
  }

  /// A unit's word behind a quantity.
  ///
  /// - Parameters:
  ///   - written: the unit as the price book has it.
  ///   - quantity: how many of it, as it is written.
  /// - Returns: the word in the paper's language; the price book's own where nobody knows the unit.
  package func name(of written: String, for quantity: ExactDecimal) -> String {
    guard let key = keys[written] ?? keys[Self.plain(written)], let unit = units[key] else { return written }
    return unit.forms[plurals.category(of: quantity)] ?? unit.forms[.other] ?? written
  }

  /// Whether a unit is the thing itself, so that a number says all.
  func isThing(_ written: String) -> Bool { keys[Self.plain(written)] == "each" }

  private static func plain(_ name: String) -> String { name.withoutUnseen.lowercased() }

  /// How many hours one of an item's unit is, which the ledger counts: by what the price book says of it, by the names of hours
  /// and minutes in every language offered, or by those that the office's own words give them.
  ///
  /// - Parameter entry: the item.
  /// - Returns: nil where its unit is no time.
  package func hours(of entry: PriceBook.Entry) -> ExactFraction? {
    switch entry.unitKind {
    case .time(let hours): hours
    case .other: nil
    case nil: hours(in: entry.unit)
    }
  }

  /// How many hours a unit is; nil where it is no time.
  package func hours(in unit: String) -> ExactFraction? {
    for language in OfferedLanguage.all {
      if let hours = language.time.hours(in: unit) { return hours }
    }
    switch keys[Self.plain(unit)] {
    case "hour": return .one
    case "minute": return ExactFraction(1, over: 60)
    default: return nil
    }
  }

  /// Whether a unit is one of these, or one of several words that is: "500 g" and "bag of 3 kg" are.
  func know(_ unit: String) -> Bool {
    if keys[Self.plain(unit)] != nil { return true }
    return Self.plain(unit).split { !$0.isLetter }.contains { keys[String($0)] != nil || Self.isNamedThing($0) }
  }

  /// Whether a word of English names a thing or a measure that price books need no plurals for, and never a time.
  private static func isNamedThing(_ word: Substring) -> Bool {
    things.contains(word) || (word.last == "s" && things.contains(word.dropLast()))
  }

  private static let things: Set<Substring> = Set(
    """
    bar basket block bowl bucket bundle can card carton case child cm copy crate cup family foot garment glass guest inch item \
    kit letter metre meter packet pack pallet person pint plate portion pot punnet quart ration roll room set sheet ride \
    serving slice spoon stem table ticket tin ton tonne tray tub tube yard
    """.split(separator: " "))

  /// All words, for whoever makes sure that they can be printed.
  package var words: [String] { units.values.flatMap { $0.forms.values } }
}

extension Units: UnitNames {
  package func isUnit(_ word: String) -> Bool { keys[Self.plain(word)] != nil || hours(in: word) != nil }

  package func count(of said: String, in entry: PriceBook.Entry) -> ExactFraction? {
    if let asked = hours(in: said), let priced = hours(of: entry) { return asked.divided(by: priced) }
    let (one, other) = (Self.plain(said), Self.plain(entry.unit))
    if one == other { return .one }
    guard let asked = keys[one], let priced = keys[other] else { return nil }
    if asked == priced { return .one }
    if let parts = Self.parts[asked], parts.unit == priced { return ExactFraction(parts.count, over: 1) }
    if let parts = Self.parts[priced], parts.unit == asked { return ExactFraction(1, over: parts.count) }
    return nil
  }

  /// Of which smaller unit so many are one.
  private static let parts: [String: (unit: String, count: Int64)] = [
    "kg": ("g", 1000), "litre": ("ml", 1000), "lb": ("oz", 16),
  ]

  /// Whether people give hundreds of a unit at a time.
  package func isSmall(_ unit: String) -> Bool { keys[Self.plain(unit)].map { ["g", "ml"].contains($0) } ?? false }
}
