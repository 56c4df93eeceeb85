import Layout

extension PropertyType where Value == TextAlignment {
  static let alignment = choice(["start": .start, "center": .center, "end": .end, "decimal": .decimal])
}

extension PropertyType where Value == Color {
  /// A name from `colors:` or a hexadecimal colour.
  static let color = PropertyType(
    "a colour such as \"#c8102e\" or a name from colors:", .matching("(\(Dimensions.colorPattern)|[^#].*)")
  ) { node, reading in
    guard case .scalar(let text?, let mark) = node else { return nil }
    if let color = reading.colors[text] ?? Dimensions.color(text) { return color }
    if text.hasPrefix("#") { return nil }
    reading.fault(.unknownColor(text, known: reading.colors.keys.sorted()), at: mark)
    return nil
  }
}

extension PropertyType where Value == [String] {
  /// Fonts in order of preference.
  static let families = PropertyType(
    "a font such as Inter, or a list of them",
    ["type": ["string", "array"], "minLength": 1, "minItems": 1, "items": .anyWord]
  ) { node, reading in
    let nodes: [YAMLNode] = if case .sequence(let list, _) = node { list } else { [node] }
    let names = nodes.compactMap { node -> String? in
      guard case .scalar(let name?, let mark) = node, !name.isEmpty else { return nil }
      reading.note(family: name, at: mark)
      return name
    }
    return names.count == nodes.count && !names.isEmpty ? names : nil
  }
}

extension PropertyType where Value == Insets {
  /// One to four lengths, in CSS's order, scaled with the paper.
  static let insets = scalar("one to four lengths such as 4mm or 2mm 6mm", .textOrZero(Dimensions.insetsPattern)) {
    text, reading in
    Dimensions.insets(text, scale: reading.scale)
  }
  /// One to four lengths that are the same on every paper.
  static let absoluteInsets = scalar(
    "one to four lengths such as 18mm or 18mm 15mm", .textOrZero(Dimensions.insetsPattern)
  ) { text, _ in
    Dimensions.insets(text, scale: 1)
  }
}

extension PropertyType where Value == Box.Border {
  /// A width, how it is drawn, and a colour.
  static let border = PropertyType(
    "a width and a colour, such as 0.8pt ink, and between them dashed, dotted or double",
    .matching(" *\(Dimensions.lengthPattern)( +(solid|dashed|dotted|double))? +[^ ]+ *")
  ) { node, reading in
    guard case .scalar(let text?, let mark) = node else { return nil }
    let parts = text.split(separator: " ").map(String.init)
    guard let color = parts.last, let width = Dimensions.length(parts[0]) else { return nil }
    guard let pattern = parts.count == 2 ? .solid : parts.count == 3 ? patterns[parts[1]] : nil else { return nil }
    return PropertyType<Color>.color.parse(.scalar(color, mark), reading).map {
      Box.Border(width: width * reading.fixedScale, color: $0, pattern: pattern)
    }
  }

  private static let patterns: [String: Box.Border.Pattern] = [
    "solid": .solid, "dashed": .dashed, "dotted": .dotted, "double": .double,
  ]
}

extension PropertyType where Value == Track {
  /// The width of a column, in the words of CSS's grids.
  static let track = scalar(
    "a width such as 24mm, 30%, 1fr, auto, minmax(30mm, 1fr), fit-content or fit-content(50mm)", .textOrZero(pattern)
  ) { text, reading in
    if text == "auto" { return .natural }
    if text == "fit-content" { return .naturalUpTo(.infinity) }
    if let most = inside(text, of: "fit-content") {
      return Dimensions.length(most).map { .naturalUpTo($0 * reading.scale) }
    }
    if let bounds = inside(text, of: "minmax")?.split(separator: ","), bounds.count == 2 {
      guard let least = Dimensions.length(bounds[0].filter { $0 != " " }),
        let share = share(bounds[1].filter { $0 != " " })
      else { return nil }
      return .fractionFrom(share, least: least * reading.scale)
    }
    if let share = share(text) { return .fraction(share) }
    if let share = Dimensions.share(text) { return (0...1).contains(share) ? .share(share) : nil }
    return Dimensions.length(text).map { .fixed($0 * reading.scale) }
  }

  fileprivate static let pattern: String = {
    let (length, share) = (Dimensions.lengthPattern, "\(Dimensions.numberPattern)fr")
    return
      "(auto|\(share)|\(Dimensions.sharePattern)|\(length)|fit-content(\\(\(length)\\))?|minmax\\(\(length), *\(share)\\))"
  }()

  /// What stands between the brackets behind a word.
  private static func inside(_ text: String, of word: String) -> String? {
    guard text.hasPrefix(word + "("), text.hasSuffix(")") else { return nil }
    return String(text.dropFirst(word.count + 1).dropLast())
  }

  private static func share(_ text: String) -> Double? {
    Dimensions.number(text, unit: "fr").flatMap { (0.01...100).contains($0) ? $0 : nil }
  }
}

extension PropertyType where Value == TrackOrShare {
  /// The width of a child of a row: that of a column, or one that the data tell.
  static let trackOrShare = PropertyType(
    PropertyType<Track>.track.expected + ", or a placeholder such as {{share}}",
    .textOrZero("(\(PropertyType<Track>.pattern)|\\{\\{[^}]+\\}\\})")
  ) { node, reading in
    if case .scalar(let text?, let mark) = node, text.contains("{{") {
      let phrase = reading.phrase(text, at: mark)
      guard let literal = phrase.literal else { return .share(phrase) }
      return PropertyType<Track>.track.parse(.scalar(literal, mark), reading).map { .track($0) }
    }
    return PropertyType<Track>.track.parse(node, reading).map { .track($0) }
  }
}
