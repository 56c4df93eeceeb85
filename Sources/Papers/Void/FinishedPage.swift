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

  let frame: Frame
  let voids: [Found]
  /// What lies round the words of each void, as yet without anything in it.
  private let vicinities: [VoidGround]
  /// What is drawn near any of them, in that order. Most of a page, and more of a sheet, lies elsewhere.
  private var leaves: [PageLeaves.Leaf] = []

  /// Searches a page.
  ///
  /// - Parameters:
  ///   - frame: the page.
  ///   - known: the voids that have been put over pages.
  ///   - output: what it comes out as.
  init(_ frame: Frame, known: KnownVoids, as output: PageOutput) {
    self.init(frame, [PageLeaves(frame, known: known)], as: output)
  }

  /// Searches a page that has been gone through, once a void is put over it.
  ///
  /// - Parameters:
  ///   - page: the page without the void.
  ///   - void: what is put over it.
  ///   - known: the voids that have been put over pages.
  ///   - output: what it comes out as.
  init(_ page: PageLeaves, under void: PageVoid, known: KnownVoids, as output: PageOutput) {
    var frame = page.frame
    void.apply(to: &frame)
    let over = PageLeaves(frame, from: page.frame.items.count, known: known)
    self.init(frame, [page, over], as: output)
  }

  /// - Parameters:
  ///   - frame: the page.
  ///   - parts: all that is drawn on it, one part after the other.
  ///   - output: what it comes out as.
  private init(_ frame: Frame, _ parts: [PageLeaves], as output: PageOutput) {
    self.frame = frame
    voids = parts.flatMap(\.voids)
    vicinities = voids.map { VoidGround($0, pixel: $0.pixel(in: output)) }
    let near = vicinities.flatMap(\.bounds)
    if near.isEmpty { return }
    for part in parts {
      for index in part.leaves.indices {
        if let bounds = part.leaves[index].bounds, !near.contains(where: { $0.reaches(bounds) }) { continue }
        leaves.append(part.leaves[index])
      }
    }
  }

  /// What is drawn at the words of a void.
  ///
  /// - Parameters:
  ///   - index: which of the voids.
  ///   - ink: knows the lines of text.
  /// - Returns: what is drawn there.
  func ground(ofVoid index: Int, _ ink: LineInk) -> VoidGround {
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
