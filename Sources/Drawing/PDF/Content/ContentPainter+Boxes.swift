internal import Layout

extension ContentPainter {
  /// Draws a rectangle; the outline stays inside its size.
  mutating func draw(_ box: BoxItem, at origin: Point) {
    guard box.fill != nil || (box.stroke != nil && box.strokeWidth > 0) else { return }
    markArtifact()
    let rect = Rect(origin, box.size)
    if let fill = box.fill {
      stream.endText()
      stream.fill(with: fill)
      path(rect, radius: box.radius)
      stream.operate("f")
    }
    guard let stroke = box.stroke, box.strokeWidth > 0 else { return }
    stream.endText()
    guard box.strokeWidth * 2 < min(box.size.width, box.size.height) else {
      stream.fill(with: stroke)
      path(rect, radius: box.radius)  // The outline meets itself in the middle.
      return stream.operate("f")
    }
    let half = box.strokeWidth / 2
    stream.stroke(with: stroke, width: FixedPoint.length(box.strokeWidth))
    path(rect.grown(by: -half), radius: max(box.radius - half, 0))
    stream.operate("S")
  }

  /// Draws many rectangles as one path, which costs a document little more than one.
  mutating func draw(_ rects: [Rect], in color: Color, at origin: Point) {
    if rects.isEmpty { return }
    markArtifact()
    stream.endText()
    stream.fill(with: color)
    for rect in rects { rectangle(rect.moved(by: origin)) }
    stream.operate("f")
  }

  /// Draws a straight line from a point.
  mutating func draw(_ line: LineItem, at origin: Point) {
    guard line.width > 0 else { return }
    markArtifact()
    stream.endText()
    stream.stroke(with: line.color, width: FixedPoint.length(line.width))
    let rhythm = line.rhythm
    if let rhythm {
      if line.dashes == .dots { stream.operate("1 J") }
      // A hair less: the ends are rounded, and the last dot must not lie beyond one.
      stream.dash(FixedPoint.length(rhythm.dash), FixedPoint.length(rhythm.blank - 0.003))
    }
    point(origin.x, origin.y, "m")
    point(origin.x + line.end.x, origin.y + line.end.y, "l")
    stream.operate("S")
    guard rhythm != nil else { return }
    stream.operate("[]0 d")
    if line.dashes == .dots { stream.operate("0 J") }
  }

  /// Adds a rectangle to the path. Its sides are rounded, not its size, so that what abuts still does.
  mutating func rectangle(_ rect: Rect) {
    stream.rectangle(left: x(rect.minX), bottom: y(rect.maxY), right: x(rect.maxX), top: y(rect.minY))
  }

  private mutating func path(_ rect: Rect, radius wanted: Double) {
    let radius = min(wanted, rect.size.width / 2, rect.size.height / 2)
    guard radius > 0 else { return rectangle(rect) }
    // The control points of a curve that is within 0.03 % of a quarter circle: 4/3 (√2 − 1) of the radius from its ends.
    let near = radius * (1 - 0.552_284_749_8)
    let (left, top, right, bottom) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
    point(left + radius, top, "m")
    point(right - radius, top, "l")
    curve((right - near, top), (right, top + near), (right, top + radius))
    point(right, bottom - radius, "l")
    curve((right, bottom - near), (right - near, bottom), (right - radius, bottom))
    point(left + radius, bottom, "l")
    curve((left + near, bottom), (left, bottom - near), (left, bottom - radius))
    point(left, top + radius, "l")
    curve((left, top + near), (left + near, top), (left + radius, top))
    stream.operate("h")
  }

  private mutating func point(_ px: Double, _ py: Double, _ name: StaticString) {
    stream.operand(x(px))
    stream.operand(y(py))
    stream.operate(name)
  }

  private mutating func curve(_ first: (Double, Double), _ second: (Double, Double), _ end: (Double, Double)) {
    for (px, py) in [first, second, end] {
      stream.operand(x(px))
      stream.operand(y(py))
    }
    stream.operate("c")
  }
}
