import Bookkeeping
import Ledger

/// Puts the invoices of an order into the ledger, all or none.
struct Recorder {
  let settings: OfficeSettings
  let units: Units
  let ledger: Ledger
  let chain: ChainName
  let day: CalendarDay
  let moment: String

  /// Opens the office's ledger, making it where it is not there.
  ///
  /// - Throws: ``Diagnostics`` when it cannot be written to.
  init(
    _ studio: Studio, _ installation: Installation, office: String, day: CalendarDay, moment: String
  ) throws(Diagnostics) {
    settings = studio.settings
    units = studio.strings.units
    (self.day, self.moment) = (day, moment)
    let path = LedgerDesk.path(in: office)
    do {
      var random = SystemRandomNumberGenerator()
      chain = try ChainKeeper(state: installation.state).chain(desk: settings.desk, ledger: path, using: &random)
    } catch { throw Diagnostics([error]) }
    do { ledger = try Ledger(path: path) } catch { throw Diagnostics([.of(error)]) }
  }

  /// Numbers and seals as wide as those to come, with which a paper can be tried before anything is recorded.
  func placeholders(_ count: Int) -> Numbering {
    let number = EntryNumber(office: settings.code, chain: chain, sequence: 888_888).map(\.description)
    let paper = number.flatMap { InvoiceNumber($0) }.map { PaperNumber($0, seal: "8888888888") }
    return paper.map { .numbered(Array(repeating: $0, count: count)) } ?? .drafts
  }

  /// Records the invoices of an order in one transaction.
  ///
  /// - Returns: their numbers and seals.
  /// - Throws: ``Diagnostics``; then nothing was recorded.
  func record(_ orders: OrderBook) throws(Diagnostics) -> [PaperNumber] {
    var numbers: [PaperNumber] = []
    numbers.reserveCapacity(orders.count)
    var random = SystemRandomNumberGenerator()
    var fault: Diagnostics?
    do {
      try ledger.append(office: settings.code, chain: chain, using: &random) { record in
        for part in orders.parts.indices {
          let invoices: [Invoice]
          do throws(Diagnostics) { invoices = try orders.invoices(ofPart: part) } catch {
            fault = error
            throw error
          }
          for invoice in invoices {
            let entry = try record(GiftRecord.draft(of: invoice, settings, units, day: day, moment: moment))
            guard let number = InvoiceNumber(entry.number.description) else { continue }
            numbers.append(PaperNumber(number, seal: entry.seal))
          }
        }
      }
    } catch { throw fault ?? Diagnostics([.of(error)]) }
    return numbers
  }
}
