import Bookkeeping
import Drawing
import Foundation
package import Ledger
import Papers

/// The ledger of an office, as it is looked at, corrected, joined and passed on.
package struct OfficeLedger: Sendable {
  let office: Office

  /// The ledger for reading.
  ///
  /// - Throws: ``Diagnostics`` when it is not there or cannot be opened.
  func open(_ access: Ledger.Access = .readOnly) throws(Diagnostics) -> Ledger {
    try worded { () throws(LedgerError) in
      if access == .readWrite, !office.hasLedger { throw .notThere(path: office.ledgerPath) }
      return try office.ledgers.open(office.ledgerPath, access)
    }
  }

  /// Runs what may fail, with its faults as the office tells them.
  private func worded<T>(_ body: () throws(LedgerError) -> T) throws(Diagnostics) -> T {
    do { return try body() } catch { throw Diagnostics.of(all: error) }
  }

  // MARK: - Looking

  /// The ledger's file, as people write it.
  package var shown: String { ShownPath.of(office.ledgerPath) }

  /// The newest entries, the newest first, and how many there are in all.
  package func newest(_ limit: Int) throws(Diagnostics) -> (entries: [LedgerEntry], count: Int) {
    let ledger = try open()
    return try worded { () throws(LedgerError) in (try ledger.newest(limit), try ledger.count()) }
  }

  /// The entries of a number, each with what took it back; two where a chain has forked.
  ///
  /// - Throws: ``Diagnostics`` when there is none.
  package func entries(_ number: EntryNumber) throws(Diagnostics) -> [(entry: LedgerEntry, takenBackBy: LedgerEntry?)] {
    let ledger = try open()
    return try worded { () throws(LedgerError) in
      let found = try ledger.entries(number)
      if found.isEmpty { throw .unknownNumber(number) }
      var entries: [(LedgerEntry, LedgerEntry?)] = []
      for entry in found { entries.append((entry, try ledger.reversal(of: entry))) }
      return entries
    }
  }

  /// The fingerprint of the key that the chain of a number is signed with; nil where it is not signed.
  ///
  /// - Throws: ``Diagnostics`` when the ledger cannot be read.
  package func fingerprint(of number: EntryNumber) throws(Diagnostics) -> String? {
    let ledger = try open()
    return try worded { () throws(LedgerError) in
      try ledger.key(of: number.inChain).map(HeadSignature.fingerprint)
    }
  }

  /// The gifts of a number: one, or those of both branches where a chain has forked.
  ///
  /// - Throws: ``Diagnostics`` when there is none, or it is no gift.
  func gifts(_ number: EntryNumber) throws(Diagnostics) -> [LedgerEntry] {
    let gifts = try entries(number).map(\.entry).filter { $0.kind == .gift }
    if gifts.isEmpty { throw Diagnostics(.of(LedgerError.isReversal(number))) }
    return gifts
  }

  /// The gift of a number; of a forked chain both branches have one, and neither is guessed.
  ///
  /// - Throws: ``Diagnostics`` when there is none, or it is no gift.
  func gift(_ number: EntryNumber) throws(Diagnostics) -> LedgerEntry {
    let ledger = try open()
    return try worded { () throws(LedgerError) in
      let found = try ledger.entries(number)
      guard let entry = found.first else { throw .unknownNumber(number) }
      guard found.count == 1 else { throw .forkedNumber(number) }
      guard entry.kind == .gift else { throw .isReversal(number) }
      return entry
    }
  }

  /// What was given, added up, each currency for itself.
  ///
  /// - Parameter grouping: `month`, `category` or `desk`; nil for all in one.
  /// - Returns: a sum for each group and currency.
  /// - Throws: ``Diagnostics`` when the ledger cannot be read, or there is no such grouping.
  package func totals(by grouping: String?) throws(Diagnostics) -> [LedgerTotal] {
    let ledger = try open()
    let grouping = grouping.flatMap { LedgerTotal.Grouping(rawValue: $0) } ?? .none
    return try worded { () throws(LedgerError) in try ledger.totals(by: grouping) }
  }

  // MARK: - Checking

  /// Checks the office's own ledger.
  ///
  /// - Parameter heads: heads that were kept earlier, as text.
  /// - Returns: what was found, how many entries there are, and the heads to keep.
  /// - Throws: ``Diagnostics`` when it cannot be read.
  package func verify(heads: String?) throws(Diagnostics) -> LedgerVerdict {
    // What this machine remembers of its own chains was kept earlier, too.
    let own = ChainKeeper.own(
      state: office.installation.state, ledger: office.ledgerPath, code: try office.settings().code)
    let kept = try Self.read(heads: heads) + own.heads
    let ledger = try open()
    let (report, outbox) = try worded { () throws(LedgerError) in
      (try ledger.verify(heads: kept), try ledger.outbox())
    }
    return LedgerVerdict(report, file: shown, besides: office.strangers(in: outbox))
  }

  /// Checks any ledger: a `.sqlite` file, or an export ending in `.jsonl`. No office is needed.
  ///
  /// - Parameters:
  ///   - file: the ledger's file.
  ///   - heads: the path of a file of heads that were kept earlier.
  /// - Returns: what the checks found.
  /// - Throws: ``Diagnostics`` when it cannot be read.
  package static func verify(_ file: String, heads: String?) throws(Diagnostics) -> LedgerVerdict {
    let kept = try read(heads: heads)
    do {
      let isExport = file.lowercased().hasSuffix(".jsonl")
      let report =
        isExport
        ? try LedgerFile.verify(file, heads: kept) : try Ledger(ofOthers: file).verify(heads: kept)
      return LedgerVerdict(report, file: file, isOwn: false)
    } catch { throw Diagnostics(.of(error)) }
  }

  private static func read(heads path: String?) throws(Diagnostics) -> [LedgerHead] {
    guard let path else { return [] }
    let text = try Files.text(Files.absolute(path))
    if let heads = LedgerHead.read(text) { return heads }
    throw Diagnostics(RecordFact.noHeads, file: path)
  }

  // MARK: - Correcting

  /// Why gifts are taken back, as they are written.
  package static let reasons = ReversalReason.allCases.map(\.rawValue)

  /// Makes sure that a gift can be taken back.
  ///
  /// - Throws: ``Diagnostics`` when there is no such gift, or it was taken back before.
  package func checkReversible(_ number: EntryNumber) throws(Diagnostics) {
    let entry = try gift(number)
    if try entries(number).first?.takenBackBy != nil {
      throw Diagnostics(.of(LedgerError.alreadyReversed(entry.number)))
    }
  }

  /// Takes a gift back from the sums, by an entry of its own. Its paper is not printed any more, where it still was to be.
  ///
  /// - Parameters:
  ///   - number: the gift's number.
  ///   - reason: why.
  ///   - day: the day, where the office stands.
  ///   - moment: ISO 8601 in UTC, to the second.
  /// - Returns: the new entry, and what is worth a look.
  /// - Throws: ``Diagnostics`` when there is no such gift, or it was taken back before.
  package func reverse(_ number: EntryNumber, reason: ReversalReason, day: CalendarDay, moment: String)
    throws(Diagnostics) -> (entry: LedgerEntry, warnings: [Diagnostic])
  {
    var settings = try office.settings()
    // A correction stands in the chain of its gift's office.
    settings.code = number.office
    _ = try open(.readWrite)
    var random = office.randomness()
    return try office.write(on: settings) { (ledger, chain, known, key) throws(LedgerError) in
      let entry = try ledger.reverse(
        number, reason: reason, day: day, time: LedgerEntry.Moment(moment), chain: chain, after: known, key: key,
        using: &random)
      return (entry, LedgerHead(number: entry.number, hash: entry.hash))
    }
  }

  /// The words of a line, as they would be taken away.
  ///
  /// - Throws: ``Diagnostics`` when there is no such line.
  package func words(_ number: EntryNumber, line: Int) throws(Diagnostics) -> [String] {
    let found = try entries(number).map(\.entry)
    guard let texts = found.first(where: { $0.lines.indices.contains(line - 1) })?.lines[line - 1].texts else {
      throw Diagnostics(.of(LedgerError.unknownLine(number, line)))
    }
    return texts.content.map { [$0.item, $0.category, $0.unit, $0.source] } ?? []
  }

  /// Takes the words of a line away for good.
  ///
  /// - Throws: ``Diagnostics`` when there is no such line.
  package func withhold(_ number: EntryNumber, line: Int) throws(Diagnostics) {
    let ledger = try open(.readWrite)
    try worded { () throws(LedgerError) in
      try ledger.withhold(number, line: line)
      // The copies that were kept before something was joined would have the words for as long as they lie there.
      for copy in copies {
        do throws(LedgerError) { try Ledger(path: copy).withhold(number, line: line) } catch {
          switch error {
          case .unknownNumber, .unknownLine: continue
          default: throw error
          }
        }
      }
    }
  }

  /// Writes a copy of the ledger: a line an entry where the name ends in `.jsonl`, a table where it ends in `.csv`
  /// or `.ods`.
  ///
  /// - Parameters:
  ///   - output: the file.
  ///   - isFull: whether everything is kept, for another desk of the same office.
  ///   - force: whether a file that is there is replaced.
  /// - Returns: the file's path.
  /// - Throws: ``Diagnostics``; then nothing was written.
  package func export(to output: String, isFull: Bool, force: Bool) throws(Diagnostics) -> String {
    let path = Files.absolute(output)
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard ["jsonl", "csv", "ods"].contains(ending) else { throw Diagnostics(RecordFact.unknownExport(output)) }
    if !force, Files.exists(path) { throw Diagnostics(OutputFact.alreadyThere, file: ShownPath.of(path)) }
    let copy: LedgerCopy =
      isFull ? .full : .published(sensitive: SensitiveNames.categories(try office.settings().sensitive))
    let ledger = try open()
    let files = FileDestination(
      URL(fileURLWithPath: path).deletingLastPathComponent().path, force ? .everything : .nothing)
    // Whoever reads the ledger hears only that writing came to a halt.
    var refusal: DrawingError?
    do {
      let sink = try files.sink(for: path)
      func write(_ text: String) throws(DrawingError) {
        do { try sink.write(Array(text.utf8)) } catch {
          refusal = error
          throw error
        }
      }
      switch ending {
      case "csv": try ledger.exportTable(copy, to: write)
      case "ods": try sink.write(try ledger.exportSheet(copy).file())
      default: try ledger.exportLines(copy, to: write)
      }
      try sink.finish()
      try files.finish()
    } catch {
      files.discard()
      if let fault = error as? Diagnostics { throw fault }
      if case .cannotWrite(_, let reason)? = refusal ?? error as? DrawingError {
        throw Diagnostics(.of(.cannotWrite(path: path, reason: reason)))
      }
      if let error = error as? LedgerError { throw Diagnostics(.of(error)) }
      if let fault = error as? WorkbookFault {
        throw Diagnostics(InputFault.Fact.workbook(fault), file: ShownPath.of(path))
      }
      throw Diagnostics(FileFact.cannotWrite, file: ShownPath.of(path))
    }
    return path
  }
}

extension Office {
  /// Its ledger.
  package var ledger: OfficeLedger { OfficeLedger(office: self) }
}

/// What checking a ledger found.
package struct LedgerVerdict: Sendable {
  /// What was found: errors, and what is worth a look.
  package let findings: [Diagnostic]
  /// Whether every entry is as it was recorded.
  package let isSound: Bool
  /// How many entries there are.
  package let count: Int
  /// The newest number and hash of each chain, a line each, to be kept; none of a ledger of others.
  package let heads: [String]
  /// Which chains are signed, and the fingerprints of their keys: a line each, in the order of the chains.
  package let keys: [String]

  init(_ report: LedgerReport, file: String, isOwn: Bool = true, besides: [Diagnostic] = []) {
    findings = report.findings.map { Diagnostic($0, $0.isFault ? .error : .warning, file: file) } + besides
    (isSound, count) = (report.isSound, report.count)
    keys = report.keys.map { "\($0.key) is signed with the key \(HeadSignature.fingerprint(of: $0.value))" }.sorted()
    heads = isOwn ? report.heads.map { "\($0.number) \($0.hash)" } : []
  }
}
