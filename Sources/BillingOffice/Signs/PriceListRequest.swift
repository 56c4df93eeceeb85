public import Bookkeeping

/// Which price lists to print, and how.
public struct PriceListRequest: Sendable {
  /// The sign list's path, whose stalls they are for; nil for the categories of the price book.
  public var list: String?
  /// The price book's path; nil for the office's own.
  public var prices: String?
  /// The only stall that wants one, in any case; nil for one of each.
  public var stall: String?
  /// How they look.
  public var look: Look
  /// A file or a folder; nil for `price-list` in the office's `output` folder, which is made anew each time.
  public var output: String?
  /// What they are written as.
  public var format: PaperFormat
  /// Whether files that are there already are overwritten.
  public var force: Bool
  /// Whether every stall gets a file of its own.
  public var isSplit: Bool
  /// The day that stands on them. A library reads no clock, so whoever asks says it.
  public var issued: CalendarDay

  /// Makes a request for the lists of all stalls.
  public init(
    list: String? = nil, prices: String? = nil, stall: String? = nil, look: Look = Look(), output: String? = nil,
    format: PaperFormat = .pdf, force: Bool = false, isSplit: Bool = false, issued: CalendarDay
  ) {
    self.list = list
    self.prices = prices
    self.stall = stall
    self.look = look
    self.output = output
    self.format = format
    self.force = force
    self.isSplit = isSplit
    self.issued = issued
  }
}
