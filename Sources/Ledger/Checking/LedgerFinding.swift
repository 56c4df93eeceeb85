/// Something that is not right in a ledger, or worth knowing.
public enum LedgerFinding: Error, Hashable, Sendable {
  /// A line of a file is no entry as it must be written; lines are counted from 1.
  case unreadable(line: Int)
  /// A line of a file, counted from 1, is longer than an entry may be; with the number that it begins with, if it does.
  case tooLong(line: Int, EntryNumber?)
  /// The file does not end with the end of a line.
  case cutOff
  /// An entry is not what its hash says.
  case changed(EntryNumber)
  /// What an entry is found by in the file, such as its number, its day or what it takes back, is not what it says.
  case misfiled(EntryNumber)
  /// SQLite finds the file itself damaged: what it says.
  case damagedFile(String)
  /// What says that somebody has signed this entry is no signature of it.
  case badSignature(EntryNumber)
  /// An entry is signed with another key than its chain was before.
  case otherKey(EntryNumber)
  /// The last entry of a chain that is signed is not.
  case unsignedHead(EntryNumber)
  /// An entry does not come to its own total.
  case wrongTotal(EntryNumber)
  /// The entry before this one is not there, or is another.
  case missingBefore(EntryNumber)
  /// An entry stands twice.
  case twice(EntryNumber)
  /// An entry stands behind one that must come after it.
  case outOfOrder(EntryNumber)
  /// A correction that takes back another entry than there is, or another sum.
  case wrongReversal(EntryNumber)
  /// A head that was kept earlier is not there any more.
  case headIsGone(LedgerHead)
  /// Two entries have one number: the chain has forked, as a restored backup makes it. Nothing is wrong with either.
  case forked(EntryNumber)
  /// A gift was taken back twice, as two desks can that join later; it counts once.
  case reversedTwice(EntryNumber)

  /// Whether the ledger has been tampered with or damaged, rather than that something is worth knowing.
  public var isFault: Bool {
    switch self {
    case .forked, .reversedTwice: false
    default: true
    }
  }
}
