import LayoutFakes
import Testing

@testable import Layout

struct PaginatorTests {
  private let margins = Insets(top: 10, end: 20, bottom: 30, start: 40)

  private func names(_ pages: [Frame]) -> [[String]] { pages.map { $0.seen.map(\.name) } }

  private func numbered(_ label: String) -> @Sendable (PageMaster.Number) -> (any Element)? {
    { number in text("\(label) \(number.page) of \(number.count)") }
  }

  @Test func contentStandsBetweenTheMargins() throws {
    let master = PageMaster(size: Size(200, 100), margins: margins)
    let page = try #require(try Paginator.pages(of: text("a"), on: master, context()).first)
    #expect(page.size == Size(200, 100))
    #expect(page.seen == [Seen("a", 40, 10, 5, 10)])
    let mirrored = try #require(try Paginator.pages(of: text("a"), on: master, context(.rightToLeft)).first)
    #expect(mirrored.seen == [Seen("a", 155, 10, 5, 10)])
  }

  @Test func headerAndFooterStandAtTheEdgesOfEveryPage() throws {
    let master = PageMaster(size: Size(200, 100), margins: margins, header: numbered("h"), footer: numbered("f"))
    let pages = try Paginator.pages(of: lines(7), on: master, context())
    #expect(
      pages.map(\.seen) == [
        [
          Seen("h 1 of 2", 40, 10, 40, 10), Seen("a", 40, 20, 5, 10), Seen("b", 40, 30, 5, 10),
          Seen("c", 40, 40, 5, 10),
          Seen("d", 40, 50, 5, 10), Seen("f 1 of 2", 40, 60, 40, 10),
        ],
        [
          Seen("h 2 of 2", 40, 10, 40, 10), Seen("e", 40, 20, 5, 10), Seen("f", 40, 30, 5, 10),
          Seen("g", 40, 40, 5, 10),
          Seen("f 2 of 2", 40, 60, 40, 10),
        ],
      ])
  }

  @Test func whatStandsOnEveryPageIsHeardOnce() throws {
    let master = PageMaster(size: Size(200, 100), margins: margins, header: numbered("h"), footer: numbered("f"))
    func roles(_ context: LayoutContext) throws -> [[Role?]] {
      try Paginator.pages(of: lines(10), on: master, context).map { page in
        page.items.map { if case .frame(let frame) = $0.item { frame.role } else { nil } }
      }
    }
    #expect(
      try roles(LayoutContext(measurer: FakeMeasurer(), hasRoles: true)) == [
        [.paragraph, .paragraph, .runningFooter], [.runningHeader, .paragraph, .runningFooter],
        [.runningHeader, .paragraph, .paragraph],
      ])
    #expect(try roles(context()).joined().allSatisfy { $0 == nil })
  }

  @Test func aSinglePageBindsItsFooterOnce() throws {
    let measurer = FakeMeasurer()
    let master = PageMaster(size: Size(200, 100), margins: margins, footer: numbered("f"))
    _ = try Paginator.pages(of: text("a"), on: master, LayoutContext(measurer: measurer))
    #expect(measurer.count(of: "f 1 of 1") == 1)
  }

  @Test func aFooterThatNeedsMoreRoomOnceTheCountIsKnownGetsIt() throws {
    // "9 of 9" takes one line of 30 points, "9 of 17" two.
    let master = PageMaster(size: Size(30, 30), margins: .zero) { _ in
      nil
    } footer: { number in
      text("\(number.page) of \(number.count)")
    }
    let pages = try Paginator.pages(of: lines(26), on: master, context())
    #expect(pages.count > 9)
    let letters = pages.flatMap(\.texts).filter { $0.count == 1 && $0.first?.isLetter == true }
    #expect(letters == "abcdefghijklmnopqrstuvwxyz".map(String.init))
    for page in pages { #expect(Laws.overlaps(on: page).isEmpty) }
  }

  @Test func aFooterForDocumentsOfSeveralPagesFindsRoom() throws {
    let master = PageMaster(size: Size(100, 30), margins: .zero) { _ in
      nil
    } footer: { number in
      number.count > 1 ? text("page \(number.page)") : nil
    }
    #expect(try names(Paginator.pages(of: lines(3), on: master, context())) == [["a", "b", "c"]])
    #expect(
      try names(Paginator.pages(of: lines(5), on: master, context())) == [
        ["a", "b", "page 1"], ["c", "d", "page 2"], ["e", "page 3"],
      ])
  }

  @Test func aRollIsAsHighAsItsContent() throws {
    let master = PageMaster(
      size: Size(200, .infinity), margins: margins, header: numbered("h"), footer: numbered("f"))
    let pages = try Paginator.pages(of: lines(20), on: master, context())
    #expect(pages.count == 1)
    #expect(pages.first?.size == Size(200, 260))
    #expect(pages.first?.seen.last == Seen("f 1 of 1", 40, 220, 40, 10))
  }

  @Test func whatDoesNotFitOnAnEmptyPageIsAnError() {
    let mark = Mark(file: "t.yaml", line: 7, column: 3)
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 60, available: 50), mark: mark))) {
      try Stack([text("a"), Located(block("b", 10, 60), at: mark), text("c")]).pages(100, 50)
    }
  }

  @Test func aHeaderThatLeavesNoRoomIsAnError() {
    let mark = Mark(file: "t.yaml", line: 2, column: 1)
    func pages(header: any Element, footer: (any Element)? = nil) throws -> [Frame] {
      let master = PageMaster(size: Size(100, 50), margins: .zero, header: { _ in header }, footer: { _ in footer })
      return try Paginator.pages(of: text("a"), on: master, context())
    }
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 70, available: 50), mark: mark))) {
      try pages(header: Located(lines(7), at: mark))
    }
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 60, available: 50)))) {
      try pages(header: block("h", 10, 60))
    }
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 30, available: 20)))) {
      try pages(header: block("h", 10, 30), footer: block("f", 10, 30))
    }
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 10, available: 0)))) {
      try pages(header: block("h", 10, 30), footer: block("f", 10, 20))
    }
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 60, available: 50)))) {
      let master = PageMaster(size: Size(100, 50), margins: Insets(30))
      return try Paginator.pages(of: text("a"), on: master, context())
    }
  }

  @Test func blankIsOnePage() throws {
    #expect(try Stack([]).pages(100, 50) == [[]])
    #expect(try text("a\n").pages(100, 10) == [[Seen("a", 0, 0, 5, 10)]])
  }

  @Test func aPartThatPlacesNothingIsAnError() {
    struct Shy: Element {
      func layout(in space: Constraints, _ context: LayoutContext) -> Fragment {
        space.height.isFinite ? .part(Frame(size: .zero), rest: self) : .whole(Frame(size: Size(10, 70)))
      }
    }
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 70, available: 50)))) { try Shy().pages(100, 50) }
  }
}
