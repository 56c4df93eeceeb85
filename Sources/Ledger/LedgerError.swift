/// Why the ledger cannot do what it was asked.
public enum LedgerError: Error, Hashable, Sendable {
  /// There is no ledger at this path.
  case notThere(path: String)
  /// The file cannot be opened or made, with the system's reason.
  case cannotOpen(path: String, reason: String)
  /// The folder or the file may only be read.
  case readOnly(path: String)
  /// Another program holds the ledger, and did not let go in time.
  case locked(path: String)
  /// The file is damaged, or no ledger.
  case damaged(path: String, reason: String)
  /// The file holds what the program has not put there, such as `trigger t`, or lacks what it has.
  case foreignParts(path: String, [String])
  /// A ledger of others is larger, or takes longer to be read, than anybody waits for.
  case tooLarge(path: String)
  /// A newer version of the program has written it.
  case newer(path: String)
  /// The file that was open is no longer in its place, and nothing else is.
  case movedAway(path: String)
  /// The disk takes no more.
  case diskFull(path: String)
  /// The database failed in another way.
  case failed(path: String, reason: String)
  /// A gift that cannot be recorded.
  case badDraft(String)
  /// The chain has no number left.
  case chainIsFull(ChainName)
  /// Nothing can be chained to what is there of a chain.
  case chainBroken(ChainName, ChainBreak)
  /// The same was recorded before on the same day: the first and the last number, and when, as ISO 8601 in UTC.
  case recordedBefore(first: EntryNumber, last: EntryNumber, at: String)
  /// No entry has this number.
  case unknownNumber(EntryNumber)
  /// Several entries have this number: its chain has forked.
  case forkedNumber(EntryNumber)
  /// A correction cannot be corrected.
  case isReversal(EntryNumber)
  /// The gift has been taken back already.
  case alreadyReversed(EntryNumber)
  /// The entry has no such line.
  case unknownLine(EntryNumber, Int)
  /// Sums do not fit in 64 bits.
  case overflow
  /// Joining a file would change what is here, and nobody has agreed to that.
  case notAgreed(path: String, [MergeChange])
  /// The ledger cannot be kept as it is before something is joined to it.
  case cannotCopy(path: String)
  /// A file is not as the ledger writes it; with what is wrong.
  case unsound(path: String, [LedgerFinding])
}

/// Why nothing can be chained to the last entry of a chain.
public enum ChainBreak: Hashable, Sendable {
  /// Entries that were recorded are not there any more, as after a backup was put back: the places of the first and the last.
  case lost(first: Int, last: Int)
  /// The last entry, at this place, is not what its hash says.
  case changedHead(Int)
  /// It is signed with a key that this machine does not have.
  case otherKey
}
