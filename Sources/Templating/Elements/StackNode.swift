import Layout

/// `stack:`
enum StackNode {
  static let gap = Property("gap", .length, "Blank between two neighbours.")

  static let columnCount = Property(
    "column-count", .columnCount, "In how many columns of one width they stand, filled one after another.")
  static let columnGap = Property("column-gap", .length, "Blank between two columns.")

  static let head = Property(
    "head", Vocabulary.element, "An element above them, which is there again where they go on on the next page.")

  static let spec = ElementSpec(
    name: "stack", summary: "Elements one below the other.", type: Vocabulary.list,
    example: """
      - stack:
          - { text: Bread, font-weight: 700 }
          - A loaf a day, baked on the square.
        gap: 1mm
        border-start: 2pt red
        padding: 0 0 0 3mm
      """,
    properties: [gap, columnCount, columnGap, head]
  ) { value, keys, reading in
    let gap = keys[gap] ?? 0
    let (count, columnGap) = (keys[columnCount] ?? 1, keys[columnGap] ?? 0)
    let head = keys[head].flatMap { Vocabulary.node($0, reading) }
    guard let list = Vocabulary.list.read(value, of: "stack", reading) else { return nil }
    let body =
      count > 1
      // Each column is laid out several times to find its height.
      ? reading.nested("column-count", most: 1, at: value.mark) { blueprint(list, gap: gap, reading) }?
        .wrapped { Columns($0, count: count, gap: columnGap) }
      : blueprint(list, gap: gap, reading)
    guard let head, let body else { return body }
    return .combined([head, body]) { Headed(Stack($0[1]), head: Stack($0[0])) }
  }

  static func blueprint(_ nodes: [YAMLNode], gap: Double = 0, _ reading: TemplateReading) -> Blueprint {
    .combined(nodes.compactMap { Vocabulary.node($0, reading) }) { Stack($0.flatMap { $0 }, gap: gap) }
  }
}
