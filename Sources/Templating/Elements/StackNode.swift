import Layout

/// `stack:`
enum StackNode {
  static let gap = Property("gap", .length, "Blank between two neighbours.")

  static let spec = ElementSpec(
    name: "stack", summary: "Elements one below the other.", value: Vocabulary.list.expected, properties: [gap]
  ) { value, keys, reading in
    let gap = keys[gap] ?? 0
    return Vocabulary.list.read(value, of: "stack", reading).map { blueprint($0, gap: gap, reading) }
  }

  static func blueprint(_ nodes: [YAMLNode], gap: Double = 0, _ reading: Reading) -> Blueprint {
    .combined(nodes.compactMap { Vocabulary.node($0, reading) }) { Stack($0.flatMap { $0 }, gap: gap) }
  }
}
