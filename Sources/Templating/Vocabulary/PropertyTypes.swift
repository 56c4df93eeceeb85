import Layout

extension PropertyType {
  /// A type read from a single word or text.
  static func scalar(_ expected: String, _ read: @escaping @Sendable (String, Reading) -> Value?) -> Self {
    PropertyType(expected) { node, reading in
      guard case .scalar(let text?, _) = node else { return nil }
      return read(text, reading)
    }
  }

  /// One of several words.
  static func choice(_ words: [String: Value]) -> Self {
    let names = words.keys.sorted()
    let expected = names.dropLast().joined(separator: ", ") + " or " + names.suffix(1).joined()
    return scalar(expected) { text, _ in words[text] }
  }
}

extension PropertyType where Value == YAMLNode {
  /// A value that its owner reads.
  static func node(_ expected: String) -> Self {
    PropertyType(expected) { node, _ in
      if case .scalar(nil, _) = node { nil } else { node }
    }
  }
}

extension PropertyType where Value == [YAMLNode] {
  /// A list whose entries its owner reads.
  static func list(_ expected: String) -> Self {
    PropertyType(expected) { node, _ in
      if case .sequence(let list, _) = node, !list.isEmpty { list } else { nil }
    }
  }
}

extension PropertyType where Value == [YAMLNode.Entry] {
  /// Names with values that their owner reads; none where nothing is written.
  static func names(_ expected: String) -> Self {
    PropertyType(expected) { node, _ in
      switch node {
      case .mapping(let entries, _): entries
      case .scalar(nil, _): []
      default: nil
      }
    }
  }
}

extension PropertyType where Value == String {
  /// A plain word or text without placeholders.
  static let word = scalar("a word") { text, _ in text.isEmpty ? nil : text }
  /// A file inside the template's folder.
  static let path = PropertyType("a file in the template's folder, such as art/mark.svg") { node, reading in
    guard case .scalar(let text?, let mark) = node, !text.isEmpty else { return nil }
    if text.hasPrefix("/") || text.split(separator: "/").contains("..") {
      reading.fault(.pathOutside(text), at: mark)
      return nil
    }
    return reading.folder + "/" + text
  }
}

extension PropertyType where Value == Phrase {
  /// A text with placeholders.
  static let phrase = PropertyType("a text, with placeholders such as {{number}}") { node, reading in
    guard case .scalar(let text?, let mark) = node else { return nil }
    return reading.phrase(text, at: mark)
  }
}

extension PropertyType where Value == Double {
  /// A length, scaled with the paper.
  static let length = scalar("a length such as 4mm or 9.5pt") { text, reading in
    Units.length(text).map { $0 * reading.scale }
  }
  /// The size of type, scaled with the paper.
  static let typeSize = scalar("a size such as 9.5pt") { text, reading in
    Units.length(text).flatMap { $0 > 0 ? $0 * reading.scale : nil }
  }
  /// A length that is the same on every paper.
  static let absoluteLength = scalar("a length such as 30mm") { text, _ in Units.length(text) }
  /// The thickness of a line, the same on every paper.
  static let thickness = scalar("a thickness such as 0.5pt") { text, _ in Units.length(text) }
  /// A bare number above zero.
  static let factor = scalar("a number from 0.01 to 100, such as 1.3") { text, _ in number(text, in: 0.01...100) }
  /// A length relative to the size of the type.
  static let em = scalar("a length in em, such as 0.05em") { text, _ in number(text, unit: "em", in: -10...10) }
  /// An angle in degrees.
  static let angle = scalar("an angle such as -17deg") { text, _ in number(text, unit: "deg", in: -360...360) }

  private static func number(_ text: String, unit: String = "", in range: ClosedRange<Double>) -> Double? {
    Units.number(text, unit: unit).flatMap { range.contains($0) ? $0 : nil }
  }
}

extension PropertyType where Value == Int {
  /// The weight of a font.
  static let weight = scalar("a weight from 100 to 900, or bold") { text, _ in
    whole(["normal": "400", "bold": "700"][text] ?? text, in: 100...900)
  }
  /// How many columns a cell takes.
  static let span = scalar("a whole number from 1 to 20") { text, _ in whole(text, in: 1...20) }

  private static func whole(_ text: String, in range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }
}

extension PropertyType where Value == Bool {
  /// Yes or no.
  static let flag = choice(["true": true, "false": false])
}

extension PropertyType where Value == TextAlignment {
  static let alignment = choice(["start": .start, "center": .center, "end": .end, "decimal": .decimal])
}

extension PropertyType where Value == Color {
  /// A name from `colors:` or a hexadecimal colour.
  static let color = PropertyType("a colour such as \"#c8102e\" or a name from colors:") { node, reading in
    guard case .scalar(let text?, let mark) = node else { return nil }
    if let color = reading.colors[text] ?? Units.color(text) { return color }
    if text.hasPrefix("#") { return nil }
    reading.fault(.unknownColor(text, known: reading.colors.keys.sorted()), at: mark)
    return nil
  }
}

extension PropertyType where Value == [String] {
  /// Fonts in order of preference.
  static let families = PropertyType("a font such as Inter, or a list of them") { node, reading in
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
  static let insets = scalar("one to four lengths such as 4mm or 2mm 6mm") { text, reading in
    Units.insets(text, scale: reading.scale)
  }
  /// One to four lengths that are the same on every paper.
  static let absoluteInsets = scalar("one to four lengths such as 18mm or 18mm 15mm") { text, _ in
    Units.insets(text, scale: 1)
  }
}

extension PropertyType where Value == Box.Border {
  /// A width and a colour.
  static let border = PropertyType("a width and a colour, such as 0.8pt ink") { node, reading in
    guard case .scalar(let text?, let mark) = node else { return nil }
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, let width = Units.length(parts[0]) else { return nil }
    return PropertyType<Color>.color.parse(.scalar(parts[1], mark), reading).map { Box.Border(width: width, color: $0) }
  }
}

extension PropertyType where Value == Track {
  /// The width of a column.
  static let track = scalar("a width such as 24mm, 1fr or auto") { text, reading in
    if text == "auto" { return .natural }
    if let share = Units.number(text, unit: "fr") { return (0.01...100).contains(share) ? .fraction(share) : nil }
    return Units.length(text).map { .fixed($0 * reading.scale) }
  }
}
