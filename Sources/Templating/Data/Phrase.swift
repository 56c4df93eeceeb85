import Layout

/// A text with placeholders: `{{name}}` or `{{office.name}}`, mustache's variable tag. Loops and conditions are keys of
/// the template (`each:`, `if:`), so there are no other tags. What is filled in is text and stays text: `&` is no entity, and
/// an item called `{{office}}` is printed so.
struct Phrase: Sendable {
  enum Segment: Sendable {
    case literal(String)
    case value(ScopePath)
  }

  fileprivate(set) var segments: [Segment] = []

  fileprivate mutating func append(_ literal: some StringProtocol) {
    guard !literal.isEmpty else { return }
    if case .literal(let before)? = segments.last {
      segments[segments.count - 1] = .literal(before + literal)
    } else {
      segments.append(.literal(String(literal)))
    }
  }

  /// The text, when no placeholder is left in it.
  var literal: String? {
    switch segments.count {
    case 0: return ""
    case 1: if case .literal(let text) = segments[0] { return text }
    default: break
    }
    return nil
  }

  /// The text with ``Template/placeholder`` for each of its placeholders.
  fileprivate var pattern: String {
    segments.map { if case .literal(let text) = $0 { text } else { String(Template.placeholder) } }.joined()
  }

  /// The text with its placeholders filled in.
  func text(in scope: Scope) -> String { filled(in: scope).text }

  /// The text with its placeholders filled in, and whether any of what is filled in is in another language than the document.
  func filled(in scope: Scope) -> (text: String, isForeign: Bool) {
    var isForeign = false
    if segments.count == 1 { return (Phrase.text(of: segments[0], in: scope, &isForeign), isForeign) }
    var text = ""
    for segment in segments { text += Phrase.text(of: segment, in: scope, &isForeign) }
    return (text, isForeign)
  }

  private static func text(of segment: Segment, in scope: Scope, _ isForeign: inout Bool) -> String {
    switch segment {
    case .literal(let text): return text
    case .value(let path):
      switch scope.value(at: path) {
      case .text(let value)?: return value
      case .foreign(let value, _)?:
        isForeign = true
        return value
      default: return ""
      }
    }
  }

  /// The language of what is filled in, as a BCP 47 tag, where all letters of the text are of it; nil where they are not.
  func language(in scope: Scope) -> String? {
    var language: String?
    for segment in segments {
      if case .value(let path) = segment, case .foreign(_, let own)? = scope.value(at: path) {
        guard language == nil || language == own else { return nil }
        language = own
      } else {
        var isForeign = false
        if Phrase.text(of: segment, in: scope, &isForeign).contains(where: \.isLetter) { return nil }
      }
    }
    return language
  }
}

extension TemplateReading {
  /// Reads a text with placeholders; those whose values are known for all documents are filled in at once.
  func phrase(_ text: String, at mark: Mark) -> Phrase {
    var phrase = Phrase()
    var rest = text[...]
    var index = 0
    while let open = rest.firstRange(of: "{{") {
      phrase.append(rest[..<open.lowerBound])
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        fault(.unclosedPlaceholder, at: lines.mark(ofPlaceholder: index, in: mark))
        return phrase
      }
      switch placeholder(String(rest[open.upperBound..<close.lowerBound]).trimmed) {
      case .found(.literal(let known)): phrase.append(known)
      case .found(let value): phrase.segments.append(value)
      case .wrong(let fact): fault(fact, at: lines.mark(ofPlaceholder: index, in: mark))
      case .unknown: break
      }
      rest = rest[close.upperBound...]
      index += 1
    }
    phrase.append(rest)
    note(text: phrase.pattern, at: mark)
    return phrase
  }

  private enum Placeholder {
    case found(Phrase.Segment)
    case wrong(TemplateFault.Fact)
    /// It names nothing, but that has been told of what is around it.
    case unknown
  }

  private func placeholder(_ name: String) -> Placeholder {
    if let first = name.first, "#^/!>&{=".contains(first) { return .wrong(.unknownTag("{{\(name)}}")) }
    if let known = constant(name) { return .found(.literal(known)) }
    guard let (path, found) = shape.find(name) else {
      return shape.isComplete ? .wrong(.unknownPlaceholder(name, known: shape.texts)) : .unknown
    }
    if case .text = found { return .found(.value(path)) }
    return .wrong(.notAText(name))
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
