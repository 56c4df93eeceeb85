public import Layout

/// A value in a YAML file with the place where it stands. The tree is read before any placeholder is filled in, so that no
/// item's name can ever be taken for YAML.
public enum YAMLNode: Sendable {
  /// A text, number or word; nil for an empty value.
  case scalar(String?, Mark)
  /// A list.
  case sequence([YAMLNode], Mark)
  /// Keys and values, in the order of the file.
  case mapping([Entry], Mark)

  /// A key with its value.
  public struct Entry: Sendable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var mark: Mark
    /// The value.
    public var value: YAMLNode
  }

  /// Where the value begins.
  public var mark: Mark {
    switch self {
    case .scalar(_, let mark), .sequence(_, let mark), .mapping(_, let mark): mark
    }
  }

  /// The value under a key; nil where this is no mapping or has no such key.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries, _) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The value under a key, and the rest without it; nil where this is no mapping or has no such key.
  func taking(_ key: String) -> (value: YAMLNode, rest: YAMLNode)? {
    guard case .mapping(var entries, let mark) = self, let index = entries.firstIndex(where: { $0.key == key }) else {
      return nil
    }
    return (entries.remove(at: index).value, .mapping(entries, mark))
  }

  /// What was found, for a message: `a list`, `"4 mm"` in quotes, `nothing`. A long text is cut.
  public var found: String {
    switch self {
    case .scalar(nil, _): "nothing"
    case .scalar(let text?, _): "\"\(text.count > 60 ? text.prefix(59) + "…" : text)\""
    case .sequence(let list, _): list.isEmpty ? "an empty list" : "a list"
    case .mapping: "keys and values"
    }
  }
}

/// Why a file is not YAML.
public struct YAMLFault: Error, Hashable, Sendable {
  /// What keeps a file from being read.
  public enum Fact: Hashable, Sendable {
    /// It is not YAML; the reader's own words, such as "could not find expected ':'".
    case notYAML(String)
    /// A control character, or one that turns text round, stands in it, or in a text that it writes with an escape.
    case refusedCharacter(Unicode.Scalar)
  }

  /// Where reading stopped; the first line when the reader could not tell.
  public var mark: Mark
  /// Why.
  public var fact: Fact

  /// Describes a fault.
  public init(mark: Mark, _ fact: Fact) { (self.mark, self.fact) = (mark, fact) }

  /// Describes what the reader could not make out.
  init(mark: Mark, problem: String) { self.init(mark: mark, .notYAML(problem)) }
}
