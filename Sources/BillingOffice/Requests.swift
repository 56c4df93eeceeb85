public import Bookkeeping
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

/// What to print, and how.
public struct InvoiceRequest: Sendable {
  /// The order's path.
  public var order: String
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
  /// How many files are made at the same time.
  public var workers: Int
  /// How many volumes of a long batch are made at the same time; each takes the memory of a thousand invoices.
  public var volumeWorkers: Int

  /// Makes a request.
  public init(
    order: String, prices: String? = nil, look: Look = Look(), output: String? = nil, format: PaperFormat = .pdf,
    force: Bool = false, isSplit: Bool = false, isTagged: Bool? = nil, recordedAt: String? = nil,
    issued: CalendarDay, workers: Int = 1, volumeWorkers: Int = 1
  ) {
    self.order = order
    self.prices = prices
    self.look = look
    self.output = output
    self.format = format
    self.force = force
    self.isSplit = isSplit
    self.isTagged = isTagged
    self.recordedAt = recordedAt
    self.issued = issued
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
