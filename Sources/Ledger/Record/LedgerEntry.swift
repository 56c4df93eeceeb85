public import Bookkeeping

/// An entry of the public ledger: a gift, or the correction of one. It never changes, but for texts that are withheld.
///
/// There is no field for a person, and none for a free note.
public struct LedgerEntry: Hashable, Sendable {
  /// Its number.
  public var number: EntryNumber
  /// What it records.
  public var kind: Kind
  /// The day, where the office stands.
  public var day: CalendarDay
  /// The desk's letter or name.
  public var desk: String
  /// The language of the paper, as a BCP 47 tag.
  public var language: String
  /// What the market would have charged; less than zero for a correction.
  public var total: Money
  /// How many hours were given; less than zero for a correction.
  public var hours: ExactDecimal
  /// The office.
  public var office: Disclosure<Office>
  /// The moment; never public.
  public var time: Disclosure<Moment>
  /// What was given; nothing for a correction.
  public var lines: [LedgerLine]
  /// The hash of the entry before it in its chain; nil for the first.
  public var previous: EntryHash?
  /// The hash of all this.
  public var hash: EntryHash

  /// What an entry records.
  public enum Kind: Hashable, Sendable {
    /// Something was given.
    case gift
    /// A gift is taken back from the sums.
    case reversal(of: EntryNumber, hash: EntryHash, ReversalReason)
    /// One of these, of which this copy shows nothing but its place in the chain: it counts in sums that are published, and its
    /// amounts are nobody's business. Nothing else that is said of it here means anything.
    case closed
  }

  /// Which office, and where.
  public struct Office: Committed {
    /// The office's name.
    public var name: String
    /// Where the market is.
    public var place: String

    /// Names an office.
    public init(name: String, place: String) {
      self.name = name
      self.place = place
    }

    static var domain: String { "billing-office ledger office 1" }
    var texts: [String] { [name, place] }
  }

  /// When it was recorded, to the second.
  public struct Moment: Committed {
    /// ISO 8601 in UTC, such as `2026-11-20T14:03:05Z`.
    public var text: String

    /// Names a moment.
    public init(_ text: String) {
      self.text = text
    }

    static var domain: String { "billing-office ledger time 1" }
    var texts: [String] { [text] }
  }

  /// The ten letters that stand on paper and page.
  public var seal: String { hash.seal }

  static let domain = "billing-office ledger entry 1"

  /// The hash as it must be, see SPECIFICATION.md; of one that is closed what it says, since nothing can be held to it.
  func computedHash() -> EntryHash {
    if kind == .closed { return hash }
    var list = Netstrings(Self.domain)
    list.add(number.description)
    switch kind {
    case .gift, .closed: for text in ["gift", "", "", ""] { list.add(text) }
    case .reversal(let other, let hash, let reason):
      for text in ["reversal", other.description, hash.description, reason.rawValue] { list.add(text) }
    }
    for text in [
      day.description, desk, language, total.currency.code, String(total.minorUnits), hours.plainDescription,
    ] { list.add(text) }
    list.add(office.commitment)
    list.add(time.commitment)
    list.add(String(lines.count))
    for line in lines {
      list.add(String(line.amount.minorUnits))
      list.add(line.texts.commitment)
      list.add(line.figures.commitment)
    }
    if let previous { list.add(previous) } else { list.add("") }
    return list.hash
  }
}

/// Why a gift is taken back; a code, so that no note can hold a name.
public enum ReversalReason: String, Hashable, Sendable, CaseIterable {
  /// Something else was given.
  case wrongItem = "wrong-item"
  /// Another quantity was given.
  case wrongQuantity = "wrong-quantity"
  /// The price was not the market's.
  case wrongPrice = "wrong-price"
  /// The same gift was entered twice.
  case enteredTwice = "entered-twice"
  /// Nothing was given in the end.
  case notGiven = "not-given"
}
