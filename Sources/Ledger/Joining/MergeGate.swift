/// What a file of others may do to a ledger that is joined with it.
///
/// A file that only brings sound entries of other chains, fills in what is not shown here, and puts back what this machine has
/// recorded itself and lost, needs nobody's word. Whatever changes what is here does, and nothing in a chain of this machine's own
/// is withheld, forked or made longer by anybody else.
public struct MergeGate: Sendable {
  /// The chains that this machine has recorded itself.
  public var own: Set<LedgerChain>
  /// The newest entry of each of them, as this machine remembers it: what leads up to one is its own.
  public var heads: [LedgerHead]
  /// The public keys with which this machine signs its own chains.
  public var keys: [LedgerChain: String]
  /// Whether a text may not stand in this ledger, whoever recorded it.
  public var refuses: @Sendable (String) -> Bool
  /// What somebody has agreed to.
  public var consent: Consent
  /// Where the ledger as it was is kept before anything is joined; nil for nowhere.
  public var copy: String?

  /// What somebody has agreed to.
  public enum Consent: Hashable, Sendable {
    /// To these changes and no others: the file may be another one by the time it is joined.
    case to(Set<MergeChange>)
    /// To whatever it is.
    case all
  }

  /// Describes what may be done; without more than a file, nothing that is here is changed.
  public init(
    own: Set<LedgerChain> = [], heads: [LedgerHead] = [], keys: [LedgerChain: String] = [:], consent: Consent = .to([]),
    copy: String? = nil,
    refuses: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    (self.own, self.heads, self.keys) = (own, heads, keys)
    (self.consent, self.copy, self.refuses) = (consent, copy, refuses)
  }

  /// Whether a change was agreed to.
  func allows(_ change: MergeChange) -> Bool {
    switch consent {
    case .all: true
    case .to(let changes): changes.contains(change)
    }
  }
}

/// Something that a merge would change of what is here, and somebody must agree to.
public enum MergeChange: Hashable, Sendable {
  /// Words of another desk's entry, which are here, would be taken away for good.
  case withheld(EntryNumber)
  /// A gift that is here, or of this machine's own, would be taken back by a correction of another desk of the same office.
  case takenBack(EntryNumber, by: EntryNumber)
  /// A number that is here would stand twice.
  case forked(EntryNumber)
  /// An entry of this machine's own chain is missing here and could be put back, but nothing that is remembered says that it is the
  /// one that was recorded.
  case unproven(EntryNumber)

  /// The number that it is about.
  public var number: EntryNumber {
    switch self {
    case .withheld(let number), .takenBack(let number, _), .forked(let number), .unproven(let number): number
    }
  }
}

/// Something of a file that was not taken into a ledger.
public struct KeptOut: Hashable, Sendable {
  /// The entry.
  public var number: EntryNumber
  /// Why.
  public var reason: Reason

  /// Why something was not taken in.
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// Neither the file nor the ledger has what stood before it.
    case gap
    /// It has a number of a chain of this machine's own, and this machine has not recorded it.
    case notRecordedHere
    /// Its chain is signed with a key that is known here, and nothing that it leads up to is.
    case unsigned
    /// It takes back a gift of another office.
    case foreignReversal
    /// It takes back a gift that is in neither, or another sum.
    case wrongReversal
    /// Its amounts, quantities or hours are below zero or beyond belief.
    case amount
    /// It is longer than an entry may be.
    case tooLong
    /// Its desk or its language holds what may not be shown.
    case label
    /// The entry was taken in, and its words left out: they hold what may not be shown.
    case words
    /// The entry's words would have been taken away: nobody but this machine does that in its own chains.
    case withholding
  }

  /// Names something.
  public init(_ number: EntryNumber, _ reason: Reason) { (self.number, self.reason) = (number, reason) }
}

/// What joining a ledger brought.
public struct LedgerMerge: Hashable, Sendable {
  /// How many entries are new here.
  public var added = 0
  /// How many entries are better known now, or have had words taken away.
  public var changed = 0
  /// What was not taken in, in the order of the numbers.
  public var keptOut: [KeptOut] = []
  /// What somebody agreed to.
  public var changes: [MergeChange] = []
  /// Where the ledger is kept as it was before; nil where nothing was changed.
  public var copy: String?

  /// Begins with nothing.
  public init() {}
}
