import Drawing
import Foundation
import Layout
import TestTools
import Testing

/// What PDF/UA-1 asks for (ISO 14289-1) and a program can see.
@Suite struct AccessibilityTests {
  private let bench: Workbench
  init() throws { bench = try Workbench() }

  private func tagged() throws -> String {
    let row = { (a: String, b: String) in TableRow([.init(Text(a, style: .body)), .init(Text(b, style: .body))]) }
    let table = Table(
      columns: [.fraction(1), .fraction(1)], head: row("Given", "Price"), rows: [row("Bread", "$3"), row("", "$4")])
    let stack = Stack([
      Text("Invoice", style: .title, headingLevel: 1), Shared(Text("हिन्दी क्षेत्र", style: .body)), table,
      Box(
        Link(Text("example.org", style: .body), to: "https://example.org/a"),
        border: Box.Border(width: 1, color: .black)),
      Code("https://example.org/R/R-1", side: 90),
    ])
    let context = LayoutContext(measurer: bench.measurer, hasRoles: true)
    var pages = try Paginator.pages(of: stack, on: PageMaster(size: Size(300, 400), margins: Insets(20)), context)
    var stamp = Frame(size: Size(300, 400))
    try bench.add("VOID", .title, at: Point(60, 200), to: &stamp)
    pages[0].add(.group(GroupItem(content: SharedFrame(stamp), transform: Transform(), blend: .multiply)), at: .zero)
    let path = bench.path("tagged.pdf")
    let writer = try PDFWriter(
      to: FileSink(path: path), metadata: Workbench.metadata, measurer: bench.measurer, PDFOptions(isTagged: true))
    for page in pages { try writer.add(page: page, outline: nil) }
    try writer.finish()
    return path
  }

  @Test func everythingDrawnIsMarked() throws {
    let content = try Tool.qpdf.text(
      "--show-object=\(try content(of: try tagged()))", "--filtered-stream-data", bench.path("tagged.pdf"))
    var (open, isText, drawn): ([String], Bool, Int) = ([], false, 0)
    var numbers: [Int] = []
    for line in content.split(separator: "\n") {
      let operation = line.split(separator: " ").last.map(String.init) ?? ""
      if operation.hasSuffix("BDC") || operation.hasSuffix("BMC") {
        // Marks nest only as something said beside text that belongs to an element.
        #expect(open.isEmpty || line.hasPrefix("/Span"), "\(line)")
        if let match = line.firstMatch(of: /MCID (\d+)/), let number = Int(match.1) { numbers.append(number) }
        open.append(isText ? "text" : "page")
      } else if operation == "EMC" {
        // What begins within a text object ends within it.
        #expect(open.popLast() == (isText ? "text" : "page"))
      } else if operation == "BT" || operation == "ET" {
        isText = operation == "BT"
      } else if ["f", "S", "Do", "n"].contains(operation) || operation.hasSuffix("Tj") || operation.hasSuffix("TJ") {
        drawn += 1
        #expect(!open.isEmpty, "\(line)")
      }
    }
    #expect(open.isEmpty && drawn > 10)
    #expect(numbers == Array(0..<numbers.count) && numbers.count > 6)
  }

  private func content(of path: String) throws -> String {
    let page = try #require(try Tool.qpdf.text("--show-pages", path).firstMatch(of: /content:\n +(\d+) 0 R/))
    return String(page.1)
  }

  @Test func theDocumentSaysWhatItIs() throws {
    let path = try tagged()
    for (text, count) in [
      ("/MarkInfo << /Marked true >>", 1), ("/DisplayDocTitle true", 1), ("/Lang (en-GB)", 1), ("/Tabs /S", 1),
      ("<pdfuaid:part>1</pdfuaid:part>", 1), ("/Scope /Column", 1), ("/Scope /Row", 1), ("/S /Link", 2), ("/S /TD", 2),
      ("/S /TH", 4), ("/S /H1", 1),
    ] { #expect(try occurrences(of: text, in: path) == count, "\(text)") }
    // A code says what it leads to, and so does each link.
    #expect(try occurrences(of: "/Alt (https://example.org/R/R-1)", in: path) == 1)
    #expect(try occurrences(of: "/Contents (https://example.org/", in: path) == 2)
    #expect(try occurrences(of: "/StructParent ", in: path) == 2)
  }

  @Test func whatIsOnThePageLeadsToItsElement() throws {
    let json = try Tool.qpdf.text("--json=1", "--json-key=objects", try tagged())
    let all = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let objects = try #require(all["objects"] as? [String: Any])
    func object(_ reference: Any?) -> [String: Any]? {
      (reference as? String).flatMap { objects[$0] as? [String: Any] }
    }
    let root = try #require(
      objects.values.compactMap { $0 as? [String: Any] }.first { $0["/Type"] as? String == "/StructTreeRoot" })
    let leaves = try #require(object(root["/ParentTree"])?["/Kids"] as? [Any])
    let numbers = leaves.flatMap { object($0)?["/Nums"] as? [Any] ?? [] }
    let elements = try #require(numbers[1] as? [Any])
    for (content, reference) in elements.enumerated() {
      let element = try #require(object(reference))
      let kids = element["/K"] as? [Any] ?? [element["/K"] ?? 0]
      #expect(kids.contains { $0 as? Int == content })
      // Each element is among its parent's.
      let parent = try #require(object(element["/P"]))
      #expect((parent["/K"] as? [Any] ?? [parent["/K"] ?? 0]).contains { $0 as? String == reference as? String })
    }
    #expect(elements.count > 6 && numbers.count == 6)
    for link in [numbers[3], numbers[5]] { #expect(object(link)?["/S"] as? String == "/Link") }
  }

  @Test func whatIsUntaggedClaimsNothing() throws {
    let path = try bench.pdf([.square])
    for text in ["pdfuaid:part", "/MarkInfo", "/StructParents", "BDC"] {
      #expect(try occurrences(of: text, in: path) == 0)
    }
  }

  /// Of a picture nobody has said what it shows; where it opens something, that is said.
  @Test func picturesWithoutWordsAreArtifacts() throws {
    let art = try bench.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><path d=\"M0 0h40v40z\"/></svg>",
      to: "a.svg")
    let stack = Stack([
      Picture(path: art), Text("Word", style: .body), Link(Picture(path: art), to: "https://example.org/b"),
    ])
    let context = LayoutContext(measurer: bench.measurer, hasRoles: true)
    let pages = try Paginator.pages(of: stack, on: PageMaster(size: Size(200, 200), margins: Insets(20)), context)
    let path = bench.path("pictures.pdf")
    let writer = PDFWriter(
      to: try FileSink(path: path), metadata: Workbench.metadata, measurer: bench.measurer, PDFOptions(isTagged: true))
    for page in pages { try writer.add(page: page, outline: nil) }
    try writer.finish()
    #expect(try occurrences(of: "/Artifact BMC", in: path) == 1)
    #expect(try occurrences(of: "/S /Figure", in: path) == 1 && occurrences(of: "/S /Link", in: path) == 1)
    #expect(try occurrences(of: "/Alt (https://example.org/b)", in: path) == 1)
  }

  @Test func aLinkInAStampHasAnElementOfItsOwn() throws {
    var stamp = Frame(size: Size(100, 40))
    try bench.add("VOID", .title, at: Point(5, 35), to: &stamp)
    stamp.add(.link(address: "https://example.org/void", size: Size(100, 40)), at: .zero)
    var page = Frame.square
    let turn = Transform(cosine: 0, sine: 1, offset: Point(120, 20))
    page.add(.group(GroupItem(content: SharedFrame(stamp), transform: turn, blend: .multiply)), at: Point(10, 0))
    let path = bench.path("stamp.pdf")
    let writer = try PDFWriter(
      to: FileSink(path: path), metadata: Workbench.metadata, measurer: bench.measurer, PDFOptions(isTagged: true))
    try writer.add(page: page, outline: nil)
    try writer.finish()
    #expect(try occurrences(of: "/S /Link", in: path) == 1 && occurrences(of: "/Type /OBJR", in: path) == 1)
    #expect(try occurrences(of: "/Rect [ 90 80 130 180 ]", in: path) == 1)
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
  }
}
