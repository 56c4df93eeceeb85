import Bookkeeping

/// An entry as one line of JSON, always the same bytes for the same entry; see SPECIFICATION.md.
enum EntryText {
  /// A line that is no entry as it must be written.
  struct Unreadable: Error {
    /// Which byte of the line, from 0.
    var offset: Int
  }

  // MARK: - Writing

  static func text(of entry: LedgerEntry) -> String { String(decoding: bytes(of: entry), as: UTF8.self) }

  private static func bytes(of entry: LedgerEntry) -> [UInt8] {
    var out = JSONLine()
    out.field("number", entry.number.description, isFirst: true)
    switch entry.kind {
    case .closed:
      out.field("kind", "closed")
      if let previous = entry.previous { out.field("previous", previous) } else { out.field("previous", "") }
      out.field("hash", entry.hash)
      return out.finished
    case .gift: out.field("kind", "gift")
    case .reversal(let number, let hash, let reason):
      out.field("kind", "reversal")
      out.field("reverses", number.description)
      out.field("reversed_hash", hash)
      out.field("reason", reason.rawValue)
    }
    out.field("day", entry.day.description)
    out.field("desk", entry.desk)
    out.field("language", entry.language)
    out.field("currency", entry.total.currency.code)
    out.field("total", String(entry.total.minorUnits))
    out.field("hours", entry.hours.plainDescription)
    out.group("office", entry.office) { ["name": $0.name, "place": $0.place] }
    out.group("time", entry.time) { ["at": $0.text] }
    out.raw(",\"lines\":[")
    for (index, line) in entry.lines.enumerated() {
      out.raw(index == 0 ? "{" : ",{")
      out.field("amount", String(line.amount.minorUnits), isFirst: true)
      out.group("texts", line.texts) {
        ["item": $0.item, "category": $0.category, "unit": $0.unit, "source": $0.source]
      }
      out.group("figures", line.figures) {
        [
          "quantity": $0.quantity.plainDescription, "price": $0.price.plainDescription,
          "basis": $0.basis.rawValue, "checked": $0.checked.description,
        ]
      }
      out.raw("}")
    }
    out.raw("]")
    if let previous = entry.previous { out.field("previous", previous) } else { out.field("previous", "") }
    out.field("hash", entry.hash)
    return out.finished
  }

  // MARK: - Reading

  /// Reads a line. Only what ``text(of:)`` writes is accepted, byte for byte.
  static func checked(_ line: [UInt8]) throws -> LedgerEntry {
    let entry = try entry(line)
    // Whatever reads alike but is written otherwise (another escape, a leading zero) is found here.
    guard bytes(of: entry) == line else { throw Unreadable(offset: 0) }
    return entry
  }

  /// Reads a line that this program has written itself.
  static func entry(_ line: String) throws -> LedgerEntry { try entry(Array(line.utf8)) }

  private static func entry(_ line: [UInt8]) throws -> LedgerEntry {
    var scan = JSONScanner(line)
    let number = try scan.value(try scan.field("number", isFirst: true)) { EntryNumber($0) }
    let kind: LedgerEntry.Kind
    switch try scan.field("kind") {
    case "closed":
      let previous = try Self.previous(&scan)
      guard let entry = LedgerEntry.closed(number, after: previous, try scan.hash("hash")) else {
        throw scan.unreadable
      }
      try scan.expect("}")
      guard scan.isAtEnd else { throw scan.unreadable }
      return entry
    case "gift": kind = .gift
    case "reversal":
      let reversed = try scan.value(try scan.field("reverses")) { EntryNumber($0) }
      kind = .reversal(
        of: reversed, hash: try scan.hash("reversed_hash"),
        try scan.value(try scan.field("reason")) { ReversalReason(rawValue: $0) })
    default: throw scan.unreadable
    }
    let day = try scan.value(try scan.field("day")) { CalendarDay($0) }
    let desk = try scan.field("desk")
    let language = try scan.field("language")
    let currency = try scan.value(try scan.field("currency")) { Currency(code: $0) }
    let total = try scan.value(try scan.field("total")) { Int64($0) }
    let hours = try scan.value(try scan.field("hours")) { ExactDecimal(plain: $0) }
    let office = try scan.group("office") { scan in
      LedgerEntry.Office(name: try scan.field("name"), place: try scan.field("place"))
    }
    let time = try scan.group("time") { scan in LedgerEntry.Moment(try scan.field("at")) }
    try scan.expect(",\"lines\":[")
    var lines: [LedgerLine] = []
    while !scan.skips("]") {
      if !lines.isEmpty { try scan.expect(",") }
      try scan.expect("{")
      lines.append(try Self.line(&scan, currency))
    }
    let previous = try Self.previous(&scan)
    let entry = LedgerEntry(
      number: number, kind: kind, day: day, desk: desk, language: language,
      total: Money(minorUnits: total, currency: currency), hours: hours, office: office, time: time, lines: lines,
      previous: previous, hash: try scan.hash("hash"))
    try scan.expect("}")
    guard scan.isAtEnd else { throw scan.unreadable }
    return entry
  }

  private static func previous(_ scan: inout JSONScanner) throws -> EntryHash? {
    scan.skips(",\"previous\":\"\"") ? nil : try scan.hash("previous")
  }

  private static func line(_ scan: inout JSONScanner, _ currency: Currency) throws -> LedgerLine {
    let amount = try scan.value(try scan.field("amount", isFirst: true)) { Int64($0) }
    let texts = try scan.group("texts") { scan in
      LedgerLine.Texts(
        item: try scan.field("item"), category: try scan.field("category"), unit: try scan.field("unit"),
        source: try scan.field("source"))
    }
    let figures = try scan.group("figures") { scan in
      LedgerLine.Figures(
        quantity: try scan.value(try scan.field("quantity")) { ExactDecimal(plain: $0) },
        price: try scan.value(try scan.field("price")) { ExactDecimal(plain: $0) },
        basis: try scan.value(try scan.field("basis")) { PriceBasis(rawValue: $0) },
        checked: try scan.value(try scan.field("checked")) { CheckedDate($0) })
    }
    try scan.expect("}")
    return LedgerLine(amount: Money(minorUnits: amount, currency: currency), texts: texts, figures: figures)
  }
}
