public import Bookkeeping
import Layout
public import Ledger

/// How papers look, where that differs from what office.yaml says.
public struct Look: Sendable {
  /// A template's name or folder; nil for the office's own.
  public var template: String?
  /// A paper's name; nil for the office's own.
  public var paper: String?
  /// A BCP 47 locale, such as `es-MX`; nil for the office's own.
  public var locale: String?

  /// Says what differs.
  public init(template: String? = nil, paper: String? = nil, locale: String? = nil) {
    self.template = template
    self.paper = paper
    self.locale = locale
  }
}

/// Something that was given, as somebody typed it.
public struct GivenItem: Hashable, Sendable {
  /// The item's name, or a part of it that fits one item only.
  public var name: String
  /// How many units.
  public var quantity: String

  /// Names what was given.
  public init(_ name: String, quantity: String = "1") {
    self.name = name
    self.quantity = quantity
  }

  /// Reads items, each with a quantity behind it or one of it.
  ///
  /// - Parameter words: such as `Bicycle repair`, `2`, `bread`.
  /// - Returns: the items; nil where the first word is a quantity.
  public static func read(_ words: [String]) -> [GivenItem]? {
    var items: [GivenItem] = []
    var hasQuantity = true
    for word in words {
      let isNumber = !word.isEmpty && word.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
      if !isNumber {
        items.append(GivenItem(word))
        hasQuantity = false
      } else if hasQuantity {
        return nil
      } else {
        items[items.count - 1].quantity = word
        hasQuantity = true
      }
    }
    return items
  }
}

/// What to print, and how.
public struct InvoiceRequest: Sendable {
  /// What the papers are: invoices or receipts.
  public var kind: PaperKind
  /// The order's path; what it is called where the items were typed.
  public var order: String
  /// What was typed instead of an order; nil for the file.
  public var items: [GivenItem]?
  /// The price book's path; nil for the office's own.
  public var prices: String?
  /// How the papers look.
  public var look: Look
  /// A folder, or a file with the format's ending; nil for the office's `output` folder.
  public var output: String?
  /// What the papers are written as.
  public var format: PaperFormat
  /// Whether files that are there already are overwritten.
  public var force: Bool
  /// Whether every invoice gets a file of its own.
  public var isSplit: Bool
  /// Whether papers have a structure that can be read aloud; nil for yes with one invoice, which is sent, and no with many,
  /// which are printed.
  public var isTagged: Bool?
  /// The moment, ISO 8601 in UTC to the second, at which the gifts are recorded in the ledger, which numbers and seals their
  /// papers; nil for drafts, which are recorded nowhere.
  public var recordedAt: String?
  /// The day of issue. A library reads no clock, so whoever asks says it.
  public var issued: CalendarDay
  /// The sheet on which receipts are printed several at a time, to be cut: a paper, or such as `320x450mm`; nil for a page each.
  public var sheet: String?
  /// The way to the printer that they are for; see ``Office/printGifts(_:on:progress:isCancelled:)``.
  var bench: PrintingBench?
  /// How many files are made at the same time.
  public var workers: Int
  /// How many volumes of a long batch are made at the same time; each takes the memory of a thousand invoices.
  public var volumeWorkers: Int

  /// Makes a request.
  public init(
    kind: PaperKind = .invoice, order: String, items: [GivenItem]? = nil, prices: String? = nil, look: Look = Look(),
    output: String? = nil,
    format: PaperFormat = .pdf, force: Bool = false, isSplit: Bool = false, isTagged: Bool? = nil,
    recordedAt: String? = nil, sheet: String? = nil,
    issued: CalendarDay, workers: Int = 1, volumeWorkers: Int = 1
  ) {
    self.kind = kind
    self.order = order
    self.items = items
    self.prices = prices
    self.look = look
    self.output = output
    self.format = format
    self.force = force
    self.isSplit = isSplit
    self.isTagged = isTagged
    self.recordedAt = recordedAt
    self.issued = issued
    self.sheet = sheet
    self.workers = workers
    self.volumeWorkers = volumeWorkers
  }
}

/// A number, and the seal of what the ledger has recorded under it.
public struct PaperNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public var number: EntryNumber
  /// The first ten letters of the entry's hash.
  public var seal: String

  init(_ number: EntryNumber, seal: String) {
    self.number = number
    self.seal = seal
  }

  /// The number and seal of an entry.
  init(_ entry: LedgerEntry) { self.init(entry.number, seal: entry.seal) }

  /// The number as it is printed.
  public var description: String { number.description }
}

/// The numbers of a batch.
enum Numbering: Sendable {
  /// Papers without numbers.
  case drafts
  /// A number for each.
  case numbered([PaperNumber])

  /// The number of an invoice; nil for a draft.
  subscript(index: Int) -> PaperNumber? {
    if case .numbered(let numbers) = self { numbers[index] } else { nil }
  }

  /// All numbers; none for drafts.
  var all: [PaperNumber] {
    if case .numbered(let numbers) = self { numbers } else { [] }
  }
}

/// What to check.
public struct CheckRequest: Sendable {
  /// The orders' paths; nil for order.csv and orders.csv in the office, where they exist.
  public var orders: [String]?
  /// The price book's path; nil for the office's own.
  public var prices: String?
  /// How the papers look.
  public var look: Look
  /// The day of issue.
  public var issued: CalendarDay

  /// Makes a request.
  public init(
    orders: [String]? = nil, prices: String? = nil, look: Look = Look(), issued: CalendarDay
  ) {
    self.orders = orders
    self.prices = prices
    self.look = look
    self.issued = issued
  }
}

/// What was printed.
public struct PrintedPapers: Sendable {
  /// The files, in the order of the invoices.
  public var paths: [String]
  /// The papers' numbers and seals, in the order of the invoices; none for drafts.
  public var numbers: [PaperNumber] = []
  /// How well the sign can be read that is the hardest to; nil where there are no signs.
  public var legibility: Legibility?
  /// The size of the last page in each file, in points; in the order of the files.
  var pageSizes: [Size] = []
  /// What is worth a look.
  public var warnings: [Diagnostic]
}

/// What a check found.
public struct CheckReport: Sendable {
  /// What is in order, a line each.
  public var sound: [String] = []
  /// Everything that is wrong, and everything worth a look.
  public var faults: [Diagnostic] = []
  /// Whether anything is an error.
  public var hasErrors: Bool { faults.contains { $0.severity == .error } }
}
