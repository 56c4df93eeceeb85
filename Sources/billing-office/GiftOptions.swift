import ArgumentParser
import BillingOffice
import Bookkeeping
import Foundation

/// How gifts are recorded and their papers printed.
struct GiftOptions: ParsableArguments {
  @OptionGroup var place: OfficeOptions
  @OptionGroup var look: LookOptions

  @Option(help: ArgumentHelp("Where the papers go (default: output in the office).", valueName: "DIR|FILE"))
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "Overwrite files that are there already.")
  var force = false

  @Flag(help: "A file for each paper instead of one for all.")
  var split = false

  @Flag(help: "Print without recording: papers marked DRAFT, without numbers.")
  var draft = false

  @Option(help: ArgumentHelp("The day of issue, YYYY-MM-DD (default: today).", valueName: "DATE"))
  var issued: String?

  @Flag(help: "Say nothing but errors and the files' paths.")
  var quiet = false

  func check() throws {
    try picture.check(output: output)
    try Day.check(issued)
  }

  /// Records and prints.
  func print(
    _ kind: PaperKind, order: String, items: [GivenItem]? = nil, isTagged: Bool? = nil, jobs: Int? = nil,
    printer: PrinterOption? = nil
  ) throws {
    try Terminal.reporting {
      let request = InvoiceRequest(
        kind: kind, order: order, items: items, prices: place.prices, look: look.look, output: output,
        format: try picture.format(of: output, usual: printer?.target == nil ? .pdf : .escpos), force: force,
        isSplit: split, isTagged: isTagged,
        recordedAt: draft ? nil : Surroundings.moment, issued: Day.meant(issued),
        workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount, volumeWorkers: jobs ?? 1)
      let progress = quiet ? nil : ProgressReport(of: kind == .receipt ? "receipts" : "invoices")
      defer { progress?.finish() }
      Interruption.listen()
      let papers = try place.open().printInvoices(
        request, progress: { done, total in progress?.report(done, of: total) },
        isCancelled: { Interruption.isWanted })
      progress?.finish()
      for path in papers.paths { Terminal.out(Surroundings.shown(path)) }
      if !quiet { Terminal.tell(papers.warnings) }
      try printer?.deliver(papers, on: look.paper)
    }
  }
}
