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

  @Argument(help: "The order: a CSV file with the columns item and quantity, and perhaps invoice.")
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
    try gift.print(ReceiptKind(), .order(order), sheet: sheet.sheet, printer: printer)
  }
}

/// Several receipts on a sheet.
struct CutSheetOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Several to a sheet, with marks to cut along: A4, Letter, or such as 320x450mm (default with --print: the printer's).",
      valueName: "SHEET"))
  var sheet: String?
}

/// `billing-office give`
struct GiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give",
    abstract: "Records what is given, typed on the spot, and prints its receipt.",
    discussion: """
      Each item may have a quantity behind it; without one it is one. A part of a name is enough where it fits one item only.

      Examples:
        billing-office give bread
        billing-office give "Bicycle repair" 2 "Eggs, large" "whole wheat"
        billing-office give childcare 3 --paper 58mm --to /dev/usb/lp0
      """)

  @Argument(help: "What is given: items, each with a quantity behind it or one of it.")
  var items: [String]

  @OptionGroup var gift: GiftOptions
  @OptionGroup var sheet: CutSheetOption
  @OptionGroup var printer: PrinterOption

  func validate() throws {
    try gift.check(printer)
    guard let read = GivenItem.read(items), !read.isEmpty else {
      throw ValidationError("Write an item before its quantity, such as: give \"Bicycle repair\" 2 bread")
    }
  }

  func run() throws {
    try gift.print(ReceiptKind(), .items(GivenItem.read(items) ?? []), sheet: sheet.sheet, printer: printer)
  }
}
