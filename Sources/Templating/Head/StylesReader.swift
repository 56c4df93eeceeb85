import Layout

/// Reads `colors:`.
enum ColorsReader {
  private static let type = PropertyType<Color>.scalar(
    "a colour such as \"#c8102e\"", .matching(Dimensions.colorPattern)
  ) { text, _ in Dimensions.color(text) }
  /// Any names, each with a colour.
  static let schema: JSON = ["type": ["object", "null"], "additionalProperties": type.schema]

  static func read(_ keys: inout Keys, _ reading: TemplateReading) {
    for entry in keys[Template.colorsKey] ?? [] {
      // A name stays known although its colour is wrong, so that what is wrong is told once.
      reading.colors[entry.key] = type.read(entry.value, of: entry.key, reading) ?? .black
    }
  }
}

/// Reads `styles:`.
enum StylesReader {
  static let extends = Property("extends", .styleName, "A style to begin with; body unless said otherwise.")
  static let properties: [any AnyProperty] = [extends] + StyleSheet.properties

  static func read(_ keys: inout Keys, _ reading: TemplateReading) {
    let entries = keys[Template.stylesKey] ?? []
    let known = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    // `body` comes first, wherever it stands: all others begin with it.
    if let body = known["body"] { read(body, StyleSheet.properties, reading) }
    for entry in entries {
      // A style comes behind the one it begins with.
      var chain: [YAMLNode.Entry] = []
      var next: YAMLNode.Entry? = entry
      var seen: Set<String> = []
      while let style = next, reading.styles[style.key] == nil {
        guard seen.insert(style.key).inserted else {
          let expected = "a style that does not begin with this one"
          let node = style.value[extends.name] ?? style.value
          reading.fault(.wrongValue(key: extends.name, found: node.found, expected: expected), at: node.mark)
          reading.styles[style.key] = reading.sheet(nil, name: nil)
          break
        }
        chain.append(style)
        if case .scalar(let parent?, _)? = style.value[extends.name] { next = known[parent] } else { next = nil }
      }
      for style in chain.reversed() { read(style, properties, reading) }
    }
  }

  private static func read(_ entry: YAMLNode.Entry, _ properties: [any AnyProperty], _ reading: TemplateReading) {
    // A name stays known although its style is wrong, so that what is wrong is told once.
    var sheet = reading.sheet(nil, name: nil)
    if var own = Keys(entry.value, of: entry.key, known: properties, reading) {
      if entry.key != "body" { sheet = reading.sheet(own.place(of: extends), name: own[extends]) }
      sheet = sheet.overridden(by: &own)
      own.finish()
    }
    reading.styles[entry.key] = sheet
  }
}
