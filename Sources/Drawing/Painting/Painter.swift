internal import CCairo
internal import Layout

/// Draws frames on a Cairo surface, whatever its format. It never chooses a position.
final class Painter {
  let cr: OpaquePointer
  let measurer: PangoMeasurer
  let recordings: Recordings
  /// Whether what pages share is drawn as it is rather than by way of a recording: within a recording, where another one would
  /// be gone through again on every page, and in SVG, where Cairo 1.16 puts recordings in the wrong place.
  let drawsInPlace: Bool
  /// From where to where things are drawn at all, from the top of what is painted, in points; nil for all of it.
  var window: ClosedRange<Double>?
  /// The colour that is set; nil when another source is.
  private var ink: Color?
  private var pending = PendingText()
  private var stamped: Set<OpaquePointer> = []

  // The caller keeps the surface.
  init(
    on surface: OpaquePointer, measurer: PangoMeasurer, recordings: Recordings, drawsInPlace: Bool = false
  ) throws(DrawingError) {
    guard let cr = cairo_create(surface) else { throw .cannotDraw(reason: "out of memory") }
    self.cr = cr
    self.measurer = measurer
    self.recordings = recordings
    self.drawsInPlace = drawsInPlace
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
      case .picture(let path, let size): try draw(pictureAt: path, size: size, at: corner)
      case .code(let code):
        flush()
        try draw(code, at: corner)
      case .link: break  // No ink: see ``LinkArea``.
      case .overflow(_, let size):
        flush()
        draw(BoxItem.outline(of: size), at: corner)
      case .frame(let frame): try draw(frame, at: corner)
      case .shared(let shared): try draw(shared, at: corner)
      case .group(let group): try draw(group, at: corner)
      }
    }
  }

  /// Says that what follows stands on a new page.
  func beginPage() {
    ink = nil
    stamped.removeAll(keepingCapacity: true)
  }

  /// Whether a recording or an image was not used on this page before; from now on it is. Cairo 1.16 names it twice in the
  /// page's resources when it is used twice, which readers put up with, but only after a warning.
  func isFirstUse(of surface: OpaquePointer) -> Bool { stamped.insert(surface).inserted }

  /// Draws something by way of a surface. A second use on one page goes into a group of its own, with resources of its own.
  func stamp(_ surface: OpaquePointer, blend: GroupItem.Blend = .normal, _ draw: () -> Void) {
    let isFirst = isFirstUse(of: surface)
    if !isFirst { cairo_push_group(cr) }
    if isFirst, blend == .multiply { cairo_set_operator(cr, CAIRO_OPERATOR_MULTIPLY) }
    draw()
    if isFirst { return }
    cairo_pop_group_to_source(cr)
    if blend == .multiply { cairo_set_operator(cr, CAIRO_OPERATOR_MULTIPLY) }
    cairo_paint(cr)
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
      if !pending.accepts(run, in: color) { flush() }
      pending.add(run, of: line, in: color, at: origin)
      if run.flags.rawValue != 0 { pending.show(on: self, flags: run.flags) }
    }
  }

  /// Draws the text that waits for more of its kind.
  func flush() {
    if !pending.isEmpty { pending.show(on: self) }
  }
}
