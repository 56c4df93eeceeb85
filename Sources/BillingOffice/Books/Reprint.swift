import Bookkeeping
import Layout
package import Ledger
import Papers

/// What to print again, and how.
package struct ReprintRequest: Sendable {
  /// What the papers are to be: invoices or receipts.
  package var kind: any GiftKind
  /// The paper's number.
  package var number: EntryNumber
  /// How the paper looks; the language it was first printed in unless another is asked for.
  package var look: PaperLook
  /// What the paper is written as, and where.
  package var output: OutputWish

  /// Makes a request.
  package init(
    _ kind: any GiftKind = InvoiceKind(), _ number: EntryNumber, look: PaperLook = PaperLook(),
    output: OutputWish = OutputWish()
  ) {
    (self.kind, self.number, self.look, self.output) = (kind, number, look, output)
  }
}

/// Papers of recorded gifts, of one language and one office name.
struct RecordedPapers: PaperRequest {
  let giftKind: any GiftKind
  /// The gifts; at least one.
  let entries: [LedgerEntry]
  var look: PaperLook
  /// The sheet that they are cut from; nil for a page each.
  var sheet: String?
  var output: OutputWish
  /// Whether they are printed for the first time, and so not marked as reprints.
  var isFirst = false

  var kind: any PaperKind { giftKind }
  var issued: CalendarDay { entries[0].day }

  func prepare(_ office: some OfficeMaterials, _ faults: inout Faults) -> PreparedPapers? {
    guard let first = entries.first, var settings = office.settings(&faults), !faults.hasErrors else { return nil }
    // The name and place that the office had when the gift was recorded.
    if let then = first.office.content { (settings.name, settings.place) = (then.name, then.place) }
    settings.desk = first.desk
    var look = look.suiting(output.format)
    if look.locale == nil { look.locale = first.language }
    let made = faults.collect { () throws(Diagnostics) in
      let cut = if let sheet { Optional(try CutSheet(sheet).cells(of: look.paper)) } else { nil as (Paper, SheetGrid)? }
      let design = try office.design(kind, look, settings, on: cut?.0)
      var papers: [GiftPaper] = []
      for entry in entries {
        let invoice = try GiftRecord.invoice(of: entry, withheld: design.strings.words["withheld"] ?? "–")
        papers.append(GiftPaper(invoice: invoice, number: PaperNumber(entry), issued: entry.day))
      }
      return (cut, design, papers)
    }
    guard let (cut, design, papers) = made else { return nil }
    faults.add(design.warnings)
    let batch = Batch(papers, kind: kind, title: settings.name)
    let shown = cut.map { batch.cut(on: $0.1) } ?? batch
    let naming = FileNaming.gifts(
      keys: Array(repeating: nil, count: entries.count), order: first.number.description, areOnSheets: cut != nil)
    var prepared = PreparedPapers(design, naming, isTagged: true) { _, _ in shown }
    prepared.numbers = .numbered(entries.map { PaperNumber($0) })
    prepared.isReprint = !isFirst
    return prepared
  }
}

extension Office {
  /// Prints a paper again from the ledger, by the current template, marked as a reprint.
  ///
  /// - Parameters:
  ///   - request: which paper, and how.
  ///   - observer: hears of what comes to pass meanwhile.
  /// - Returns: the files that were written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  package func reprint(_ request: ReprintRequest, _ observer: Observer = Observer()) throws(Diagnostics)
    -> PrintedPapers
  {
    try make(
      RecordedPapers(
        giftKind: request.kind, entries: [try ledger.gift(request.number)], look: request.look,
        output: request.output), observer)
  }
}
