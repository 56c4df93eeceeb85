public import Bookkeeping

/// Which signs to print, and how.
public struct SignRequest: Sendable {
  /// The sign list's path; nil for a sign for every item of the price book.
  public var list: String?
  /// The price book's path; nil for the office's own.
  public var prices: String?
  /// The only stall whose signs are wanted, in any case; nil for all.
  public var stall: String?
  /// The template's name or folder; nil for the office's own.
  public var template: String?
  /// The language, or two joined by a plus, such as `en+ar`, where the list does not say; nil for the office's own.
  public var language: String?
  /// The size where the list does not say; nil for A6, or a quarter of a Letter in offices that print on American paper.
  public var size: String?
  /// The sheet they are printed on; nil for the office's paper.
  public var sheet: String?
  /// Whether there are crop marks.
  public var hasMarks: Bool
  /// How far colour goes on beyond the cut, in points.
  public var bleed: Double
  /// Whether signs fill the sheets so that the pile is sorted once it is cut, rather than sheet by sheet.
  public var isStacked: Bool
  /// Whether a stall may begin on another one's sheet.
  public var runsOn: Bool
  /// The first cell of the first sheet that is still blank, from 1.
  public var start: Int
  /// The sheets that are wanted, from 1; nil for all.
  public var pages: ClosedRange<Int>?
  /// Whether each sign has a code that opens its item in the ledger.
  public var hasCodes: Bool
  /// Whether only one sheet of the worst cases is printed.
  public var isProof: Bool
  /// From how far every item must be readable, in metres; nil for wherever it ends up.
  public var readableFrom: Double?
  /// A file or a folder; nil for `signs` in the office's `output` folder, which is made anew each time.
  public var output: String?
  /// What they are written as.
  public var format: PaperFormat
  /// Whether files that are there already are overwritten.
  public var force: Bool
  /// Whether every stall gets a file of its own.
  public var isSplit: Bool
  /// The day of issue. A library reads no clock, so whoever asks says it.
  public var issued: CalendarDay
  /// How many files are made at the same time.
  public var workers: Int

  /// Makes a request for all signs, in the usual size.
  public init(
    list: String? = nil, prices: String? = nil, stall: String? = nil, template: String? = nil, language: String? = nil,
    size: String? = nil, sheet: String? = nil, hasMarks: Bool = true, bleed: Double = 0,
    isStacked: Bool = false, runsOn: Bool = false, start: Int = 1, pages: ClosedRange<Int>? = nil,
    hasCodes: Bool = true, isProof: Bool = false, readableFrom: Double? = nil, output: String? = nil,
    format: PaperFormat = .pdf, force: Bool = false, isSplit: Bool = false, issued: CalendarDay, workers: Int = 1
  ) {
    self.list = list
    self.prices = prices
    self.stall = stall
    self.template = template
    self.language = language
    self.size = size
    self.sheet = sheet
    self.hasMarks = hasMarks
    self.bleed = bleed
    self.isStacked = isStacked
    self.runsOn = runsOn
    self.start = start
    self.pages = pages
    self.hasCodes = hasCodes
    self.isProof = isProof
    self.readableFrom = readableFrom
    self.output = output
    self.format = format
    self.force = force
    self.isSplit = isSplit
    self.issued = issued
    self.workers = workers
  }
}
