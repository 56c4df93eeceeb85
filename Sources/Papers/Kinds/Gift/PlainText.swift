import Bookkeeping
import Characters
import Foundation

/// A paper in plain text, for a message or for somebody who hears it read: short lines that make sense one after the other,
/// and the void in words.
struct PlainText {
  let design: PaperDesign
  let formats: Formats
  /// Whether the paper has been printed before.
  let edition: Edition

  /// The text of an invoice or receipt.
  ///
  /// - Parameters:
  ///   - invoice: what was given.
  ///   - number: its number and seal; nil for a draft.
  ///   - issued: the day of issue.
  /// - Returns: the text, which ends with a line feed.
  func text(of invoice: Invoice, number: PaperNumber?, issued: CalendarDay) -> String {
    let wording = design.wording
    let sources = SourceNotes(invoice.lines)
    let zero = formats.money(.zero(invoice.currency))
    var head = ["\(word("mock_invoice")) \(number?.description ?? wording.draft)", formats.day(issued)]
    if let mark = edition.mark(wording) { head.append(mark) }
    let lines = zip(invoice.lines, sources.numbers).map { line, note in
      let unit = design.strings.units.name(of: line.entry.unit, for: line.quantity.value)
      let wage = line.entry.basis == .wage ? " (\(word("wage")))" : ""
      if !line.entry.price.isKnown {
        return "\(line.entry.item): \(formats.quantity(line.quantity)) \(unit) [\(formats.whole(Int64(note)))]"
      }
      return """
        \(line.entry.item): \(formats.quantity(line.quantity)) \(unit) × \(formats.price(line.entry.price))\(wage) = \
        \(formats.money(line.amount)) [\(formats.whole(Int64(note)))]
        """
    }
    let address = design.settings.ledger.map { LedgerAddress.paper(number?.description, base: $0) }
    let ledger = [address.map { "\(word("scan")): \($0)" }, number.map { "\(word("seal")): \($0.seal)" }]
      .compactMap { $0 }
    let void = ["\(wording.notABill) \(wording.nothingOwed)", "\(wording.totalDue): \(zero)"]
    let blocks = [
      [design.settings.name, design.settings.place], [head.joined(separator: " · ")], [wording.stamp.uppercased()],
      Self.broken(lines, by: ["", wording.stamp.uppercased()] + void + [""]),
      [
        "\(word("market_total")): \(formats.money(invoice.total))", "\(word("you_owe")): \(zero)",
        "\(word("value_reclaimed")): \(formats.money(invoice.total))",
      ],
      Self.broken(notes(sources, invoice), by: ["", wording.stamp.uppercased()] + void + [""]),
      ledger,
      // The fixed words first and on lines of their own, whatever the office is called.
      void + ["\(wording.issuedBy) \(design.settings.name)"],
    ]
    // A line of the void must stay a line of its own, whatever a line of data holds.
    return blocks.filter { !$0.isEmpty }.map { $0.map(\.harmlessLine).joined(separator: "\n") }.joined(
      separator: "\n\n") + "\n"
  }

  /// How many lines follow one another without the void.
  private static let longest = 50

  /// Lines, with the void between them wherever there are many, so that no piece passes for a bill.
  private static func broken(_ lines: [String], by void: [String]) -> [String] {
    stride(from: 0, to: lines.count, by: longest).flatMap { start in
      (start == 0 ? [] : void) + lines[start..<min(lines.count, start + longest)]
    }
  }

  private func notes(_ sources: SourceNotes, _ invoice: Invoice) -> [String] {
    let notes = sources.groups.map { group in
      let address = group.note.source.address.map { " \($0)" } ?? ""
      let citation = group.citation { formats.whole(Int64($0)) }
      return "[\(formats.numbers(group.numbers))] \(citation), \(formats.checked(group.note.checked))\(address)"
    }
    let hasWages = invoice.lines.contains { $0.entry.basis == .wage }
    return [word("sources")] + notes + (hasWages ? [word("wage_note")] : [])
  }

  private func word(_ name: String) -> String { design.strings.words[name] ?? name }
}
