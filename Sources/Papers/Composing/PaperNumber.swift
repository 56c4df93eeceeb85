package import Ledger

/// A number, and the seal of what the ledger has recorded under it.
package struct PaperNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number.
  package var number: EntryNumber
  /// The first ten letters of the entry's hash.
  package var seal: String

  package init(_ number: EntryNumber, seal: String) {
    self.number = number
    self.seal = seal
  }

  /// The number and seal of an entry.
  package init(_ entry: LedgerEntry) { self.init(entry.number, seal: entry.seal) }

  /// The number as it is printed.
  package var description: String { number.description }

  /// A number that nobody has.
  package static let sample = EntryNumber("SAMPLE-A7K2-000042").map { PaperNumber($0, seal: "9JX3NQ6TKM") }
}

/// The numbers of a batch.
package enum Numbering: Sendable {
  /// Papers without numbers.
  case drafts
  /// A number for each.
  case numbered([PaperNumber])

  /// The number of an invoice; nil for a draft.
  package subscript(index: Int) -> PaperNumber? {
    if case .numbered(let numbers) = self { numbers[index] } else { nil }
  }

  /// All numbers; none for drafts.
  package var all: [PaperNumber] {
    if case .numbered(let numbers) = self { numbers } else { [] }
  }
}
