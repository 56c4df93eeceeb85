import ArgumentParser
import BillingOffice

/// `billing-office new`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins an office: a folder with settings, real prices and two orders to print at once.",
    usage: "billing-office new [<options>] <folder>",
    discussion: """
      On a terminal it asks for what you do not say here; Enter keeps what stands in brackets.

      Examples:
        billing-office new my-market
        billing-office new rive --name Rive --currency EUR --language fr
      """)

  @Argument(help: "The folder to make.")
  var folder: String

  @Option(help: ArgumentHelp("The office's name.", valueName: "NAME"))
  var name: String?

  @Option(help: ArgumentHelp("Where the market is, and when.", valueName: "PLACE"))
  var place: String?

  @Option(help: ArgumentHelp("The currency of its prices, such as EUR (ISO 4217).", valueName: "CODE"))
  var currency: String?

  @Option(help: ArgumentHelp("The language of its papers, such as fr or es-MX.", valueName: "LANGUAGE"))
  var language: String?

  @Option(help: ArgumentHelp("The address of its public ledger, or none where it has no site.", valueName: "URL"))
  var ledger: String?

  @Option(
    help: ArgumentHelp(
      "What the numbers of its papers begin with, 2 to 12 of A–Z and 0–9 (default: made of the name).",
      valueName: "CODE"))
  var code: String?

  func run() throws {
    try Terminal.reporting {
      let installation = try Surroundings.installation()
      try StarterOffice.checkFree(folder)
      var office = try answers()
      if Terminal.canAsk { try ask(&office, installation) }
      for path in try StarterOffice.copy(to: folder, from: installation, as: office) { Terminal.out(path) }
      Terminal.note(next(office, without: try StarterOffice.currencyWithoutPrices(office, installation)))
    }
  }

  /// What is said of the office without being asked.
  ///
  /// - Throws: `Diagnostics` with everything that cannot be.
  func answers() throws -> NewOffice {
    var office = NewOffice()
    var faults: [Diagnostic] = []
    for (key, text) in said {
      do throws(Diagnostics) { try office.say(key, text) } catch { faults += error.all }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return office
  }

  private var said: [(key: NewOffice.Key, text: String)] {
    let all: [(NewOffice.Key, String?)] = [
      (.name, name), (.place, place), (.currency, currency), (.locale, language), (.ledger, ledger), (.code, code),
    ]
    return all.compactMap { key, text in text.map { (key, $0) } }
  }

  /// Asks for what was not said, again where the answer cannot be.
  private func ask(_ office: inout NewOffice, _ installation: Installation) throws {
    for key in NewOffice.Key.allCases where !office.says(key) {
      while !office.says(key) {
        let usual = try office.usual(key, installation)
        let answer = try Terminal.answer(to: "\(Self.question(key)) [\(usual)]")
        do throws(Diagnostics) { try office.say(key, answer.isEmpty ? usual : answer) } catch {
          Terminal.tell(error.all)
        }
      }
    }
  }

  private static func question(_ key: NewOffice.Key) -> String {
    switch key {
    case .name: "What is your office called?"
    case .place: "Where is the market, and when?"
    case .currency: "In which currency are prices?"
    case .locale:
      "In which language are papers (\(NewOffice.languages.joined(separator: ", ")), or with a country, such as es-MX)?"
    case .ledger: "What is the web address of your public ledger?"
    case .code: "What do the numbers of your papers begin with?"
    }
  }

  /// What to do next.
  ///
  /// - Parameters:
  ///   - office: the answers.
  ///   - prices: the currency, where no prices in it come with the program.
  /// - Returns: a line.
  func next(_ office: NewOffice, without prices: String?) -> String {
    let steps = [
      "cd \(Surroundings.quoted(folder))", office.says(.name) ? nil : "put your name into office.yaml",
      prices.map { "write prices in \($0) into prices.csv, since none come with the program" },
    ]
    let command = prices == nil ? "invoice order.csv" : "check"
    return "Next: \(steps.compactMap { $0 }.joined(separator: ", ")), then: billing-office \(command)"
  }
}
