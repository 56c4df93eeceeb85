import ArgumentParser
import BillingOffice

/// `billing-office receipt`
struct ReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: "Records the gifts of an order and prints their receipts: on a small sheet, or on a roll.",
    discussion: """
      The same gift as an invoice, for the hand. On a roll (80mm, 58mm) the paper is as long as its content. Where the office has
      a usual printer (see billing-office printer), it prints them; --output, --format or --draft makes files all the same.

      Examples:
        billing-office receipt order.csv
        billing-office receipt order.csv --paper 80mm
        billing-office receipt orders.csv --split --paper 58mm
        billing-office receipt order.csv --paper 80mm --to tcp://192.168.1.50:9100
        billing-office receipt orders.csv --print laser-2
        billing-office receipt orders.csv --sheet A4 --output tonight.pdf
        billing-office receipt order.csv --template receipt-large --paper A4
        billing-office receipt order.csv --format txt
        billing-office receipt --last --paper 80mm
        billing-office receipt --of RIVER-A7K2-000042
      """)

  @Argument(
    help: "The order: a CSV file with the columns item and quantity, and perhaps invoice, or a list; - reads a pipe.",
    completion: Completions.tables)
  var order: String?

  @OptionGroup var gift: GiftOptions
  @OptionGroup var recorded: RecordedOption
  @OptionGroup var sheet: CutSheetOption
  @OptionGroup var printer: PrinterOption

  func validate() throws {
    try gift.check(printer)
    try recorded.check(order, gift)
    if recorded.isSaid, sheet.sheet != nil { throw ValidationError("One receipt needs no --sheet; leave it out.") }
  }

  func run() throws {
    guard let order else { return try gift.printAgain(ReceiptKind(), recorded, printer: printer) }
    try gift.print({ try request(order) }, printer: printer)
  }

  /// What is asked for of an order.
  func request(_ order: String) throws -> GiftRequest {
    try gift.request(ReceiptKind(), .order(Surroundings.input(order)), sheet: sheet.sheet)
  }
}

/// Several receipts on a sheet.
struct CutSheetOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Several to a sheet, with marks to cut along: A4, Letter, or such as 320x450mm (default with --print: the printer's).",
      valueName: "SHEET"), completion: Completions.sheets)
  var sheet: String?
}

/// `billing-office give`
struct GiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give",
    abstract: "Records what is given, typed on the spot, and prints its receipt.",
    discussion: """
      A quantity stands behind its item or before it; without one it is one. Words that name one item need no quotes, their order
      and their accents do not matter, and a part is enough where it fits one item only. What was understood is said before it is
      recorded. Hard to believe are more than 100 of a thing, more than 24 hours, more than 10 of the dearest item would cost,
      and an item that stands twice: on a terminal you are asked, elsewhere --yes says that it is meant. A hyphen takes a list that
      is pasted or piped, a thing in a line, as people write it into a note or a chat; Ctrl-D ends it.

      Examples:
        billing-office give whole wheat
        billing-office give bicycle repair 2 eggs large
        billing-office give 2x bread white
        billing-office give 1.5h childcare --paper 58mm --to /dev/usb/lp0
        billing-office give rice 200 --yes
        billing-office give story telling 2h --unpriced --category care
        billing-office give -
      """)

  @Argument(help: "What is given: items, each with a quantity or one of it.", completion: Completions.items)
  var items: [String]

  @Flag(name: .shortAndLong, help: "It is meant, however hard to believe it is.")
  var yes = false

  @Flag(help: "It has no price yet: it is recorded as a gift without an amount, for the organiser to price.")
  var unpriced = false

  @Option(
    help: ArgumentHelp("With --unpriced: the group it belongs to, such as care or health.", valueName: "CATEGORY"),
    completion: Completions.categories)
  var category: String?

  @OptionGroup var gift: GiftOptions
  @OptionGroup var sheet: CutSheetOption
  @OptionGroup var printer: PrinterOption

  func validate() throws {
    try gift.check(printer)
    if category != nil, !unpriced {
      throw ValidationError("--category is for what has no price; the price book says it of all else.")
    }
  }

  func run() throws { try gift.print(request, printer: printer, isMeant: yes) }

  /// What is asked for.
  func request() throws -> GiftRequest {
    let given: GiftRequest.Given =
      unpriced ? .unpriced(items, category: category) : items == ["-"] ? .order(Surroundings.input("-")) : .words(items)
    return try gift.request(ReceiptKind(), given, sheet: sheet.sheet)
  }
}
