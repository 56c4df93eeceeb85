package import Ledger

/// What joining a ledger would change, did not take in, and left behind, in words.
package enum MergeWords {
  /// How many lines are told one by one before the rest is counted.
  private static let most = 20

  /// What was not taken in, a line for each reason and run of numbers.
  package static func keptOut(_ merge: LedgerMerge) -> [String] {
    told(merge.keptOut.map { ($0.number, reason($0.reason)) })
  }

  /// What would change of what is here, a line for each kind and run of numbers.
  package static func changes(_ changes: [MergeChange]) -> [String] {
    told(changes.map { ($0.number, sentence($0)) })
  }

  /// How the ledger as it was is put back.
  ///
  /// - Parameters:
  ///   - copy: the copy's name, as people see it.
  ///   - ledger: the ledger's.
  /// - Returns: a sentence.
  package static func puttingBack(_ copy: String, _ ledger: String) -> String {
    "\(copy) is the ledger as it was before. To put it back, take \(ledger), \(ledger)-wal and \(ledger)-shm away and give the copy "
      + "the name \(ledger)"
  }

  private static func told(_ all: [(number: EntryNumber, what: String)]) -> [String] {
    // What is said of several numbers in a row is said once.
    var runs: [(first: EntryNumber, last: EntryNumber, what: String)] = []
    let sorted = all.sorted { ($0.what, $0.number.description) < ($1.what, $1.number.description) }
    for (number, what) in sorted {
      if let run = runs.last, run.what == what, run.last.inChain == number.inChain,
        number.sequence - run.last.sequence <= 1
      {
        runs[runs.count - 1].last = number
      } else {
        runs.append((number, number, what))
      }
    }
    let lines = runs.map { run in
      "\(run.first == run.last ? "\(run.first)" : "\(run.first) to \(run.last)") \(run.what)"
    }
    guard lines.count > most else { return lines }
    return lines.prefix(most) + ["and \(lines.count - most) more of this kind"]
  }

  private static func sentence(_ change: MergeChange) -> String {
    switch change {
    case .withheld: "would lose words, for good"
    case .takenBack(_, let by): "would be taken back by \(by.inChain)"
    case .forked: "would stand twice: here is another entry with that number"
    case .unproven:
      "would be put back, though this machine cannot tell whether it recorded it: what it remembers came later, and is not in the file"
    }
  }

  private static func reason(_ reason: KeptOut.Reason) -> String {
    switch reason {
    case .gap: "was kept out: what stood before it is in neither ledger, or was kept out itself"
    case .notRecordedHere: "was kept out: it has a number of this machine's own chain, and was not recorded here"
    case .unsigned:
      "was kept out: its chain is signed with a key that is known here, and it leads up to nothing that is signed with it"
    case .foreignReversal: "was kept out: it takes back a gift of another office"
    case .wrongReversal: "was kept out: it takes back a gift that is in neither ledger, or another sum"
    case .amount: "was kept out: its amounts, quantities or hours are below zero or beyond belief"
    case .tooLong: "was kept out: it is longer than an entry may be"
    case .label: "was kept out: its desk or its language holds what may not be shown"
    case .words: "was taken in without words that hold a way to pay, or characters that may not be shown"
    case .withholding: "keeps its words: nobody else takes words away in this machine's own chains"
    }
  }
}
