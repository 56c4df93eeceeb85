import Testing

/// A designer's template with something of everything: what tests hold on to must not change with the program's own.
enum DesignersTemplate {
  static let text = """
    # yaml-language-server: $schema=../template.schema.json
    kind: invoice
    page: { size: A4, margin: 14mm 17mm 17mm }
    papers:
      A5: { margin: 10mm 12mm 14mm, scale: 0.8 }
    colors: { ink: "#141414", stamp: "#c8102e" }
    styles:
      body:  { font-family: Inter, font-size: 9.5pt, line-height: 1.4, color: ink }
      title: { font-family: Bebas Neue, font-size: 40pt, font-weight: 600, font-variant-numeric: tabular-nums }
    header:
      if: page.is_first
      row:
        - { text: "{{office.name}}", width: 42mm }
        - { text: "{{number}}", text-align: end }
    content:
      - { text: "{{t.mock_invoice}}", style: title, heading: 1 }
      - table:
          each: lines
          row-padding: 1mm 0
          columns:
            - { cell: "{{item}}" }
            - { width: 25mm, cell: "{{amount}}", text-align: decimal }
          running: subtotals
          carried-forward:
            - { text: "{{t.carried_forward}}", span: 1 }
            - { text: "{{subtotal}}", text-align: end }
      - space: 8mm
      - keep-together: true
        border: 1.4pt ink
        row:
          - { qr: "{{code.url}}", size: 31mm }
          - "{{t.nothing_owed}}"
    stamp: { at: [50%, 60%], rotate: -17deg, width: 120mm, color: stamp }

    """

  /// The template with a piece replaced where it first stands.
  static func text(_ old: String, _ new: String) throws -> String {
    var text = Self.text
    let place = try #require(text.range(of: old), "the template has no \(old)")
    text.replaceSubrange(place, with: new)
    return text
  }
}
