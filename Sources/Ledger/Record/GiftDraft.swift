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
    /// How many hours one of its unit is; nil where it is no time.
    public var hours: ExactFraction?

    /// Describes a line.
    public init(texts: LedgerLine.Texts, figures: LedgerLine.Figures, amount: Money, hours: ExactFraction? = nil) {
      self.texts = texts
      self.figures = figures
      self.amount = amount
      self.hours = hours
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
      for line in lines {
        money = try money.adding(line.amount)
        guard line.figures.amount(in: line.amount.currency) == line.amount else { throw LedgerError.badDraft("amount") }
      }
      let hours = try hours()
      // What no other desk would take in is not recorded here either.
      guard EntryBounds.allow(money), EntryBounds.allow(hours) else {
        throw LedgerError.badDraft("amount")
      }
      return (money, hours)
    } catch let error as LedgerError {
      throw error
    } catch {
      throw .badDraft("\(error)")
    }
  }

  /// The hours that were given, exactly. Shares of hours are added up as fractions; where their sum is no decimal (10 minutes
  /// alone are a sixth of an hour), those are counted that are one by themselves.
  private func hours() throws(MoneyError) -> ExactDecimal {
    var hours = ExactDecimal(0)
    var shares: [ExactFraction] = []
    for line in lines {
      if line.hours == .one {
        hours = try hours.adding(line.figures.quantity)
      } else if let share = line.hours, let quantity = ExactFraction(line.figures.quantity) {
        guard let time = share.times(quantity) else { throw .overflow }
        shares.append(time)
      }
    }
    for counted in [shares, shares.filter { $0.decimal != nil }] {
      if let decimal = try Self.sum(counted)?.decimal { return try hours.adding(decimal) }
    }
    return hours
  }

  /// The sum of fractions; nil of none.
  private static func sum(_ fractions: [ExactFraction]) throws(MoneyError) -> ExactFraction? {
    guard var sum = fractions.first else { return nil }
    for fraction in fractions.dropFirst() {
      guard let next = sum.adding(fraction) else { throw .overflow }
      sum = next
    }
    return sum
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
