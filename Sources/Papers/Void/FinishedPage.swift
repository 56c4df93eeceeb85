import Drawing
import Layout

/// A page as a writer is given it, searched for the voids on it and for what is drawn under and over their words.
struct FinishedPage {
  /// A void, and where it lies.
  struct Found {
    var layer: VoidLayer
    var place: Transform

    /// Its lower left corner, from which everything is measured that is drawn there: rolls are of any length.
    var corner: Point { place.apply(Point(0, layer.frame.frame.size.height)) }
    /// Where the ink of its phrases lies.
    var bounds: [Rect] { layer.phrases.flatMap(\.bounds).map(place.bounds(of:)) }

    /// How large the pixels are in which its words are looked at, in points.
    func pixel(in output: PageOutput) -> Double {
      switch output {
      case .vector:
        let sizes = layer.phrases.flatMap(\.lines).map { ($0.shaped.typeSize ?? $0.style.size) * place.factor }
        return 72 / LetterSight.resolution(for: sizes.min() ?? 8)
      case .pixels(let dpi): return 72 / dpi
      case .dots(let head, _): return 72 / head.density
      }
    }
  }

  let frame: Frame
  let known: KnownVoids
  private(set) var voids: [Found] = []

  init(_ frame: Frame, known: KnownVoids) {
    (self.frame, self.known) = (frame, known)
    find(in: frame, Transform())
  }

  private mutating func find(in frame: Frame, _ place: Transform) {
    for placed in frame.items {
      let here = place.around(Transform(offset: placed.origin))
      switch placed.item {
      case .frame(let inner): find(in: inner, here)
      case .shared(let shared): find(in: shared.frame, here)
      case .group(let group):
        let inner = here.around(group.transform)
        if let layer = known.layer(of: group.content) {
          voids.append(Found(layer: layer, place: inner))
        } else {
          find(in: group.content.frame, inner)
        }
      default: continue
      }
    }
  }

  /// What is drawn at the words of a void.
  ///
  /// - Parameters:
  ///   - void: the void.
  ///   - ink: measures letters.
  ///   - pixel: how large the pixels are in which the page is looked at, in points.
  /// - Returns: what is drawn there.
  func surroundings(of void: Found, _ ink: GlyphInk, pixel: Double) -> Surroundings {
    var gathered = Surroundings(void, pixel: pixel)
    gathered.gather(frame, Transform(), known, ink)
    return gathered
  }
}

/// What is drawn where a void's words are, in the order in which it is drawn.
struct Surroundings {
  /// Something that is drawn there, measured from the void's corner.
  struct Thing: Hashable {
    enum What: Hashable {
      case text(ObjectIdentifier, Color)
      case box(BoxItem)
      case boxes([Rect], Color)
      case picture(String, Size)
      case code(String, side: Double)
      case void(String)
      case begin(GroupItem.Blend, holes: Int)
      case end
    }
    var what: What
    /// The turn in 4096ths, and the place in 32ths of a point.
    var place: [Int32]
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
  }

  /// Everything that is drawn there.
  private(set) var things: [Thing] = []
  /// The same, with running text known by its baselines only.
  private(set) var covers: [Thing] = []
  private(set) var rows: Set<Row> = []
  private(set) var runs: [Row: [Run]] = [:]
  /// What is no running text, with where it lies, where it stands in no group.
  private(set) var items: [(item: Item, place: Transform)] = []
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
  private let (top, bottom): (Double, Double)
  /// The largest type that is small beside the words, in points.
  private let largest: Double

  /// What pixels make larger, and what measures leave out, in points.
  private static let slack = 0.75
  /// A running text has at the most so much ink to a line, and so does heavy type; and a glyph so much of a square em.
  private static let (mostInk, mostInkOfType, mostInkOfGlyph) = (0.42, 0.6, 0.5)

  init(_ void: FinishedPage.Found, pixel: Double) {
    corner = void.corner
    let sizes = void.layer.phrases.flatMap(\.lines).map { ($0.shaped.typeSize ?? $0.style.size) * void.place.factor }
    largest = 1.6 * (sizes.min() ?? 0)
    vicinities = void.layer.phrases.flatMap(\.lines).compactMap {
      LineVicinity($0, at: void.place.around($0.place), pixel: pixel)
    }
    top = vicinities.map(\.bounds.minY).min() ?? 0
    bottom = vicinities.map(\.bounds.maxY).max() ?? 0
  }

  /// Whether a rectangle of something that is placed reaches the words' vicinities.
  private func touches(_ rect: Rect, at place: Transform) -> Bool {
    // Much of a page lies above or below.
    let height = place.offset.y + rect.minY
    if place.sine == 0, place.cosine == 1, height + rect.size.height < top || height > bottom { return false }
    return vicinities.contains { $0.meets(rect, at: place) }
  }

  mutating func gather(_ frame: Frame, _ place: Transform, _ known: KnownVoids, _ ink: GlyphInk) {
    for placed in frame.items {
      let here = place.around(Transform(offset: placed.origin))
      switch placed.item {
      case .text(let line, let style): add(line, style, here, ink)
      case .box(let box):
        if touches(Rect(.zero, box.size).grown(by: Self.slack), at: here) {
          add(.box(box), here)
          items.append((placed.item, here))
        }
      case .boxes(let rects, let color):
        let near = rects.filter { touches($0.grown(by: Self.slack), at: here) }
        if !near.isEmpty {
          add(.boxes(near, color), here)
          items.append((placed.item, here))
        }
      case .picture(let path, let size):
        if touches(Rect(.zero, size).grown(by: Self.slack), at: here) {
          add(.picture(path, size), here)
          items.append((placed.item, here))
        }
      case .code(let code):
        if touches(Rect(.zero, Size(code.side, code.side)).grown(by: Self.slack), at: here) {
          add(.code(code.text, side: code.side), here)
          items.append((placed.item, here))
        }
      case .frame(let inner): gather(inner, here, known, ink)
      case .shared(let shared): gather(shared.frame, here, known, ink)
      case .group(let group):
        let inner = here.around(group.transform)
        if let layer = known.layer(of: group.content) {
          // Holes are where codes are, which are things themselves.
          if layer.phrases.contains(where: { $0.bounds.contains { touches($0, at: inner) } }) {
            // By its corner: its top is that of a roll of any length.
            add(.void(layer.look), inner.around(Transform(offset: Point(0, layer.frame.frame.size.height))))
            isPastVoid = true
          }
          continue
        }
        hasGroups = true
        let count = things.count
        // What is in it has places of its own.
        let turn = Transform(cosine: inner.cosine, sine: inner.sine, offset: corner)
        add(.begin(group.blend, holes: group.holes.count), turn)
        gather(group.content.frame, inner, known, ink)
        if things.count == count + 1, rows.isEmpty {
          things.removeLast()
          covers.removeLast()
        } else {
          add(.end, turn)
        }
      case .link, .overflow: continue
      }
    }
  }

  private mutating func add(_ line: ShapedLine, _ style: TextStyle, _ place: Transform, _ ink: GlyphInk) {
    let size = line.typeSize ?? style.size
    // Marks of some scripts stand far above and below their line.
    let most = Rect(x: -0.2 * size, y: -1.3 * size, width: line.width + 0.4 * size, height: 1.9 * size)
    guard touches(most, at: place) else { return }
    let density = ink.density(of: line)
    if let density {
      guard let box = density.box, touches(box.grown(by: Self.slack), at: place) else { return }
    }
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
      return
    }
    let row = Row(
      size: Int32((size * 2).rounded()), color: style.color,
      y: Int32(((place.offset.y - corner.y) * 8).rounded()))
    rows.insert(row)
    runs[row, default: []].append(Run(line: line, style: style, origin: place.offset))
  }

  private mutating func add(_ what: Thing.What, _ place: Transform) {
    let thing = thing(what, place)
    things.append(thing)
    covers.append(thing)
  }

  private func thing(_ what: Thing.What, _ place: Transform) -> Thing {
    func whole(_ value: Double, _ unit: Double) -> Int32 { Int32(clamping: Int((value * unit).rounded())) }
    return Thing(
      what: what,
      place: [
        whole(place.cosine, 4096), whole(place.sine, 4096), whole(place.offset.x - corner.x, 32),
        whole(place.offset.y - corner.y, 32),
      ])
  }

  // MARK: - Worse than it is

  /// What would stand there, were the baselines that have text full of it from the one side of the words to the other: where the
  /// words can be read even then, they can be on every page with such text on these baselines.
  var filling: [Placed] {
    guard let left = areas.map(\.minX).min(), let right = areas.map(\.maxX).max() else { return [] }
    return runs.values.flatMap { runs -> [Placed] in
      var placed: [Placed] = []
      let taken = runs.map { ($0.origin.x, $0.origin.x + $0.line.width) }.sorted { $0.0 < $1.0 }
      let widest = runs.sorted { $0.line.width > $1.line.width }
      func fill(_ start: Double, _ end: Double) {
        var x = start
        for run in widest where run.line.width > 1 {
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
