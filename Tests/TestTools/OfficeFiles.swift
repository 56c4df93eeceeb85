import Foundation
internal import Testing

/// Files to write into an office.
package enum OfficeFiles {
  package static func prices(_ rows: String...) -> String {
    "item,category,unit,price,currency,source,checked\n" + rows.joined(separator: "\n") + "\n"
  }

  package static func order(_ rows: String...) -> String { "item,quantity\n" + rows.joined(separator: "\n") + "\n" }

  /// A template with a picture out of its own folder `art`.
  package static func template(showing picture: String) -> String {
    """
    kind: invoice
    page: { size: Letter, margin: 18mm }
    content:
      - { picture: art/\(picture), width: 100mm }
      - { text: "{{office.name}}" }
    stamp: { at: [50%, 70%], rotate: 0deg, width: 120mm }
    """
  }

  /// An order of so many invoices.
  package static func batch(_ count: Int, of item: String = "Rice") -> String {
    "invoice,item,quantity\n" + (1...count).map { "\($0),\(item),\($0)\n" }.joined()
  }

  /// A file of the program's with pieces replaced.
  package static func file(_ name: String, _ replacing: [(String, String)]) throws -> String {
    var text = try String(contentsOfFile: Repository.path(name), encoding: .utf8)
    for (old, new) in replacing {
      try #require(text.contains(old), "\(name) has no \(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return text
  }

  package static func settings(_ replacing: [(String, String)]) throws -> String {
    try file("Templates/office/office.yaml", replacing)
  }

  /// A designer's small template with a piece replaced: what tests hold on to must not change with the program's own.
  package static func template(_ old: String = "", _ new: String = "") throws -> String {
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
  package static func place(of piece: String, in text: String) throws -> String {
    let start = try #require(text.range(of: piece)).lowerBound
    let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
    return "\(lines.count):\((lines.last?.count ?? 0) + 1)"
  }

  /// A template with a code for each line that has room for short names only: a long one is found out when it is laid out.
  package static let labels = """
    kind: invoice
    page: { size: A4, margin: 20mm }
    content:
      - { each: lines, qr: "{{ledger.url}}/I/{{item}}", size: 14mm }
    stamp: { at: [50%, 70%] }

    """
  /// A name that no code has room for.
  package static let longName = String(repeating: "Gold", count: 25)

  /// What is told of the long name, behind the template's path.
  package static func tooLong(_ context: String = "") -> String {
    """
    template.yaml:4:5: error: the code's modules would be 0.29 mm wide; a phone reads them from 0.4 mm\(context)
      → make the code larger with size:
    """
  }
}
