import ArgumentParser
import BillingOffice

/// Which printer takes the papers.
struct PrinterOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A receipt printer that takes them at once: tcp://HOST:PORT, or a device such as /dev/usb/lp0.",
      valueName: "PRINTER"))
  var to: String?

  /// The printer that was named.
  var target: PrinterTarget? { to.flatMap { PrinterTarget($0) } }

  func check(_ picture: FormatOptions, output: String?) throws {
    guard let to else { return }
    guard target != nil else {
      throw ValidationError("--to must be such as tcp://192.168.1.50:9100 or /dev/usb/lp0, not '\(to)'.")
    }
    if case .escpos = try picture.format(of: output, usual: .escpos) { return }
    throw ValidationError("--to sends what receipt printers understand; leave out --format, or say --format escpos.")
  }

  /// Sends papers to the printer that was named; none where none was.
  ///
  /// - Parameters:
  ///   - papers: the papers.
  ///   - paper: the paper's name, where the office's own was not meant.
  /// - Throws: `Diagnostics` when the printer did not take them all.
  func deliver(_ papers: PrintedPapers, on paper: String?) throws {
    guard let target, let to else { return }
    let look = paper.map { " --paper \($0)" } ?? ""
    let remedy = papers.numbers.map { "billing-office reprint \($0) --receipt\(look) --to \(to) --force" }
    try papers.deliver(
      over: PrinterConnection(target), remedy: remedy.first.map { remedy.count > 1 ? "\($0), and so on" : $0 })
  }
}
