import Drawing
import Layout
import TestTools
import Testing

/// What somebody hears who has the paper read aloud, as poppler understands it.
@Suite struct TagsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func page(_ element: any Element) throws -> Frame {
    let context = LayoutContext(measurer: bench.measurer, hasRoles: true)
    let master = PageMaster(size: Size(300, 400), margins: Insets(20))
    return try #require(try Paginator.pages(of: element, on: master, context).first)
  }

  private func structure(_ pages: [Frame]) throws -> [String] {
    let writer = try PDFWriter(
      to: FileSink(path: bench.path("tagged.pdf")), metadata: Workbench.metadata, measurer: bench.measurer,
      PDFOptions(isTagged: true))
    for page in pages { try writer.add(page: page, outline: nil) }
    try writer.finish()
    let path = bench.path("tagged.pdf")
    let check = try Tool.qpdf.run(["--check", path])
    #expect(check.status == 0 && !check.output.contains("WARNING") && !check.errors.contains("WARNING"))
    #expect(try Tool.pdfinfo.text(path).contains(/Tagged: +yes/))
    return try Tool.pdfinfo.text("-struct-text", path).split(separator: "\n").map(String.init)
      .filter { !$0.contains("Object ") }
  }

  @Test func headingsParagraphsAndTablesAreToldInOrder() throws {
    let row = { (a: String, b: String) in TableRow([.init(Text(a, style: .body)), .init(Text(b, style: .body))]) }
    let table = Table(columns: [.fraction(1), .fraction(1)], head: row("Given", "Price"), rows: [row("Bread", "$3")])
    let stack = Stack([
      Text("Invoice", style: .title, headingLevel: 1), Text("Nothing is owed", style: .body), table,
      Text("Sources", style: .body, headingLevel: 2),
    ])
    #expect(
      try structure([page(stack)]) == [
        "Document", "  H1 (block)", "    \"Invoice\"", "  P (block)", "    \"Nothing is owed\"", "  Table (block)",
        "    TR", "      TH:", "         /Scope /Column", "        \"Given\"", "      TH:", "         /Scope /Column",
        "        \"Price\"", "    TR", "      TH:", "         /Scope /Row", "        \"Bread\"", "      TD",
        "        \"$3\"", "  H2 (block)", "    \"Sources\"",
      ])
  }

  @Test func aCodeIsAFigureAndALinkIsALink() throws {
    let stack = Stack([
      Code("https://example.org/R/R-1", side: 90),
      Link(Text("example.org", style: .body), to: "https://example.org/it's"),
    ])
    #expect(
      try structure([page(stack)]) == [
        "Document", "  Figure:", "     /BBox [20 261.2 138.8 380]", "    Link (inline)", "      \"\"", "  P (block)",
        "    Link (inline)",
        "      \"example.org\"",
      ])
    let links = try Tool.pdfinfo.text("-url", bench.path("tagged.pdf"))
    #expect(links.contains("https://example.org/R/R-1") && links.contains("https://example.org/it%27s"))
  }

  @Test func aBlankWhereALineBreaksIsHeard() throws {
    let lines = Text("Bread, whole wheat, pan, per pound, and a good deal more of it", style: .body)
    #expect(
      try structure([page(lines)]).last == "    \"Bread, whole wheat, pan, per pound, and a good deal more of it\"")
  }

  @Test func aBlendedGroupOnEveryPageIsOneLeafEach() throws {
    var stamp = Frame(size: Size(300, 400))
    try bench.add("VOID", .title, at: Point(60, 200), to: &stamp)
    let shared = SharedFrame(stamp)
    let pages = try (1...3).map { number -> Frame in
      var page = try page(Text("Page \(number)", style: .body))
      page.add(.group(GroupItem(content: shared, transform: Transform(), blend: .multiply)), at: .zero)
      return page
    }
    let leaves = (1...3).flatMap { ["  P (block)", "    \"Page \($0)\"", "  P (block)", "    \"VOID\""] }
    #expect(try structure(pages) == ["Document"] + leaves)
  }

  @Test func rolesAreGivenOnlyWhenAskedFor() throws {
    let master = PageMaster(size: Size(300, 400), margins: Insets(20))
    let context = LayoutContext(measurer: bench.measurer)
    let plain = try Paginator.pages(of: Text("Quiet", style: .body, headingLevel: 1), on: master, context)
    #expect(plain.allSatisfy { $0.role == nil })
    let path = try bench.pdf(plain)
    #expect(try Tool.pdfinfo.text(path).contains(/Tagged: +no/))
  }

  @Test func taggedAndUntaggedLookTheSame() throws {
    let stack = Stack([
      Text("Invoice", style: .title, headingLevel: 1), Code("https://example.org/R/R-1", side: 90),
      Box(Text("Nothing is owed", style: .body), border: Box.Border(width: 1, color: .black)),
    ])
    let frame = try page(stack)
    _ = try structure([frame])
    let tagged = try Pixels(pdf: bench.path("tagged.pdf"))
    #expect(tagged.inked > 500)
    #expect(tagged.distance(to: try Pixels(pdf: try bench.pdf([frame]))) < 0.01)
  }
}
