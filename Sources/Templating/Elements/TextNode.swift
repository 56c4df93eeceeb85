import Layout

/// `text:`
enum TextNode {
  static let style = Property("style", .styleName, "A style from styles:; body unless said otherwise.")
  static let heading = Property(
    "heading", .heading, "The level of the heading it is to somebody who hears the page read.")

  static let spec = ElementSpec(
    name: "text", summary: "A paragraph.", type: PropertyType.phrase,
    example: """
      - { text: Childcare, style: large }
      - text: Three hours on Saturday, while the market was open.
        color: "#5a5a5a"
      """,
    properties: [style, heading] + StyleSheet.properties
  ) { value, keys, reading in
    let sheet = reading.sheet(keys.place(of: style), name: keys[style]).overridden(by: &keys)
    let level = keys[heading]
    return PropertyType.phrase.read(value, of: "text", reading).map { blueprint($0, sheet, reading, heading: level) }
  }

  static func blueprint(_ phrase: Phrase, _ sheet: StyleSheet, _ reading: TemplateReading, heading: Int? = nil)
    -> Blueprint
  {
    let style = reading.style(sheet)
    let (alignment, wraps, isUpperCase) = (sheet.alignment, sheet.wraps, sheet.isUpperCase)
    let make: @Sendable (String) -> any Element = { text in
      Text(
        isUpperCase ? text.uppercased() : text, style: style, alignment: alignment, wraps: wraps, headingLevel: heading)
    }
    if let literal = phrase.literal { return .fixed(make(literal), leaves: 1) }
    return .bound { scope in [make(phrase.text(in: scope))] }
  }
}
