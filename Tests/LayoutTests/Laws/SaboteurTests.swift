import LayoutFakes
import Testing

@testable import Layout

/// Every check of a law reports the element that breaks it.
struct SaboteurTests {
  /// What the laws find wrong with an element on small pages; every fault begins with the law's name.
  private func faults(_ element: any Element, _ outline: Outline, height: Double = 50) throws -> [String] {
    let master = PageMaster(size: Size(100, height), margins: .zero)
    let pages = try Paginator.pages(of: element, on: master, context())
    return Laws.violations(pages, outline: outline, master: master, direction: .leftToRight)
      .map { String($0.prefix { $0 != ":" }) }
  }

  private func named(_ name: String, _ words: String) -> (text: Text, outline: Outline) {
    let style = TextStyle(families: [name], size: 10, lineHeight: 1)
    return (Text(words, style: style), .leaf(name: name, letters: words.filter { $0 != "\n" && $0 != " " }))
  }

  private func picture(_ name: String, _ width: Double = 10, _ height: Double = 20) -> (any Element, Outline) {
    (block(name, width, height), .leaf(name: name, letters: nil))
  }

  @Test func honestElementsPass() throws {
    let (text, outline) = named("text", "a\nb\nc\nd\ne\nf\ng")
    let (block, picture) = picture("p")
    #expect(try faults(Stack([block, text]), .below([picture, outline])).isEmpty)
  }

  @Test func reachingOutOfAFrame() throws {
    let (first, second) = (picture("p"), picture("q"))
    let outline = Outline.below([first.1, second.1])
    #expect(try faults(Overflowing(content: Stack([first.0, second.0])), outline).contains("overflow"))
    #expect(try faults(Stack([Overflowing(content: first.0), second.0]), outline).contains("overlap"))
  }

  @Test(arguments: [1, -2, 3])
  func losingOrRepeatingPartsOfAText(_ slip: Int) throws {
    let (text, outline) = named("text", "abcdefgh\nijklmnop\nqrstuvwx\nyzabcdef")
    #expect(try faults(text, outline, height: 20).isEmpty)
    #expect(try faults(Slipping(content: text, slip: slip), outline, height: 20) == ["lost or repeated"])
  }

  @Test func forgettingAChild() throws {
    let (first, second) = (picture("p"), picture("q"))
    #expect(
      try faults(Forgetful(children: [first.0, second.0]), .below([first.1, second.1])) == ["lost or repeated"])
  }

  @Test func placingWhatIsNotInTheDocument() throws {
    #expect(try faults(block("p", 10, 10), .nothing) == ["unknown"])
  }

  @Test func changingTheOrder() throws {
    let (first, second) = (picture("p"), picture("q"))
    #expect(try faults(Reversing(children: [first.0, second.0]), .below([first.1, second.1])) == ["order"])
    let row = Row([.init(.fixed(20), first.0), .init(.fixed(20), second.0)])
    #expect(try faults(row, .beside([first.1, second.1])).isEmpty)
    #expect(try faults(row, .beside([second.1, first.1])) == ["order"])
  }

  @Test func neverShrinking() throws {
    let (block, outline) = picture("p")
    #expect(try faults(NeverShrinking(content: block), outline) == ["lost or repeated"])
  }

  @Test func aPageForNothing() throws {
    let (block, outline) = picture("p")
    #expect(try faults(Blank(content: block), outline) == ["blank page"])
  }

  @Test func standingInOnesNeighboursPlace() throws {
    let cells = ["p", "q"].map { picture($0, 20, 10) }
    let outline = Outline.beside(cells.map(\.1))
    #expect(try faults(Crowding(cells: cells.map(\.0), width: 20, step: 20), outline).isEmpty)
    #expect(try faults(Crowding(cells: cells.map(\.0), width: 20, step: 15), outline) == ["order", "overlap"])
  }

  @Test(arguments: [(10.0, [String]()), (10.5, ["seam: 0.5 rather than 0.0"]), (9.5, ["seam: -0.5 rather than 0.0"])])
  func leavingAGap(_ step: Double, _ expected: [String]) throws {
    let cells = (0..<2).map { _ in Box(Spacer(Size(0, 5)), background: .white) }
    let frame = try #require(try Crowding(cells: cells, width: 10, step: step).placed(100, 50).whole)
    #expect(Laws.seams(frame.leaves.map(\.rect), gap: 0, width: step + 10) == expected)
  }

  @Test func aTablesHeadAndSubtotals() throws {
    let rows = (1...7).map { named("row \($0)", "r\($0)") }
    let head = named("head", "h").text
    let carried = TextStyle(families: ["carried"], size: 10, lineHeight: 1)
    func table(head: Text?, adding extra: Int = 0) -> Table {
      Table(
        columns: [.fraction(1)], head: head.map { TableRow([.init($0)]) },
        rows: rows.map { TableRow([.init($0.text)]) },
        carriedForward: { count in TableRow([.init(Text("\(count + extra)", style: carried))]) })
    }
    let outline = Outline.table(
      TableOutline(head: ("head", "h"), rows: rows.map(\.outline), carried: "carried", brought: nil))
    #expect(try faults(table(head: head), outline).isEmpty)
    #expect(try faults(Stack([head, table(head: nil)]), outline).contains("repeated row"))
    #expect(try faults(table(head: head, adding: 1), outline).contains("repeated row"))
  }

  @Test func addingPagesWhereThereIsMoreRoom() throws {
    let (narrow, wide) = (try Contrary().pages(100, 50).count, try Contrary().pages(200, 50).count)
    #expect(Laws.widening(narrow, wide) == ["widening: 4 pages instead of 2"])
    #expect(Laws.widening(2, nil).count == 1)
    #expect(Laws.widening(nil, 2).isEmpty)
  }

  @Test func changingFromOneTimeToTheNext() throws {
    let master = PageMaster(size: Size(100, 50), margins: .zero)
    let (fickle, context) = (Fickle(), context())
    let first = try Paginator.pages(of: fickle, on: master, context)
    #expect(Laws.sameness(first, first).isEmpty)
    #expect(Laws.sameness(first, try Paginator.pages(of: fickle, on: master, context)) == ["sameness: pages differ"])
  }
}
