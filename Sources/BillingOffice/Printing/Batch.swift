import Bookkeeping

/// The papers that are printed in one go, which come in pieces so that memory need not hold them all.
struct Batch: Sendable {
  /// Which kind of paper they are.
  let kind: PaperKind
  /// Which papers each piece has, counted from 0.
  let parts: [Range<Int>]
  /// What stands behind the names in a document's title: the office's name.
  let title: String
  private let load: @Sendable (Int) throws(Diagnostics) -> [any Printable]

  /// How many papers there are.
  var count: Int { parts.last?.upperBound ?? 0 }

  /// Papers that are in memory.
  init(_ papers: [any Printable], kind: PaperKind = .invoice, title: String) {
    parts = [0..<papers.count]
    load = { _ in papers }
    (self.kind, self.title) = (kind, title)
  }

  /// The invoices of an order file.
  ///
  /// - Parameters:
  ///   - orders: the file.
  ///   - kind: invoices or receipts.
  ///   - numbers: their numbers.
  ///   - issued: the day of issue.
  ///   - title: the office's name.
  ///   - isTrial: whether the numbers only stand for those to come.
  init(
    _ orders: OrderBook, kind: PaperKind = .invoice, numbers: Numbering, issued: CalendarDay, title: String,
    isTrial: Bool = false
  ) {
    let parts = orders.parts
    self.parts = parts
    load = { (index) throws(Diagnostics) in
      zip(parts[index], try orders.invoices(ofPart: index)).map {
        NumberedInvoice(invoice: $1, number: numbers[$0], issued: issued, isTrial: isTrial)
      }
    }
    (self.kind, self.title) = (kind, title)
  }

  /// Papers of which each is a piece.
  ///
  /// - Parameters:
  ///   - kind: which kind of paper they are.
  ///   - title: what stands behind the names in a document's title.
  ///   - count: how many pieces.
  ///   - load: the papers of a piece.
  init(
    kind: PaperKind, title: String, count: Int, load: @escaping @Sendable (Int) throws(Diagnostics) -> [any Printable]
  ) {
    parts = (0..<count).map { $0..<$0 + 1 }
    (self.kind, self.title, self.load) = (kind, title, load)
  }

  /// The papers of a piece.
  func papers(ofPart index: Int) throws(Diagnostics) -> [any Printable] { try load(index) }
}
