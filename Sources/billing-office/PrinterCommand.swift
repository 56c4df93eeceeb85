import ArgumentParser
import BillingOffice

/// `billing-office printer`
struct PrinterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "printer",
    abstract: "The office's printers: list, add, test and calibrate them.",
    discussion: """
      They stand in printers.yaml beside office.yaml. The usual one prints every receipt that nobody sends elsewhere.

      Examples:
        billing-office printer add counter --to tcp://192.168.1.50:9100 --paper 80mm
        billing-office printer add pocket --to /dev/usb/lp0 --paper 58mm --dots 384
        billing-office printer add office --print laser-2 --paper A4
        billing-office printer test counter
        billing-office printer calibrate office
      """,
    subcommands: [
      PrinterListCommand.self, PrinterAddCommand.self, PrinterTestCommand.self, PrinterCalibrateCommand.self,
    ])
}

/// `billing-office printer list`
struct PrinterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Shows the office's printers, and the system's queues that are not among them.")

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let office = try place.open()
      let printers = try office.printers().printers
      for line in Self.lines(of: printers) { Terminal.out(line) }
      if printers.isEmpty {
        Terminal.note(
          "No printer yet. Add one: billing-office printer add counter --to tcp://192.168.1.50:9100 --paper 80mm")
      } else if printers.contains(where: \.isUsual) {
        Terminal.note("• prints receipts unless another one is named.")
      }
      let others = office.systemQueues().filter { queue in
        !printers.contains { !$0.isForReceipts && $0.address == queue }
      }
      if !others.isEmpty {
        Terminal.note("The system has queues, too: \(others.joined(separator: ", ")) (--print QUEUE)")
      }
    }
  }
}

extension PrinterListCommand {
  /// A line for each printer, the usual one with a mark.
  static func lines(of printers: [Printer]) -> [String] {
    Columns.lines(
      printers.map { printer in
        [
          (printer.isUsual ? "• " : "  ") + (printer.name ?? ""), printer.isForReceipts ? "escpos" : "cups",
          printer.address, printer.paper ?? "", printer.dots.map { "\($0) dots" } ?? "",
        ]
      })
  }
}

/// `billing-office printer add`
struct PrinterAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Writes a printer into printers.yaml. The first one becomes the usual one.",
    discussion: """
      Examples:
        billing-office printer add counter --to tcp://192.168.1.50:9100 --paper 80mm
        billing-office printer add office --print laser-2 --paper A4 --usual
      """)

  @Argument(help: "What it is called.")
  var name: String

  @OptionGroup var place: OfficeOption

  @Option(
    help: ArgumentHelp(
      "A receipt printer (ESC/POS) at tcp://HOST:PORT, or a device such as /dev/usb/lp0.", valueName: "ADDRESS"),
    completion: .file())
  var to: String?

  @Option(
    name: .customLong("print"), help: ArgumentHelp("A queue of the system (CUPS).", valueName: "QUEUE"),
    completion: Completions.queues)
  var queue: String?

  @Option(
    help: ArgumentHelp("What is in it: 80mm or 58mm, A4, Letter …", valueName: "PAPER"),
    completion: .list(Printer.rolls + Office.sheets))
  var paper: String?

  @Option(
    help: ArgumentHelp(
      "Dots across the head of a receipt printer (default: 576 on 80mm, 384 on 58mm).", valueName: "N"),
    completion: Completions.dots)
  var dots: Int?

  @Flag(help: "Prints receipts unless another one is named.")
  var usual = false

  func validate() throws {
    guard (to == nil) != (queue == nil) else {
      throw ValidationError(
        "Say where it is: --to ADDRESS for a receipt printer, or --print QUEUE for one of the system.")
    }
    if let to, PrinterTarget(to) == nil {
      throw ValidationError("--to must be such as tcp://192.168.1.50:9100 or /dev/usb/lp0, not '\(to)'.")
    }
    if let dots, !PrintHeadSize.isPossible(dots) {
      throw ValidationError("--dots must be \(PrintHeadSize.words), not \(dots).")
    }
    if dots != nil, queue != nil { throw ValidationError("--dots is for receipt printers; leave it out.") }
  }

  func run() throws {
    try Terminal.reporting {
      let office = try place.open()
      guard var printer = try printer() else { return }
      if paper == nil, printer.isForReceipts { printer.paper = try Self.askedRoll(usual: printer.roll ?? "80mm") }
      let path = try office.add(printer, as: name)
      Terminal.out(Surroundings.shown(path))
      if paper == nil, printer.paper == nil, let roll = printer.roll {
        Terminal.note(
          "It is taken to have a roll of \(roll) in it; if it has another one, change paper: in printers.yaml.")
      }
      Terminal.note("Next: billing-office printer test \(Surroundings.quoted(name))")
    }
  }
}

extension PrinterAddCommand {
  /// The printer that is meant; nil where it is not said where it is, which does not come this far.
  ///
  /// - Throws: `Diagnostics` when there is no such paper.
  func printer() throws -> Printer? {
    guard let way = to.flatMap({ PrinterTarget($0) }).map(Printer.Way.receipts) ?? queue.map(Printer.Way.queue) else {
      return nil
    }
    var printer = Printer(way, paper: try paper.map(Printer.paper), dots: dots)
    printer.isUsual = usual
    return printer
  }

  /// The roll that is in a receipt printer, where somebody can be asked; nil where nobody can.
  private static func askedRoll(usual: String) throws -> String? {
    guard Terminal.canAsk else { return nil }
    while true {
      Terminal.piece("Which roll is in it, \(Printer.rolls.joined(separator: " or "))? (\(usual)): ")
      guard let line = readLine() else {
        Terminal.note("")
        return nil
      }
      let answer = line.lowercased().filter { !$0.isWhitespace }
      if answer.isEmpty { return usual }
      if let roll = Printer.rolls.first(where: { $0 == answer || $0 == answer + "mm" }) { return roll }
      Terminal.note("It is one of \(Printer.rolls.joined(separator: " and ")), please.")
    }
  }
}

/// A printer to look at.
struct ChosenPrinter: ParsableArguments {
  @Argument(
    help: "A name in printers.yaml, an address, or a queue of the system; the usual printer unless it is named.",
    completion: Completions.printers)
  var printer: String?

  @OptionGroup var place: OfficeOption

  /// The office, and the printer that is meant.
  ///
  /// - Throws: `Diagnostics` when there is no such printer.
  func open() throws -> (office: Office, printer: Printer) {
    let office = try place.open()
    return (office, try office.printer(orUsual: printer))
  }
}

/// `billing-office printer test`
struct PrinterTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract:
      "Prints a sheet that shows how wide and how dark a printer prints, and the smallest code it makes scannable.",
    discussion: """
      Examples:
        billing-office printer test counter
        billing-office printer test tcp://192.168.1.50:9100
      """)

  @OptionGroup var chosen: ChosenPrinter

  func run() throws {
    try Terminal.reporting {
      let (office, target) = try chosen.open()
      try office.printTest(on: target, day: Surroundings.today, Interruption.observer(nil))
      Terminal.out("test → \(target)")
    }
  }
}
