internal import CCairo
internal import Layout

/// The structure of a tagged PDF (ISO 32000-1, 14.7), written while frames are drawn. Cairo wants ink in leaf tags only: what is
/// drawn in a tag that has others inside is no part of the structure, which suits rules and grounds.
extension Painter {
  /// Draws a frame within the tags of its role and of the link over it.
  func tagged(_ frame: Frame, at origin: Point, _ draw: () throws(DrawingError) -> Void) throws(DrawingError) {
    let link = LinkArea.over(frame, at: origin)
    guard frame.role != nil || link != nil else { return try draw() }
    flush()
    if let role = frame.role { cairo_tag_begin(cr, role.tag, nil) }
    if let link { link.begin(on: cr) }
    try draw()
    flush()
    if link != nil { cairo_tag_end(cr, CAIRO_TAG_LINK) }
    if let role = frame.role { cairo_tag_end(cr, role.tag) }
  }

  /// Draws by way of a recording within a leaf of its own. Cairo 1.16 nests tags wrongly around a recording that is painted over
  /// the whole page, so it is clipped by a hair.
  func taggedLeaf(_ page: Size, _ draw: () throws(DrawingError) -> Void) throws(DrawingError) {
    guard isTagged else { return try draw() }
    flush()
    cairo_tag_begin(cr, Role.paragraph.tag, nil)
    cairo_rectangle(cr, 0.5, 0.5, page.width - 1, page.height - 1)
    cairo_clip(cr)
    try draw()
    cairo_tag_end(cr, Role.paragraph.tag)
  }
}

extension Role {
  /// The standard structure type (ISO 32000-1, 14.8.4).
  fileprivate var tag: String {
    switch self {
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .table: "Table"
    case .row: "TR"
    case .headerCell: "TH"
    case .cell: "TD"
    case .figure: "Figure"
    }
  }
}
