import Layout

/// What a designer measures on a page: how small its smallest type is, and how far down it is filled. The void's layer is left out.
struct SetPage {
  /// The size of the smallest type, in points, and what is set in it.
  private(set) var least = (size: Double.infinity, style: TextStyle?.none)
  /// Where what stands lowest ends, in points from the page's top.
  private(set) var end = 0.0
  /// The codes, without their quiet zones.
  private(set) var codes: [Rect] = []
  /// Figures of a total, and titles: the letters of type that is larger than anything else, from their tops to the baseline.
  private(set) var headlines: [Rect] = []
  /// The texts with where they stand, in whole points.
  private(set) var texts: Set<Placed> = []

  /// A text where it stands.
  struct Placed: Hashable {
    var text: String
    var x: Int
    var y: Int
  }

  /// How many lines it has that do not stand on another page at the same place, as heads and feet do.
  func lines(notOn other: SetPage) -> Int { Set(texts.subtracting(other.texts).map(\.y)).count }

  /// How large that is, in points.
  private static let headline = 60.0

  init(_ frame: Frame) { walk(frame, at: .zero, scale: 1) }

  private mutating func walk(_ frame: Frame, at origin: Point, scale: Double) {
    for placed in frame.items {
      let corner = origin + Point(placed.origin.x * scale, placed.origin.y * scale)
      switch placed.item {
      case .text(let line, let style):
        let size = style.size * scale
        texts.insert(Placed(text: line.text, x: Int(corner.x.rounded()), y: Int(corner.y.rounded())))
        if size >= Self.headline {
          // Capitals and figures are some seven tenths of their type's size high.
          headlines.append(Rect(x: corner.x, y: corner.y - 0.72 * size, width: line.width * scale, height: 0.72 * size))
        }
        if size < least.size { least = (size, style) }
        end = max(end, corner.y)
      case .box(let box) where box.fill != nil || box.stroke != nil: end = max(end, corner.y + box.size.height * scale)
      case .picture(_, let size): end = max(end, corner.y + size.height * scale)
      case .code(let code):
        let (side, zone) = (code.side * scale, code.quietZone * scale)
        codes.append(Rect(x: corner.x + zone, y: corner.y + zone, width: side - 2 * zone, height: side - 2 * zone))
        end = max(end, corner.y + side)
      case .frame(let inner), .span(let inner, _): walk(inner, at: corner, scale: scale)
      case .shared(let inner): walk(inner.frame, at: corner, scale: scale)
      // The stamp and the sentence are blended over the page.
      case .group(let group) where group.blend == .normal:
        let turn = group.transform
        let factor = (turn.cosine * turn.cosine + turn.sine * turn.sine).squareRoot()
        walk(group.content.frame, at: corner + turn.offset, scale: scale * factor)
      default: break
      }
    }
  }
}
