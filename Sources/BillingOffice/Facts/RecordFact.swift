package import Ledger
package import Papers

/// What is so with what the ledger has recorded and what is made of it.
package enum RecordFact: Fact {
  /// What was typed is no number of a paper; with what numbers here begin with.
  case noNumber(String, code: String)
  /// Papers are in the ledger and could not be made: the first and the last of them.
  case withoutPaper(first: String, last: String, isForPrinter: Bool)
  /// Gifts that were to be recorded are not, since their papers have nowhere to go.
  case nothingRecorded
  /// This copy of the ledger does not hold a line that a paper needs.
  case lineNotHeld(number: EntryNumber, line: Int)
  /// A line without a source.
  case lineWithoutSource(number: EntryNumber, line: Int)
  /// A file that should name a chain and does not.
  case noChainName
  /// The name of the desk's chain cannot be kept.
  case chainNotKept
  /// An export's name that says neither of the formats.
  case unknownExport(String)
  /// A file of heads that is none.
  case noHeads

  package var kind: Diagnostic.Kind {
    switch self {
    case .noNumber, .unknownExport: .usage
    case .withoutPaper, .chainNotKept, .nothingRecorded: .cannotWrite
    default: .data
    }
  }
}

/// What is so with the package site.
package enum SiteFact: Fact {
  /// Other files are in the folder.
  case foreignFolder
  /// Somebody else publishes into the folder, and was waited for.
  case busy(seconds: Int)
  /// A page's template cannot be read.
  case badTemplate(reason: String)
  /// A page cannot be written.
  case pageNotWritten(reason: String)

  package var kind: Diagnostic.Kind { if case .badTemplate = self { .data } else { .cannotWrite } }
}
