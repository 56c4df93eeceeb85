/// What was given and what it would have cost, ready to be printed; nobody owes it.
public struct Invoice: Hashable, Sendable {
  /// What the order file calls it; nil where the file has one invoice only.
  public let key: String?
  /// The lines, in the order of the file.
  public let lines: [LineItem]
  /// The sum of the lines' amounts, each of which was rounded for itself.
  public let total: Money

  /// The currency of every amount.
  public var currency: Currency { total.currency }

  /// Prices one order.
  ///
  /// - Parameters:
  ///   - order: what was given.
  ///   - prices: what it costs.
  /// - Returns: the invoice, or nil where a row is faulty; and the faults that were not told when the files were read.
  public static func build(_ order: Order, prices: PriceBook) -> Reading<Invoice?> {
    var builder = InvoiceBuilder(prices)
    let invoice = builder.build(order)
    return Reading(invoice, faults: builder.faults)
  }

  /// Prices many orders, looking up every name once.
  ///
  /// - Parameters:
  ///   - list: what was given.
  ///   - prices: what it costs.
  /// - Returns: the invoices that are without fault; and the faults that were not told when the files were read.
  public static func build(_ list: ItemList, prices: PriceBook) -> Reading<[Invoice]> {
    var builder = InvoiceBuilder(prices)
    let invoices = list.orders.compactMap { builder.build($0) }
    return Reading(invoices, faults: builder.faults)
  }

  /// An invoice that was made before, as a ledger keeps it.
  ///
  /// - Parameters:
  ///   - key: what the order file calls it; nil where the file has one invoice only.
  ///   - lines: the lines.
  ///   - total: the sum of their amounts.
  public init(key: String? = nil, lines: [LineItem], total: Money) {
    self.key = key
    self.lines = lines
    self.total = total
  }
}
