public import Bookkeeping

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
  /// The first number; nil for drafts.
  public var firstNumber: String?
  /// The day of issue. A library reads no clock, so whoever asks says it.
  public var issued: CalendarDay
  /// How many files are made at the same time.
  public var workers: Int

  /// Makes a request.
  public init(
    order: String, prices: String? = nil, look: Look = Look(), output: String? = nil, format: PaperFormat = .pdf,
    force: Bool = false, isSplit: Bool = false, isTagged: Bool? = nil, firstNumber: String? = nil, issued: CalendarDay,
    workers: Int = 1
  ) {
    self.order = order
    self.prices = prices
    self.look = look
    self.output = output
    self.format = format
    self.force = force
    self.isSplit = isSplit
    self.isTagged = isTagged
    self.firstNumber = firstNumber
    self.issued = issued
    self.workers = workers
  }

  /// The numbers of a batch.
  func numbers(for count: Int) throws(Diagnostic) -> Numbering {
    guard let firstNumber else { return .drafts }
    guard let first = InvoiceNumber(firstNumber) else {
      let near = String(firstNumber.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
      throw Diagnostic(
        .error, .usage, message: "\"\(firstNumber)\" cannot be a number: it may hold A–Z, 0–9 and - only, 32 at most",
        hint: InvoiceNumber(near).map { "write --number \($0)" } ?? "write --number R-2026-000001")
    }
    if let finding = Vetting.finding(in: firstNumber) {
      throw Diagnostic(
        .error, .usage, message: Diagnostic.refusal(finding.kind.rawValue, firstNumber),
        hint: "choose another number, such as --number R-2026-000001")
    }
    var numbers: [InvoiceNumber] = []
    numbers.reserveCapacity(count)
    for offset in 0..<count {
      guard let number = first.advanced(by: offset) else {
        throw Diagnostic(
          .error, .usage, message: "\"\(firstNumber)\" cannot count up to \(count) invoices",
          hint: "end it in figures: --number \(firstNumber)-000001")
      }
      numbers.append(number)
    }
    return .numbered(numbers)
  }
}

/// The numbers of a batch.
enum Numbering: Sendable {
  /// Papers without numbers.
  case drafts
  /// A number for each.
  case numbered([InvoiceNumber])

  /// The number of an invoice; nil for a draft.
  subscript(index: Int) -> InvoiceNumber? {
    if case .numbered(let numbers) = self { numbers[index] } else { nil }
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
