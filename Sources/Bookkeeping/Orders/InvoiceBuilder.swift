/// Finds the prices of orders and adds them up.
struct InvoiceBuilder {
  private var list = FaultList()
  /// What is wrong, and last how many other faults there are.
  var faults: [InputFault] { list.all }
  private let prices: PriceBook
  private let known: [String]
  /// The same few names stand on most rows.
  private var found: [String: NameIndex.Found] = [:]

  init(_ prices: PriceBook) {
    self.prices = prices
    known = prices.items
  }

  /// The invoice of an order; nil where a row is faulty.
  mutating func build(_ order: Order) -> Invoice? {
    var lines: [LineItem] = []
    if order.rows.count > InputBounds.mostLines, let first = order.rows.first {
      list.append(
        InputFault(line: first.line, .tooManyLines(found: order.rows.count, most: InputBounds.mostLines)))
      return nil
    }
    lines.reserveCapacity(order.rows.count)
    var sum = InvoiceSum()
    for row in order.rows {
      guard let entry = entry(for: row), let quantity = row.quantity else { continue }
      do {
        let amount = try entry.price.amount(for: quantity)
        if let fact = sum.add(amount, line: row.line) { report(fact, at: row) }
        lines.append(LineItem(entry: entry, quantity: quantity, amount: amount))
      } catch {
        report(.lineOverflow(item: entry.item), at: row)
      }
    }
    if order.rows.isEmpty { list.append(InputFault(.onlyBlankRows)) }
    guard lines.count == order.rows.count, let total = sum.total else { return nil }
    return Invoice(key: order.key, lines: lines, total: total)
  }

  private mutating func entry(for row: Order.Row) -> PriceBook.Entry? {
    switch find(row.name) {
    case .entry(let place):
      return prices.entries[place]
    case .ambiguous(let places):
      report(.ambiguousItem(row.name, fitting: places.map { prices.entries[$0].item }), at: row)
    case .unknown:
      report(.unknownItem(row.name, known: known), at: row)
    case .faulty:
      break
    }
    return nil
  }

  private mutating func find(_ name: String) -> NameIndex.Found {
    if let known = found[name] { return known }
    let result = prices.index.find(name)
    found[name] = result
    return result
  }

  private mutating func report(_ fact: InputFault.Fact, at row: Order.Row) {
    list.append(InputFault(line: row.line, column: row.column, fact))
  }
}

/// The running total of an invoice.
struct InvoiceSum {
  /// The total; nil before the first amount and after a fault.
  var total: Money? { isFaulty ? nil : sum }

  private var sum: Money?
  private var isFaulty = false
  private var hasOverflowed = false
  private var firstLine = 0
  private var told: Set<Currency> = []

  /// Adds a line's amount.
  ///
  /// - Parameters:
  ///   - amount: the amount.
  ///   - line: the line of the file.
  /// - Returns: what is wrong, the first time that it is.
  mutating func add(_ amount: Money, line: Int) -> InputFault.Fact? {
    guard let soFar = sum else {
      sum = amount
      firstLine = line
      return nil
    }
    do {
      sum = try soFar.adding(amount)
      return nil
    } catch {
      isFaulty = true
      switch error {
      case .overflow:
        // Whatever follows would overflow again.
        defer { hasOverflowed = true }
        return hasOverflowed ? nil : .totalOverflow
      case .mixedCurrencies(let first, let other):
        guard told.insert(other).inserted else { return nil }
        return .mixedCurrencies(other, other: first, otherLine: firstLine)
      }
    }
  }
}
