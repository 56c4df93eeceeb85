import Bookkeeping
import Layout

/// What hangs at the stalls of a market: a sign list, or else the whole price book, and what its items are called.
struct Market {
  let list: SignList
  /// The file that the list is in, as people write it.
  let file: String
  let names: ItemNames

  /// Reads a market; nil where something of it cannot be read.
  init?(_ office: some OfficeMaterials, list named: String?, prices: String?, _ faults: inout Faults) {
    guard let book = office.prices(prices, &faults) else { return nil }
    let names = office.names(of: book, &faults)
    guard let list = office.signs(named, book, &faults), let names else { return nil }
    (self.list, self.names) = (list, names)
    file = named.map { office.shown($0) } ?? office.shownPrices(prices)
  }

  /// Looks over all that will stand on paper.
  func check(
    _ entries: [PriceBook.Entry], _ design: PaperDesign, _ office: some OfficeMaterials, prices: String?,
    _ request: some ClockedRequest, _ faults: inout Faults
  ) {
    let (check, once, file) = (InputCheck(design), entries.uniqued, office.shownPrices(prices))
    faults.add(check.checkWords() + check.check(once, file: file))
    faults.add(check.check(names, of: once, file: office.shownNames))
    faults.add(check.check(stallsOf: list.rows, file: self.file))
    faults.add(InputCheck.pricesFromTheFuture(once, request, file: file))
  }
}

extension [PriceBook.Entry] {
  /// Each entry once, in the order in which they are first met.
  var uniqued: [PriceBook.Entry] {
    var seen: Set<Int> = []
    return filter { seen.insert($0.line).inserted }
  }
}
