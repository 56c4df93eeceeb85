import Layout

/// `stack:`
enum StackNode {
  static let gap = Property("gap", .length, "Blank between two neighbours.")

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
    properties: [gap]
  ) { value, keys, reading in
    let gap = keys[gap] ?? 0
    return Vocabulary.list.read(value, of: "stack", reading).map { blueprint($0, gap: gap, reading) }
  }

  static func blueprint(_ nodes: [YAMLNode], gap: Double = 0, _ reading: TemplateReading) -> Blueprint {
    .combined(nodes.compactMap { Vocabulary.node($0, reading) }) { Stack($0.flatMap { $0 }, gap: gap) }
  }
}
