import Layout

/// A node of a template, read and checked, ready to become elements.
enum Blueprint: Sendable {
  /// The same on every document, with the number of leaves in it.
  case fixed(any Element, leaves: Int)
  /// Made from data: none where its condition does not hold, several under `each:`.
  case bound(@Sendable (Scope) -> [any Element])

  /// The elements for these data.
  func elements(in scope: Scope) -> [any Element] {
    switch self {
    case .fixed(let element, _): [element]
    case .bound(let make): make(scope)
    }
  }

  /// The element for these data where only one can stand: several are stacked, nil for none.
  func element(in scope: Scope) -> (any Element)? {
    let all = elements(in: scope)
    return all.count > 1 ? Stack(all) : all.first
  }

  /// This node prepared to stand among others that change: a subtree that stays the same is shared, so that it is laid out
  /// and recorded once. What a table's column aligns on its decimal sign must stay within the table's sight.
  var shared: Blueprint {
    guard case .fixed(let element, let leaves) = self, leaves > 0, !element.alignsOnDecimalSign else { return self }
    return .fixed(Shared(element), leaves: 1)
  }

  /// Puts something around the elements of a node.
  func wrapped(_ wrap: @escaping @Sendable (any Element) -> any Element) -> Blueprint {
    switch self {
    case .fixed(let element, let leaves): .fixed(wrap(element), leaves: leaves)
    case .bound(let make): .bound { make($0).map(wrap) }
    }
  }

  /// Makes one element of several nodes; fixed where all of them are.
  static func combined(
    _ parts: [Blueprint], _ make: @escaping @Sendable ([[any Element]]) -> any Element
  ) -> Blueprint {
    var fixed: [[any Element]] = []
    var leaves = 0
    for case .fixed(let element, let count) in parts {
      fixed.append([element])
      leaves += count
    }
    if fixed.count == parts.count { return .fixed(make(fixed), leaves: leaves) }
    let parts = parts.map(\.shared)
    return .bound { scope in [make(parts.map { $0.elements(in: scope) })] }
  }
}

/// An element of the template language: its key, what may stand beside it, and how it is read. Whoever adds an element adds
/// one of these and one line to ``Vocabulary``.
struct ElementSpec: Sendable {
  /// The key.
  let name: String
  /// What it is.
  let summary: String
  /// What fits as the key's value.
  let type: any AnyPropertyType
  /// A small content that shows it.
  let example: String
  /// The keys beside it.
  let properties: [any AnyProperty]
  /// Takes the keys beside the element and reads its value; nil when it is beyond repair (the fault has been told).
  let read: @Sendable (YAMLNode, inout Keys, TemplateReading) -> Blueprint?

  /// What fits as the key's value, in words.
  var value: String { type.expected }
}
