import Foundation
import Layout
import Ledger
import Papers
import PrinterDevices

/// What was recorded and has no paper yet: since a printer did not take it, or the program was stopped before it was made.
extension Office {
  /// Makes the papers that are missing, for the first time and unmarked. What others are just making is left to them; what was
  /// going to a printer when the program was killed may have come out, so it is marked as a reprint.
  ///
  /// - Parameters:
  ///   - printer: where to; nil for the printer or the files that each was meant for.
  ///   - moment: now, as ISO 8601 in UTC to the second.
  ///   - observer: says whether to stop.
  /// - Returns: the numbers of what was printed, the files that were written, and what is worth a look.
  /// - Throws: ``Diagnostics`` when some cannot be made; the others are.
  package func printUnprinted(on printer: Printer? = nil, at moment: String, _ observer: Observer = Observer())
    throws(Diagnostics) -> PrintedPapers
  {
    var all = PrintedPapers()
    guard hasLedger else { return all }
    let (own, elsewhere) = try claimed(at: moment)
    if elsewhere > 0 { all.warnings.append(Diagnostic(RecordFact.beingMade(count: elsewhere), .warning)) }
    // What was made together is made together again, as long as it goes to one place in one way.
    var jobs: [(job: PrintJob, items: [Ledger.OutboxItem])] = []
    for item in own {
      guard let asked = PrintJob(item.job) else { continue }
      // Whoever can write the ledger's file can write what is in its outbox.
      let job = hasAsked(for: asked) ? asked : asked.withoutPaths
      if jobs.last?.job == job, jobs.last?.items.last?.isBegun == item.isBegun {
        jobs[jobs.count - 1].items.append(item)
      } else {
        jobs.append((job, [item]))
      }
    }
    var faults: [Diagnostic] = []
    var silent: Set<String> = []
    for (job, items) in jobs {
      do throws(Diagnostics) {
        if job.files != nil, printer == nil {
          all.add(try makeFiles(items, job, observer))
          continue
        }
        let printer = if let printer { printer } else { try self.printer(of: job, for: items) }
        // A printer that has just not answered is not waited for again.
        if silent.contains(printer.address) { continue }
        silent.insert(printer.address)
        all.add(try printFirst(items, job, on: printer, observer))
        silent.remove(printer.address)
      } catch { faults += error.all }
    }
    // What did not come out is left to whoever comes next; what did is no longer there.
    do { try ledgers.open(ledgerPath, .readWrite).releaseOutbox(own.map(\.number)) } catch {
      faults.append(.of(error))
    }
    guard faults.isEmpty else { throw Diagnostics(all.warnings + faults) }
    return all
  }

  /// Makes one paper that is missing, for the first time and unmarked unless it may have come out already.
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - printer: where to; nil for the printer that it was meant for.
  ///   - moment: now, as ISO 8601 in UTC to the second.
  ///   - observer: says whether to stop.
  /// - Throws: ``Diagnostics`` when it cannot be made; then it stays where it is. One that is not missing, or that another process
  ///   makes, is nobody's fault.
  package func printUnprinted(
    _ number: LedgerNumber, on printer: Printer?, at moment: String, _ observer: Observer = Observer()
  ) throws(Diagnostics) {
    let items: [Ledger.OutboxItem]
    do throws(LedgerError) {
      items = try ledgers.open(ledgerPath, .readWrite).claimOutbox([number], for: Self.claim(at: moment)) {
        RunningProcess.holds($0, at: moment)
      }
    } catch { throw Diagnostics.of(all: error) }
    guard let item = items.first, let asked = PrintJob(item.job) else { return }
    let job = hasAsked(for: asked) ? asked : asked.withoutPaths
    do throws(Diagnostics) {
      let printer = if let printer { printer } else { try self.printer(of: job, for: items) }
      _ = try printFirst(items, job, on: printer, observer)
    } catch {
      release([PaperNumber(number, seal: "")])
      throw error
    }
  }

  /// How many papers are missing that nobody makes just now.
  ///
  /// - Parameter moment: now, as ISO 8601 in UTC to the second.
  /// - Returns: their number; 0 where there is no ledger.
  package func unprintedCount(at moment: String) -> Int {
    guard hasLedger, let items = try? ledgers.open(ledgerPath, .readOnly).outbox() else { return 0 }
    return items.count { $0.claim.map { !RunningProcess.holds($0, at: moment) } ?? true }
  }

  /// Claims what is missing, so that of several desks one makes it.
  ///
  /// - Returns: what is this process's own now, and how many others have.
  private func claimed(at moment: String) throws(Diagnostics) -> (own: [Ledger.OutboxItem], elsewhere: Int) {
    do throws(LedgerError) {
      let count = try ledgers.open(ledgerPath, .readOnly).outbox().count
      if count == 0 { return ([], 0) }
      let own = try ledgers.open(ledgerPath, .readWrite).claimOutbox(for: Self.claim(at: moment)) {
        RunningProcess.holds($0, at: moment)
      }
      return (own, max(0, count - own.count))
    } catch { throw Diagnostics.of(all: error) }
  }

  /// Prints recorded papers for the first time.
  private func printFirst(_ items: [Ledger.OutboxItem], _ job: PrintJob, on printer: Printer, _ observer: Observer)
    throws(Diagnostics) -> PrintedPapers
  {
    let kind = job.giftKind
    let isOwn = job.files == nil && (try? self.printer(of: job))?.address == printer.address
    let (paper, sheet) = PrinterPaper.meant(by: job, for: printer, isOwn: isOwn)
    let spool = try PrinterSpool(self, printer, kind: kind, paper: paper, sheet: sheet, observer)
    defer { spool.clear() }
    var all = PrintedPapers()
    for part in try parts(of: items) {
      let papers = RecordedPapers(
        giftKind: kind, entries: part, look: PaperLook(template: job.template, paper: spool.paper),
        sheet: spool.sheet, output: spool.output, edition: items.first?.isBegun == true ? .reprint : .first)
      all.add(try deliver(try make(papers, through: followed(spool.delivery(), spool), observer), by: spool))
    }
    return all
  }

  /// Writes the files of recorded papers where they were meant to be; where such a file is there by now, a file for each paper
  /// where the office keeps its papers.
  private func makeFiles(_ items: [Ledger.OutboxItem], _ job: PrintJob, _ observer: Observer) throws(Diagnostics)
    -> PrintedPapers
  {
    var all = PrintedPapers()
    for part in try parts(of: items) {
      var papers = RecordedPapers(
        giftKind: job.giftKind, entries: part, look: PaperLook(template: job.template, paper: job.paper),
        sheet: job.sheet, output: job.files ?? OutputWish(), edition: .first)
      let made: PrintedPapers
      do { made = try make(papers, through: Delivery(), observer) } catch {
        guard error.all.contains(where: { ($0.fact as? OutputFact)?.isInTheWay == true }) else { throw error }
        papers.sheet = nil
        papers.output = OutputWish(format: papers.output.format, force: true, isSplit: true)
        made = try make(papers, through: Delivery(), observer)
      }
      try markPrinted(made.numbers.map(\.number))
      // They are told by their files.
      all.add(made)
      all.numbers.removeLast(made.numbers.count)
    }
    return all
  }

  /// The gifts of papers in pieces that go together: a document has one language, and one office's name.
  private func parts(of items: [Ledger.OutboxItem]) throws(Diagnostics) -> [[LedgerEntry]] {
    do throws(LedgerError) {
      let ledger = try ledgers.open(ledgerPath, .readOnly)
      var entries: [LedgerEntry] = []
      for item in items { if let entry = try ledger.entry(item.hash) { entries.append(entry) } }
      return entries.alike
    } catch { throw Diagnostics.of(all: error) }
  }

  /// The printer of a job that nobody has sent elsewhere: one of printers.yaml, or one that somebody has named on this machine. What
  /// a ledger of others says is no reason to send anything anywhere.
  ///
  /// - Throws: ``Diagnostics`` where it is neither.
  private func printer(of job: PrintJob, for items: [Ledger.OutboxItem]) throws(Diagnostics) -> Printer {
    let printer = try printer(of: job)
    if printer.name != nil || hasAsked(for: job) { return printer }
    throw Diagnostics(PrinterFact.notTold("\(items[0].number)", address: printer.address))
  }

  private func printer(of job: PrintJob) throws(Diagnostics) -> Printer {
    var printer = if let queue = job.queue { try printer(queue: queue) } else { try printer(named: job.printer ?? "") }
    if printer.name == nil { printer.dots = job.dots }
    return printer
  }
}

extension PrintJob {
  /// What the papers are.
  fileprivate var giftKind: any GiftKind { PaperKinds.named(kind) as? any GiftKind ?? ReceiptKind() }
}

extension PrintedPapers {
  /// Adds what was made besides; what is worth a look is told once.
  mutating func add(_ other: PrintedPapers) {
    paths += other.paths
    pageSizes += other.pageSizes
    numbers += other.numbers
    for warning in other.warnings where !warnings.contains(warning) { warnings.append(warning) }
  }
}

extension [LedgerEntry] {
  /// The list in pieces whose papers can go into one document.
  var alike: [[LedgerEntry]] {
    reduce(into: []) { parts, entry in
      if let last = parts.last?.last, last.language == entry.language, last.office.content == entry.office.content,
        last.desk == entry.desk
      {
        parts[parts.count - 1].append(entry)
      } else {
        parts.append([entry])
      }
    }
  }
}
