extension PropertyType {
  /// A type read from a single word or text.
  static func scalar(
    _ expected: String, _ schema: JSON, _ read: @escaping @Sendable (String, TemplateReading) -> Value?
  )
    -> Self
  {
    PropertyType(expected, schema) { node, reading in
      guard case .scalar(let text?, _) = node else { return nil }
      return read(text, reading)
    }
  }

  /// One of several words.
  static func choice(_ words: [String: Value]) -> Self {
    let names = words.keys.sorted()
    let expected = names.dropLast().joined(separator: ", ") + " or " + names.suffix(1).joined()
    return scalar(expected, .words(names)) { text, _ in words[text] }
  }
}

extension PropertyType where Value == YAMLNode {
  /// A value that its owner reads.
  static func node(_ expected: String, _ schema: JSON) -> Self {
    PropertyType(expected, schema) { node, _ in
      if case .scalar(nil, _) = node { nil } else { node }
    }
  }
}

extension PropertyType where Value == [YAMLNode] {
  /// A list whose entries its owner reads.
  static func list(_ expected: String, of part: SchemaPart) -> Self {
    PropertyType(expected, .list(of: .reference(part))) { node, _ in
      if case .sequence(let list, _) = node, !list.isEmpty { list } else { nil }
    }
  }
}

extension PropertyType where Value == [YAMLNode.Entry] {
  /// Names with values that their owner reads; none where nothing is written.
  static func names(_ expected: String, _ part: SchemaPart) -> Self {
    PropertyType(expected, .reference(part)) { node, _ in
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
  static let word = name("a word", .anyWord)
  /// The name of a kind of paper.
  static let kindName = name("a kind of paper such as invoice", .reference(.kind))
  /// The name of a style.
  static let styleName = name("the name of a style", .anyWord)
  /// The name of a list.
  static let listName = name("the name of a list", .reference(.list))
  /// The name of a flag.
  static let flagName = name("the name of a flag", .reference(.flag))
  /// The name of what a table can carry over.
  static let runningName = name("a name such as subtotals", .reference(.running))

  private static func name(_ expected: String, _ schema: JSON) -> Self {
    scalar(expected, schema) { text, _ in text.isEmpty ? nil : text }
  }

  /// A file inside the template's folder.
  static let path = PropertyType(
    "a file in the template's folder, such as art/mark.svg", .matching(#"(?!/)(?!(.*/)?\.\.(/|$)).+"#)
  ) { node, reading in
    guard case .scalar(let text?, let mark) = node, !text.isEmpty else { return nil }
    if text.hasPrefix("/") || text.split(separator: "/").contains("..") {
      reading.fault(.pathOutside(text), at: mark)
      return nil
    }
    let path = reading.elsewhere(text) ?? reading.folder + "/" + text
    reading.note(picture: path, at: mark)
    return path
  }
}

extension PropertyType where Value == Phrase {
  /// A text with placeholders.
  static let phrase = PropertyType("a text, with placeholders such as {{number}}", .anyText) { node, reading in
    guard case .scalar(let text?, let mark) = node else { return nil }
    return reading.phrase(text, at: mark)
  }
}

extension PropertyType where Value == Phrase {
  /// Which way something is read: `ltr`, `rtl`, or a placeholder for one of them.
  static let direction = PropertyType("ltr, rtl or a placeholder such as {{direction}}", .matching(".+")) {
    node, reading in
    guard case .scalar(let text?, let mark) = node else { return nil }
    let phrase = reading.phrase(text, at: mark)
    return phrase.literal.map { ["ltr", "rtl"].contains($0) } ?? true ? phrase : nil
  }
}

extension PropertyType where Value == Bool {
  /// Yes or no.
  static let flag = choice(["true": true, "false": false])
}
