/// An element of a page's structure (ISO 32000-1, 14.7.2).
struct StructureNode: Sendable {
  /// What is in it, in the order in which it is read.
  enum Kid: Sendable {
    /// Another element, by its place among the page's.
    case node(Int)
    /// Marked content, by its number on the page.
    case content(Int)
    /// A link, by its place among the page's.
    case link(Int)
  }

  /// The standard structure type (14.8.4).
  var type: String
  /// The element it is in; nil for the document.
  var parent: Int?
  var kids: [Kid] = []
  /// What is said in place of it.
  var alternative: String?
}
