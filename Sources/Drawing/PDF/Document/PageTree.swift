/// The tree of a document's pages (ISO 32000-1, 7.7.3), of which no node has more than 64 below it.
struct PageTree {
  private static let mostKids = 64
  private var nodes: [Node] = []

  private struct Node {
    let number: ObjectNumber
    /// How many pages are below it.
    var count = 0
    var kids: [ObjectNumber] = []
  }

  /// How many pages there are.
  private(set) var count = 0

  /// Adds a page.
  ///
  /// - Returns: the node that it is below.
  mutating func add(_ page: ObjectNumber, _ file: ObjectFile) -> ObjectNumber {
    if nodes.last.map({ $0.kids.count >= Self.mostKids }) ?? true { nodes.append(Node(number: file.reserve())) }
    nodes[nodes.count - 1].kids.append(page)
    nodes[nodes.count - 1].count += 1
    count += 1
    return nodes[nodes.count - 1].number
  }

  /// Writes the nodes.
  ///
  /// - Returns: the topmost.
  /// - Throws: ``DrawingError``.
  func finish(_ file: ObjectFile) throws(DrawingError) -> ObjectNumber {
    var level = nodes.isEmpty ? [Node(number: file.reserve())] : nodes
    while level.count > 1 {
      var upper: [Node] = []
      for start in stride(from: 0, to: level.count, by: Self.mostKids) {
        let below = level[start..<min(start + Self.mostKids, level.count)]
        let node = Node(
          number: file.reserve(), count: below.reduce(0) { $0 + $1.count }, kids: below.map(\.number))
        for kid in below { try Self.write(kid, under: node.number, file) }
        upper.append(node)
      }
      level = upper
    }
    try Self.write(level[0], under: nil, file)
    return level[0].number
  }

  private static func write(_ node: Node, under parent: ObjectNumber?, _ file: ObjectFile) throws(DrawingError) {
    var out = PDFBytes("<</Type/Pages/Count ")
    out.add(node.count)
    out.add("/Kids[")
    for (index, kid) in node.kids.enumerated() {
      if index > 0 { out.add(" ") }
      out.add(kid)
    }
    out.add("]")
    if let parent {
      out.add("/Parent ")
      out.add(parent)
    }
    out.add(">>")
    try file.write(node.number, out)
  }
}
