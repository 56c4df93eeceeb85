/// The structure of a document (ISO 32000-1, 14.7): the elements of its pages in order, and the table that leads from what is on a page to
/// the elements.
struct StructureTree {
  private let document: ObjectNumber
  /// What elements say of themselves, which most of a kind share.
  private let references: References
  private var root: ObjectNumber
  private var kids: [ObjectNumber] = []
  /// By key, the elements of a page's contents, or that of a link.
  private var parents: [PDFBytes] = []

  /// How many keys stand in one node of the table.
  private static let mostKeys = 64

  /// The objects that say it.
  private struct References {
    /// Of the heads of columns.
    var column: ObjectNumber
    /// Of the heads of rows.
    var row: ObjectNumber
    /// Of text that is struck out.
    var strike: ObjectNumber
  }

  init(_ file: ObjectFile) {
    (root, document) = (file.reserve(), file.reserve())
    references = References(column: file.reserve(), row: file.reserve(), strike: file.reserve())
  }

  /// Adds a page's elements.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - number: its number.
  ///   - links: the numbers of its links.
  ///   - file: where to.
  /// - Returns: the key of the page's contents, and of each link.
  /// - Throws: ``DrawingError``.
  mutating func add(_ page: PaintedPage, number: ObjectNumber, links: [ObjectNumber], _ file: ObjectFile)
    throws(DrawingError) -> (page: Int, links: [Int])
  {
    // Papers have thousands of elements, none of which is copied here.
    let (nodes, references) = (page.structure, references)
    let numbers = nodes.map { $0.isEmpty ? nil : file.reserve() }
    var contents: [ObjectNumber] = []
    for index in nodes.indices {
      guard let own = numbers[index] else { continue }
      if nodes[index].parent == nil { kids.append(own) }
      for case .content(let content) in nodes[index].kids {
        while contents.count <= content { contents.append(own) }
        contents[content] = own
      }
      let parent = nodes[index].parent.flatMap { numbers[$0] } ?? document
      try file.write(own) { out in
        Self.write(nodes[index], under: parent, on: page, number, numbers, links, references, to: &out)
      }
    }
    let key = parents.count
    var list = PDFBytes("[")
    for (index, content) in contents.enumerated() {
      if index > 0 { list.add(" ") }
      list.add(content)
    }
    list.add("]")
    parents.append(list)
    for link in page.links {
      var reference = PDFBytes()
      reference.add(link.node.flatMap { numbers[$0] } ?? document)
      parents.append(reference)
    }
    return (key, page.links.indices.map { key + 1 + $0 })
  }

  private static func write(
    _ node: StructureNode, under parent: ObjectNumber, on painted: PaintedPage, _ page: ObjectNumber,
    _ numbers: [ObjectNumber?], _ links: [ObjectNumber], _ references: References, to out: inout PDFBytes
  ) {
    out.add("<</S")
    out.add(node.type.name)
    out.add("/P ")
    out.add(parent)
    if node.isOnPage {
      out.add("/Pg ")
      out.add(page)
    }
    if let language = node.language {
      out.add("/Lang")
      out.add(ascii: language)
    }
    if let text = node.typed {
      out.add("/ActualText")
      out.add(text: text)
    }
    if let text = node.alternative {
      out.add("/Alt ")
      out.add(text: text)
    }
    addAttributes(of: node, references, pageHeight: painted.size.height, to: &out)
    // What is alone needs no brackets.
    if node.kids.count == 1, case .content(let content) = node.kids[0] {
      out.add("/K ")
      out.add(content)
      return out.add(">>")
    }
    out.add("/K[")
    for kid in node.kids {
      switch kid {
      case .node(let index):
        guard let number = numbers[index] else { continue }
        out.add(" ")
        out.add(number)
      case .content(let content):
        out.add(" ")
        out.add(content)
      case .link(let link):
        out.add("<</Type/OBJR/Obj ")
        out.add(links[link])
        out.add(">>")
      }
    }
    out.add("]>>")
  }

  /// Adds what an element says of itself beside its type (14.8.5).
  private static func addAttributes(
    of node: StructureNode, _ references: References, pageHeight: Double, to out: inout PDFBytes
  ) {
    switch node.type {
    case .headerCell, .rowHeaderCell:
      out.add("/A ")
      let head = node.type == .headerCell ? references.column : references.row
      if node.span == 1 { return out.add(head) }
      out.add("[")
      out.add(head)
      out.add("<</O/Table/ColSpan ")
      out.add(node.span)
      out.add(">>]")
    case .cell where node.span > 1:
      out.add("/A<</O/Table/ColSpan ")
      out.add(node.span)
      out.add(">>")
    case .figure:
      guard let area = node.area else { return }
      out.add("/A<</O/Layout/BBox")
      out.add(rectangle: (area.minX, pageHeight - area.maxY, area.maxX, pageHeight - area.minY))
      out.add(">>")
    case .span where node.isStruck:
      out.add("/A ")
      out.add(references.strike)
    default: return
    }
  }

  /// Writes the root and the table.
  ///
  /// - Returns: the root.
  /// - Throws: ``DrawingError``.
  func finish(_ file: ObjectFile) throws(DrawingError) -> ObjectNumber {
    var out = PDFBytes("<</S/Document/P ")
    out.add(root)
    out.add("/K[")
    for (index, kid) in kids.enumerated() {
      if index > 0 { out.add(" ") }
      out.add(kid)
    }
    out.add("]>>")
    try file.write(document, out)
    try file.write(references.column, PDFBytes("<</O/Table/Scope/Column>>"))
    try file.write(references.row, PDFBytes("<</O/Table/Scope/Row>>"))
    try file.write(references.strike, PDFBytes("<</O/Layout/TextDecorationType/LineThrough>>"))
    var tree = PDFBytes("<</Type/StructTreeRoot/K ")
    tree.add(document)
    tree.add("/ParentTree ")
    tree.add(try writeParents(file))
    tree.add("/ParentTreeNextKey ")
    tree.add(parents.count)
    tree.add(">>")
    try file.write(root, tree)
    return root
  }

  /// A number tree (7.9.7) of one level below its root.
  private func writeParents(_ file: ObjectFile) throws(DrawingError) -> ObjectNumber {
    var out = PDFBytes("<</Kids[")
    for start in stride(from: 0, to: parents.count, by: Self.mostKeys) {
      let keys = start..<min(start + Self.mostKeys, parents.count)
      var leaf = PDFBytes("<</Limits[")
      leaf.add(keys.lowerBound)
      leaf.add(" ")
      leaf.add(keys.upperBound - 1)
      leaf.add("]/Nums[")
      for key in keys {
        leaf.add(key)
        leaf.add(" ")
        leaf.add(parents[key].bytes)
        leaf.add(" ")
      }
      leaf.add("]>>")
      out.add(try file.add(leaf))
      out.add(" ")
    }
    out.add("]>>")
    return try file.add(out)
  }
}

extension StructureNode {
  /// Whether there is nothing in it to be heard, though it is no part of a table, whose shape it would change.
  fileprivate var isEmpty: Bool { kids.isEmpty && !type.isOfATable }

  /// Whether something that stands on a page is in it, rather than other elements alone.
  fileprivate var isOnPage: Bool {
    kids.contains { if case .node = $0 { false } else { true } }
  }
}
