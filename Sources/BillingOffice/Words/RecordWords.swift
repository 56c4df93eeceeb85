import Ledger
import Papers

extension RecordFact: WordedFact {
  package var words: Words {
    switch self {
    case .noNumber(let text, let code):
      Words(
        "\"\(text)\" is no number of a paper", "it is printed on the paper, and looks like \(code)-A7K2-000042")
    case .withoutPaper(let first, let last, _):
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
    case .unknownExport(let name):
      Words(
        "\"\(name)\" says neither .jsonl nor .csv",
        "name a file that ends in .jsonl, to join or check it, or in .csv, for a spreadsheet")
    case .noHeads: Words("this is no file of heads", "each line is a number and a hash")
    }
  }
}

extension CheckReport.Sound {
  /// What is in order, in a line.
  package var sentence: String {
    switch self {
    case .settings(let file, let name, let place): "\(file): \(name), \(place)"
    case .prices(let file, let count): "\(file): \(count == 1 ? "1 price" : "\(count) prices")"
    case .printers(let file, let count): "\(file): \(count == 1 ? "1 printer" : "\(count) printers")"
    case .template(let name, let paper): "template \(name): \(paper)"
    case .order(let file, let count): "\(file): \(count == 1 ? "1 invoice" : "\(count) invoices")"
    }
  }
}
