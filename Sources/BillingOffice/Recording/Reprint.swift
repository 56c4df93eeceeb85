import Bookkeeping
import Foundation
public import Ledger

/// What to print again, and how.
public struct ReprintRequest: Sendable {
  /// What the paper is to be: an invoice or a receipt.
  public var kind: PaperKind
  /// The paper's number.
  public var number: EntryNumber
  /// How the paper looks; the language it was first printed in unless another is asked for.
  public var look: Look
  /// A folder, or a file with the format's ending; nil for the office's `output` folder.
  public var output: String?
  /// What the paper is written as.
  public var format: PaperFormat
  /// Whether a file that is there already is overwritten.
  public var force: Bool

  /// Makes a request.
  public init(
    kind: PaperKind = .invoice, number: EntryNumber, look: Look = Look(), output: String? = nil,
    format: PaperFormat = .pdf, force: Bool = false
  ) {
    self.kind = kind
    self.number = number
    self.look = look
    self.output = output
    self.format = format
    self.force = force
  }
}

extension Office {
  /// Prints a paper again from the ledger, by the current template, marked as a reprint.
  ///
  /// - Parameter request: which paper, and how.
  /// - Returns: the files that were written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  public func reprint(_ request: ReprintRequest) throws(Diagnostics) -> PrintedPapers {
    let desk = try LedgerDesk(self)
    let ledger = try desk.open()
    let entry = try gift(request.number, desk, ledger)
    var look = request.look
    if look.locale == nil { look.locale = entry.language }
    let studio = try Studio(try settings(of: entry), installation, office: folder, look: look, kind: request.kind)
    let invoice: Invoice
    let plan: OutputPlan
    let numbers = Numbering.numbered([PaperNumber(entry)])
    do {
      invoice = try GiftRecord.invoice(of: entry, withheld: studio.strings.words["withheld"] ?? "–")
      plan = try OutputPlan.make(
        output: request.output, usual: folder + "/output", format: request.format, isSplit: false, numbers: numbers,
        keys: [nil], order: entry.number.description)
    } catch { throw Diagnostics([error]) }
    let obstacles = plan.obstacles(force: request.force)
    guard obstacles.isEmpty else { throw Diagnostics(obstacles) }
    let paper = NumberedInvoice(invoice: invoice, number: PaperNumber(entry), issued: entry.day)
    let batch = Batch([paper], kind: request.kind, title: studio.settings.name)
    let run = PrintRun(
      studio: studio, batch: batch, plan: plan, issued: entry.day, force: request.force, workers: 1, isTagged: true,
      isReprint: true)
    var papers = try run.print { _, _ in }
    papers.numbers = numbers.all
    papers.warnings = studio.warnings + papers.warnings
    return papers
  }

  /// The gift with a number; of a forked chain both branches have one, and neither is guessed.
  private func gift(_ number: EntryNumber, _ desk: LedgerDesk, _ ledger: Ledger) throws(Diagnostics) -> LedgerEntry {
    let found = try desk.told { () throws(LedgerError) in try ledger.entries(number) }
    guard let entry = found.first else { throw Diagnostics([.of(.unknownNumber(number))]) }
    guard found.count == 1 else { throw Diagnostics([.of(.forkedNumber(number))]) }
    guard entry.kind == .gift else { throw Diagnostics([.of(.isReversal(number))]) }
    return entry
  }

  /// The office's settings, with the name and place it had when the gift was recorded.
  private func settings(of entry: LedgerEntry) throws(Diagnostics) -> OfficeSettings {
    let path = "\(folder)/\(OfficeFolder.settingsFile)"
    let text: String
    do { text = try Files.text(path, shown: Files.shown(path)) } catch { throw Diagnostics([error]) }
    let (read, faults) = OfficeSettingsReader.read(text, file: Files.shown(path))
    guard var settings = read, faults.isEmpty else { throw Diagnostics(faults) }
    if let office = entry.office.content { (settings.name, settings.place) = (office.name, office.place) }
    settings.desk = entry.desk
    return settings
  }
}
