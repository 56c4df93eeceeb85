package import Bookkeeping
import Ledger
import Characters
import Vetting

/// What was given, which becomes invoices piece by piece: memory holds those of one piece, however many there are.
package struct OrderBook: Sendable {
  private let file: OrderFile?
  private let shown: String
  private let prices: PriceBook?
  /// The only piece of a short file, or what was typed, which is not read again.
  private var only: [Invoice]?

  /// What the file calls its invoices, in their order; nil for the one of a file that does not part its rows.
  package private(set) var keys: [String?] = []
  /// The prices that are used, in the order of the price book.
  package private(set) var entries: [PriceBook.Entry] = []
  /// What is worth a look in what the file says.
  package private(set) var warnings: [Diagnostic] = []
  /// What tells the same order from others: its items and quantities.
  package private(set) var print = ""
  /// What was typed, came from a form, or stood in a list; nil where a table was read.
  package var typed: Invoice? { file == nil ? only?.first : nil }
  /// Whether it stood in a list, as people write it.
  package private(set) var isList = false
  /// How many invoices there are.
  package var count: Int { keys.count }
  /// After how many faults the next piece's are only counted.
  private static let mostFaults = 1000
  /// Which invoices each piece has.
  package var parts: [Range<Int>] { file?.parts.map(\.invoices) ?? [0..<count] }

  /// Opens an order, a table or a list as people write it, and goes through it once.
  ///
  /// - Parameters:
  ///   - source: the file's bytes.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - path: its path as people know it.
  ///   - prices: the price book; nil where it is faulty itself, and only the order can be looked at.
  ///   - units: what units are called in a list; nil where only a table will do.
  ///   - hints: what is known of the office.
  /// - Throws: ``Diagnostics`` with everything that is wrong with it.
  package init(
    _ source: ByteSource, sheet: String? = nil, shown path: String, _ prices: PriceBook?, units: Units? = nil,
    hints: ReadingHints = ReadingHints()
  ) throws(Diagnostics) {
    let opened = OrderFile.open(source, sheet: sheet, hints: hints)
    let told = opened.told(of: path)
    if let file = opened.value {
      try self.init(file, told, shown: ShownPath.of(path, sheet: opened.sheet), prices)
    } else if sheet == nil, opened.sheet == nil, let prices, let units,
      let list = WrittenList.inPlaceOfTable(source, opened.faults, prices, units, hints)
    {
      let order = list.read(prices: prices, units: units)
      try self.init(order, prices) { .of($0, file: path) }
      isList = true
    } else {
      throw Diagnostics(told)
    }
  }

  private init(_ file: OrderFile, _ told: [Diagnostic], shown: String, _ prices: PriceBook?) throws(Diagnostics) {
    var (faults, others) = (told, 0)
    (self.file, self.shown, self.prices) = (file, shown, prices)
    var print = RunPrint()
    for part in file.parts {
      let (invoices, wrong) = read(part)
      // However many pieces have faults, memory holds those of a few.
      if faults.count < Self.mostFaults { faults += wrong } else { others += wrong.reduce(0) { $0 + Self.count($1) } }
      keys += invoices.map(\.key)
      note(invoices, &print)
      if file.parts.count == 1 { only = invoices }
    }
    if others > 0 { faults.append(Diagnostic(InputFault.Fact.others(count: others), file: shown)) }
    guard !faults.contains(where: { $0.severity == .error }) else { throw Diagnostics(faults) }
    warnings = faults
    self.print = print.text
    entries.sort { $0.line < $1.line }
  }

  /// Takes words that were typed for an order of one invoice.
  ///
  /// - Parameters:
  ///   - words: what was given, as ``GivenItem/read(_:prices:units:)`` understands it.
  ///   - prices: as above.
  ///   - units: what units are called.
  /// - Throws: ``Diagnostics`` with everything that is wrong with it; they name no file.
  package init(_ words: [String], _ prices: PriceBook?, _ units: Units) throws(Diagnostics) {
    let items = prices.map { GivenItem.read(words, prices: $0, units: units) }
    try self.init(items?.value ?? [], prices, known: items?.faults ?? [])
  }

  /// What is recorded of a gift that has no price yet.
  package struct Unpriced: Sendable {
    /// The group that it belongs to.
    package var category: String
    /// What stands where a price has its source.
    package var source: String
    /// The day of issue.
    package var issued: CalendarDay

    /// The group of what nobody has put into one.
    package static let usualCategory = "unpriced"

    package init(category: String, source: String, issued: CalendarDay) {
      (self.category, self.source, self.issued) = (category, source, issued)
    }
  }

  /// Takes words that were typed for one thing that has no price yet: its price is nothing, and counts for nothing.
  ///
  /// - Parameters:
  ///   - words: what was given, as ``UnpricedItem/read(_:prices:units:)`` understands it.
  ///   - open: what is recorded in place of a price.
  ///   - prices: the price book, in which it must not be; nil where that cannot be read.
  ///   - units: what units are called.
  ///   - currency: the office's.
  /// - Throws: ``Diagnostics`` with everything that is wrong with it; they name no file.
  package init(_ words: [String], _ open: Unpriced, _ prices: PriceBook?, _ units: Units, _ currency: Currency?)
    throws(Diagnostics)
  {
    try self.init([], nil, known: [])
    let reading = UnpricedItem.read(words, prices: prices ?? PriceBook([]), units: units)
    var faults = reading.faults.map { Diagnostic($0.fact) }
    if let refused = open.category.firstRefused {
      faults.append(Diagnostic(InputFault.Fact.refusedCharacter(refused.scalar, column: refused.column)))
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    guard let item = reading.value, let currency, let source = PriceSource(open.source),
      let checked = CheckedDate(open.issued.description)
    else { return }
    // Whoever typed "2h" and whoever typed "2 hours" gave the same.
    let unit = item.unit.map { units.name(of: $0, for: ExactDecimal(1)) } ?? "each"
    let entry = PriceBook.Entry(
      item: item.name, category: open.category.withoutMarks, unit: unit,
      price: Price(amount: ExactDecimal(0), currency: currency), basis: .price, source: source, checked: checked,
      line: 0)
    let nothing = Money.zero(currency)
    let invoice = Invoice(lines: [LineItem(entry: entry, quantity: item.quantity, amount: nothing)], total: nothing)
    keys = [nil]
    entries = [entry]
    only = [invoice]
  }

  /// Takes what came from a form for an order of one invoice.
  ///
  /// - Parameters:
  ///   - items: what was given.
  ///   - prices: as above.
  /// - Throws: ``Diagnostics`` with everything that is wrong with it; they name no file.
  package init(_ items: [GivenItem], _ prices: PriceBook?) throws(Diagnostics) {
    try self.init(items, prices, known: [])
  }

  private init(_ items: [GivenItem], _ prices: PriceBook?, known: [InputFault]) throws(Diagnostics) {
    let order = Order.typed(items)
    try self.init(Reading(order.value, faults: known + order.faults), prices) { Diagnostic($0.fact) }
  }

  private init(_ order: Reading<Order>, _ prices: PriceBook?, told: (InputFault) -> Diagnostic) throws(Diagnostics) {
    (file, shown, self.prices) = (nil, "", prices)
    var faults = order.faults
    var invoices: [Invoice] = []
    // What nobody could read has been told.
    if let prices, faults.isEmpty || !order.value.rows.isEmpty {
      let built = Invoice.build(order.value, prices: prices)
      faults += built.faults
      invoices = [built.value].compactMap { $0 }
    }
    guard faults.isEmpty else {
      throw Diagnostics(
        faults.sorted { $0.place < $1.place }.map(told))
    }
    keys = invoices.map(\.key)
    var print = RunPrint()
    note(invoices, &print)
    self.print = print.text
    only = invoices
    entries.sort { $0.line < $1.line }
  }

  /// The invoices of a piece.
  ///
  /// - Parameter index: which piece, from 0.
  /// - Returns: the invoices, in the order of the file.
  /// - Throws: ``Diagnostics`` when the file has been changed since it was opened.
  package func invoices(ofPart index: Int) throws(Diagnostics) -> [Invoice] {
    if let only { return only }
    guard let file else { return [] }
    let (invoices, faults) = read(file.parts[index])
    // Its warnings were told when it was opened.
    guard !faults.contains(where: { $0.severity == .error }) else { throw Diagnostics(faults) }
    return invoices
  }

  /// Keeps which prices are used, and what was given.
  private mutating func note(_ invoices: [Invoice], _ print: inout RunPrint) {
    for invoice in invoices {
      print.add("invoice")
      // In whatever order it was said, and with however many zeros, it is the same.
      let lines = invoice.lines.map { ($0.entry.item, $0.quantity.value.trimmed.plainDescription) }
      for (item, quantity) in lines.sorted(by: <) {
        print.add(item)
        print.add(quantity)
      }
    }
    var used = Set(entries.map(\.line))
    for line in invoices.lazy.flatMap(\.lines) where used.insert(line.entry.line).inserted {
      entries.append(line.entry)
    }
  }

  /// How many faults one stands for.
  private static func count(_ diagnostic: Diagnostic) -> Int {
    if case .others(let count)? = diagnostic.fact as? InputFault.Fact { return count }
    return diagnostic.severity == .error ? 1 : 0
  }

  private func read(_ part: OrderFile.Part) -> (invoices: [Invoice], faults: [Diagnostic]) {
    guard let list = file?.list(of: part) else { return ([], []) }
    var faults = list.faults
    var invoices: [Invoice] = []
    if let prices {
      let built = Invoice.build(list.value, prices: prices)
      faults += built.faults
      invoices = built.value
    }
    let diagnostics =
      faults.sorted { $0.place < $1.place }
      .map { Diagnostic.of($0, file: shown) } + InputCheck.check(list.value.orders, file: shown)
    return (invoices, diagnostics)
  }
}

extension WrittenList {
  /// The list that a file is whose header nobody finds; nil where it is none.
  ///
  /// - Parameters:
  ///   - source: the file's bytes.
  ///   - faults: why it is no table.
  ///   - prices: the items there are: half of a list's lines name one of them.
  ///   - units: what units are called.
  ///   - hints: what is known of the office.
  /// - Returns: the list.
  fileprivate static func inPlaceOfTable(
    _ source: ByteSource, _ faults: [InputFault], _ prices: PriceBook, _ units: Units, _ hints: ReadingHints
  ) -> WrittenList? {
    // A header that names one of the columns belongs to a table.
    let facts = faults.map(\.fact)
    guard facts.contains(.missingColumn(.item)), facts.contains(.missingColumn(.quantity)),
      let list = WrittenList(source, hints: hints),
      list.understood(prices: prices, units: units) * 2 >= list.lines.count
    else { return nil }
    return list
  }
}
