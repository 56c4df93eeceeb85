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

  /// Records the invoices of an order in one transaction. The ledger is made where it is not there.
  ///
  /// - Parameters:
  ///   - orders: what was given.
  ///   - job: how the papers are to be printed, which is kept until they are; nil where no printer waits for them.
  /// - Returns: their numbers and seals.
  /// - Throws: ``Diagnostics``; then nothing was recorded.
  func record(_ orders: OrderBook, job: String?) throws(Diagnostics) -> [PaperNumber] {
    var numbers: [PaperNumber] = []
    numbers.reserveCapacity(orders.count)
    var random = office.randomness()
    var fault: Diagnostics?
    do {
      let ledger = try office.ledgers.open(office.ledgerPath, .readWrite)
      try ledger.append(office: settings.code, chain: chain, job: job, using: &random) { record in
        for part in orders.parts.indices {
          let invoices: [Invoice]
          do throws(Diagnostics) { invoices = try orders.invoices(ofPart: part) } catch {
            fault = error
            throw error
          }
          for invoice in invoices {
            let entry = try record(GiftRecord.draft(of: invoice, settings, units, day: day, moment: moment))
            numbers.append(PaperNumber(entry))
          }
        }
      }
      return numbers
    } catch { throw fault ?? Diagnostics(.of(error)) }
  }
}

extension Office {
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
}
