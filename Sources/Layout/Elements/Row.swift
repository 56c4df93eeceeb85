/// Elements side by side, in the order of reading. Where a child breaks, the row breaks, and its rest goes on below.
public struct Row: Element {
  /// One place in a row.
  public struct Child: Sendable {
    /// How wide it is.
    public var track: Track
    /// What stands there.
    public var element: any Element

    /// Makes a place.
    public init(_ track: Track, _ element: any Element) {
      self.track = track
      self.element = element
    }
  }

  /// How children of different heights stand beside one another.
  public enum Alignment: Hashable, Sendable {
    /// With their tops in line.
    case top
    /// With their middles in line.
    case center
    /// With their bottoms in line.
    case bottom
    /// With their first lines of text on one baseline.
    case baseline
    /// With their tops in line, and boxes as high as the highest of them.
    case stretch
  }

  /// What stands in the row.
  public var children: [Child]
  /// Blank between two neighbours, in points.
  public var gap: Double
  /// How they stand beside one another.
  public var alignment: Alignment

  /// Makes a row.
  public init(_ children: [Child], gap: Double = 0, alignment: Alignment = .top) {
    self.children = children
    self.gap = gap
    self.alignment = alignment
  }

  /// Places all children, or the first part of each.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let tracks = children.map(\.track)
    let widths: [Double]
    do {
      widths = try Tracks.resolve(tracks, gap: gap, limit: space.width.limit) {
        (index, limit) throws(LayoutError) in
        try children[index].element.naturalWidth(within: limit, context)
      }
    } catch .overflow(let misfit) {
      return .none(misfit)
    }
    let total = space.frameWidth(around: Tracks.sum(widths, gap: gap))
    let origins = Tracks.origins(widths, gap: gap, within: total, context.direction)
    let cells = zip(children, zip(origins, widths)).map { RowCell(element: $0.element, x: $1.0, width: $1.1) }
    return try PlacedRow(cells: cells, width: total, alignment: alignment).layout(in: space, context)
  }
}

/// An element with its place along a row.
struct RowCell: Sendable {
  var element: any Element
  var x: Double
  var width: Double
  /// What the cell is in a table that is read aloud.
  var role: Role?

  /// A cell's frame as the cell of a table. A paragraph and nothing else is the cell itself, and whatever else it is, is in the cell; so is
  /// what is blank, or the cell would be lost with it.
  func roled(_ frame: Frame) -> Frame {
    guard let role else { return frame }
    if !frame.items.isEmpty, frame.role == nil || frame.role == .paragraph {
      return Frame(size: frame.size, baseline: frame.baseline, items: frame.items, role: role)
    }
    return Frame(
      size: frame.size, baseline: frame.baseline, items: [Placed(origin: .zero, item: .frame(frame))], role: role)
  }
}

/// Elements side by side at places that are known: a row once its widths are shared out, or what is left of one after a page.
struct PlacedRow: Element {
  var cells: [RowCell]
  var width: Double
  var alignment: Row.Alignment
  /// What the row is in a table that is read aloud.
  var role: Role?

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let level = [Double](repeating: 0, count: cells.count)
    let (fragment, drops) = try layout(in: space, below: level, context)
    // Brought down to the common baseline a long cell can reach out of the space: then it is offered what is left below.
    if case .none = fragment, drops != level { return try layout(in: space, below: drops, context).fragment }
    return fragment
  }

  /// Places the cells, each at least its drop below the top. Also tells how far the common baseline brings each of them down.
  private func layout(in space: Constraints, below reserved: [Double], _ context: LayoutContext)
    throws(LayoutError) -> (fragment: Fragment, drops: [Double])
  {
    var frames: [Frame] = []
    frames.reserveCapacity(cells.count)
    var rests: [any Element] = []
    for (cell, drop) in zip(cells, reserved) {
      let height = max(0, space.height - drop)
      let offer = Constraints(width: .exact(cell.width), height: height, isFreshPage: space.isFreshPage)
      switch try cell.element.layout(in: offer, context) {
      case .none(let misfit): return (.none(misfit), reserved)
      case .whole(let frame): frames.append(frame)
      case .part(let frame, let rest):
        // What stands beside it and is whole leaves its place blank.
        while rests.count < frames.count { rests.append(Spacer(.zero)) }
        rests.append(rest)
        frames.append(frame)
      }
    }
    let drops = drops(to: frames)
    if alignment == .stretch, rests.isEmpty { try stretch(&frames, in: space, context) }
    let frame = assemble(frames, drops, least: rests.isEmpty ? space.leastHeight : 0)
    guard space.fits(height: frame.size.height) else {
      return (.none(Misfit(.tooHigh(needed: frame.size.height, available: space.height))), drops)
    }
    guard !rests.isEmpty else { return (.whole(frame), drops) }
    while rests.count < cells.count { rests.append(Spacer(.zero)) }
    var row = self
    for (index, rest) in rests.enumerated() { row.cells[index].element = rest }
    return (.part(frame, rest: row), drops)
  }

  /// How far below the top each frame stands so that the first lines have one baseline.
  private func drops(to frames: [Frame]) -> [Double] {
    guard alignment == .baseline else { return [Double](repeating: 0, count: frames.count) }
    let lowest = frames.reduce(0) { max($0, $1.baseline ?? 0) }
    return frames.map { frame in frame.baseline.map { lowest - $0 } ?? 0 }
  }

  /// Lays out once more what is lower than the highest, which it is told to be as high as.
  private func stretch(_ frames: inout [Frame], in space: Constraints, _ context: LayoutContext) throws(LayoutError) {
    let height = frames.reduce(space.leastHeight) { max($0, $1.size.height) }
    for (index, cell) in cells.enumerated() where frames[index].size.height < height {
      var offer = Constraints(width: .exact(cell.width), height: space.height, isFreshPage: space.isFreshPage)
      offer.leastHeight = height
      if case .whole(let frame) = try cell.element.layout(in: offer, context) { frames[index] = frame }
    }
  }

  private func assemble(_ frames: [Frame], _ drops: [Double], least: Double) -> Frame {
    let height = zip(frames, drops).reduce(least) { max($0, $1.0.size.height + $1.1) }
    var row = Frame(size: Size(width, height), role: role)
    row.items.reserveCapacity(frames.count)
    for (index, frame) in frames.enumerated() {
      let y =
        switch alignment {
        case .top, .baseline, .stretch: drops[index]
        case .center: (height - frame.size.height) / 2
        case .bottom: height - frame.size.height
        }
      row.add(cells[index].roled(frame), at: Point(cells[index].x, y))
      if row.baseline == nil, let own = frame.baseline { row.baseline = y + own }
    }
    return row
  }
}
