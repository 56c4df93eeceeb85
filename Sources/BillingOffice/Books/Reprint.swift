import Bookkeeping
import Layout
package import Ledger
import Papers

/// What to print again, and how.
package struct ReprintRequest: Sendable {
  /// What the papers are to be: invoices or receipts.
  package var kind: any GiftKind
  /// The papers' numbers, in the order in which they are printed.
  package var numbers: [EntryNumber]
  /// Whether it is another paper of a gift whose number it keeps, such as a picture to be shared, rather than the same again:
  /// it bears no mark.
  package var isOther: Bool
  /// How the paper looks; the language it was first printed in unless another is asked for.
  package var look: PaperLook
  /// What the paper is written as, and where.
  package var output: OutputWish

  /// Makes a request.
  package init(
    _ kind: any GiftKind = InvoiceKind(), _ numbers: [EntryNumber], isOther: Bool = false,
    look: PaperLook = PaperLook(), output: OutputWish = OutputWish()
  ) {
    (self.kind, self.numbers, self.isOther, self.look, self.output) = (kind, numbers, isOther, look, output)
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
  /// Whether they are other papers of their gifts, which have names of their own and are made anew each time.
  var isOther = false
  /// Whether they are printed for the first time, or their gifts were taken back.
  var edition = Edition.reprint

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
    let shown = cut.map { volumes(of: papers, settings.name).cut(on: $0.1) }
    let batch = shown ?? Batch(papers, kind: kind, title: settings.name)
    let naming = FileNaming.gifts(
      keys: Array(repeating: nil, count: entries.count), order: first.number.description,
      behind: isOther ? "-\(kind.name)" : "", areOnSheets: cut != nil)
    var prepared = PreparedPapers(design, naming, isTagged: true) { _, _ in batch }
    prepared.numbers = .numbered(entries.map { PaperNumber($0) })
    prepared.edition = edition
    prepared.isRemade = isOther
    return prepared
  }

  /// The papers in pieces of which each is a document of sheets.
  private func volumes(of papers: [GiftPaper], _ title: String) -> Batch {
    let parts = stride(from: 0, to: papers.count, by: OutputPlan.volumeSize).map {
      $0..<min(papers.count, $0 + OutputPlan.volumeSize)
    }
    return Batch(kind: kind, title: title, parts: parts) { Array(papers[parts[$0]]) }
  }
}

extension Office {
  /// Prints papers again from the ledger, by the current template, marked as reprints.
  ///
  /// - Parameters:
  ///   - request: which papers, and how.
  ///   - observer: hears of what comes to pass meanwhile.
  /// - Returns: the files that were written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  package func reprint(_ request: ReprintRequest, _ observer: Observer = Observer()) throws(Diagnostics)
    -> PrintedPapers
  {
    var all = PrintedPapers()
    for papers in try recorded(request) {
      all.add(try make(papers, observer))
      all.warnings += takenBack(papers)
    }
    return all
  }

  /// The recorded papers of a request, in pieces that can go into one document.
  func recorded(_ request: ReprintRequest) throws(Diagnostics) -> [RecordedPapers] {
    let ledger = try ledger.open()
    var gifts: [(entry: LedgerEntry, isTakenBack: Bool)] = []
    for number in request.numbers {
      for entry in try self.ledger.gifts(number) {
        do { gifts.append((entry, try ledger.reversal(of: entry) != nil)) } catch { throw Diagnostics.of(all: error) }
      }
    }
    var all: [RecordedPapers] = []
    for isTakenBack in [false, true] {
      for part in gifts.filter({ $0.isTakenBack == isTakenBack }).map(\.entry).alike {
        all.append(
          RecordedPapers(
            giftKind: request.kind, entries: part, look: request.look, output: request.output,
            isOther: request.isOther, edition: isTakenBack ? .takenBack : request.isOther ? .first : .reprint))
      }
    }
    let isOneFile = request.output.path.map { !Files.isFolder($0) && $0.contains(".") } ?? false
    if all.count > 1, isOneFile { throw Diagnostics(OutputFact.severalIntoOneFile(count: all.count)) }
    return all
  }

  /// What is worth a word of papers whose gifts were taken back.
  func takenBack(_ papers: RecordedPapers) -> [Diagnostic] {
    guard papers.edition == .takenBack else { return [] }
    return papers.entries.map { Diagnostic(RecordFact.takenBack($0.number), .warning) }
  }
}
