internal import CCairo
internal import Layout

/// Runs of text in one font and colour that follow one another on a page, gathered into one call: a row of a table is drawn as
/// one run, since every call costs a PDF much the same however many glyphs it has.
struct PendingText {
  private var font: OpaquePointer?
  private var scale = 1.0
  private var color = Color.black
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []
  private var bytes: [CChar] = []

  var isEmpty: Bool { glyphs.isEmpty }

  /// Whether a run can join those that wait. One whose clusters run backwards goes by itself.
  func accepts(_ run: GlyphLine.Run, of line: GlyphLine, in color: Color) -> Bool {
    font == run.font && scale == line.scale && self.color == color && run.flags.rawValue == 0
  }

  /// Adds a run, moved to its place. The font is kept alive by whoever keeps the line, until the page is drawn.
  mutating func add(_ run: GlyphLine.Run, of line: GlyphLine, in color: Color, at origin: Point) {
    (font, scale) = (run.font, line.scale)
    self.color = color
    for glyph in line.shape.glyphs[run.glyphs] {
      glyphs.append(
        cairo_glyph_t(index: glyph.index, x: glyph.x * scale + origin.x, y: glyph.y * scale + origin.y))
    }
    clusters.append(contentsOf: line.shape.clusters[run.clusters])
    bytes.append(contentsOf: line.shape.bytes[run.bytes])
  }

  /// Draws what waits.
  mutating func show(on painter: Painter, flags: cairo_text_cluster_flags_t = cairo_text_cluster_flags_t(rawValue: 0)) {
    guard let font, !glyphs.isEmpty else { return }
    painter.use(color)
    painter.use(font, scale: scale)
    cairo_show_text_glyphs(
      painter.cr, bytes, Int32(bytes.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count), flags)
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    self.font = nil
  }
}
