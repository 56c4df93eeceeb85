import ArgumentParser
import BillingOffice

/// Which office, which prices, and how its tables are read.
struct OfficeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The office's folder (default: where you stand, or its nearest parent with an office.yaml).", valueName: "DIR"),
    completion: .directory)
  var office: String?

  @Option(
    help: ArgumentHelp("The price book (default: prices.csv in the office).", valueName: "FILE"),
    completion: Completions.tables)
  var prices: String?

  @OptionGroup var tables: TableOptions

  func open(isQuiet: Bool = false) throws -> Office {
    var opened = try Surroundings.office(named: office, isQuiet: isQuiet)
    opened.asked = tables.asked
    return opened
  }
}

/// How papers look.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A template by name or folder (default: what office.yaml says).", valueName: "NAME|DIR"),
    completion: Completions.templates)
  var template: String?

  @Option(
    help: ArgumentHelp(
      "A4, A5, Letter and others; for receipts also A6, 80mm or 58mm (default: the printer's, or what office.yaml says).",
      valueName: "PAPER"), completion: Completions.papers)
  var paper: String?

  @Option(
    help: ArgumentHelp(
      "The language of words, numbers and dates, such as es-MX (default: what office.yaml says).", valueName: "LOCALE"),
    completion: Completions.locales)
  var locale: String?

  var look: PaperLook { PaperLook(template: template, paper: paper, locale: locale) }
}
