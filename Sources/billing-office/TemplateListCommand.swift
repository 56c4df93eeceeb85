import ArgumentParser
import BillingOffice

/// `billing-office template list`
struct TemplateListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the templates that can be used here: the office's own first, then the program's.",
    discussion: """
      Name, kind of paper, the papers that it is made for, and folder, a line each.

      Example:
        billing-office template list
      """)

  @OptionGroup var place: TemplatePlace

  func run() throws {
    try Terminal.reporting {
      let templates = try place.open().list()
      let rows = templates.map {
        [$0.name, $0.kind ?? "(kind: is missing)", $0.papers.joined(separator: " "), $0.folder]
      }
      for line in Columns.lines(rows) { Terminal.out(line) }
    }
  }
}

/// Rows of a table on a terminal.
enum Columns {
  /// The rows as lines, each column as wide as its widest cell; the last one as it is.
  static func lines(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
