internal import CCairo
internal import Layout

extension BoxItem {
  /// The outline of what does not fit: a colour that no paper has, and no fill, so that what is inside stays to be seen.
  static func outline(of size: Size) -> BoxItem {
    BoxItem(size: size, stroke: Color(red: 1, green: 0, blue: 0.67), strokeWidth: 1.5)
  }
}

extension Painter {
  /// Draws a rectangle; the outline stays inside its size.
  func draw(_ box: BoxItem, at origin: Point) {
    let least = leastHere
    let rect = Rect(origin, box.size).atLeast(least)
    if let fill = box.fill {
      use(fill)
      path(rect, radius: box.radius)
      cairo_fill(cr)
    }
    guard let stroke = box.stroke, box.strokeWidth > 0 else { return }
    use(stroke)
    let width = max(box.strokeWidth, least)
    guard width * 2 < min(rect.size.width, rect.size.height) else {
      path(rect, radius: box.radius)  // The outline meets itself in the middle.
      return cairo_fill(cr)
    }
    let half = width / 2
    path(rect.grown(by: -half), radius: max(box.radius - half, 0))
    cairo_set_line_width(cr, width)
    cairo_stroke(cr)
  }

  /// Draws many rectangles as one path, which costs a document little more than one.
  func draw(_ rects: [Rect], in color: Color, at origin: Point) {
    use(color)
    let least = leastHere
    for rect in rects.lazy.map({ $0.atLeast(least) }) {
      cairo_rectangle(cr, origin.x + rect.minX, origin.y + rect.minY, rect.size.width, rect.size.height)
    }
    cairo_fill(cr)
  }

  /// Draws a straight line from a point.
  func draw(_ line: LineItem, at origin: Point) {
    use(line.color)
    cairo_set_line_width(cr, max(line.width, leastHere))
    if let rhythm = line.rhythm {
      cairo_set_line_cap(cr, line.dashes == .dots ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
      cairo_set_dash(cr, [rhythm.dash, rhythm.blank], 2, 0)
    }
    cairo_move_to(cr, origin.x, origin.y)
    cairo_line_to(cr, origin.x + line.end.x, origin.y + line.end.y)
    cairo_stroke(cr)
    guard line.rhythm != nil else { return }
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(cr, nil, 0, 0)
  }

  private func path(_ rect: Rect, radius wanted: Double) {
    let radius = min(wanted, rect.size.width / 2, rect.size.height / 2)
    guard radius > 0 else {
      return cairo_rectangle(cr, rect.minX, rect.minY, rect.size.width, rect.size.height)
    }
    let quarter = Double.pi / 2
    cairo_new_sub_path(cr)
    cairo_arc(cr, rect.maxX - radius, rect.minY + radius, radius, -quarter, 0)
    cairo_arc(cr, rect.maxX - radius, rect.maxY - radius, radius, 0, quarter)
    cairo_arc(cr, rect.minX + radius, rect.maxY - radius, radius, quarter, 2 * quarter)
    cairo_arc(cr, rect.minX + radius, rect.minY + radius, radius, 2 * quarter, 3 * quarter)
    cairo_close_path(cr)
  }
}

extension Rect {
  /// The same, about its middle, with no side shorter than a length.
  fileprivate func atLeast(_ length: Double) -> Rect {
    if min(size.width, size.height) >= length { return self }
    let (width, height) = (max(size.width, length), max(size.height, length))
    return Rect(
      x: minX - (width - size.width) / 2, y: minY - (height - size.height) / 2, width: width, height: height)
  }
}
