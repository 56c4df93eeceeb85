import Drawing
import Layout

/// What is drawn where a void's words are, in the order in which it is drawn.
struct VoidGround {
  /// Something that is drawn there, measured from the void's corner.
  struct Thing: Hashable {
    enum What: Hashable {
      case text(ObjectIdentifier, Color)
      case box(BoxItem)
      case boxes([Rect], Color)
      case line(LineItem)
      case picture(String, Size)
      /// What it says; nil where no more than its quiet zone is there, which is white whatever it says.
      case code(String?, side: Double)
      case void(String)
      case begin(GroupItem.Blend, holes: Int)
      case end
      /// Where text in black is that is larger than running text, whatever it says.
      case band(Size)
    }
    var what: What
    /// The turn's cosine and sine in 4096ths, and how far to the right and down in 32ths of a point.
    var place: SIMD4<Int32>
  }

  /// Running text on one baseline, wherever on it.
  struct Row: Hashable {
    /// Half points.
    var size: Int32
    var color: Color
    /// From the void's corner, in 8ths of a point.
    var y: Int32
  }

  /// Running text that stands there, as it is.
  struct Run {
    var line: ShapedLine
    var style: TextStyle
    var origin: Point
    /// The share of what it takes that it covers with ink.
    var density: Double
  }

  /// Everything that is drawn there.
  private(set) var things: [Thing] = []
  /// The same, with running text known by its baselines only.
  private(set) var covers: [Thing] = []
  /// The same, with large text in black as a black band, too: what can be read beside that can be read beside any text there.
  private(set) var coarse: [Thing] = []
  private(set) var rows: Set<Row> = []
  private(set) var runs: [Row: [Run]] = [:]
  /// How much ink the heaviest running text lays down: text of the same size is not of the same weight.
  var densest: Double { runs.values.joined().map(\.density).max() ?? 0 }
  /// What is no running text, with where it lies, where it stands in no group.
  private(set) var items: [(item: Item, place: Transform)] = []
  /// The same with bands.
  private(set) var coarseItems: [(item: Item, place: Transform)] = []
  /// How many things there were where each group began that has not ended.
  private var begun: [Int] = []
  /// Whether the void has been drawn, so that what follows lies over it.
  private var isPastVoid = false
  /// Whether some text there is of blocks rather than letters.
  private var hasBlocks = false
  /// Whether nothing but letters, codes and thin rules is drawn there.
  var isTextAlone: Bool {
    !hasGroups && !hasBlocks
      && items.allSatisfy { item, _ in
        switch item {
        case .text, .code: true
        default: RunningText.isRule(item)
        }
      }
  }
  /// Whether something stands in a group of its own.
  private(set) var hasGroups = false
  /// Keeps the lines alive by whose identity texts are known.
  private(set) var kept: [any ShapedContent] = []
  private let corner: Point
  /// The upright rectangles around the words' vicinities.
  var areas: [Rect] { vicinities.map(\.bounds) }
  private let vicinities: [LineVicinity]
  /// What those of the stamp lie within, and those of the sentence.
  let bounds: [Rect]
  /// The largest type that is small beside the words, in points.
  private let largest: Double

  /// What pixels make larger, and what measures leave out, in points.
  static let slack = 0.75
  /// A running text has at the most so much ink to a line, and so does heavy type; and a glyph so much of a square em.
  private static let (mostInk, mostInkOfType, mostInkOfGlyph) = (0.42, 0.6, 0.5)

  init(_ void: FinishedPage.Found, pixel: Double) {
    corner = void.corner
    var vicinities: [LineVicinity] = []
    var (stamp, sentence): (Rect?, Rect?)
    var smallest = Double.infinity
    // Nothing is copied that need not be: this is done on every page.
    for phrase in void.layer.phrases {
      for line in phrase.lines {
        smallest = min(smallest, line.size * void.place.factor)
        guard let vicinity = LineVicinity(line, at: void.place.around(line.place), pixel: pixel) else { continue }
        let bounds = vicinity.bounds
        if phrase.kind.isOfStamp {
          stamp = stamp?.union(bounds) ?? bounds
        } else {
          sentence = sentence?.union(bounds) ?? bounds
        }
        vicinities.append(vicinity)
      }
    }
    self.vicinities = vicinities
    bounds = [stamp, sentence].compactMap { $0 }
    largest = smallest.isFinite ? 1.6 * smallest : 0
  }

  /// Whether a rectangle of something that is placed reaches the words' vicinities.
  private func touches(_ rect: Rect, at place: Transform) -> Bool {
    vicinities.contains { $0.meets(rect, at: place) }
  }

  /// Adds what is drawn, where it reaches the words.
  mutating func add(_ leaf: PageLeaves.Leaf, _ ink: LineInk) {
    let place = leaf.place
    switch leaf.what {
    case .item(let item):
      switch item {
      case .text(let line, let style): add(line, style, place, ink)
      case .box(let box):
        if touches(Rect(.zero, box.size).grown(by: Self.slack), at: place) { add(.box(box), item, place) }
      case .boxes(let rects, let color):
        let near = rects.filter { touches($0.grown(by: Self.slack), at: place) }
        if !near.isEmpty { add(.boxes(near, color), item, place) }
      case .line(let line):
        if touches(line.bounds.grown(by: Self.slack), at: place) { add(.line(line), item, place) }
      case .picture(let path, let size):
        if touches(Rect(.zero, size).grown(by: Self.slack), at: place) { add(.picture(path, size), item, place) }
      case .code(let code):
        let square = Rect(.zero, Size(code.side, code.side))
        if touches(square.grown(by: Self.slack), at: place) {
          let modules = square.grown(by: Self.slack - code.quietZone)
          add(.code(touches(modules, at: place) ? code.text : nil, side: code.side), item, place)
        }
      case .link, .overflow, .frame, .span, .shared, .group: return
      }
    case .void(let layer):
      // Holes are where codes are, which are things themselves.
      if layer.phrases.contains(where: { $0.bounds.contains { touches($0, at: place) } }) {
        // By its corner: its top is that of a roll of any length.
        add(.void(layer.look), nil, place.around(Transform(offset: Point(0, layer.frame.frame.size.height))))
        isPastVoid = true
      }
    case .begin(let group):
      begun.append(things.count)
      let holes = group.holes.count { touches($0, at: place) }
      add(.begin(group.blend, holes: holes), nil, turn(of: place))
    case .end:
      if let count = begun.popLast(), things.count > count + 1 {
        hasGroups = true
        add(.end, nil, turn(of: place))
      } else {
        things.removeLast()
        covers.removeLast()
        coarse.removeLast()
      }
    }
  }

  /// A group's turn. What is in it has places of its own.
  private func turn(of place: Transform) -> Transform {
    Transform(cosine: place.cosine, sine: place.sine, offset: corner)
  }

  private mutating func add(_ line: ShapedLine, _ style: TextStyle, _ place: Transform, _ ink: LineInk) {
    let size = line.typeSize ?? style.size
    guard touches(line.reach(usual: style.size), at: place) else { return }
    let box = ink.box(of: line)
    if let box, !touches(box.grown(by: Self.slack), at: place) { return }
    let density = ink.density(of: line)
    let thing = thing(.text(ObjectIdentifier(line.content), style.color), place)
    things.append(thing)
    kept.append(line.content)
    let isUpright = place.sine == 0 && place.cosine == 1
    // Large type is a cover like any other, and so is what is drawn over the words.
    if density.map({ $0.ofLine > Self.mostInkOfType || $0.ofGlyph > Self.mostInkOfGlyph }) ?? true { hasBlocks = true }
    guard isUpright, !isPastVoid, size <= largest, !hasBlocks, density.map({ $0.ofLine <= Self.mostInk }) ?? false
    else {
      covers.append(thing)
      items.append((.text(line, style), place))
      if isUpright, !isPastVoid, Self.isBlack(style.color), let box {
        addBand(box.moved(by: place.offset))
      } else {
        coarse.append(thing)
        coarseItems.append((.text(line, style), place))
      }
      return
    }
    let row = Row(
      size: Int32((size * 2).rounded()), color: style.color,
      y: Int32(((place.offset.y - corner.y) * 8).rounded()))
    rows.insert(row)
    runs[row, default: []].append(
      Run(line: line, style: style, origin: place.offset, density: density?.ofLine ?? 1))
  }

  private mutating func add(_ what: Thing.What, _ item: Item?, _ place: Transform) {
    let thing = thing(what, place)
    things.append(thing)
    covers.append(thing)
    coarse.append(thing)
    if let item {
      items.append((item, place))
      coarseItems.append((item, place))
    }
  }

  /// Adds a band for a text, a little larger than that, so that others like it have the same.
  private mutating func addBand(_ box: Rect) {
    func low(_ value: Double, _ unit: Double) -> Double { (value / unit).rounded(.down) * unit }
    func high(_ value: Double, _ unit: Double) -> Double { (value / unit).rounded(.up) * unit }
    let (left, right) = (low(box.minX - corner.x, 24), high(box.maxX - corner.x, 24))
    let (top, bottom) = (low(box.minY - corner.y, 0.5), high(box.maxY - corner.y, 0.5))
    let size = Size(right - left, bottom - top)
    let place = Transform(offset: Point(corner.x + left, corner.y + top))
    coarse.append(thing(.band(size), place))
    coarseItems.append((.box(BoxItem(size: size, fill: .black)), place))
  }

  /// Whether a colour is so dark that more of it hides more.
  private static func isBlack(_ color: Color) -> Bool {
    VoidRules.luminance((color.red, color.green, color.blue)) < 0.01
  }

  private func thing(_ what: Thing.What, _ place: Transform) -> Thing {
    func whole(_ value: Double, _ unit: Double) -> Int32 { Int32(clamping: Int((value * unit).rounded())) }
    return Thing(
      what: what,
      place: SIMD4(
        whole(place.cosine, 4096), whole(place.sine, 4096), whole(place.offset.x - corner.x, 32),
        whole(place.offset.y - corner.y, 32)))
  }

  // MARK: - Worse than it is

  /// What would stand there, were the baselines that have text full of it from the one side of the words to the other: where the
  /// words can be read even then, they can be on every page with such text on these baselines.
  var filling: [Placed] {
    guard let left = areas.map(\.minX).min(), let right = areas.map(\.maxX).max() else { return [] }
    return runs.values.flatMap { runs -> [Placed] in
      var placed: [Placed] = []
      let taken = runs.map { ($0.origin.x, $0.origin.x + $0.line.width) }.sorted { $0.0 < $1.0 }
      let heaviest = runs.sorted { ($0.density, $0.line.width) > ($1.density, $1.line.width) }
      func fill(_ start: Double, _ end: Double) {
        var x = start
        for run in heaviest where run.line.width > 1 {
          let gap = 0.3 * (run.line.typeSize ?? run.style.size)
          while x + gap + run.line.width < end, placed.count < 400 {
            placed.append(Placed(origin: Point(x + gap, run.origin.y), item: .text(run.line, run.style)))
            x += gap + run.line.width
          }
        }
      }
      var x = left
      for (start, end) in taken {
        fill(x, start)
        x = max(x, end)
      }
      fill(x, right)
      return placed
    }
  }
}
