import ArgumentParser
import BillingOffice

/// Which printer takes the papers.
struct PrinterOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Print at once: a name in printers.yaml, or a receipt printer at tcp://HOST:PORT or a device such as /dev/usb/lp0.",
      valueName: "PRINTER"), completion: Completions.printers)
  var to: String?

  @Option(
    name: .customLong("print"),
    help: ArgumentHelp("Print at once on a queue of the system (CUPS).", valueName: "QUEUE"),
    completion: Completions.queues)
  var queue: String?

  /// Whether a printer was named.
  var isNamed: Bool { to != nil || queue != nil }

  func check(_ picture: FormatOptions, output: String?) throws {
    guard let option = to.map({ _ in "--to" }) ?? queue.map({ _ in "--print" }) else { return }
    if to != nil, queue != nil { throw ValidationError("--to and --print name a printer each; leave one of them out.") }
    if output != nil { throw ValidationError("\(option) prints and leaves no file; leave out --output.") }
    if picture.share { throw ValidationError("\(option) prints; leave out --share.") }
    if let format = picture.format, format != (queue == nil ? .escpos : .pdf) {
      throw ValidationError("\(option) sends what the printer understands; leave out --format.")
    }
  }

  /// The printer that is meant.
  ///
  /// - Parameters:
  ///   - office: the office.
  ///   - picture: how many dots it has, where that was said.
  ///   - wantsFile: whether files were asked for, so that the office's usual printer is not meant.
  /// - Returns: nil where files are to be written.
  /// - Throws: `Diagnostics` when there is no such printer.
  func printer(of office: Office, _ picture: FormatOptions, wantsFile: Bool) throws -> Printer? {
    var printer: Printer
    if let to {
      printer = try office.printer(named: to)
    } else if let queue {
      printer = try office.printer(queue: queue)
    } else if !wantsFile, let usual = try office.printers().usual {
      printer = usual
    } else {
      return nil
    }
    if let dots = picture.dots { printer.dots = dots }
    return printer
  }

  /// How somebody names a printer on the command line.
  static func naming(_ printer: Printer) -> String {
    if let name = printer.name { return "--to \(name)" }
    return printer.isForReceipts ? "--to \(printer.address)" : "--print \(printer.address)"
  }

  /// What was printed, a line each.
  static func lines(of papers: PrintedPapers, on printer: Printer) -> [String] {
    papers.numbers.isEmpty ? ["draft → \(printer)"] : papers.numbers.map { "\($0) → \(printer)" }
  }

  /// Tells what was printed.
  static func tell(_ papers: PrintedPapers, on printer: Printer, isQuiet: Bool = false) {
    for line in lines(of: papers, on: printer) { Terminal.out(line) }
    if !isQuiet { Terminal.tell(papers.warnings) }
  }
}
