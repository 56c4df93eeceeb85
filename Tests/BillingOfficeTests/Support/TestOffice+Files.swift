import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Files to write into an office.
enum OfficeFiles {
  static func prices(_ rows: String...) -> String {
    "item,category,unit,price,currency,source,checked\n" + rows.joined(separator: "\n") + "\n"
  }

  static func order(_ rows: String...) -> String { "item,quantity\n" + rows.joined(separator: "\n") + "\n" }

  /// An order of so many invoices.
  static func batch(_ count: Int, of item: String = "Rice") -> String {
    "invoice,item,quantity\n" + (1...count).map { "\($0),\(item),\($0)\n" }.joined()
  }

  /// A file of the program's with pieces replaced.
  static func file(_ name: String, _ replacing: [(String, String)]) throws -> String {
    var text = try String(contentsOfFile: Repository.path(name), encoding: .utf8)
    for (old, new) in replacing {
      try #require(text.contains(old), "\(name) has no \(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return text
  }

  static func settings(_ replacing: [(String, String)]) throws -> String {
    try file("Templates/office/office.yaml", replacing)
  }

  /// A designer's small template with a piece replaced: what tests hold on to must not change with the program's own.
  static func template(_ old: String = "", _ new: String = "") throws -> String {
    let text = """
      kind: invoice
      page: { size: A4, margin: 20mm }
      styles:
        body:  { font-family: Inter, font-size: 10pt }
        title: { font-family: Bebas Neue, font-size: 30pt }
      content:
        - { text: "{{t.mock_invoice}}", style: title }
        - { text: "{{office.name}}, {{office.place}}" }
        - { text: "{{t.tagline}}" }
        - { each: lines, text: "{{item}}: {{quantity}} × {{unit_price}} = {{amount}}" }
        - { text: "{{market_total}}", font-size: 40pt, white-space: nowrap }

      """
    try #require(old.isEmpty || text.contains(old))
    return text.replacingOccurrences(of: old, with: new)
  }

  /// Where a piece stands in a file: `line:column`.
  static func place(of piece: String, in text: String) throws -> String {
    let start = try #require(text.range(of: piece)).lowerBound
    let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
    return "\(lines.count):\((lines.last?.count ?? 0) + 1)"
  }

  /// A template with a code for each line that has room for short names only: a long one is found out when it is laid out.
  static let labels = """
    kind: invoice
    page: { size: A4, margin: 20mm }
    content:
      - { each: lines, qr: "{{ledger.url}}/I/{{item}}", size: 14mm }
    stamp: { at: [50%, 70%] }

    """
  static let longName = String(repeating: "Gold", count: 25)

  /// What is told of the long name, behind the template's path.
  static func tooLong(_ context: String = "") -> String {
    """
    template.yaml:4:5: error: the code's modules would be 0.29 mm wide; a phone reads them from 0.4 mm\(context)
      → make the code larger with size:
    """
  }
}

extension TestOffice {
  /// Everything there is, folders and hidden files too, but for what SQLite keeps beside a ledger while it is open.
  var listing: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: scratch.folder.path)) ?? [])
      .filter { !$0.hasSuffix(".sqlite-shm") && !$0.hasSuffix(".sqlite-wal") }.sorted()
  }

  /// Paths as they are below the office's folder.
  func own(_ paths: [String]) -> [String] { paths.map { $0.replacing(scratch.path("office") + "/", with: "") } }

  /// What is told, with the office's folder left out.
  func told(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(\.description).joined(separator: "\n").replacing(scratch.path("office") + "/", with: "")
  }

  /// What is told when something is asked for that cannot be.
  func told(_ body: () throws -> Void) throws -> String { try refusal(body).told }

  /// What is told when something is asked for that cannot be, and what must be mended first.
  private func refusal(_ body: () throws -> Void) throws -> (told: String, kind: Diagnostic.Kind?) {
    do {
      try body()
    } catch let diagnostics as Diagnostics {
      let kinds = diagnostics.all.filter { $0.severity == .error }.map(\.kind)
      return (told(diagnostics.all), [.usage, .noInput, .data].first(where: kinds.contains) ?? kinds.first)
    }
    return ("", nil)
  }

  /// Asks for what cannot be: what is told is as it should be, and the folder is as it was before.
  func refuses(
    _ kind: Diagnostic.Kind, _ words: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) throws {
    let before = listing
    let refusal = try refusal(body)
    #expect(refusal.told == words, sourceLocation: sourceLocation)
    #expect(refusal.kind == kind, sourceLocation: sourceLocation)
    #expect(listing == before, sourceLocation: sourceLocation)
  }

  /// The same for the order, which would be recorded, on a day on which all of the starter's prices were known.
  func refusesOrder(
    _ words: String, _ kind: Diagnostic.Kind = .data, sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout GiftRequest) -> Void = { _ in }
  ) throws {
    var asked = try request(isRecorded: true)
    change(&asked)
    try refuses(kind, words, sourceLocation: sourceLocation) { _ = try office.make(asked) }
  }

  /// Makes the papers of an order.
  @discardableResult
  func make(_ order: String = "order.csv", isRecorded: Bool = false, _ change: (inout GiftRequest) -> Void) throws
    -> PrintedPapers
  {
    var asked = try request(order, isRecorded: isRecorded)
    change(&asked)
    return try office.make(asked)
  }

  /// A paper's text, a line for each of its rows.
  func text(_ paper: String) throws -> String { try Tool.pdftotext.text("-layout", path(paper), "-") }

  /// A paper's text in the order in which it was drawn, so that a turned line stays one line.
  func drawnText(_ paper: String) throws -> String { try Tool.pdftotext.text("-raw", path(paper), "-") }

  func bytes(_ paper: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(paper))) }

  /// Takes a file away.
  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }
}
