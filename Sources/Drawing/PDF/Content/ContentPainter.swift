internal import Layout

/// Puts frames into a content stream. It never chooses a position.
struct ContentPainter {
  let studio: PageStudio
  var stream: ContentStream
  var resources = Resources()
  var links: [PaintedLink] = []
  /// The structure of the page; nil where none is written.
  var structure: StructureBuilder?
  /// How high the page is: y counts from its top in frames, from its bottom in PDF. 0 in a form and in a group.
  var height: Double
  /// From what is painted to the page, where groups turn it; y grows downwards on both sides.
  var toPage = Placement()
  /// The places of fonts and painted objects in ``resources``.
  private var fontPlaces: [ObjectIdentifier: Int] = [:]
  private var externalPlaces: [ExternalKey: Int] = [:]

  init(_ studio: PageStudio, height: Double, isForm: Bool, isTagged: Bool) {
    self.studio = studio
    self.height = height
    stream = ContentStream(isForm: isForm)
    if isTagged {
      structure = StructureBuilder(language: studio.measurer.language, other: studio.options.otherLanguage)
    }
  }

  /// Draws a frame with its top left corner at a point.
  mutating func paint(_ frame: Frame, at origin: Point) throws(DrawingError) {
    guard structure != nil else { return try drawItems(of: frame, at: origin) }
    if try drawFurniture(frame, at: origin) { return }
    let opened = begin(frame)
    try drawItems(of: frame, at: origin)
    end(opened)
  }

  mutating func drawItems(of frame: Frame, at origin: Point) throws(DrawingError) {
    for placed in frame.items {
      let corner = origin + placed.origin
      switch placed.item {
      case .text(let line, let style): try draw(line, in: style.color, at: corner)
      case .box(let box): draw(box, at: corner)
      case .boxes(let rects, let color): draw(rects, in: color, at: corner)
      case .line(let line): draw(line, at: corner)
      case .picture(let path, let size): try draw(pictureAt: path, size: size, at: corner)
      case .code(let code): try draw(code, at: corner)
      case .link(let address, let size): addLink(address, Rect(corner, size))
      case .overflow(_, let size): draw(BoxItem.outline(of: size), at: corner)
      case .frame(let frame): try paint(frame, at: corner)
      case .span(let frame, let span): try draw(frame, as: span, at: corner)
      case .shared(let shared): try draw(shared, at: corner)
      case .group(let group): try draw(group, at: corner)
      }
    }
  }

  /// Ends what is open.
  mutating func finish() {
    stream.endText()
    stream.endMark()
  }

  // MARK: - Coordinates

  /// A distance from the left, in thousandths of a point.
  func x(_ points: Double) -> Int { FixedPoint.length(points) }

  /// A height in PDF's direction, in thousandths of a point.
  func y(_ points: Double) -> Int { FixedPoint.length(height - points) }

  // MARK: - Resources

  /// The place of a face among the fonts.
  mutating func place(of face: FontFace) -> Int {
    if let known = fontPlaces[ObjectIdentifier(face)] { return known }
    // Another measurer's face of the same file is the same font.
    let place = resources.fonts.firstIndex { $0.face.key == face.key } ?? resources.fonts.count
    if place == resources.fonts.count {
      resources.fonts.append(Resources.Font(face: face))
    }
    fontPlaces[ObjectIdentifier(face)] = place
    return place
  }

  /// The place of a painted object among the others.
  mutating func place(of external: Resources.External) -> Int {
    let key = external.key
    if let known = externalPlaces[key] { return known }
    resources.externals.append(external)
    externalPlaces[key] = resources.externals.count - 1
    return resources.externals.count - 1
  }

  // MARK: - Links

  private mutating func addLink(_ address: String, _ area: Rect) {
    guard studio.options.hasLinks, LinkArea.isOfTheWeb(address) else { return }
    links.append(
      PaintedLink(
        area: toPage.bounds(of: area), address: LinkArea.encoded(address), node: structure?.noteLink(links.count)))
  }
}

/// How a part of a page is turned, moved, and stretched on it; y grows downwards.
struct Placement {
  var (a, b, c, d): (Double, Double, Double, Double) = (1, 0, 0, 1)
  var origin = Point.zero

  func apply(_ p: Point) -> Point { Point(p.x * a + p.y * c + origin.x, p.x * b + p.y * d + origin.y) }

  /// What is placed by a group that is itself placed by this one.
  func within(_ t: Transform, at corner: Point) -> Placement {
    Placement(
      a: t.cosine * a + t.sine * c, b: t.cosine * b + t.sine * d, c: -t.sine * a + t.cosine * c,
      d: -t.sine * b + t.cosine * d, origin: apply(corner + t.offset))
  }

  /// The upright rectangle around a placed one.
  func bounds(of rect: Rect) -> Rect {
    let corners = [
      rect.origin, Point(rect.maxX, rect.minY), Point(rect.minX, rect.maxY), Point(rect.maxX, rect.maxY),
    ].map(apply)
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return Rect(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }
}
