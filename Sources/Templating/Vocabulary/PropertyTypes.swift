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

extension PropertyType where Value == Bool {
  /// Yes or no.
  static let flag = choice(["true": true, "false": false])
}
