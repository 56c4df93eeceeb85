import Bookkeeping
import Ledger

/// Puts the invoices of an order into the ledger, all or none.
struct Recorder {
  let settings: OfficeSettings
  let units: Units
  private let path: String
  let chain: ChainName
  let day: CalendarDay
  let moment: String
  let randomness: Randomness

  /// Finds the desk's chain on this machine.
  ///
  /// - Throws: ``Diagnostics`` when it can be neither read nor kept.
  init(
    _ studio: Studio, _ office: Office, day: CalendarDay, moment: String
  ) throws(Diagnostics) {
    settings = studio.settings
    units = studio.strings.units
    randomness = office.randomness
    (self.day, self.moment) = (day, moment)
    path = LedgerDesk.path(in: office.folder)
    var random = randomness()
    chain = try ChainKeeper(state: office.installation.state).chain(desk: settings.desk, ledger: path, using: &random)
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
  /// - Returns: their numbers and seals, and the ledger, which is open as long as somebody keeps it.
  /// - Throws: ``Diagnostics``; then nothing was recorded.
  func record(_ orders: OrderBook, job: String?) throws(Diagnostics) -> (numbers: [PaperNumber], ledger: Ledger) {
    var numbers: [PaperNumber] = []
    numbers.reserveCapacity(orders.count)
    var random = randomness()
    var fault: Diagnostics?
    do {
      let ledger = try Ledger(path: path)
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
      return (numbers, ledger)
    } catch { throw fault ?? Diagnostics(.of(error)) }
  }
}
