/// Elements one below the other. It breaks between them, and inside those that break.
public struct Stack: Element {
  /// What it holds, from top to bottom.
  public var children: [any Element]
  /// Blank between two neighbours, in points.
  public var gap: Double

  /// Makes a stack.
  public init(_ children: [any Element], gap: Double = 0) {
    self.children = children
    self.gap = gap
  }

  /// Places children until one does not fit; the rest is a stack of what remains.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let fragment = try place(in: space, context)
    switch fragment {
    case .none: return fragment
    case .whole(let frame), .part(let frame, _):
      guard case .atMost = space.width else { return fragment }
      // Its width is now known: once more, so that lines cross the whole of it and texts are aligned in it.
      var exact = space
      exact.width = .exact(frame.size.width)
      return try place(in: exact, context)
    }
  }

  /// That of a single child; several share the height, which must be tried.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  {
    guard children.count == 1 else { return nil }
    return try children[0].largestFactor(in: space, upTo: most, context)
  }

  private func place(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    var placed: [(frame: Frame, y: Double)] = []
    placed.reserveCapacity(children.count)
    var y = 0.0
    var hasContent = false
    for (index, child) in children.enumerated() {
      // At the foot of a page the gap is cut like any blank, so that nothing but blank is never a page of its own.
      let top = placed.isEmpty ? 0 : min(y + gap, space.height)
      let offer = Constraints(
        width: space.width, height: space.height - top, isFreshPage: space.isFreshPage && !hasContent)
      switch try child.layout(in: offer, context) {
      case .whole(let frame):
        placed.append((frame, top))
        y = top + frame.size.height
        hasContent = hasContent || !frame.items.isEmpty
      case .part(let frame, let rest):
        placed.append((frame, top))
        let rests = Stack([rest] + children[(index + 1)...], gap: gap)
        return .part(assemble(placed[...], height: top + frame.size.height, space), rest: rests)
      case .none(let misfit):
        // What leads to this one goes along, unless that leaves nothing on a page as high as any.
        let first = children[..<index].lastIndex { !$0.keepsWithNext }.map { $0 + 1 } ?? 0
        let above = placed[..<first]
        if first < index, above.contains(where: { !$0.frame.items.isEmpty }) {
          let rests = Stack(Array(children[first...]), gap: gap)
          return .part(assemble(above, height: above.last.map { $0.y + $0.frame.size.height } ?? 0, space), rest: rests)
        }
        if first < index, !space.isFreshPage { return .none(misfit) }
        let rests = Stack(Array(children[index...]), gap: gap)
        if hasContent { return .part(assemble(placed[...], height: y, space), rest: rests) }
        // Blank at the head of a page makes way for what would not fit below it.
        if space.isFreshPage, index > 0 { return try rests.place(in: space, context) }
        return .none(misfit)
      }
    }
    spread(&placed, &y, within: space.height)
    return .whole(assemble(placed[...], height: y, space))
  }

  /// Gives the height that is left over to the spacers that ask for it.
  private func spread(_ placed: inout [(frame: Frame, y: Double)], _ height: inout Double, within limit: Double) {
    guard limit.isFinite, limit > height else { return }
    let fillers = children.map(\.fillsHeight)
    let count = fillers.count(where: { $0 })
    guard count > 0 else { return }
    let share = (limit - height) / Double(count)
    var shift = 0.0
    for index in placed.indices {
      placed[index].y += shift
      if fillers[index] { shift += share }
    }
    height = limit
  }

  private func assemble(_ placed: ArraySlice<(frame: Frame, y: Double)>, height: Double, _ space: Constraints) -> Frame
  {
    let width = space.frameWidth(around: placed.reduce(0) { max($0, $1.frame.size.width) })
    var frame = Frame(size: Size(width, height))
    frame.items.reserveCapacity(placed.count)
    for (child, y) in placed {
      if frame.baseline == nil, let baseline = child.baseline { frame.baseline = y + baseline }
      frame.add(child, at: Point(0, y))
    }
    return frame
  }
}
