package import Ledger
package import Papers

/// What is so with what the ledger has recorded and what is made of it.
package enum RecordFact: Fact {
  /// What was typed is no number of a paper; with what numbers here begin with.
  case noNumber(String, code: String)
  /// Papers are in the ledger and could not be made: the first and the last of them.
  case withoutPaper(first: String, last: String)
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
  /// What was recorded last cannot be noted on this machine.
  case headNotKept(EntryNumber)
  /// A chain cannot be gone on with, and a new one begins.
  case newChain(code: String, old: ChainName, ChainBreak, new: ChainName)
  /// Papers that this desk has recorded are not in the ledger: up to which number.
  case lostPapers(upTo: EntryNumber)
  /// The same was recorded before on the same day: as which papers, and how many seconds ago.
  case recordedBefore(first: EntryNumber, last: EntryNumber, age: Int)
  /// What a device calls a gift was recorded before, as another gift: as which paper.
  case givenOtherwise(EntryNumber)
  /// A paper is printed whose gift was taken back.
  case takenBack(EntryNumber)
  /// A few figures that several chains, or none, have; with what they may mean.
  case unclearNumber(String, candidates: [EntryNumber])
  /// There is nothing that could be the last.
  case nothingYet
  /// A range that goes backwards, or from one chain into another.
  case noRange(String)
  /// Papers are just being made by others: how many.
  case beingMade(count: Int)
  /// An export's name that says neither of the formats.
  case unknownExport(String)
  /// A file of heads that is none.
  case noHeads

  package var kind: Diagnostic.Kind {
    switch self {
    case .noNumber, .unknownExport, .recordedBefore, .unclearNumber, .nothingYet, .noRange: .usage
    case .withoutPaper, .chainNotKept, .headNotKept, .nothingRecorded: .cannotWrite
    default: .data
    }
  }
}

/// What is so with the package site.
package enum SiteFact: Fact {
  /// Other files are in the folder.
  case foreignFolder
  /// There is a link where a page or a folder is to be.
  case link
  /// The folder's list of files names what no site has: the first of it, and how much there is.
  case strangers(String, count: Int)
  /// Somebody else publishes into the folder, and is waited for.
  case waiting(seconds: Int)
  /// Somebody else publishes into the folder, and was waited for.
  case busy(seconds: Int)
  /// A page's template cannot be read.
  case badTemplate(reason: String)
  /// A page cannot be written.
  case pageNotWritten(reason: String)

  package var kind: Diagnostic.Kind { if case .badTemplate = self { .data } else { .cannotWrite } }
}

extension Diagnostic {
  /// Whether it says that the same was recorded before, so that somebody may say that it is meant.
  package var isAboutRepeating: Bool { if case .recordedBefore? = fact as? RecordFact { true } else { false } }
}

extension OutputFact {
  /// Whether a file that is there already is in the way.
  var isInTheWay: Bool { self == .alreadyThere || self == .appearedMeanwhile }
}

extension Diagnostic {
  /// Whether it says that another gift was recorded under the name that this one has.
  package var isAboutAnotherGift: Bool { if case .givenOtherwise? = fact as? RecordFact { true } else { false } }

  /// Whether it is a doubt, which somebody can dispel by saying that it is meant.
  package var isDoubt: Bool { fact is GiftDoubt }
}
