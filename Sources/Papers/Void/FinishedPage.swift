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

    /// The phrases of the stamp, or those of the sentence, which are looked at each by themselves.
    func phrases(ofStamp isStamp: Bool) -> [VoidPhrase] { layer.phrases.filter { $0.kind.isOfStamp == isStamp } }

    /// How large the pixels are in which its words are looked at, in points: those of its smallest letters serve all, since what is
    /// drawn between large ones may be as small.
    func pixel(in output: PageOutput) -> Double {
      switch output {
      case .vector:
        return 72 / LetterSight.resolution(for: layer.smallest * place.factor)
      case .pixels(let dpi): return 72 / dpi
      case .dots(let head, _): return 72 / head.density
      }
    }
  }

  /// Something that is drawn.
  struct Leaf {
    enum What {
      case item(Item)
      case void(VoidLayer)
      case begin(GroupItem)
      case end
    }
    var what: What
    /// From its coordinates to the page.
    var place: Transform
    /// What it lies within, generously; nil where it has no place of its own.
    var bounds: Rect?
  }

  let frame: Frame
  private let known: KnownVoids
  private(set) var voids: [Found] = []
  /// What lies round the words of each void, as yet without anything in it.
  private var vicinities: [VoidGround] = []
  /// What those lie within.
  private var near: [Rect] = []
  /// What is drawn near any of them, in that order. Most of a page, and more of a sheet, lies elsewhere.
  private var leaves: [Leaf] = []

  /// Searches a page.
  ///
  /// - Parameters:
  ///   - frame: the page.
  ///   - known: the voids that have been put over pages.
  ///   - output: what it comes out as.
  init(_ frame: Frame, known: KnownVoids, as output: PageOutput) {
    (self.frame, self.known) = (frame, known)
    find(in: frame, Transform())
    vicinities = voids.map { VoidGround($0, pixel: $0.pixel(in: output)) }
    near = vicinities.flatMap(\.bounds)
    if !near.isEmpty { gather(frame, Transform()) }
  }

  /// Finds the voids.
  private mutating func find(in frame: Frame, _ place: Transform) {
    for placed in frame.items {
      switch placed.item {
      case .frame(let inner): find(in: inner, place.around(Transform(offset: placed.origin)))
      case .shared(let shared): find(in: shared.frame, place.around(Transform(offset: placed.origin)))
      case .group(let group):
        let inner = place.around(Transform(offset: placed.origin)).around(group.transform)
        if let layer = known.layer(of: group.content) {
          voids.append(Found(layer: layer, place: inner))
        } else {
          find(in: group.content.frame, inner)
        }
      case .text, .box, .boxes, .picture, .code, .link, .overflow: continue
      }
    }
  }

  /// Gathers what is drawn near them.
  private mutating func gather(_ frame: Frame, _ place: Transform) {
    for placed in frame.items {
      let here = place.around(Transform(offset: placed.origin))
      switch placed.item {
      case .frame(let inner): gather(inner, here)
      case .shared(let shared): gather(shared.frame, here)
      case .group(let group):
        let inner = here.around(group.transform)
        if let layer = known.layer(of: group.content) {
          leaves.append(Leaf(what: .void(layer), place: inner, bounds: inner.bounds(of: layer.wordBounds)))
        } else {
          leaves.append(Leaf(what: .begin(group), place: inner, bounds: nil))
          gather(group.content.frame, inner)
          leaves.append(Leaf(what: .end, place: inner, bounds: nil))
        }
      case .text(let line, let style):
        add(placed.item, here, line.reach(usual: style.size))
      case .box(let box): add(placed.item, here, Rect(.zero, box.size))
      case .boxes: leaves.append(Leaf(what: .item(placed.item), place: here, bounds: nil))
      case .picture(_, let size): add(placed.item, here, Rect(.zero, size))
      case .code(let code): add(placed.item, here, Rect(.zero, Size(code.side, code.side)))
      case .link, .overflow: continue
      }
    }
  }

  private mutating func add(_ item: Item, _ place: Transform, _ box: Rect) {
    let isUpright = place.sine == 0 && place.cosine == 1
    let bounds = (isUpright ? box.moved(by: place.offset) : place.bounds(of: box)).grown(by: VoidGround.slack)
    guard near.contains(where: { $0.reaches(bounds) }) else { return }
    leaves.append(Leaf(what: .item(item), place: place, bounds: bounds))
  }

  /// What is drawn at the words of a void.
  ///
  /// - Parameters:
  ///   - index: which of the voids.
  ///   - ink: measures letters.
  /// - Returns: what is drawn there.
  func ground(ofVoid index: Int, _ ink: GlyphInk) -> VoidGround {
    var gathered = vicinities[index]
    for index in leaves.indices {
      if let bounds = leaves[index].bounds, !gathered.bounds.contains(where: { $0.reaches(bounds) }) { continue }
      gathered.add(leaves[index], ink)
    }
    return gathered
  }
}

extension Rect {
  /// Whether another one touches this one, if only at its edge.
  fileprivate func reaches(_ other: Rect) -> Bool {
    other.maxY >= minY && other.minY <= maxY && other.maxX >= minX && other.minX <= maxX
  }
}
