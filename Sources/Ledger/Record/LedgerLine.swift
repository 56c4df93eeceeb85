public import Bookkeeping
internal import Characters

/// A line of an entry: something that was given, and what the market would have charged.
public struct LedgerLine: Hashable, Sendable {
  /// What the market would have charged; always public.
  public var amount: Money
  /// The words.
  public var texts: Disclosure<Texts>
  /// The numbers that lead to the amount.
  public var figures: Disclosure<Figures>

  /// The words of a line.
  public struct Texts: Committed {
    /// What was given.
    public var item: String
    /// The group it belongs to.
    public var category: String
    /// What the price is for one of.
    public var unit: String
    /// Who published the price, and where.
    public var source: String

    /// Names a line.
    public init(item: String, category: String, unit: String, source: String) {
      self.item = item
      self.category = category
      self.unit = unit
      self.source = source
    }

    /// The words as they can be shown anywhere: entries that were joined may hold what no price book may.
    package var shown: Texts {
      Texts(
        item: item.withoutMarks.visible, category: category.withoutMarks.visible, unit: unit.withoutMarks.visible,
        source: source.withoutMarks.visible)
    }

    static var domain: String { "billing-office ledger texts 1" }
    var texts: [String] { [item, category, unit, source] }
  }

  /// The numbers of a line.
  public struct Figures: Committed {
    /// How many units.
    public var quantity: ExactDecimal
    /// The market price of one, in the currency's main unit.
    public var price: ExactDecimal
    /// Whether a customer is asked it or a worker is paid it.
    public var basis: PriceBasis
    /// The date the price is for.
    public var checked: CheckedDate

    /// Counts a line.
    public init(quantity: ExactDecimal, price: ExactDecimal, basis: PriceBasis, checked: CheckedDate) {
      self.quantity = quantity
      self.price = price
      self.basis = basis
      self.checked = checked
    }

    /// Whether nobody knew a price when it was given: no price is nothing, so that nothing stands for none.
    public var isUnpriced: Bool { price.mantissa == 0 }

    static var domain: String { "billing-office ledger figures 1" }
    var texts: [String] {
      [quantity.plainDescription, price.plainDescription, basis.rawValue, checked.description]
    }
  }
}
