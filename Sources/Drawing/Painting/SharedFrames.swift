internal import CCairo
internal import Layout

extension Painter {
  /// Draws a frame that is the same on many pages: on pixels a recording would take a picture of its own each time, and in SVG Cairo 1.16
  /// puts recordings in the wrong place.
  func draw(_ shared: SharedFrame, at origin: Point) throws(DrawingError) { try paint(shared.frame, at: origin) }

  /// Draws a frame that is turned, masked or blended as a whole.
  func draw(_ group: GroupItem, at origin: Point) throws(DrawingError) {
    try aside { () throws(DrawingError) in
      try drawGroup(group, at: origin)
    }
  }

  private func drawGroup(_ group: GroupItem, at origin: Point) throws(DrawingError) {
    cut(group.holes, out: group, at: origin)
    // Within, heights are others.
    let rows = window
    let t = group.transform
    window = t.sine == 0 && t.cosine > 0 ? rows.map { t.heights($0, below: origin.y) } : nil
    defer { window = rows }
    cairo_translate(cr, origin.x, origin.y)
    var matrix = cairo_matrix_t(
      xx: t.cosine, yx: t.sine, xy: -t.sine, yy: t.cosine, x0: t.offset.x, y0: t.offset.y)
    cairo_transform(cr, &matrix)
    // What only turns is mostly drawn once; what multiplies is the same on many pages.
    if group.blend == .normal { return try paint(group.content.frame, at: .zero) }
    if cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_IMAGE {
      return try multiply(group.content.frame)
    }
    let surface = try recordings.surface(of: group.content, measurer: measurer)
    cairo_set_operator(cr, CAIRO_OPERATOR_MULTIPLY)
    cairo_set_source_surface(cr, surface, 0, 0)
    cairo_paint(cr)
  }

  /// Multiplies ink with what lies below it, on pixels: these are blended one by one, so only those are where there is ink.
  private func multiply(_ frame: Frame) throws(DrawingError) {
    guard let ink = frame.tightInkBounds(in: window)?.grown(by: 1) else { return }
    cairo_rectangle(cr, ink.minX, ink.minY, ink.size.width, ink.size.height)
    cairo_clip(cr)
    cairo_push_group(cr)
    try paint(frame, at: .zero)
    cairo_pop_group_to_source(cr)
    guard let parts = InkParts(of: cr) else {
      cairo_set_operator(cr, CAIRO_OPERATOR_MULTIPLY)
      return cairo_paint(cr)
    }
    for (squares, method) in [(parts.onBlank, CAIRO_OPERATOR_OVER), (parts.onOther, CAIRO_OPERATOR_MULTIPLY)] {
      if squares.isEmpty { continue }
      cairo_save(cr)
      defer { cairo_restore(cr) }
      cairo_identity_matrix(cr)
      for square in squares {
        cairo_rectangle(cr, square.minX, square.minY, square.size.width, square.size.height)
      }
      cairo_clip(cr)
      cairo_set_operator(cr, method)
      cairo_paint(cr)
    }
  }

  /// Leaves rectangles blank. Each is clipped by itself, so that they may overlap.
  private func cut(_ holes: [Rect], out group: GroupItem, at origin: Point) {
    if holes.isEmpty { return }
    let bounds = group.transform.bounds(of: group.content.frame.inkBounds).moved(by: origin)
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD)
    for hole in holes {
      guard let cut = bounds.intersection(hole.moved(by: origin)) else { continue }
      for rect in [bounds.grown(by: 1), cut] {
        cairo_rectangle(cr, rect.minX, rect.minY, rect.size.width, rect.size.height)
      }
      cairo_clip(cr)
    }
  }
}

extension Transform {
  /// Where heights lie within what is turned by nothing and moved, and whose origin is so far down.
  fileprivate func heights(_ rows: ClosedRange<Double>, below top: Double) -> ClosedRange<Double> {
    let start = top + offset.y
    return (rows.lowerBound - start) / cosine...(rows.upperBound - start) / cosine
  }
}

extension Frame {
  /// Whether painting a recording is cheaper than drawing it anew: measured, it is from one run of text or three boxes on.
  /// A frame with a blending group is never recorded: its ink could not meet what lies below on the page.
  var isWorthRecording: Bool {
    var weight = 0
    return Self.weigh(items, into: &weight) && weight > 2
  }

  /// Adds up items; false when one of them blends.
  private static func weigh(_ items: [Placed], into weight: inout Int) -> Bool {
    for placed in items {
      switch placed.item {
      case .box, .boxes, .line, .overflow: weight += 1
      case .link: break
      case .frame(let frame), .span(let frame, _): if !weigh(frame.items, into: &weight) { return false }
      case .shared(let shared): if !weigh(shared.frame.items, into: &weight) { return false }
      case .group(let group):
        if group.blend == .multiply || !weigh(group.content.frame.items, into: &weight) { return false }
      case .text, .picture, .code: weight += 3
      }
    }
    return true
  }
}
