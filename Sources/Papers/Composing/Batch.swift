/// The papers that are printed in one go, which come in pieces so that memory need not hold them all.
package struct Batch: Sendable {
  /// Which kind of paper they are.
  package let kind: any PaperKind
  /// Which papers each piece has, counted from 0.
  package let parts: [Range<Int>]
  /// What stands behind the names in a document's title: the office's name.
  package let title: String
  private let load: @Sendable (Int) throws(Diagnostics) -> [any Printable]

  /// How many papers there are.
  package var count: Int { parts.last?.upperBound ?? 0 }

  /// Papers that are in memory.
  package init(_ papers: [any Printable], kind: any PaperKind, title: String) {
    parts = [0..<papers.count]
    load = { _ in papers }
    (self.kind, self.title) = (kind, title)
  }

  /// Papers that are made piece by piece.
  ///
  /// - Parameters:
  ///   - kind: which kind of paper they are.
  ///   - title: what stands behind the names in a document's title.
  ///   - parts: which papers each piece has, counted from 0.
  ///   - load: the papers of a piece.
  package init(
    kind: any PaperKind, title: String, parts: [Range<Int>],
    load: @escaping @Sendable (Int) throws(Diagnostics) -> [any Printable]
  ) {
    self.parts = parts
    (self.kind, self.title, self.load) = (kind, title, load)
  }

  /// Papers of which each is a piece.
  package init(
    kind: any PaperKind, title: String, count: Int,
    load: @escaping @Sendable (Int) throws(Diagnostics) -> [any Printable]
  ) {
    self.init(kind: kind, title: title, parts: (0..<count).map { $0..<$0 + 1 }, load: load)
  }

  /// The papers of a piece.
  package func papers(ofPart index: Int) throws(Diagnostics) -> [any Printable] { try load(index) }
}
