import Layout

/// `text:`
enum TextNode {
  static let style = Property("style", .styleName, "A style from styles:; body unless said otherwise.")
  static let heading = Property(
    "heading", .heading, "The level of the heading it is to somebody who hears the page read.")
  static let language = Property(
    "lang", .phrase,
    "Its language, such as {{language}}, in which it is read aloud and gets capitals; the paper's own unless said.")

  static let spec = ElementSpec(
    name: "text", summary: "A paragraph.", type: PropertyType.phrase,
    example: """
      - { text: Childcare, style: large }
      - text: Three hours on Saturday, while the market was open.
        color: "#5a5a5a"
      """,
    properties: [style, heading, language] + StyleSheet.properties
  ) { value, keys, reading in
    let sheet = reading.sheet(keys.place(of: style), name: keys[style]).overridden(by: &keys)
    let (level, language) = (keys[heading], keys[language])
    return PropertyType.phrase.read(value, of: "text", reading).map {
      blueprint($0, sheet, reading, heading: level, language: language)
    }
  }

  static func blueprint(
    _ phrase: Phrase, _ sheet: StyleSheet, _ reading: TemplateReading, heading: Int? = nil, language: Phrase? = nil
  ) -> Blueprint {
    let style = reading.style(sheet)
    let (alignment, wraps) = (sheet.alignment, sheet.wraps)
    let capitals = sheet.isUpperCase ? reading.capitals : nil
    let make: @Sendable (String, String?) -> any Element = { text, language in
      Text(
        capitals?(text, language) ?? text, style: style, alignment: alignment, wraps: wraps, headingLevel: heading,
        language: language, typed: capitals == nil ? nil : text)
    }
    if let literal = phrase.literal, language?.literal != nil || language == nil {
      return .fixed(make(literal, language?.literal), leaves: 1)
    }
    return .bound { scope in
      let (text, isForeign) = phrase.filled(in: scope)
      // What is filled in knows better than the template does.
      let own = isForeign ? phrase.language(in: scope) : nil
      return [make(text, own ?? language?.text(in: scope))]
    }
  }
}
