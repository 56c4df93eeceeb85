internal import Layout

/// Gathers the structure of a page while it is painted.
struct StructureBuilder {
  private(set) var nodes: [StructureNode] = []
  /// The elements that are open, the innermost last.
  private var open: [Int] = []
  /// How many pieces of content have been marked.
  private var contents = 0
  /// The element of the content that is being marked.
  fileprivate var marked: Int?

  /// Opens elements for a frame's role and for the link over it.
  ///
  /// - Returns: how many.
  mutating func begin(_ role: Role?, isLink: Bool) -> Int {
    if let role { open.append(add(role.structureType)) }
    if isLink { open.append(add("Link")) }
    return (role == nil ? 0 : 1) + (isLink ? 1 : 0)
  }

  /// Closes the innermost elements.
  mutating func end(_ count: Int) { open.removeLast(count) }

  /// Puts a link into the innermost link element that is open.
  ///
  /// - Parameter link: its place among the page's.
  /// - Returns: the element.
  mutating func noteLink(_ link: Int) -> Int? {
    guard let node = open.last(where: { nodes[$0].type == "Link" }) else { return nil }
    nodes[node].kids.append(.link(link))
    return node
  }

  /// Says what is read in place of the figure that is open.
  mutating func describe(_ text: String) {
    guard let node = open.last(where: { nodes[$0].type == "Figure" }) else { return }
    nodes[node].alternative = text
  }

  /// Numbers the content that follows, which belongs to the innermost element; what is in none becomes a paragraph.
  ///
  /// - Returns: the number and the element's type.
  fileprivate mutating func mark() -> (content: Int, type: String) {
    let node = open.last ?? add("P")
    marked = open.isEmpty ? nil : node
    nodes[node].kids.append(.content(contents))
    contents += 1
    return (contents - 1, nodes[node].type)
  }

  /// Whether what follows belongs to the element whose content is being marked.
  fileprivate var goesOn: Bool { marked != nil && marked == open.last }

  private mutating func add(_ type: String) -> Int {
    nodes.append(StructureNode(type: type, parent: open.last))
    if let parent = open.last { nodes[parent].kids.append(.node(nodes.count - 1)) }
    return nodes.count - 1
  }
}

extension ContentPainter {
  /// Opens what a frame is in the structure.
  mutating func begin(_ frame: Frame) -> Int {
    let isLink = studio.hasLinks && LinkArea.over(frame, at: .zero) != nil
    guard frame.role != nil || isLink else { return 0 }
    endMark()
    return structure?.begin(frame.role, isLink: isLink) ?? 0
  }

  /// Closes it.
  mutating func end(_ opened: Int) {
    if opened == 0 { return }
    endMark()
    structure?.end(opened)
  }

  /// Says that text follows.
  mutating func markText() {
    guard var builder = structure else { return }
    if stream.mark?.content != nil, builder.goesOn { return }
    if stream.mark?.isWithinText == true { stream.endMark() } else if stream.mark != nil { endMark() }
    let (content, type) = builder.mark()
    stream.beginText()
    stream.begin(ContentStream.Mark(content: content, isWithinText: true), tag: type)
    structure = builder
  }

  /// Says that something follows that is one with the element it is in, such as a code.
  mutating func markLeaf() {
    guard var builder = structure else { return }
    endMark()
    let (content, type) = builder.mark()
    stream.begin(ContentStream.Mark(content: content, isWithinText: false), tag: type)
    structure = builder
  }

  /// Says that something follows that nobody hears read, such as a rule (14.8.2.2).
  mutating func markArtifact() {
    guard structure != nil else { return }
    if let mark = stream.mark, mark.content == nil { return }
    endMark()
    stream.begin(ContentStream.Mark(content: nil, isWithinText: false), tag: "")
  }

  /// Ends what is marked.
  mutating func endMark() {
    guard structure != nil else { return }
    stream.endText()
    stream.endMark()
    structure?.marked = nil
  }
}

extension Role {
  /// The standard structure type (ISO 32000-1, 14.8.4).
  fileprivate var structureType: String {
    switch self {
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .table: "Table"
    case .row: "TR"
    case .headerCell: "TH"
    case .cell: "TD"
    case .figure: "Figure"
    }
  }
}
