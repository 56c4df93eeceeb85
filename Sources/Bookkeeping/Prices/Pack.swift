/// How much of an item is handed over at once, such as a sack of 5 lb: so many of what its price is for one of.
public struct Pack: Hashable, Sendable {
  /// How many units it holds.
  public let quantity: Quantity
  /// What it is called, behind its quantity, such as `sack`; nil where nobody says it.
  public let word: String?

  /// A pack.
  public init(_ quantity: Quantity, word: String? = nil) { (self.quantity, self.word) = (quantity, word) }

  /// What a price book says of it, taken apart: a number, the unit where it is said again, and a word of its own.
  struct Written {
    /// The number that it begins with; empty where it begins with something else.
    let number: String
    private let rest: String

    init(_ text: String) {
      let text = text.collapsed
      let signs: Set<Character> = [".", ",", "٫", "٬", "'", "’"]
      let number = text.prefix { $0.wholeNumberValue != nil || signs.contains($0) }
      (self.number, rest) = (String(number), text.dropFirst(number.count).collapsed)
    }

    /// The word behind the unit; nil where something else stands behind the number.
    ///
    /// - Parameter unit: what the price is for one of. It stands there as the price book has it, or with an s that makes it several or
    ///   one; nothing else is taken for it, since 500 g of what is priced by the kg would be a thousand times its price.
    /// - Returns: an empty word where there is none.
    func word(behind unit: String) -> String? {
      if rest.isEmpty { return "" }
      // A further number would make it another pack.
      if rest.contains(where: \.isNumber), !unit.contains(where: \.isNumber) { return nil }
      let words = rest.split(separator: " ")
      let keys = [unit, unit + "s"].map(NameKey.key)
      for count in (1...words.count).reversed() {
        let key = NameKey.key(of: words.prefix(count).joined())
        if keys.contains(key) || NameKey.key(of: unit) == key + "s" {
          return words.dropFirst(count).joined(separator: " ")
        }
      }
      return nil
    }
  }
}
