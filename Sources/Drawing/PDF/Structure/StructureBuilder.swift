internal import Layout

/// Gathers the structure of a page while it is painted.
final class StructureBuilder {
  private(set) var nodes: [StructureNode] = []
  /// The elements that are open, the innermost last.
  private var open: [Int] = []
  /// How many pieces of content have been marked.
  private var contents = 0
  /// The element of the content that is being marked.
  fileprivate var marked: Int?

  /// Whether the paragraph that comes next is all there is in the cell that is open, and so needs no element of its own.
  private var isLoneParagraphNext = false

  /// Opens elements for a frame's role and for the link over it.
  ///
  /// - Returns: how many.
  func begin(_ frame: Frame, link: String?) -> Int {
    let role = isLoneParagraphNext && frame.role == .paragraph ? nil : frame.role
    let span = role?.span
    isLoneParagraphNext = span != nil && frame.holdsLoneParagraph
    if let role {
      open.append(add(StructureType(role)))
      nodes[nodes.count - 1].span = span ?? 1
    }
    if let link {
      // Of a figure of which nobody says more, at least where it leads is told.
      if let figure = open.last, nodes[figure].type == .figure, nodes[figure].alternative == nil {
        nodes[figure].alternative = link
      }
      open.append(add(.link))
    }
    return (role == nil ? 0 : 1) + (link == nil ? 0 : 1)
  }

  /// Closes the innermost elements.
  func end(_ count: Int) { open.removeLast(count) }

  /// Puts a link into the innermost link element that is open, or into one of its own.
  ///
  /// - Parameter link: its place among the page's.
  /// - Returns: the element.
  func noteLink(_ link: Int) -> Int {
    let node = open.last { nodes[$0].type == .link } ?? add(.link)
    nodes[node].kids.append(.link(link))
    return node
  }

  /// Whether a figure is open of which nobody has said what it shows: whoever hears the page would hear that there is something, and
  /// nothing more.
  fileprivate var isInSilentFigure: Bool {
    open.last.map { nodes[$0].type == .figure && nodes[$0].alternative == nil } ?? true
  }

  /// Says what is read in place of the figure that is open.
  func describe(_ text: String) {
    guard let node = open.last(where: { nodes[$0].type == .figure }) else { return }
    nodes[node].alternative = text
  }

  /// Notes where the figure is that is open.
  fileprivate func note(area: Rect) {
    guard let node = open.last(where: { nodes[$0].type == .figure }) else { return }
    nodes[node].area = nodes[node].area?.union(area) ?? area
  }

  /// Numbers the content that follows, which belongs to the innermost element; what is in none becomes a paragraph.
  ///
  /// - Returns: the number and the element's type.
  fileprivate func mark() -> (content: Int, type: StructureType) {
    let node = open.last ?? add(.paragraph)
    marked = open.isEmpty ? nil : node
    nodes[node].kids.append(.content(contents))
    contents += 1
    return (contents - 1, nodes[node].type)
  }

  /// Whether what follows belongs to the element whose content is being marked.
  fileprivate var goesOn: Bool { marked != nil && marked == open.last }

  private func add(_ type: StructureType) -> Int {
    nodes.append(StructureNode(type: type, parent: open.last))
    if let parent = open.last { nodes[parent].kids.append(.node(nodes.count - 1)) }
    return nodes.count - 1
  }
}

extension ContentPainter {
  /// Opens what a frame is in the structure.
  mutating func begin(_ frame: Frame) -> Int {
    let link = studio.options.hasLinks ? LinkArea.over(frame, at: .zero)?.address : nil
    guard frame.role != nil || link != nil else { return 0 }
    leaveElement()
    return structure?.begin(frame, link: link) ?? 0
  }

  /// Closes it.
  mutating func end(_ opened: Int) {
    if opened == 0 { return }
    leaveElement()
    structure?.end(opened)
  }

  /// Ends what is marked, and leaves a text object open in which it is: the next element may go on in it.
  private mutating func leaveElement() {
    if stream.mark?.isWithinText == false { return endMark() }
    stream.endMark()
    structure?.marked = nil
  }

  /// Says that text follows.
  mutating func markText() {
    guard let builder = structure else { return }
    if stream.mark?.content != nil, builder.goesOn { return }
    if stream.mark != nil { leaveElement() }
    let (content, type) = builder.mark()
    stream.beginText()
    stream.begin(ContentStream.Mark(content: content, isWithinText: true), tag: type.name)
  }

  /// Says that something follows that is one with the element it is in, such as a code.
  ///
  /// - Parameter area: where it is, if that is to be told of the figure that it is in.
  mutating func markLeaf(_ area: Rect? = nil) {
    guard let builder = structure else { return }
    endMark()
    if let area { builder.note(area: toPage.bounds(of: area)) }
    let (content, type) = builder.mark()
    stream.begin(ContentStream.Mark(content: content, isWithinText: false), tag: type.name)
  }

  /// Says that a picture follows: it is a part of what it is in, unless that says nothing of it.
  mutating func markPicture(_ area: Rect) {
    if structure?.isInSilentFigure == true { markArtifact() } else { markLeaf(area) }
  }

  /// Says that something follows that nobody hears read, such as a rule (14.8.2.2).
  mutating func markArtifact() {
    guard structure != nil else { return }
    if let mark = stream.mark, mark.content == nil { return }
    endMark()
    stream.begin(ContentStream.Mark(content: nil, isWithinText: false), tag: "/Artifact")
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
  /// How many columns a cell goes across; nil for what is no cell.
  fileprivate var span: Int? {
    switch self {
    case .headerCell(let span), .rowHeaderCell(let span), .cell(let span): span
    case .heading, .paragraph, .table, .row, .figure: nil
    }
  }
}

extension Frame {
  /// Whether all that is in it is a single paragraph, however deep.
  fileprivate var holdsLoneParagraph: Bool {
    guard items.count == 1 else { return false }
    let inner: Frame
    switch items[0].item {
    case .frame(let frame): inner = frame
    case .shared(let shared): inner = shared.frame
    default: return false
    }
    return inner.role == .paragraph || (inner.role == nil && inner.holdsLoneParagraph)
  }
}
