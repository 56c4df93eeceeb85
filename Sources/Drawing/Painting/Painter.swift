internal import CCairo
internal import Layout

/// Draws frames on a Cairo surface, whatever its format. It never chooses a position.
final class Painter {
  let cr: OpaquePointer
  let measurer: PangoMeasurer
  let recordings: Recordings
  /// From where to where things are drawn at all, from the top of what is painted, in points; nil for all of it.
  var window: ClosedRange<Double>?
  /// How thin something is drawn at the least, in pixels; nil for as thin as it is.
  var least: Double?
  /// The colour that is set; nil when another source is.
  private var ink: Color?
  private var pending = PendingText()

  // The caller keeps the surface.
  init(
    on surface: OpaquePointer, measurer: PangoMeasurer, recordings: Recordings
  ) throws(DrawingError) {
    guard let cr = cairo_create(surface) else { throw .cannotDraw(reason: "out of memory") }
    self.cr = cr
    self.measurer = measurer
    self.recordings = recordings
  }

  deinit { cairo_destroy(cr) }

  /// Draws a frame with its top left corner at a point, to the last of it.
  func paint(_ frame: Frame, at origin: Point) throws(DrawingError) {
    try draw(frame, at: origin)
    flush()
  }

  /// Draws a frame; text at its end may still wait for more of its kind.
  private func draw(_ frame: Frame, at origin: Point) throws(DrawingError) {
    for placed in frame.items {
      if let window, !placed.inkBounds.moved(by: origin).overlaps(window) { continue }
      let corner = origin + placed.origin
      switch placed.item {
      case .text(let line, let style): try draw(line, in: style.color, at: corner)
      case .box(let box):
        flush()
        draw(box, at: corner)
      case .boxes(let rects, let color):
        flush()
        draw(rects, in: color, at: corner)
      case .line(let line):
        flush()
        draw(line, at: corner)
      case .picture(let path, let size): try draw(pictureAt: path, size: size, at: corner)
      case .code(let code):
        flush()
        try draw(code, at: corner)
      case .link: break  // No ink: see ``LinkArea``.
      case .overflow(_, let size):
        flush()
        draw(BoxItem.outline(of: size), at: corner)
      case .frame(let frame), .span(let frame, _): try draw(frame, at: corner)
      case .shared(let shared): try draw(shared, at: corner)
      case .group(let group): try draw(group, at: corner)
      }
    }
  }

  /// The first thing that went wrong on this surface.
  func check() throws(DrawingError) {
    let status = cairo_status(cr)
    if status != CAIRO_STATUS_SUCCESS { throw .cannotDraw(reason: String(cString: cairo_status_to_string(status))) }
  }

  /// Sets the colour of what is drawn next.
  func use(_ color: Color) {
    if ink == color { return }
    cairo_set_source_rgb(cr, color.red, color.green, color.blue)
    ink = color
  }

  /// Sets the font of what is drawn next.
  ///
  /// - Parameters:
  ///   - font: the font at the size texts are shaped at.
  ///   - scale: how many times as large it is drawn.
  func use(_ font: OpaquePointer, scale: Double) {
    cairo_set_scaled_font(cr, font)
    if scale == 1 { return }
    var matrix = cairo_matrix_t()
    cairo_scaled_font_get_font_matrix(font, &matrix)
    cairo_matrix_scale(&matrix, scale, scale)
    cairo_set_font_matrix(cr, &matrix)
  }

  /// Keeps what is set on the surface while something else is drawn.
  func aside<T>(_ body: () throws(DrawingError) -> T) throws(DrawingError) -> T {
    flush()
    cairo_save(cr)
    let kept = ink
    defer {
      cairo_restore(cr)
      ink = kept
    }
    return try body()
  }

  private func draw(_ line: ShapedLine, in color: Color, at origin: Point) throws(DrawingError) {
    guard let line = line.content as? GlyphLine else { throw .foreignText }
    for run in line.runs {
      if !pending.accepts(run, of: line, in: color) { flush() }
      pending.add(run, of: line, in: color, at: origin)
      if run.flags.rawValue != 0 { pending.show(on: self, flags: run.flags) }
    }
  }

  /// Draws the text that waits for more of its kind.
  func flush() {
    if !pending.isEmpty { pending.show(on: self) }
  }

  /// The same in the units of what is drawn now; 0 for as thin as it is.
  var leastHere: Double {
    guard let least else { return 0 }
    var (x, y) = (least, 0.0)
    cairo_device_to_user_distance(cr, &x, &y)
    return (x * x + y * y).squareRoot()
  }
}
