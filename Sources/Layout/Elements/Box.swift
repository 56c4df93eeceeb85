/// Padding, background and border around an element. It breaks where its content breaks.
public struct Box: Element, Wrapper {
  /// What is inside.
  public var content: any Element
  /// The blank between border and content.
  public var padding: Insets
  /// The colour behind the content; nil for none.
  public var background: Color?
  /// The line around it; nil for none.
  public var border: Border?
  /// Lines along single edges, drawn inside the box.
  public var edges: [Edge: Border]
  /// Radius of the corners in points.
  public var radius: Double
  /// The least height in points, padding included.
  public var leastHeight: Double
  /// The most height in points, padding included; what does not fit goes on elsewhere, or is too high.
  public var mostHeight: Double

  /// A line around or beside a box.
  public struct Border: Hashable, Sendable {
    /// How it is drawn.
    public enum Pattern: Hashable, Sendable {
      /// In one.
      case solid
      /// Broken up into dashes.
      case dashed
      /// Broken up into dots.
      case dotted
      /// As two lines of a third of its width.
      case double
    }

    /// Its width in points.
    public var width: Double
    /// Its colour.
    public var color: Color
    /// How it is drawn.
    public var pattern: Pattern

    /// Makes a line.
    public init(width: Double, color: Color, pattern: Pattern = .solid) {
      self.width = width
      self.color = color
      self.pattern = pattern
    }
  }

  /// An edge of a box.
  public enum Edge: Hashable, Sendable, CaseIterable {
    /// Where a line of text starts.
    case start
    /// Where a line of text ends.
    case end
    /// Above.
    case top
    /// Below.
    case bottom
  }

  /// Makes a box.
  public init(
    _ content: any Element, padding: Insets = .zero, background: Color? = nil, border: Border? = nil,
    edges: [Edge: Border] = [:], radius: Double = 0, leastHeight: Double = 0,
    mostHeight: Double = .infinity
  ) {
    self.content = content
    self.padding = padding
    self.background = background
    self.border = border
    self.edges = edges
    self.radius = radius
    self.leastHeight = leastHeight
    self.mostHeight = mostHeight
  }

  /// Places the content within the padding.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let width = space.width.limit - padding.horizontal
    let height = min(space.height, mostHeight) - padding.vertical
    guard width >= 0 else {
      return .none(Misfit(.tooWide(needed: padding.horizontal, available: space.width.limit)))
    }
    guard height >= -0.001, space.fits(height: leastHeight) else {
      // On a roll, which is endless, it is the box's own height that is too little.
      let available = min(space.height, mostHeight)
      return .none(Misfit(.tooHigh(needed: max(padding.vertical, leastHeight), available: available)))
    }
    switch try content.layout(in: inner(space), context) {
    case .whole(let frame): return .whole(wrap(frame, context.direction, least: max(leastHeight, space.leastHeight)))
    case .part(let frame, let rest):
      var box = self
      box.content = rest
      box.leastHeight = 0
      return .part(wrap(frame, context.direction, least: leastHeight), rest: box)
    case .none(var misfit):
      switch misfit.reason {
      case .tooHigh(let needed, let available):
        misfit.reason = .tooHigh(needed: needed + padding.vertical, available: available + padding.vertical)
      case .tooWide(let needed, let available):
        misfit.reason = .tooWide(needed: needed + padding.horizontal, available: available + padding.horizontal)
      case .breaksPage, .modulesTooSmall: break
      }
      return .none(misfit)
    }
  }

  /// As what is inside, in what the padding leaves.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  {
    try content.largestFactor(in: inner(space), upTo: most, context)
  }

  /// What the padding leaves of a space.
  private func inner(_ space: Constraints) -> Constraints {
    let width = max(0, space.width.limit - padding.horizontal)
    var inner = space
    inner.height = max(0, min(space.height, mostHeight) - padding.vertical)
    inner.leastHeight = max(0, max(leastHeight, space.leastHeight) - padding.vertical)
    if case .exact = space.width { inner.width = .exact(width) } else { inner.width = .atMost(width) }
    return inner
  }

  private func wrap(_ content: Frame, _ direction: Direction, least: Double) -> Frame {
    let size = Size(
      content.size.width + padding.horizontal, max(least, content.size.height + padding.vertical))
    var frame = Frame(size: size, baseline: content.baseline.map { $0 + padding.top })
    addGround(to: &frame)
    frame.add(content, at: Point(direction == .leftToRight ? padding.start : padding.end, padding.top))
    for edge in Edge.allCases {
      guard let line = edges[edge] else { continue }
      let atLeft = (edge == .start) == (direction == .leftToRight)
      let isAcross = edge == .top || edge == .bottom
      let length = isAcross ? size.width : size.height
      let corner: Point =
        switch edge {
        case .top: .zero
        case .bottom: Point(0, size.height - line.width)
        case .start, .end: Point(atLeft ? 0 : size.width - line.width, 0)
        }
      line.add(from: corner, length, isAcross: isAcross, to: &frame)
    }
    return frame
  }

  /// Adds background and border.
  private func addGround(to frame: inout Frame) {
    let size = frame.size
    guard let border, border.pattern != .solid else {
      guard background != nil || border != nil else { return }
      let item = BoxItem(
        size: size, fill: background, stroke: border?.color, strokeWidth: border?.width ?? 0, radius: radius)
      return frame.add(.box(item), at: .zero)
    }
    if let background { frame.add(.box(BoxItem(size: size, fill: background, radius: radius)), at: .zero) }
    guard border.pattern == .double else {
      let far = Point(size.width - border.width, size.height - border.width)
      border.add(from: .zero, size.width, isAcross: true, to: &frame)
      border.add(from: Point(0, far.y), size.width, isAcross: true, to: &frame)
      border.add(from: .zero, size.height, isAcross: false, to: &frame)
      return border.add(from: Point(far.x, 0), size.height, isAcross: false, to: &frame)
    }
    let third = border.width / 3
    for inset in [0, 2 * third] {
      let inner = Size(size.width - 2 * inset, size.height - 2 * inset)
      let item = BoxItem(size: inner, stroke: border.color, strokeWidth: third, radius: max(0, radius - inset))
      frame.add(.box(item), at: Point(inset, inset))
    }
  }
}

extension Box.Border {
  /// Adds a line along an edge.
  ///
  /// - Parameters:
  ///   - corner: its top left corner.
  ///   - length: how long it is, in points.
  ///   - isAcross: whether it runs across rather than down.
  ///   - frame: gets it.
  fileprivate func add(from corner: Point, _ length: Double, isAcross: Bool, to frame: inout Frame) {
    func size(_ width: Double) -> Size { isAcross ? Size(length, width) : Size(width, length) }
    func along(_ from: Double, _ aside: Double) -> Point { isAcross ? Point(from, aside) : Point(aside, from) }
    switch pattern {
    case .solid: frame.add(.box(BoxItem(size: size(width), fill: color)), at: corner)
    case .double:
      for aside in [0, 2 * width / 3] {
        frame.add(.box(BoxItem(size: size(width / 3), fill: color)), at: corner + along(0, aside))
      }
    case .dashed, .dotted:
      // Round ends reach half a width beyond a line's own.
      let inset = pattern == .dotted ? width / 2 : 0
      let line = LineItem(
        end: along(length - 2 * inset, 0), width: width, color: color, dashes: pattern == .dotted ? .dots : .dashes)
      frame.add(.line(line), at: corner + along(inset, width / 2))
    }
  }
}
