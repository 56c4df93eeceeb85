import Bookkeeping
import Foundation
import Layout
public import Ledger
import Templating

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
  /// The sheet that it is cut from; nil for a page of its own.
  var sheet: String?
  /// The way to the printer that it is for.
  var bench: PrintingBench?
  /// Whether it is printed for the first time, and so not marked as a reprint.
  var isFirst = false

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
    return try reprint([try gift(request.number, desk, try desk.open())], request)
  }

  /// Prints papers of one language and one office again, in one go.
  ///
  /// - Parameters:
  ///   - entries: the gifts, at least one.
  ///   - request: how; its number is not looked at.
  ///   - isCancelled: asked before every paper whether to stop.
  /// - Returns: the files, and what is worth a look.
  /// - Throws: ``Diagnostics``; then nothing was written.
  func reprint(
    _ entries: [LedgerEntry], _ request: ReprintRequest, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Diagnostics) -> PrintedPapers {
    guard let first = entries.first else { return PrintedPapers(paths: [], warnings: []) }
    var look = request.look
    if look.locale == nil { look.locale = first.language }
    let (cut, studio) = try studio(for: first, look, request)
    let numbers = Numbering.numbered(entries.map { PaperNumber($0) })
    var papers: [NumberedInvoice] = []
    var plan: OutputPlan
    for entry in entries {
      let invoice = try GiftRecord.invoice(of: entry, withheld: studio.strings.words["withheld"] ?? "–")
      papers.append(NumberedInvoice(invoice: invoice, number: PaperNumber(entry), issued: entry.day))
    }
    plan = try OutputPlan.make(
      output: request.output, usual: folder + "/output", format: request.format, isSplit: cut == nil,
      numbers: numbers, keys: Array(repeating: nil, count: entries.count), order: first.number.description)
    let obstacles = plan.obstacles(force: request.force)
    guard obstacles.isEmpty else { throw Diagnostics(obstacles) }
    var batch = Batch(papers, kind: request.kind, title: studio.settings.name)
    if let cut { (batch, plan) = (batch.cut(on: cut.grid), plan.holdingOneEach) }
    let run = PrintRun(
      studio: studio, batch: batch, plan: plan, issued: first.day, force: request.force, workers: 1,
      isTagged: request.bench == nil, isReprint: !request.isFirst,
      bench: request.bench, isCancelled: isCancelled)
    var printed = try run.print { _, _ in }
    printed.numbers = numbers.all
    printed.warnings = studio.warnings + printed.warnings
    return printed
  }

  private func studio(for entry: LedgerEntry, _ look: Look, _ request: ReprintRequest) throws(Diagnostics)
    -> (cut: (paper: Paper, grid: SheetGrid)?, studio: Studio)
  {
    var cut: (paper: Paper, grid: SheetGrid)?
    if let sheet = request.sheet {
      cut = try CutSheet(sheet).cells(of: look.paper)
    }
    let studio = try Studio(
      try settings(of: entry), installation, office: folder, look: look, kind: request.kind, on: cut?.paper)
    return (cut, studio)
  }

  /// The gift with a number; of a forked chain both branches have one, and neither is guessed.
  func gift(_ number: EntryNumber, _ desk: LedgerDesk, _ ledger: Ledger) throws(Diagnostics) -> LedgerEntry {
    let found = try desk.told { () throws(LedgerError) in try ledger.entries(number) }
    guard let entry = found.first else { throw Diagnostics(.of(.unknownNumber(number))) }
    guard found.count == 1 else { throw Diagnostics(.of(.forkedNumber(number))) }
    guard entry.kind == .gift else { throw Diagnostics(.of(.isReversal(number))) }
    return entry
  }

  /// The office's settings, with the name and place it had when the gift was recorded.
  private func settings(of entry: LedgerEntry) throws(Diagnostics) -> OfficeSettings {
    let path = "\(folder)/\(OfficeFolder.settingsFile)"
    let text: String
    text = try Files.text(path, shown: Files.shown(path))
    let (read, faults) = OfficeSettingsReader.read(text, file: Files.shown(path))
    guard var settings = read, faults.isEmpty else { throw Diagnostics(faults) }
    if let office = entry.office.content { (settings.name, settings.place) = (office.name, office.place) }
    settings.desk = entry.desk
    return settings
  }
}
