internal import Layout

/// Gathers the structure of a page while it is painted.
final class StructureBuilder {
  /// The elements, in the order in which they were opened.
  var nodes: [StructureNode] { list.nodes }
  private var list = NodeList()
  /// The elements that are open, the innermost last.
  private var open: [Int] = []
  /// How many pieces of content have been marked.
  private var contents = 0
  /// The element of the content that is being marked, and the language of its own that it is in.
  fileprivate var marked: (node: Int, language: String?)?
  /// The languages of the text, the innermost last.
  private var languages: [String]
  private let scripts: ScriptLanguages
  /// How many of the elements that are open have something else said in their place.
  private var replaced = 0
  /// The language of the script that was asked for last: most text is in one.
  private var known: (script: UInt8, language: String?)?

  /// - Parameters:
  ///   - language: the document's language.
  ///   - other: the language that text in another script is taken for.
  init(language: String, other: String) {
    languages = [language]
    scripts = ScriptLanguages(other: other)
  }

  /// Whether the paragraph that comes next is all there is in the cell that is open, and so needs no element of its own.
  private var isLoneParagraphNext = false

  /// Opens elements for a frame's role and for the link over it.
  ///
  /// - Returns: how many.
  func begin(_ frame: Frame, link: String?) -> Int {
    let role = isLoneParagraphNext && frame.role == .paragraph ? nil : frame.role
    let span = role?.span
    isLoneParagraphNext = span != nil && frame.holdsLoneParagraph
    let type = role.flatMap { StructureType($0) }
    if let type {
      open.append(add(type))
      list.nodes[list.nodes.count - 1].span = span ?? 1
    }
    if let link {
      // Of a figure of which nobody says more, at least where it leads is told.
      if let figure = open.last, nodes[figure].type == .figure, nodes[figure].alternative == nil {
        list.nodes[figure].alternative = link
      }
      open.append(add(.link))
    }
    return (type == nil ? 0 : 1) + (link == nil ? 0 : 1)
  }

  /// Closes the innermost elements.
  func end(_ count: Int) { open.removeLast(count) }

  /// Whether some text is heard in another way than what is open.
  fileprivate func differs(_ span: TextSpan) -> Bool {
    span.isStruck || span.typed != nil || span.description != nil || ownLanguage(of: span) != nil
  }

  /// The language of a span where it is another than that of what is open; what is no tag says nothing.
  private func ownLanguage(of span: TextSpan) -> String? {
    guard let language = span.language, !language.isEmpty,
      language.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
      !Self.isSame(language, languages.last)
    else { return nil }
    return language
  }

  /// Opens an element for text that is heard in its own way.
  fileprivate func begin(_ span: TextSpan) {
    open.append(add(.span))
    let node = nodes.count - 1
    list.nodes[node].alternative = span.description
    list.nodes[node].typed = span.typed
    list.nodes[node].isStruck = span.isStruck
    list.nodes[node].language = ownLanguage(of: span)
    languages.append(nodes[node].language ?? languages.last ?? "")
    if span.description != nil || span.typed != nil { replaced += 1 }
    known = nil
  }

  /// Closes it.
  fileprivate func end(_ span: TextSpan) {
    open.removeLast()
    languages.removeLast()
    if span.description != nil || span.typed != nil { replaced -= 1 }
    known = nil
  }

  /// Whether two tags mean one language, of which one may tell the country as well.
  private static func isSame(_ language: String, _ other: String?) -> Bool {
    guard let other else { return false }
    return language == other || language.hasPrefix("\(other)-") || other.hasPrefix("\(language)-")
  }

  /// The language of text of a script that stands in what is open; nil for that of what is open, or where nobody hears it.
  fileprivate func language(of script: UInt8) -> String? {
    if replaced > 0 || ScriptLanguages.isCommon(script) { return nil }
    if let known, known.script == script { return known.language }
    let language = scripts.language(of: script, within: languages.last ?? "")
    known = (script, language)
    return language
  }

  /// Puts a link into the innermost link element that is open, or into one of its own.
  ///
  /// - Parameter link: its place among the page's.
  /// - Returns: the element.
  func noteLink(_ link: Int) -> Int {
    let node = open.last { nodes[$0].type == .link } ?? add(.link)
    _ = list.put(.link(link), in: node)
    return node
  }

  /// Whether a figure is open of which nobody has said what it shows: whoever hears the page would hear that there is something, and
  /// nothing more.
  fileprivate var isInSilentFigure: Bool {
    open.last.map { nodes[$0].type == .figure && nodes[$0].alternative == nil } ?? true
  }

  /// Opens a figure.
  ///
  /// - Parameter text: what is read in its place.
  fileprivate func beginFigure(saying text: String) {
    open.append(add(.figure))
    describe(text)
  }

  /// Says what is read in place of the figure that is open.
  func describe(_ text: String) {
    guard let node = open.last(where: { nodes[$0].type == .figure }) else { return }
    list.nodes[node].alternative = text
  }

  /// Notes where the figure is that is open.
  fileprivate func note(area: Rect) {
    guard let node = open.last(where: { nodes[$0].type == .figure }) else { return }
    list.nodes[node].area = nodes[node].area?.union(area) ?? area
  }

  /// Numbers the content that follows, which belongs to the innermost element; what is in none becomes a paragraph.
  ///
  /// - Parameter language: its language, where that is another than the element's: then it is a span of its own.
  /// - Returns: the number and the element's type.
  fileprivate func mark(in language: String? = nil) -> (content: Int, type: StructureType) {
    var node = open.last ?? add(.paragraph)
    marked = open.isEmpty ? nil : (node, language)
    if let language { node = span(in: language, within: node) }
    let type = list.put(.content(contents), in: node)
    contents += 1
    return (contents - 1, type)
  }

  /// Whether what follows belongs to the element whose content is being marked.
  fileprivate func goesOn(in language: String? = nil) -> Bool {
    marked != nil && marked?.node == open.last && marked?.language == language
  }

  /// The span of a language that is the last thing in an element; a new one where there is none, as on the second line of a citation.
  private func span(in language: String, within parent: Int) -> Int {
    if case .node(let last)? = nodes[parent].kids.last, nodes[last].type == .span, nodes[last].language == language {
      return last
    }
    let span = add(.span, within: parent)
    list.nodes[span].language = language
    return span
  }

  private func add(_ type: StructureType) -> Int { add(type, within: open.last) }

  private func add(_ type: StructureType, within parent: Int?) -> Int { list.add(type, within: parent) }
}

/// The elements of a page. A value, so that whoever changes several things in it asks for it once.
private struct NodeList {
  var nodes: [StructureNode] = []

  /// Adds an element to another, or to the document.
  ///
  /// - Returns: its place.
  mutating func add(_ type: StructureType, within parent: Int?) -> Int {
    let place = nodes.count
    nodes.append(StructureNode(type: type, parent: parent))
    if let parent { nodes[parent].kids.append(.node(place)) }
    return place
  }

  /// Puts something into an element.
  ///
  /// - Returns: the element's type.
  mutating func put(_ kid: StructureNode.Kid, in node: Int) -> StructureType {
    nodes[node].kids.append(kid)
    return nodes[node].type
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

  /// Opens a figure for what is said in its place.
  ///
  /// - Parameter text: what is said; nil where nothing is.
  /// - Returns: whether there is one, which must be closed.
  mutating func beginFigure(saying text: String?) -> Bool {
    guard let text, let builder = structure else { return false }
    endMark()
    builder.beginFigure(saying: text)
    return true
  }

  /// Draws a frame whose text is heard in its own way.
  mutating func draw(_ frame: Frame, as span: TextSpan, at origin: Point) throws(DrawingError) {
    guard let builder = structure, builder.differs(span) else { return try paint(frame, at: origin) }
    leaveElement()
    builder.begin(span)
    try paint(frame, at: origin)
    leaveElement()
    builder.end(span)
  }

  /// Ends what is marked, and leaves a text object open in which it is: the next element may go on in it.
  private mutating func leaveElement() {
    if stream.mark?.isWithinText == false { return endMark() }
    stream.endMark()
    structure?.marked = nil
  }

  /// Says that text of a script follows.
  mutating func markText(of script: UInt8) {
    guard let builder = structure else { return }
    let language = builder.language(of: script)
    if stream.mark?.content != nil, builder.goesOn(in: language) { return }
    if stream.mark != nil { leaveElement() }
    let (content, type) = builder.mark(in: language)
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

  /// Draws what stands at the head or foot of every page and is heard on another (14.8.2.2.2). A link must be reached wherever it is, and
  /// what holds one is a part of the page.
  ///
  /// - Returns: whether it was drawn.
  mutating func drawFurniture(_ frame: Frame, at origin: Point) throws(DrawingError) -> Bool {
    guard frame.role == .runningHeader || frame.role == .runningFooter, LinkArea.all(in: frame).isEmpty else {
      return false
    }
    endMark()
    stream.beginFurniture(frame.role == .runningHeader ? "/Header" : "/Footer")
    let builder = structure
    structure = nil
    try drawItems(of: frame, at: origin)
    structure = builder
    endMark()
    return true
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
    case .heading, .paragraph, .table, .row, .figure, .runningHeader, .runningFooter: nil
    }
  }
}

extension Frame {
  /// Whether all that is in it is a single paragraph, however deep.
  fileprivate var holdsLoneParagraph: Bool {
    guard items.count == 1 else { return false }
    let inner: Frame
    switch items[0].item {
    case .frame(let frame), .span(let frame, _): inner = frame
    case .shared(let shared): inner = shared.frame
    default: return false
    }
    return inner.role == .paragraph || (inner.role == nil && inner.holdsLoneParagraph)
  }
}
