import Bookkeeping
import Foundation
import Papers

/// What the price book's items and categories are called in the office's language, and at which stalls they are given.
struct DeskNames: Sendable, Equatable {
  /// By what the price book calls them.
  fileprivate(set) var items: [String: String] = [:]
  fileprivate(set) var categories: [String: String] = [:]
  /// The stalls of each item, in the order of the sign list.
  fileprivate(set) var stalls: [String: [String]] = [:]
  /// All stalls, in that order.
  fileprivate(set) var allStalls: [String] = []

  /// The stall where an item is given; nil where there is none, or more than one.
  func stall(of item: String) -> String? {
    guard let own = stalls[item], own.count == 1 else { return nil }
    return own[0]
  }
}

extension Office {
  /// The list of signs beside office.yaml, which says what hangs at which stall.
  private static let signsTable = "signs"

  /// What things are called, read again only when one of the tables has changed; nothing of what cannot be read, of which whoever checks
  /// the office tells.
  func deskNames() -> DeskNames {
    let tables = [Self.pricesTable, Self.namesTable, Self.signsTable].map { ownTable($0).file }
    let read = try? kept.value("desk's names", of: tables + [path(OfficeFolder.settingsFile)]) {
      () throws(Diagnostics) in
      var untold = Faults()
      guard let settings = settings(&untold), let prices = prices(nil, &untold) else { return DeskNames() }
      var all = DeskNames()
      if let names = self.names(of: prices, &untold) {
        all.items = names.items(of: prices, in: settings.locale)
        all.categories = names.categories(of: prices, in: settings.locale)
      }
      let list = ownTable(Self.signsTable).file
      for row in Files.exists(list) ? signs(list, prices, &untold)?.rows ?? [] : [] {
        guard let stall = row.stall else { continue }
        if all.stalls[row.entry.item]?.contains(stall) != true { all.stalls[row.entry.item, default: []].append(stall) }
        if !all.allStalls.contains(stall) { all.allStalls.append(stall) }
      }
      return all
    }
    return read ?? DeskNames()
  }
}
