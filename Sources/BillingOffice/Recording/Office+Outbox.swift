import Ledger
import Papers

/// What the ledger's outbox knows of papers while they are made.
extension Office {
  /// Notes that papers are on their way, so that after a kill they are not printed a second time unmarked.
  func begin(_ numbers: ArraySlice<PaperNumber>) {
    if numbers.isEmpty { return }
    try? ledgers.open(ledgerPath, .readWrite).beginOutbox(numbers.map(\.number))
  }

  /// Strikes off papers as they come out. Where that fails, it is done again for all of them in the end.
  func strikeOff(_ numbers: ArraySlice<PaperNumber>) { try? markPrinted(numbers.map(\.number)) }

  /// Lets go of papers that did not come out. What goes wrong has been told already, and a claim ends with its process.
  func release(_ numbers: some Collection<PaperNumber>) {
    if numbers.isEmpty { return }
    try? ledgers.open(ledgerPath, .readWrite).releaseOutbox(numbers.map(\.number))
  }

  /// What in the outbox is to go to a printer that is neither in printers.yaml nor was named on this machine: a warning for each.
  func strangers(in outbox: [Ledger.OutboxItem]) -> [Diagnostic] {
    let book = (try? printers()) ?? PrinterBook()
    return outbox.compactMap { item in
      guard let job = PrintJob(item.job), job.files == nil, !hasAsked(for: job) else { return nil }
      let address = job.queue ?? job.printer ?? ""
      guard book.printer(address) == nil else { return nil }
      return Diagnostic(
        PrinterFact.notTold("\(item.number)", address: address), .warning, file: ShownPath.of(ledgerPath))
    }
  }

  /// Takes papers that are made out of the outbox.
  func markPrinted(_ numbers: [EntryNumber]) throws(Diagnostics) {
    if numbers.isEmpty { return }
    do { try ledgers.open(ledgerPath, .readWrite).takeFromOutbox(numbers) } catch { throw Diagnostics.of(all: error) }
  }
}
