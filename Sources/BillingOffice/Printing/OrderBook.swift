import Bookkeeping

/// The orders of a file, which become invoices piece by piece: memory holds those of one piece, however many there are.
struct OrderBook: Sendable {
  private let file: OrderFile
  private let shown: String
  private let prices: PriceBook?
  /// The only piece of a short file, which is not read again.
  private var only: [Invoice]?

  /// What the file calls its invoices, in their order; nil for the one of a file that does not part its rows.
  private(set) var keys: [String?] = []
  /// The prices that are used, in the order of the price book.
  private(set) var entries: [PriceBook.Entry] = []
  /// What is worth a look in what the file says.
  private(set) var warnings: [Diagnostic] = []
  /// How many invoices the file has.
  var count: Int { keys.count }
  /// Which invoices each piece has.
  var parts: [Range<Int>] { file.parts.map(\.invoices) }

  /// Opens an order and goes through it once.
  ///
  /// - Parameters:
  ///   - order: the file's path.
  ///   - prices: the price book; nil where it is faulty itself, and only the order can be looked at.
  /// - Throws: ``Diagnostics`` with everything that is wrong with it.
  init(_ order: String, _ prices: PriceBook?) throws(Diagnostics) {
    let path = Files.absolute(order)
    let source: ByteSource
    do {
      source = try FileSource.bytes(
        path, shown: Files.shown(path), hint: "an order is a CSV file with the columns item and quantity")
    } catch { throw Diagnostics([error]) }
    try self.init(source, shown: Files.shown(path), prices)
  }

  /// Takes what was typed for an order of one invoice.
  ///
  /// - Parameters:
  ///   - items: what was given.
  ///   - prices: as above.
  /// - Throws: ``Diagnostics`` with everything that is wrong with it; they name no file.
  init(_ items: [GivenItem], _ prices: PriceBook?) throws(Diagnostics) {
    let rows = items.map { "\"\($0.name.replacing("\"", with: "\"\""))\",\"\($0.quantity)\"\n" }
    let table = "item,quantity\n" + rows.joined()
    do { try self.init(ByteSource(Array(table.utf8)), shown: "", prices) } catch {
      throw Diagnostics(
        error.all.map { fault in
          var fault = fault
          (fault.file, fault.line, fault.column) = (nil, nil, nil)
          return fault
        })
    }
  }

  private init(_ source: ByteSource, shown: String, _ prices: PriceBook?) throws(Diagnostics) {
    self.shown = shown
    self.prices = prices
    let opened = OrderFile.open(source)
    var faults: [Diagnostic] = opened.faults.map { [shown] in .of($0, file: shown) }
    guard let file = opened.value else { throw Diagnostics(faults) }
    self.file = file
    var used: [Int: PriceBook.Entry] = [:]
    for part in file.parts {
      let (invoices, wrong) = read(part)
      faults += wrong
      keys += invoices.map(\.key)
      for invoice in invoices {
        for line in invoice.lines where used[line.entry.line] == nil { used[line.entry.line] = line.entry }
      }
      if file.parts.count == 1 { only = invoices }
    }
    guard !faults.contains(where: { $0.severity == .error }) else { throw Diagnostics(faults) }
    warnings = faults
    entries = used.values.sorted { $0.line < $1.line }
  }

  /// The invoices of a piece.
  ///
  /// - Parameter index: which piece, from 0.
  /// - Returns: the invoices, in the order of the file.
  /// - Throws: ``Diagnostics`` when the file has been changed since it was opened.
  func invoices(ofPart index: Int) throws(Diagnostics) -> [Invoice] {
    if let only { return only }
    let (invoices, faults) = read(file.parts[index])
    // Its warnings were told when it was opened.
    guard !faults.contains(where: { $0.severity == .error }) else { throw Diagnostics(faults) }
    return invoices
  }

  private func read(_ part: OrderFile.Part) -> (invoices: [Invoice], faults: [Diagnostic]) {
    let list = file.list(of: part)
    var faults = list.faults
    var invoices: [Invoice] = []
    if let prices {
      let built = Invoice.build(list.value, prices: prices)
      faults += built.faults
      invoices = built.value
    }
    let diagnostics =
      faults.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
      .map { Diagnostic.of($0, file: shown) } + InputCheck.check(list.value.orders, file: shown)
    return (invoices, diagnostics)
  }
}
