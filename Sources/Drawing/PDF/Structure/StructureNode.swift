internal import Layout

/// A standard structure type (ISO 32000-1, 14.8.4).
enum StructureType: UInt8, Sendable {
  case h1, h2, h3, h4, h5, h6
  case paragraph
  case table, row, headerCell, rowHeaderCell, cell
  case figure
  case link
  case span

  /// What a frame's role is called; a running header or footer that has to be heard is a part of the page like others.
  init?(_ role: Role) {
    switch role {
    case .heading(let level): self = StructureType(rawValue: UInt8(min(max(level, 1), 6) - 1)) ?? .h1
    case .paragraph: self = .paragraph
    case .table: self = .table
    case .row: self = .row
    case .headerCell: self = .headerCell
    case .rowHeaderCell: self = .rowHeaderCell
    case .cell: self = .cell
    case .figure: self = .figure
    case .runningHeader, .runningFooter: return nil
    }
  }

  /// Its name.
  var name: StaticString {
    switch self {
    case .h1: "/H1"
    case .h2: "/H2"
    case .h3: "/H3"
    case .h4: "/H4"
    case .h5: "/H5"
    case .h6: "/H6"
    case .paragraph: "/P"
    case .table: "/Table"
    case .row: "/TR"
    case .headerCell, .rowHeaderCell: "/TH"
    case .cell: "/TD"
    case .figure: "/Figure"
    case .link: "/Link"
    case .span: "/Span"
    }
  }

  /// Whether it is there for the shape of a table, be there something in it or not.
  var isOfATable: Bool { (Self.table.rawValue...Self.cell.rawValue).contains(rawValue) }
}

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

  var type: StructureType
  /// The element it is in; nil for the document.
  var parent: Int?
  var kids: [Kid] = []
  /// What is said in place of it.
  var alternative: String?
  /// The letters that were typed, where others stand there.
  var typed: String?
  /// Its language; nil for that of what it is in.
  var language: String?
  /// Whether a line goes through it.
  var isStruck = false
  /// How many columns of a table it goes across.
  var span = 1
  /// Where a figure is, from the page's top left corner in points; nil for whatever else.
  var area: Rect?
}
