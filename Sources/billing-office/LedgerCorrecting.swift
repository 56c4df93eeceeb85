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
        billing-office ledger reverse --last --reason wrong-item
        billing-office ledger reverse 5..7 --reason not-given
      """)

  @Argument(
    help: ArgumentHelp("The papers' numbers, and ranges of them such as 5..9.", valueName: "NUMBER"),
    completion: Completions.numbers)
  var numbers: [String] = []

  @Flag(help: "The gift that this desk has recorded last.")
  var last = false

  @Flag(help: "Take several back without being asked.")
  var yes = false

  @Option(
    help: ArgumentHelp("Why; one of the reasons above.", valueName: "CODE"), completion: Completions.reasons,
    transform: { text in
      guard let reason = Correction(rawValue: text) else {
        throw ValidationError("the reasons are \(Correction.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return reason
    })
  var reason: Correction

  @OptionGroup var place: OfficeOption

  func validate() throws {
    if numbers.isEmpty != last {
      throw ValidationError("Name papers by their numbers, such as RIVER-A7K2-000042, 42 or 5..9, or say --last.")
    }
  }

  func run() throws {
    try Terminal.reporting {
      let ledger = try place.ledger()
      let chosen = last ? [try ledger.last()] : try ledger.numbers(numbers)
      // All of them are looked at before the first is taken back.
      for number in chosen { try ledger.checkReversible(number) }
      if chosen.count > 1, !yes { try Terminal.ask("Take \(chosen.count) gifts back?", option: "--yes") }
      for number in chosen {
        let (entry, warnings) = try ledger.reverse(
          number, reason: reason, day: Surroundings.today, moment: Surroundings.moment)
        Terminal.out(last ? "\(entry.number) takes back \(number)" : entry.number.description)
        Terminal.tell(warnings)
      }
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

  @Argument(help: "The paper's number.", completion: Completions.numbers)
  var number: String

  @Argument(help: "Which line, from 1.", completion: Completions.lines)
  var line: Int

  @Flag(help: "Take the words away without being asked.")
  var yes = false

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let ledger = try place.ledger()
      let number = try ledger.number(number)
      let words = try ledger.words(number, line: line)
      Terminal.note(
        words.isEmpty
          ? "The words of \(number) line \(line) are withheld already."
          : "\(number) line \(line): \(words.joined(separator: " · "))")
      if !words.isEmpty, !yes { try Terminal.ask("Take these words away for good?", option: "--yes") }
      try ledger.withhold(number, line: line)
      Terminal.out("\(number) line \(line): withheld")
    }
  }
}
