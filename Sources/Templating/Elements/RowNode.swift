import Layout

/// `row:`
enum RowNode {
  static let gap = Property("gap", .length, "Blank between two neighbours.")
  static let align = Property(
    "align-items",
    .choice([
      "top": Row.Alignment.top, "center": .center, "bottom": .bottom, "baseline": .baseline, "stretch": .stretch,
    ]),
    "How neighbours of different heights stand; with stretch boxes are as high as the highest.")
  /// A key of the row's children.
  static let width = Property(
    "width", .trackOrShare,
    "In a row: a width such as 24mm, a part of the row's such as 30% or of the data such as {{share}}, a share of what is left such as 1fr, at least so much: minmax(30mm, 1fr), auto, or auto up to what the others leave, fit-content, or to a width: fit-content(50mm)."
  )

  static let spec = ElementSpec(
    name: "row", summary: "Elements side by side, in the order of reading; each may say its width.",
    type: Vocabulary.list(of: .elementInRow),
    example: """
      - row:
          - { text: Haircut, font-weight: 700, width: 24mm }
          - A chair, a mirror, and somebody to talk to.
          - { text: "2", style: large, width: auto }
        gap: 4mm
        align-items: baseline
      """,
    properties: [gap, align]
  ) { value, keys, reading in
    let gap = keys[gap] ?? 0
    let alignment = keys[align] ?? .top
    guard let list = Vocabulary.list.read(value, of: "row", reading) else { return nil }
    var widths: [TrackOrShare] = []
    var children: [Blueprint] = []
    for node in list {
      let (width, rest) = takeWidth(from: node, reading)
      guard let child = Vocabulary.node(rest, reading) else { continue }
      widths.append(width)
      children.append(child)
    }
    let columns = widths
    let make: @Sendable ([Track], [[any Element]]) -> any Element = { tracks, elements in
      // A child whose condition does not hold leaves its place to the others.
      let placed = zip(tracks, elements).flatMap { track, elements in elements.map { Row.Child(track, $0) } }
      return Row(placed, gap: gap, alignment: alignment)
    }
    let known = columns.compactMap(\.known)
    if known.count == columns.count { return .combined(children) { make(known, $0) } }
    let parts = children.map(\.shared)
    return .bound { scope in [make(columns.map { $0.track(in: scope) }, parts.map { $0.elements(in: scope) })] }
  }

  /// Takes the width that a child of a row says, and leaves the rest to the child. A picture keeps the key, since there it
  /// says the picture's size; pictures and codes take the room they need.
  private static func takeWidth(from node: YAMLNode, _ reading: TemplateReading) -> (TrackOrShare, YAMLNode) {
    let isPicture = node[PictureNode.spec.name] != nil
    let usual: Track = isPicture || node[CodeNode.spec.name] != nil ? .natural : .fraction(1)
    guard !isPicture, let (value, rest) = node.taking(width.name) else { return (.track(usual), node) }
    return (width.type.read(value, of: width.name, reading) ?? .track(usual), rest)
  }
}

/// How wide a child of a row is, where the data may tell it.
enum TrackOrShare: Sendable {
  case track(Track)
  /// A text such as 37%, of the width of the row.
  case share(Phrase)

  /// What is the same on every document.
  var known: Track? { if case .track(let track) = self { track } else { nil } }

  func track(in scope: Scope) -> Track {
    switch self {
    case .track(let track): track
    case .share(let phrase): .share(min(1, max(0, Dimensions.share(phrase.text(in: scope)) ?? 0)))
    }
  }
}
