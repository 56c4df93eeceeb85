import Ledger
import Papers

extension RecordFact: WordedFact {
  private static let puttingBack =
    "put the missing ones back by joining a copy that has them: an export, the site's ledger.jsonl, or another desk's ledger"

  private static func ago(_ seconds: Int) -> String {
    let (count, unit) =
      switch seconds {
      case ..<100: (max(1, seconds), "second")
      case ..<6000: (seconds / 60, "minute")
      default: (seconds / 3600, "hour")
      }
    return "\(count) \(unit)\(count == 1 ? "" : "s") ago"
  }

  /// Numbers of a chain, from one place to another.
  private static func range(_ code: String, _ chain: ChainName, _ first: Int, _ last: Int) -> String {
    let numbers = [first, last].compactMap { EntryNumber(office: code, chain: chain, sequence: $0)?.description }
    return first == last ? numbers[0] : numbers.joined(separator: " to ")
  }

  package var words: Words {
    switch self {
    case .noNumber(let text, let code):
      Words(
        "\"\(text)\" is no number of a paper", "it is printed on the paper, and looks like \(code)-A7K2-000042")
    case .withoutPaper(let first, let last):
      Words(
        "\(first == last ? "\(first) is" : "\(first) to \(last) are") in the ledger, without a paper",
        "print what is missing")
    case .nothingRecorded:
      Words("nothing was recorded", "give it again once the printer is there, or make a file of it")
    case .lineNotHeld(let number, let line):
      Words("this copy of the ledger does not hold line \(line) of \(number)", "print it at the desk that recorded it")
    case .lineWithoutSource(let number, let line): Words("line \(line) of \(number) has no source")
    case .noChainName:
      Words("this is no name of a chain", "delete the file: a new chain is begun, and nothing recorded is lost")
    case .chainNotKept:
      Words("the name of this desk's chain cannot be kept", "check that you may write there")
    case .headNotKept(let number):
      Words(
        "\(number) is recorded, but this machine cannot note that it is the last",
        "check the space on the disk of your home folder")
    case .newChain(let code, let old, .lost(let first, let last), let new):
      Words(
        "the ledger does not hold \(Self.range(code, old, first, last)), which this desk has recorded: an older copy seems to "
          + "have been put in its place. Numbers go on in a new chain, \(code)-\(new), so that none stands on two papers",
        Self.puttingBack)
    case .newChain(let code, let old, .changedHead(let last), let new):
      Words(
        "\(Self.range(code, old, last, last)) has been changed: it is not what its hash says. Numbers go on in a new chain, "
          + "\(code)-\(new), which does not lean on it",
        "check the whole ledger, and put back a sound copy of what was changed")
    case .newChain(let code, let old, .otherKey, let new):
      Words(
        "chain \(code)-\(old) is signed with a key that this machine does not have. Numbers go on in a new chain, \(code)-\(new)",
        "the key lies where this machine keeps what it remembers; whoever has another copy of the office has another one"
      )
    case .lostPapers(let last):
      Words(
        "this desk has recorded papers up to \(last), and the ledger does not hold them all", Self.puttingBack)
    case .recordedBefore(let first, let last, let age):
      Words(
        "this is recorded already, \(Self.ago(age)), as \(first == last ? "\(first)" : "\(first) to \(last)")",
        "nothing was recorded this time; say so if the same was given once more")
    case .givenOtherwise(let number):
      Words("this was recorded already, as \(number), with other things in it", "give what is new by itself")
    case .takenBack(let number): Words("\(number) was taken back; its paper says so")
    case .unclearNumber(let text, let candidates) where candidates.isEmpty:
      Words("no paper of this desk has the number \(text)", "write the whole number, as it stands on the paper")
    case .unclearNumber(let text, let candidates):
      Words(
        "\(text) may be \(String.quotedList(candidates.map(\.description), last: "or"))",
        "write the whole number, as it stands on the paper")
    case .nothingYet: Words("nothing is recorded yet, so there is no last one")
    case .noRange(let text):
      Words("\"\(text)\" is no range of papers", "write the first and the last number of one chain, such as 5..9")
    case .beingMade(let count):
      Words("\(count == 1 ? "1 paper is" : "\(count) papers are") just being made by another desk or window")
    case .unknownExport(let name):
      Words(
        "\"\(name)\" says neither .jsonl nor .csv nor .ods",
        "name a file that ends in .jsonl, to join or check it, or in .csv or .ods, for a spreadsheet")
    case .noHeads: Words("this is no file of heads", "each line is a number and a hash")
    }
  }
}

extension CheckReport.Sound {
  /// What is in order, in a line.
  package var sentence: String {
    switch self {
    case .settings(let file, let name, let place): "\(file): \(name), \(place)"
    case .prices(let file, let count): "\(file): \(Counted.text(count, "price"))"
    case .names(let file, let count): "\(file): \(Counted.text(count, "name"))"
    case .milestones(let file, let count): "\(file): \(Counted.text(count, "milestone"))"
    case .printers(let file, let count): "\(file): \(Counted.text(count, "printer"))"
    case .template(let name, let paper): "template \(name): \(paper)"
    case .order(let file, let count): "\(file): \(Counted.text(count, "invoice"))"
    }
  }
}
