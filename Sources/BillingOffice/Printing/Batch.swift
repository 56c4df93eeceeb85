import Bookkeeping

/// The invoices that are printed in one go, which come in pieces so that memory need not hold them all.
struct Batch: Sendable {
  /// Which invoices each piece has, counted from 0.
  let parts: [Range<Int>]
  let numbers: Numbering
  let issued: CalendarDay
  /// What stands behind the number in a document's title: the office's name.
  let title: String
  /// Whether the numbers only stand for those to come, which nobody must be told of.
  var isTrial = false
  private let load: @Sendable (Int) throws(Diagnostics) -> [Invoice]

  /// How many invoices there are.
  var count: Int { parts.last?.upperBound ?? 0 }

  /// Invoices that are in memory.
  init(_ invoices: [Invoice], numbers: Numbering, issued: CalendarDay, title: String) {
    parts = [0..<invoices.count]
    load = { _ in invoices }
    (self.numbers, self.issued, self.title) = (numbers, issued, title)
  }

  /// The invoices of an order file.
  init(_ orders: OrderBook, numbers: Numbering, issued: CalendarDay, title: String) {
    parts = orders.parts
    load = { (index) throws(Diagnostics) in try orders.invoices(ofPart: index) }
    (self.numbers, self.issued, self.title) = (numbers, issued, title)
  }

  /// The invoices of a piece, with their numbers.
  func invoices(ofPart index: Int) throws(Diagnostics) -> [NumberedInvoice] {
    zip(parts[index], try load(index)).map { NumberedInvoice(invoice: $1, number: numbers[$0], isTrial: isTrial) }
  }

  /// An invoice with its number.
  struct NumberedInvoice: Sendable {
    var invoice: Invoice
    /// Its number; nil for a draft.
    var number: PaperNumber?
    /// Whether the number only stands for the one to come.
    var isTrial = false

    /// What it is called in lists of contents and in messages.
    func name(_ wording: VoidWording) -> String {
      if let number, !isTrial { return number.description }
      return invoice.key.map { "\(wording.draft) \($0)" } ?? wording.draft
    }
  }
}
