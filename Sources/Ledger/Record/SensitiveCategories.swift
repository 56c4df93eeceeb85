internal import Bookkeeping

/// The categories of which everybody may know sums only. They are the same in any case, spacing and way of typing accents.
public struct SensitiveCategories: Hashable, Sendable, ExpressibleByArrayLiteral {
  private let keys: Set<String>

  /// Takes their names.
  public init(_ names: some Sequence<String>) { keys = Set(names.map(Self.key)) }

  /// Takes their names.
  public init(arrayLiteral names: String...) { self.init(names) }

  /// Whether a category is one of them.
  public func contains(_ category: String) -> Bool { keys.contains(Self.key(category)) }

  /// Whether a gift holds anything of which everybody may know sums only; what nobody can see any more is taken for it.
  func contains(anyOf gift: LedgerEntry) -> Bool {
    gift.lines.contains { line in line.texts.content.map { contains($0.category) } ?? true }
  }

  /// What tells apart two sets of them.
  package var text: String { keys.sorted().joined(separator: "\n") }

  private static func key(_ name: String) -> String { NameKey.plain(of: name).filter { !$0.isWhitespace } }
}
