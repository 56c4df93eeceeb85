import ArgumentParser
import BillingOffice

/// `billing-office ledger reverse`
struct LedgerReverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Takes a gift back from the sums, by a new entry; nothing is edited or deleted.",
    discussion: """
      Reasons: \(Correction.allCases.map(\.rawValue).joined(separator: ", ")).

      Example:
        billing-office ledger reverse RIVER-A7K2-000042 --reason entered-twice
      """)

  @Argument(help: "The paper's number.")
  var number: String

  @Option(
    help: ArgumentHelp("Why; one of the reasons above.", valueName: "CODE"),
    transform: { text in
      guard let reason = Correction(rawValue: text) else {
        throw ValidationError("the reasons are \(Correction.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return reason
    })
  var reason: Correction

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let ledger = try place.ledger()
      let entry = try ledger.reverse(
        try ledger.number(number), reason: reason, day: Surroundings.today, moment: Surroundings.moment)
      Terminal.out(entry.number.description)
    }
  }
}

/// `billing-office ledger withhold`
struct LedgerWithholdCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withhold",
    abstract: "Takes the words of a line away for good, such as a name typed by mistake; the chain still verifies.",
    discussion: """
      The line's numbers stay. Join or publish your ledger anew, so that other copies lose the words too.

      Example:
        billing-office ledger withhold RIVER-A7K2-000042 2
      """)

  @Argument(help: "The paper's number.")
  var number: String

  @Argument(help: "Which line, from 1.")
  var line: Int

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let ledger = try place.ledger()
      let number = try ledger.number(number)
      try ledger.withhold(number, line: line)
      Terminal.out("\(number) line \(line): withheld")
    }
  }
}
