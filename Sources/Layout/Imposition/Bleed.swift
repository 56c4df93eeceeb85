extension Frame {
  /// The frame with what touches its edges going on beyond them, so that a cut a little off shows no white.
  ///
  /// Filled boxes grow at the edges they touch, and a picture that covers the whole frame on all sides.
  ///
  /// - Parameters:
  ///   - bleed: how far, in points.
  ///   - isFolded: whether nothing goes on beyond the upper edge, since the paper is folded there.
  /// - Returns: a frame of the same size, whose items reach out of it.
  public func bleeding(by bleed: Double, butAbove isFolded: Bool = false) -> Frame {
    guard bleed > 0 else { return self }
    let page = Rect(.zero, size)
    let reach = Insets(top: isFolded ? 0 : bleed, end: bleed, bottom: bleed, start: bleed)
    return bleeding(by: reach, in: page, at: .zero) ?? self
  }

  /// The frame with its items grown; nil where none of them touches an edge of the page.
  private func bleeding(by bleed: Insets, in page: Rect, at origin: Point) -> Frame? {
    var copy = self
    var isChanged = false
    for (index, placed) in items.enumerated() {
      let corner = origin + placed.origin
      switch placed.item {
      case .box(let box) where box.fill != nil && box.stroke == nil:
        guard let grown = Rect(corner, box.size).bleeding(by: bleed, in: page) else { continue }
        var larger = box
        larger.size = grown.size
        copy.items[index] = Placed(
          origin: Point(grown.minX - origin.x, grown.minY - origin.y), item: .box(larger))
      case .picture(let path, let size):
        guard Rect(corner, size).contains(page, slack: 0.05) else { continue }
        let grown = Rect(corner, size).grown(by: bleed)
        copy.items[index] = Placed(
          origin: Point(grown.minX - origin.x, grown.minY - origin.y), item: .picture(path: path, size: grown.size))
      case .frame(let frame):
        guard let grown = frame.bleeding(by: bleed, in: page, at: corner) else { continue }
        copy.items[index].item = .frame(grown)
      case .shared(let shared):
        guard let grown = shared.frame.bleeding(by: bleed, in: page, at: corner) else { continue }
        copy.items[index].item = .frame(grown)
      default: continue
      }
      isChanged = true
    }
    return isChanged ? copy : nil
  }
}

extension Rect {
  /// The rectangle grown at every edge with which it touches the page's; nil where it touches none.
  fileprivate func bleeding(by bleed: Insets, in page: Rect) -> Rect? {
    func reach(_ a: Double, _ b: Double, _ bleed: Double) -> Double { a - b < 0.05 && b - a < 0.05 ? bleed : 0 }
    let reaches = Insets(
      top: reach(minY, page.minY, bleed.top), end: reach(maxX, page.maxX, bleed.end),
      bottom: reach(maxY, page.maxY, bleed.bottom), start: reach(minX, page.minX, bleed.start))
    guard reaches.horizontal + reaches.vertical > 0 else { return nil }
    return grown(by: reaches)
  }

  /// The rectangle grown by a distance of each side; starts are at the left.
  fileprivate func grown(by reach: Insets) -> Rect {
    Rect(
      x: minX - reach.start, y: minY - reach.top, width: size.width + reach.horizontal,
      height: size.height + reach.vertical)
  }
}
