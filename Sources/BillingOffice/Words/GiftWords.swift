import Bookkeeping
package import Papers

extension GiftDoubt: WordedFact {
  package var words: Words {
    let what = "\(quantity) \(unit) of \"\(item)\", \(amount.currency) \(amount.decimal)"
    let why =
      switch reason {
      case .many(let most): "more than \(most)"
      case .long(let most): "more than \(most) hours"
      case .dear(let times, let dearest): "more than \(times) times what \"\(dearest)\" costs"
      case .twice: "the same item twice"
      }
    return Words("\(what): \(why)", "look at the quantity and the item; if it is meant, say so")
  }
}

/// What was typed, as it was understood.
enum GiftText {
  /// The lines in which an office says what it has understood: `12 dozen eggs, large · $26.29 · you owe 0`.
  ///
  /// - Parameters:
  ///   - invoice: what was given.
  ///   - formats: how the office writes numbers and money.
  ///   - units: the words of units.
  /// - Returns: a line for each item, and the sum of several.
  static func lines(of invoice: Invoice, _ formats: Formats, _ units: Units) -> [String] {
    let lines = invoice.lines.map { line in
      let unit = units.name(of: line.entry.unit, for: line.quantity.value)
      let item = formats.language == "de" ? line.entry.item : begunSmall(line.entry.item)
      return
        "\(formats.quantity(line.quantity)) \(unit) \(item) · \(line.entry.price.isKnown ? formats.money(line.amount) : "not priced yet")"
    }
    guard lines.count > 1 else { return lines.map { "\($0) · you owe 0" } }
    return lines + ["together \(formats.money(invoice.total)) · you owe 0"]
  }

  /// A name in the middle of a line: "Eggs, large" begins small, "CPR class" does not.
  private static func begunSmall(_ name: String) -> String {
    let isWord = name.dropFirst().first.map { $0.isLowercase || !$0.isLetter } ?? true
    return isWord ? name.prefix(1).lowercased() + name.dropFirst() : name
  }
}
