import Layout

/// Looks over a finished page for what could get in the stamp's way.
struct PageSurvey {
  /// Something that lays down ink over an area.
  struct Cover: Hashable {
    /// Where, in the page's coordinates.
    var area: Rect
    /// Its colour; nil when only looking can tell (a picture, large type).
    var color: Color?
    /// The picture's file; nil for other covers.
    var picture: String?
  }

  private(set) var codes: [Rect] = []
  private(set) var covers: [Cover] = []
  /// The addresses that open when something on the page is clicked.
  private(set) var links: [String] = []
  /// What does not fit and is outlined.
  private(set) var misfits: [Misfit] = []

  /// Type from this size on, in points, lays down enough ink to be looked at.
  private static let largeType = 72.0

  init(_ page: Frame) {
    walk(page, from: .zero)
  }

  private mutating func walk(_ frame: Frame, from origin: Point) {
    for placed in frame.items {
      let at = origin + placed.origin
      switch placed.item {
      case .box(let box):
        if let fill = box.fill { covers.append(Cover(area: Rect(at, box.size), color: fill)) }
        if let stroke = box.stroke, box.strokeWidth > 6 {
          covers.append(Cover(area: Rect(at, box.size), color: stroke))
        }
      case .boxes(let rects, let color):
        covers += rects.map { Cover(area: $0.moved(by: at), color: color) }
      case .picture(let path, let size): covers.append(Cover(area: Rect(at, size), picture: path))
      case .code(let code): codes.append(Rect(at, Size(code.side, code.side)))
      case .text(let line, let style) where style.size >= PageSurvey.largeType:
        let box = Rect(x: at.x, y: at.y - style.size, width: line.width, height: style.size * 1.3)
        covers.append(Cover(area: box))
      case .link(let address, _): links.append(address)
      case .overflow(let misfit, _): misfits.append(misfit)
      case .text: break
      case .frame(let inner): walk(inner, from: at)
      case .shared(let shared): walk(shared.frame, from: at)
      case .group(let group):
        // What is turned or blended is judged by its bounds, and by looking.
        var inner = PageSurvey(group.content.frame)
        for index in inner.covers.indices {
          inner.covers[index].area = group.transform.bounds(of: inner.covers[index].area).moved(by: at)
          inner.covers[index].color = nil
        }
        covers += inner.covers
        links += inner.links
        misfits += inner.misfits
        codes += inner.codes.map { group.transform.bounds(of: $0).moved(by: at) }
      }
    }
  }
}
