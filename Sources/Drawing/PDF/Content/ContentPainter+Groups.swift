internal import Layout

extension ContentPainter {
  /// Draws a frame that is the same on many pages.
  mutating func draw(_ shared: SharedFrame, at origin: Point) throws(DrawingError) {
    // A form would be one leaf of the structure, whatever is in it.
    guard structure == nil, let form = try studio.form(ofShared: shared) else {
      return try paint(shared.frame, at: origin)
    }
    let place = place(of: .form(form))
    stream.save()
    stream.concatenate(1_000_000, 0, 0, 1_000_000, x(origin.x), y(origin.y))
    stream.operand("X", place)
    stream.operate("Do")
    stream.restore()
    for link in form.links {
      links.append(PaintedLink(area: toPage.bounds(of: link.area.moved(by: origin)), address: link.address, node: nil))
    }
  }

  /// Draws a frame that is turned, masked or blended as a whole.
  mutating func draw(_ group: GroupItem, at origin: Point) throws(DrawingError) {
    let t = group.transform
    let isForm = group.blend == .multiply
    let isFigure = isForm && beginFigure(saying: group.wording)
    if isForm {
      markLeaf(isFigure ? t.bounds(of: group.content.frame.inkBounds).moved(by: origin) : nil)
    } else {
      endMark()
    }
    stream.save()
    cut(group.holes, out: group, at: origin)
    if isForm { setMultiply() }
    stream.concatenate(
      FixedPoint.factor(t.cosine), FixedPoint.factor(-t.sine), FixedPoint.factor(t.sine), FixedPoint.factor(t.cosine),
      x(origin.x + t.offset.x), y(origin.y + t.offset.y))
    if isForm {
      let form = try studio.form(ofGroup: group.content)
      stream.operand("X", place(of: .form(form)))
      stream.operate("Do")
      let placement = toPage.within(t, at: origin)
      for link in form.links {
        let node = structure?.noteLink(links.count)
        links.append(PaintedLink(area: placement.bounds(of: link.area), address: link.address, node: node))
      }
    } else {
      let outer = (height, toPage)
      (height, toPage) = (0, toPage.within(t, at: origin))
      try paint(group.content.frame, at: .zero)
      endMark()
      (height, toPage) = outer
    }
    stream.restore()
    if isFigure { end(1) }
  }

  private mutating func setMultiply() {
    resources.multiplies = true
    stream.operate("/Multiply gs")
  }

  /// Leaves rectangles blank. Each is clipped by itself, so that they may overlap.
  private mutating func cut(_ holes: [Rect], out group: GroupItem, at origin: Point) {
    if holes.isEmpty { return }
    let bounds = group.transform.bounds(of: group.content.frame.inkBounds).moved(by: origin)
    for hole in holes {
      guard let cut = bounds.intersection(hole.moved(by: origin)) else { continue }
      for rect in [bounds.grown(by: 1), cut] { rectangle(rect) }
      stream.operate("W* n")
    }
  }
}
