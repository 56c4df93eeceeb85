import Bookkeeping
import Foundation
import Ledger
import Papers

/// What is given over a counter, where somebody waits: it is recorded at once, and its paper is made while the next gift is taken down.
package struct CounterGift: Sendable {
  /// What the device on which it was taken down calls it, so that what is sent twice is recorded once; without blanks.
  package var name: String
  /// What was given.
  package var items: [GivenItem]
  /// Where its receipt is printed; nil for nowhere.
  package var printer: Printer?
  /// Whether it is meant, however hard to believe it is.
  package var isMeant: Bool

  /// Takes it down.
  package init(_ name: String, _ items: [GivenItem], on printer: Printer?, isMeant: Bool = false) {
    (self.name, self.items, self.printer, self.isMeant) = (name, items, printer, isMeant)
  }

  /// What the ledger calls it: what the device does, and what it is made of, so that nothing else is taken for it.
  fileprivate var recordName: String {
    var print = RunPrint()
    for item in items { print.add("\(item.quantity)\n\(item.name)") }
    return "\(name) \(print.text)"
  }
}

extension Office {
  /// Records a gift, whose receipt is then printed by ``printUnprinted(_:on:at:_:)``.
  ///
  /// - Parameters:
  ///   - gift: what was given. The same under the same name is not recorded again, and nothing else is under that name.
  ///   - day: the day, where the office stands.
  ///   - moment: ISO 8601 in UTC, to the second.
  /// - Returns: its number, whether it is new, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was recorded.
  package func give(_ gift: CounterGift, day: CalendarDay, moment: String) throws(Diagnostics) -> (
    number: LedgerNumber, isNew: Bool, warnings: [Diagnostic]
  ) {
    let name = gift.recordName
    if let known = try recorded({ ledger throws(LedgerError) in try ledger.number(named: name) }) {
      return (known, false, [])
    }
    if let other = try recorded({ ledger throws(LedgerError) in try ledger.number(namedWith: gift.name) }) {
      throw Diagnostics(RecordFact.givenOtherwise(other))
    }
    var request = GiftRequest(ReceiptKind(), .items(gift.items), recordedAt: moment, issued: day)
    request.giftName = name
    request.mayRepeat = false
    request.isMeant = gift.isMeant
    request.isDayOfClock = true
    request.output = OutputWish(isTagged: false)
    var delivery = Delivery(destination: MemoryDestination())
    delivery.isLater = true
    if let printer = gift.printer {
      let fit = try PrinterPaper(in: printer, for: request.kind, paper: nil, sheet: nil) { () throws(Diagnostics) in
        try settings()
      }
      (request.look.paper, request.sheet) = (fit.paper, fit.sheet)
      if printer.isForReceipts { request.output.format = .escpos(dots: printer.dots) }
      request.output.isSplit = fit.sheet == nil
      delivery.correction = printer.correction
      delivery.job = text(of: PrintJob(request, on: printer))
    }
    do throws(Diagnostics) {
      let papers = try make(request, through: delivery, Observer())
      guard let number = papers.numbers.first?.number else { throw Diagnostics(papers.warnings) }
      return (number, true, papers.warnings)
    } catch {
      // It was sent twice, and the other one came first.
      guard error.all.contains(where: \.isAboutRepeating),
        let known = try recorded({ ledger throws(LedgerError) in try ledger.number(named: name) })
      else { throw error }
      return (known, false, [])
    }
  }

  /// The number of a gift that is looked for in the ledger; nil where it was not recorded.
  private func recorded(_ find: (Ledger) throws(LedgerError) -> LedgerNumber?) throws(Diagnostics) -> LedgerNumber? {
    guard hasLedger else { return nil }
    do { return try find(try ledgers.open(ledgerPath, .readOnly)) } catch {
      throw Diagnostics.of(all: error)
    }
  }

  /// A paper that was to be printed and has not come out.
  package struct UnprintedPaper: Sendable {
    package let number: LedgerNumber
    /// The day of the gift.
    package let day: CalendarDay
    /// The printer that it was meant for, or its queue or address; nil where a file was.
    package let printer: String?
  }

  /// The numbers of the papers that have not come out and that nobody makes just now, the oldest first.
  ///
  /// - Parameter moment: now, as ISO 8601 in UTC to the second.
  /// - Returns: none where there is no ledger.
  /// - Throws: ``Diagnostics`` when the ledger cannot be read.
  package func unprintedNumbers(at moment: String) throws(Diagnostics) -> [LedgerNumber] {
    guard hasLedger else { return [] }
    do {
      return try ledgers.open(ledgerPath, .readOnly).outbox().filter { item in
        item.claim.map { !RunningProcess.holds($0, at: moment) } ?? true
      }.map(\.number)
    } catch { throw Diagnostics.of(all: error) }
  }

  /// The papers that have not come out and that nobody makes just now, the oldest first.
  ///
  /// - Parameter moment: now, as ISO 8601 in UTC to the second.
  /// - Returns: none where there is no ledger.
  /// - Throws: ``Diagnostics`` when it cannot be read.
  package func unprinted(at moment: String) throws(Diagnostics) -> [UnprintedPaper] {
    guard hasLedger else { return [] }
    do throws(LedgerError) {
      let ledger = try ledgers.open(ledgerPath, .readOnly)
      var papers: [UnprintedPaper] = []
      for item in try ledger.outbox() {
        if let claim = item.claim, RunningProcess.holds(claim, at: moment) { continue }
        guard let day = try ledger.entry(item.hash)?.day else { continue }
        let job = PrintJob(item.job)
        papers.append(UnprintedPaper(number: item.number, day: day, printer: job?.printer ?? job?.queue))
      }
      return papers
    } catch { throw Diagnostics.of(all: error) }
  }

  /// Has other processes that hold the ledger waited for no longer than somebody stands at a counter: a gift is kept and sent again.
  package func standAtCounter() { ledgers.wait(forOthers: Self.counterPatience) }
  /// How long that is, in seconds: less than a page waits for an answer.
  private static let counterPatience = 2.0

  /// Brings what was recorded last into the ledger's file itself, for whoever copies or moves that file alone.
  ///
  /// - Returns: whether all of it is there; not where somebody who reads the ledger held it up.
  /// - Throws: ``Diagnostics`` when it cannot be written, or is no longer in its place.
  package func fillLedgerFile() throws(Diagnostics) -> Bool {
    guard hasLedger else { return true }
    do throws(LedgerError) { return try ledgers.open(ledgerPath, .readWrite).checkpoint(isPatient: false) } catch {
      throw Diagnostics.of(all: error)
    }
  }

  /// Strikes off papers that nobody wants any more.
  ///
  /// - Throws: ``Diagnostics`` when the ledger cannot be written.
  package func forgetUnprinted(_ number: LedgerNumber) throws(Diagnostics) { try markPrinted([number]) }
}
