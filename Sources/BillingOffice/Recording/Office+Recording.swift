import Ledger

extension Office {
  /// Tries every paper with numbers as wide as those to come, and then records all gifts in one step.
  ///
  /// - Parameters:
  ///   - orders: what was given.
  ///   - press: what lays them out.
  ///   - request: what to print, and how.
  ///   - folder: where the papers go; one that cannot be made is found out while nothing is recorded.
  ///   - moment: ISO 8601 in UTC, to the second.
  ///   - isCancelled: asked before every invoice whether to stop.
  ///   - progress: told how many invoices have been tried.
  /// - Returns: the numbers and seals, and the open ledger.
  /// - Throws: ``Diagnostics``; then nothing was recorded.
  func record(
    _ orders: OrderBook, on press: Press, _ request: InvoiceRequest, to folder: String, moment: String,
    isCancelled: () -> Bool, progress: (Int) -> Void
  ) throws(Diagnostics) -> (numbers: [PaperNumber], ledger: Ledger) {
    let studio = press.studio
    let recorder = try Recorder(studio, self, day: request.issued, moment: moment)
    let trial = Batch(
      orders, numbers: recorder.placeholders(orders.count), issued: request.issued, title: studio.settings.name,
      isTrial: true)
    let faults = PrintRun.rehearse(
      studio, trial, on: press,
      step: { (done) throws(Diagnostics) in
        if isCancelled() { throw Diagnostics(.interrupted) }
        progress(done)
      })
    guard faults.isEmpty else { throw Diagnostics(faults) }
    let files: AsideFiles
    files = try AsideFiles(folder: folder)
    let job = request.bench.map { PrintJob(request, on: $0.printer).text }
    do { return try recorder.record(orders, job: job) } catch {
      files.discard()
      throw error
    }
  }

  /// The files once the numbers are known. None of them can be there already: no number was used before.
  func replan(_ request: InvoiceRequest, _ numbers: Numbering, _ orders: OrderBook) throws(Diagnostics) -> OutputPlan {
    return try OutputPlan.make(
      output: request.output, usual: folder + "/output", format: request.format, isSplit: request.isSplit,
      numbers: numbers, keys: orders.keys, order: request.order)
  }

  /// What went wrong, with what to do where the gifts are recorded and only their papers are missing.
  static func told(_ error: Diagnostics, recorded numbers: ArraySlice<PaperNumber>, isForPrinter: Bool) -> Diagnostics {
    guard let first = numbers.first, let last = numbers.last else { return error }
    let names = first == last ? "\(first) is" : "\(first) to \(last) are"
    return Diagnostics(
      error.all + [
        Diagnostic(
          .warning, .cannotWrite, message: "\(names) in the ledger, without a paper",
          hint: "print what is missing with: billing-office reprint \(isForPrinter ? "--unprinted" : "\(first)")")
      ])
  }
}
