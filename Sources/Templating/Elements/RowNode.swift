import Layout

/// `row:`
enum RowNode {
  static let gap = Property("gap", .length, "Blank between two neighbours.")
  static let align = Property(
    "align-items", .choice(["top": Row.Alignment.top, "center": .center, "bottom": .bottom, "baseline": .baseline]),
    "How neighbours of different heights stand.")
  /// A key of the row's children.
  static let width = Property(
    "width", .track,
    "In a row: a width such as 24mm, a share such as 1fr, at least so much: minmax(30mm, 1fr), auto, or auto up to what the others leave, fit-content, or to a width: fit-content(50mm)."
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
    var tracks: [Track] = []
    var children: [Blueprint] = []
    for node in list {
      let (track, rest) = takeWidth(from: node, reading)
      guard let child = Vocabulary.node(rest, reading) else { continue }
      tracks.append(track)
      children.append(child)
    }
    let columns = tracks
    return .combined(children) { elements in
      // A child whose condition does not hold leaves its place to the others.
      let placed = zip(columns, elements).flatMap { track, elements in elements.map { Row.Child(track, $0) } }
      return Row(placed, gap: gap, alignment: alignment)
    }
  }

  /// Takes the width that a child of a row says, and leaves the rest to the child. A picture keeps the key, since there it
  /// says the picture's size; pictures and codes take the room they need.
  private static func takeWidth(from node: YAMLNode, _ reading: TemplateReading) -> (Track, YAMLNode) {
    let isPicture = node[PictureNode.spec.name] != nil
    let usual: Track = isPicture || node[CodeNode.spec.name] != nil ? .natural : .fraction(1)
    guard !isPicture, let (value, rest) = node.taking(width.name) else { return (usual, node) }
    return (width.type.read(value, of: width.name, reading) ?? usual, rest)
  }
}
