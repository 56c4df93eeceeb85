import Bookkeeping
import Papers

/// A table's report on one screen.
extension TableReport {
  /// The lines, the first one the file's name and what it is.
  package var lines: [String] {
    var lines: [(String, String)] = [("letters", inspection.encoding)]
    if let list { lines.append(("lines", "\(list.understood) of \(list.of) are understood")) }
    if !inspection.columns.isEmpty { lines.append(("columns", columns)) }
    if !inspection.ignored.isEmpty {
      lines.append(("left alone", inspection.ignored.map(quoted).joined(separator: ", ")))
    }
    for (name, column) in [("numbers", InputColumn.price), ("numbers", .quantity), ("dates", .checked)] {
      if let evidence = evidence(column) { lines.append((name, evidence)) }
    }
    if let unsourced { lines.append(("to fill", unsourced)) }
    if let currencies { lines.append(("currency", currencies)) }
    if let review { lines += Self.lines(of: review) }
    return ["\(file): \(what)"] + lines.map { "  \($0.padding(toLength: 12, withPad: " ", startingAt: 0))\($1)" }
  }

  private var what: String {
    let count = inspection.rows.count
    let rows = "\(count) \(count == 1 ? "row" : "rows")"
    switch inspection.kind {
    case .prices: return "a price book, \(rows)"
    case .order: return "an order, \(rows)"
    case .names: return "names of items in other languages, \(rows)"
    case .signs: return "a list of signs, \(rows)"
    case nil: return list == nil ? "no table that is known here" : "a list, as people write it"
    }
  }

  private var columns: String {
    let names = inspection.columns.map { column in
      let name = column.column.rawValue
      return column.header.lowercased() == name || column.header.isEmpty ? name : "\(name) (\(quoted(column.header)))"
    }
    let place = inspection.headerLine.map { "line \($0): " } ?? "without a header: "
    return place + names.joined(separator: ", ")
  }

  /// How a column was read, shown at the cell of which most could be doubted; nil where there is none.
  private func evidence(_ column: InputColumn) -> String? {
    let rows = inspection.rows.compactMap { row in
      row.written[column].flatMap { written in
        row.read?[column].map { (line: row.line, written: written, read: $0) }
      }
    }.filter { !$0.written.isEmpty }
    if let changed = rows.filter({ $0.written != $0.read }).max(by: { $0.written.count < $1.written.count }) {
      return "\(quoted(changed.written)) is \(changed.read) (line \(changed.line))"
    }
    let usual = rows.first { $0.written.contains { !$0.isNumber } } ?? rows.first
    return usual.map { "as written, such as \($0.written) (line \($0.line))" }
  }

  /// The rows of a price book that print nothing before somebody says where their price is from; nil where there are none.
  private var unsourced: String? {
    guard inspection.kind == .prices else { return nil }
    let rows = inspection.rows.filter { $0.written[.source]?.isEmpty ?? true }.map { "\($0.line)" }
    guard !rows.isEmpty else { return nil }
    if rows.count == inspection.rows.count { return "a column source: who published each price, and where" }
    let more = rows.count > 20 ? " and \(rows.count - 20) others" : ""
    return "the source on \(rows.count == 1 ? "line" : "lines") \(rows.prefix(20).joined(separator: ", "))\(more)"
  }

  private var currencies: String? {
    guard let entries = inspection.book?.entries, !entries.isEmpty else { return nil }
    let counts = Dictionary(grouping: entries) { $0.price.currency.code }.mapValues(\.count)
    if let only = counts.keys.first, counts.count == 1 { return only }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) in \($0.value)" }
      .joined(separator: ", ")
  }

  // MARK: - What is worth a second look

  private static func lines(of review: PriceReview) -> [(String, String)] {
    var lines: [(String, String)] = []
    for (least, most) in review.extremes {
      lines.append(("prices", "from \(price(least)) (\(least.item)) to \(price(most)) (\(most.item))"))
    }
    for pair in review.alike.prefix(most) {
      let names =
        "\(quoted(pair.first.item)) (line \(pair.first.line)) and \(quoted(pair.second.item)) (line \(pair.second.line))"
      lines.append(("alike", names))
    }
    lines += others(review.alike.count, "alike")
    for outlier in review.unusual.prefix(most) {
      let way = outlier.isDearer ? "dearer" : "cheaper"
      lines.append(
        (
          "unusual",
          "line \(outlier.entry.line): \(outlier.entry.item) at \(price(outlier.entry)) is \(outlier.times) times \(way) than "
            + "what is in the middle of \(outlier.entry.category), \(price(outlier.usual))"
        ))
    }
    lines += others(review.unusual.count, "unusual")
    if let oldest = review.old.first {
      lines.append(
        (
          "old",
          "\(counted(review.old, "is", "are")) older than two years, the oldest of \(oldest.checked) (line \(oldest.line))"
        ))
    }
    if let first = review.unlinked.first {
      let verb = review.unlinked.count == 1 ? "has a source" : "have sources"
      lines.append(
        ("sources", "\(prices(review.unlinked)) \(verb) without an address, the first on line \(first.line)"))
    }
    if let first = review.secondHand.first {
      lines.append(
        (
          "second-hand",
          "\(counted(review.secondHand, "is", "are")) out of a collection of others' prices, the first on line \(first.line)"
        ))
    }
    return lines
  }

  /// More of them than this would push the rest off the screen.
  private static let most = 5

  private static func others(_ count: Int, _ name: String) -> [(String, String)] {
    count > most ? [(name, "and \(count - most) others")] : []
  }

  private static func price(_ entry: PriceBook.Entry) -> String {
    "\(entry.price.amount) \(entry.price.currency.code)"
  }

  private static func prices(_ entries: [PriceBook.Entry]) -> String {
    entries.count == 1 ? "1 price" : "\(entries.count) prices"
  }

  private static func counted(_ entries: [PriceBook.Entry], _ one: String, _ several: String) -> String {
    "\(prices(entries)) \(entries.count == 1 ? one : several)"
  }
}

private func quoted(_ text: String) -> String { ShownText.quoted(text) }
