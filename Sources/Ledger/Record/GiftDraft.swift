public import Bookkeeping

/// A gift before it is recorded: all of an entry but its number, its salts and its place in a chain.
public struct GiftDraft: Hashable, Sendable {
  /// The day, where the office stands.
  public var day: CalendarDay
  /// The moment.
  public var time: LedgerEntry.Moment
  /// The office.
  public var office: LedgerEntry.Office
  /// The desk's letter or name.
  public var desk: String
  /// The language of the paper, as a BCP 47 tag.
  public var language: String
  /// What was given.
  public var lines: [Line]

  /// A line before it is recorded.
  public struct Line: Hashable, Sendable {
    /// The words.
    public var texts: LedgerLine.Texts
    /// The numbers.
    public var figures: LedgerLine.Figures
    /// What the market would have charged.
    public var amount: Money
    /// Whether its unit is an hour.
    public var isHours: Bool

    /// Describes a line.
    public init(texts: LedgerLine.Texts, figures: LedgerLine.Figures, amount: Money, isHours: Bool) {
      self.texts = texts
      self.figures = figures
      self.amount = amount
      self.isHours = isHours
    }
  }

  /// Describes a gift.
  public init(
    day: CalendarDay, time: LedgerEntry.Moment, office: LedgerEntry.Office, desk: String, language: String,
    lines: [Line]
  ) {
    self.day = day
    self.time = time
    self.office = office
    self.desk = desk
    self.language = language
    self.lines = lines
  }

  /// The sum of the lines.
  ///
  /// - Throws: `LedgerError.badDraft` where there is none, or it does not fit, or a line is not what its figures come to.
  func total() throws(LedgerError) -> (money: Money, hours: ExactDecimal) {
    guard let first = lines.first else { throw .badDraft("no lines") }
    do {
      var money = Money.zero(first.amount.currency)
      var hours = ExactDecimal(0)
      for line in lines {
        money = try money.adding(line.amount)
        if line.isHours { hours = try hours.adding(line.figures.quantity) }
        guard line.figures.amount(in: line.amount.currency) == line.amount else { throw LedgerError.badDraft("amount") }
      }
      return (money, hours)
    } catch let error as LedgerError {
      throw error
    } catch {
      throw .badDraft("\(error)")
    }
  }

  /// The entry that this becomes.
  func entry(_ number: EntryNumber, after previous: EntryHash?, using generator: inout some RandomNumberGenerator)
    throws(LedgerError) -> LedgerEntry
  {
    let (money, hours) = try total()
    var entry = LedgerEntry(
      number: number, kind: .gift, day: day, desk: desk, language: language, total: money, hours: hours,
      office: .shown(office, salt: Salt(using: &generator)), time: .shown(time, salt: Salt(using: &generator)),
      lines: [], previous: previous, hash: EntryHash(words: .zero))
    for line in lines {
      entry.lines.append(
        LedgerLine(
          amount: line.amount, texts: .shown(line.texts, salt: Salt(using: &generator)),
          figures: .shown(line.figures, salt: Salt(using: &generator))))
    }
    entry.hash = entry.computedHash()
    return entry
  }
}

extension LedgerLine.Figures {
  /// What the quantity costs at the price, by the one rule of rounding; nil where it does not fit.
  func amount(in currency: Currency) -> Money? {
    Quantity(quantity).flatMap { try? Price(amount: price, currency: currency).amount(for: $0) }
  }
}
