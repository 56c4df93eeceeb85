import ArgumentParser
import BillingOffice
import Foundation

/// `billing-office items`
struct ItemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items",
    abstract: "Lists the items of the price book, or those that fit some words.",
    discussion: """
      Words may be of a name, another name or a category, in any order, or their beginnings. On a terminal the list is in columns;
      a pipe gets an item a line, with a tab before unit, price, category and date: what completions of shells read.

      Examples:
        billing-office items
        billing-office items bread
        billing-office items repair | cut -f 1
        billing-office items --unpriced
      """)

  @Argument(help: "Words to look for (default: all items).", completion: Completions.items)
  var words: [String] = []

  @Flag(help: "What was given without a price, how often and when last: what there is a price to find for.")
  var unpriced = false

  @OptionGroup var place: OfficeOptions

  func validate() throws {
    if unpriced, !words.isEmpty {
      throw ValidationError("--unpriced lists all that has no price; leave out the words.")
    }
  }

  func run() throws {
    try Terminal.reporting {
      if unpriced { return try listUnpriced() }
      let items = try place.open().items(fitting: words, prices: place.prices)
      let lines =
        isatty(STDOUT_FILENO) == 1
        ? Self.columns(items.map { [$0.item, $0.unit, $0.price, $0.category, $0.checked] })
        : items.map { [$0.item, $0.unit, $0.plainPrice, $0.category, $0.checked].joined(separator: "\t") }
      for line in lines { Terminal.out(line) }
    }
  }

  private func listUnpriced() throws {
    let rows = try place.open().unpricedItems().map {
      [$0.item, $0.unit, Counted.text($0.gifts, "gift"), $0.last.description]
    }
    for line in isatty(STDOUT_FILENO) == 1 ? Self.columns(rows) : rows.map({ $0.joined(separator: "\t") }) {
      Terminal.out(line)
    }
    if rows.isEmpty { Terminal.note("Everything that was given has a price.") }
  }

  /// Rows whose cells stand below each other, prices to the right.
  static func columns(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        let room = String(repeating: " ", count: widths[column] - text.count)
        return column == 2 ? room + text : text + room
      }
      return cells.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
    }
  }
}
