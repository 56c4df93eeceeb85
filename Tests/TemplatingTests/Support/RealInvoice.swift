import Foundation
import Layout

@testable import Templating

/// The template that comes with the program, with data as the office has them.
enum RealInvoice {
  private static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Templates").path

  static func text() throws -> String {
    try String(contentsOfFile: templates + "/invoice-calm/template.yaml", encoding: .utf8)
  }

  static func read(_ text: String, paper: Paper? = nil) throws -> (template: Template?, faults: [TemplateFault]) {
    let words = try words()
    let shape = DataShape.record([("t", .record(words.map { ($0.key, .text("")) }))] + fields)
    let constants: [String: TemplateData] = [
      "t": .record(words.mapValues { .text($0) }),
      "office": record(["name": "Riverside Commons", "place": "Riverside Market", "desk": "A"]),
      "ledger": record(["url": "https://ledger.example.org", "address": "ledger.example.org"]),
    ]
    return Template.read(
      TemplateSource(text, file: "template.yaml"), folder: "invoice", kinds: ["invoice": shape], constants: constants,
      paper: paper)
  }

  static func data(lines: Int) -> [String: TemplateData] {
    let line = record(
      [
        "item": "Haircut", "quantity": "1.5", "unit": "visit", "unit_price": "$44.00", "unit_price_figures": "44.00",
        "amount": "$66.00", "amount_figures": "66.00", "due": "0",
      ]
      .merging(["note": "1", "note_mark": "¹"]) { $1 }, ["is_wage": true])
    let note = record(
      ["number": "1", "citation": "A book", "url": "https://example.org", "address": "example.org", "checked": "2026"],
      ["has_address": true, "is_wage": false])
    return [
      "number": .text("A-0001"), "is_draft": .flag(false), "seal": .text(""), "has_seal": .flag(false),
      "issued": .text("7 March 2026"), "currency": .text("USD"), "currency_sign": .text("$"),
      "lines": .list([TemplateData](repeating: line, count: lines)), "line_count": .text("\(lines)"),
      "subtotals": .indexed { ["subtotal": .text("\($0 * 66).00")] }, "market_total": .text("$66.00"),
      "total_due": .text("$0.00"), "zero": .text("0"), "has_wages": .flag(true), "has_code": .flag(true),
      "notes": .list([note, note]),
      "code": record(["url": "https://ledger.example.org/A-0001", "address": "ledger.example.org/A-0001"]),
    ]
  }

  private static func words() throws -> [String: String] {
    let text = try String(contentsOfFile: templates + "/strings/en.yaml", encoding: .utf8)
    guard case .mapping(let entries, _) = try YAMLNode.read(text, file: "en.yaml") else { return [:] }
    var words: [String: String] = [:]
    for entry in entries {
      if case .scalar(let word?, _) = entry.value { words[entry.key] = word }
    }
    return words
  }

  private static func record(_ texts: [String: String], _ flags: [String: Bool] = [:]) -> TemplateData {
    .record(texts.mapValues { .text($0) }.merging(flags.mapValues { .flag($0) }) { $1 })
  }

  private static func shape(_ texts: [String], flags: [String] = []) -> DataShape {
    .record(texts.map { ($0, .text("")) } + flags.map { ($0, .flag("")) })
  }

  private static let fields: [(name: String, shape: DataShape)] = [
    ("office", shape(["name", "place", "desk"])), ("ledger", shape(["url", "address"])), ("number", .text("")),
    ("is_draft", .flag("")), ("seal", .text("")), ("has_seal", .flag("")), ("issued", .text("")),
    ("currency", .text("")), ("currency_sign", .text("")),
    (
      "lines",
      .list(
        "",
        of: shape(
          [
            "item", "quantity", "unit", "unit_price", "unit_price_figures", "amount", "amount_figures", "due", "note",
            "note_mark",
          ], flags: ["is_wage"]))
    ), ("line_count", .text("")), ("subtotals", .indexed("", of: shape(["subtotal"]))), ("market_total", .text("")),
    ("total_due", .text("")), ("zero", .text("")), ("has_wages", .flag("")),
    (
      "notes",
      .list("", of: shape(["number", "citation", "url", "address", "checked"], flags: ["has_address", "is_wage"]))
    ), ("has_code", .flag("")), ("code", shape(["url", "address"])),
  ]
}
