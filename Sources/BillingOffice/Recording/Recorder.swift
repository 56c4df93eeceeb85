import Bookkeeping
import Ledger
import Papers

/// Puts the invoices of an order into the ledger, all or none.
struct Recorder {
  private let office: Office
  private let settings: OfficeSettings
  private let units: Units
  private let chain: ChainName
  private let day: CalendarDay
  private let moment: String

  /// Finds the desk's chain on this machine.
  ///
  /// - Parameters:
  ///   - design: how the papers look, whose language and office are recorded with them.
  ///   - office: the office.
  ///   - day: the day of issue.
  ///   - moment: ISO 8601 in UTC, to the second.
  /// - Throws: ``Diagnostics`` when the chain can be neither read nor kept.
  init(_ design: PaperDesign, _ office: Office, day: CalendarDay, moment: String) throws(Diagnostics) {
    (self.office, settings, units) = (office, design.settings, design.strings.units)
    (self.day, self.moment) = (day, moment)
    chain = try office.chain(of: settings.desk)
  }

  /// Numbers and seals as wide as those to come, with which a paper can be tried before anything is recorded.
  func placeholders(_ count: Int) -> Numbering {
    let number = EntryNumber(office: settings.code, chain: chain, sequence: 888_888)
    let paper = number.map { PaperNumber($0, seal: "8888888888") }
    return paper.map { .numbered(Array(repeating: $0, count: count)) } ?? .drafts
  }

  /// For how long the same that is typed once more is taken for a slip, in seconds: at a stall, two neighbours may well be given
  /// the same. An order that was written down is another one only on another day.
  private static let slip = 120

  /// How it is noticed that gifts are recorded once more.
  ///
  /// - Parameters:
  ///   - orders: what was given.
  ///   - isTyped: whether it was typed on the spot.
  ///   - mayRepeat: whether the same may have been recorded before.
  ///   - name: what whoever asks calls these gifts alone; nil where nobody does.
  /// - Returns: what the ledger remembers of it.
  func run(_ orders: OrderBook, isTyped: Bool, mayRepeat: Bool, name: String?) -> Ledger.Run {
    if let name { return Ledger.run(named: name, office: settings.code, day: day.description, moment: moment) }
    return Ledger.Run(
      print: orders.print, office: settings.code, day: day.description, moment: moment,
      since: isTyped ? Moments.before(moment, by: Self.slip) : nil, mayRepeat: mayRepeat)
  }

  /// Records the invoices of an order in one transaction. The ledger is made where it is not there.
  ///
  /// - Parameters:
  ///   - orders: what was given.
  ///   - run: how the same order is noticed when it is recorded again; nil where it may be.
  ///   - job: how the papers are to be made, which is kept until they are; nil where nobody waits for them.
  /// - Returns: their numbers and seals, and what is worth a look.
  /// - Throws: ``Diagnostics``; then nothing was recorded.
  func record(_ orders: OrderBook, run: Ledger.Run?, job: String?) throws(Diagnostics) -> (
    numbers: [PaperNumber], warnings: [Diagnostic]
  ) {
    var random = office.randomness()
    var fault: Diagnostics?
    let outbox = job.map { Ledger.OutboxOrder(job: $0, claim: Office.claim(at: moment)) }
    do throws(Diagnostics) {
      return try office.write(on: settings) { (ledger, chain, known, key) throws(LedgerError) in
        var numbers: [PaperNumber] = []
        numbers.reserveCapacity(orders.count)
        var last: LedgerHead?
        try ledger.append(
          office: settings.code, chain: chain, after: known, key: key, run: run, outbox: outbox, using: &random
        ) { record in
          for part in orders.parts.indices {
            let invoices: [Invoice]
            do throws(Diagnostics) { invoices = try orders.invoices(ofPart: part) } catch {
              fault = error
              throw error
            }
            for invoice in invoices {
              let entry = try record(GiftRecord.draft(of: invoice, settings, units, day: day, moment: moment))
              numbers.append(PaperNumber(entry))
              last = LedgerHead(number: entry.number, hash: entry.hash)
            }
          }
        }
        return (numbers, last)
      }
    } catch {
      guard case .recordedBefore(let first, let last, let before)? = error.all.first?.fact as? LedgerError else {
        throw fault ?? error
      }
      let age = Moments.seconds(from: before, to: moment) ?? 0
      throw Diagnostics(RecordFact.recordedBefore(first: first, last: last, age: age))
    }
  }
}

extension Office {
  /// Writes to the ledger on the chain of a desk, and notes on this machine what was written last.
  ///
  /// Where the ledger does not hold what this machine has recorded, as after a backup was put back, a new chain is begun:
  /// a number that stands on a paper is never given again.
  ///
  /// - Parameters:
  ///   - settings: whose desk, and which code.
  ///   - write: is given the ledger, the chain, its newest entry as far as this machine knows, and the chain's key; answers with the
  ///     newest one.
  /// - Returns: what was written, and what is worth a look.
  /// - Throws: ``Diagnostics``; then nothing was written.
  func write<Result>(
    on settings: OfficeSettings,
    _ write: (Ledger, ChainName, LedgerHead?, ChainKey?) throws(LedgerError) -> (Result, LedgerHead?)
  ) throws(Diagnostics) -> (Result, [Diagnostic]) {
    let keeper = ChainKeeper(state: installation.state, desk: settings.desk, ledger: ledgerPath)
    var chain = try chain(of: settings.desk)
    var warnings: [Diagnostic] = []
    while true {
      let known = keeper.heads().first { ($0.number.office, $0.number.chain) == (settings.code, chain) }
      let key = try self.key(of: chain, keeper)
      do throws(LedgerError) {
        let (result, last) = try write(try ledgers.open(ledgerPath, .readWrite), chain, known, key)
        // It is recorded; that it cannot be noted is worth a word, and no more.
        if let last { warnings += note(last, by: keeper) }
        return (result, warnings)
      } catch {
        guard case .chainBroken(let old, let reason) = error else { throw Diagnostics(.of(error)) }
        var random = randomness()
        chain = try keeper.begin(after: old, using: &random)
        let fact = RecordFact.newChain(code: settings.code, old: old, reason, new: chain)
        warnings.append(Diagnostic(fact, .warning, file: ShownPath.of(ledgerPath)))
      }
    }
  }

  /// The key of a chain, read once.
  private func key(of chain: ChainName, _ keeper: ChainKeeper) throws(Diagnostics) -> ChainKey {
    try kept.value("key of \(keeper.path) \(chain)", of: ["\(keeper.path).\(chain).key"]) { () throws(Diagnostics) in
      var random = randomness()
      return try keeper.key(of: chain, using: &random)
    }
  }

  private func note(_ head: LedgerHead, by keeper: ChainKeeper) -> [Diagnostic] {
    do { try keeper.note(head) } catch {
      return error.all.map { fault in
        var warning = fault
        warning.severity = .warning
        return warning
      }
    }
    return []
  }

  /// What this desk has recorded on this machine and the ledger does not hold: the last number of each chain.
  func lostHeads(_ settings: OfficeSettings) throws(LedgerError) -> [LedgerHead] {
    let heads = ChainKeeper(state: installation.state, desk: settings.desk, ledger: ledgerPath).heads()
    if heads.isEmpty { return [] }
    guard hasLedger else { return heads }
    let ledger = try ledgers.open(ledgerPath, .readOnly)
    var lost: [LedgerHead] = []
    for head in heads where try ledger.entry(head.hash) == nil { lost.append(head) }
    return lost
  }

  /// The claim of this process on papers that it makes.
  static func claim(at moment: String) -> Ledger.OutboxClaim {
    Ledger.OutboxClaim(owner: RunningProcess.current.text, moment: moment)
  }

  /// The chain of a desk on this machine.
  ///
  /// - Throws: ``Diagnostics`` when it can be neither read nor kept.
  func chain(of desk: String) throws(Diagnostics) -> ChainName {
    let keeper = ChainKeeper(state: installation.state, desk: desk, ledger: ledgerPath)
    return try kept.value("chain \(keeper.path)", of: [keeper.path]) { () throws(Diagnostics) in
      var random = randomness()
      return try keeper.chain(using: &random)
    }
  }

  /// The chain of a desk on this machine, where one was begun.
  ///
  /// - Throws: ``Diagnostics`` when it cannot be read.
  func knownChain(of desk: String) throws(Diagnostics) -> ChainName? {
    try ChainKeeper(state: installation.state, desk: desk, ledger: ledgerPath).read()
  }
}
