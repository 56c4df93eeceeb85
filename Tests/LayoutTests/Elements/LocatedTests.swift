import LayoutFakes
import Testing

@testable import Layout

struct LocatedTests {
  private let here = Mark(file: "template.yaml", line: 3, column: 5)
  private let outside = Mark(file: "template.yaml", line: 1, column: 1)

  @Test func aMisfitIsGivenItsPlace() throws {
    let misfit = Misfit(.tooHigh(needed: 60, available: 50), mark: here)
    #expect(try Located(block("a", 10, 60), at: here).placed(100, 50).misfit == misfit)
    #expect(try Located(Located(block("a", 10, 60), at: here), at: outside).placed(100, 50).misfit == misfit)
  }

  @Test func anErrorIsGivenItsPlace() {
    let element = Located(Stack([Located(text("☃"), at: here)]), at: outside)
    #expect(throws: LayoutError.content(.missingGlyph("☃", text: "☃", families: ["Fake"]), here)) {
      try element.placed(100, 50)
    }
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 60, available: 50), mark: here))) {
      try Stack([text("a"), Located(block("a", 10, 60), at: here)]).pages(100, 50)
    }
  }

  @Test func theRestKeepsThePlace() throws {
    let (_, rest) = try #require(try Located(Stack([text("a"), block("b", 10, 60)]), at: here).placed(100, 50).part)
    #expect(try rest.placed(100, 50).misfit?.mark == here)
  }

  @Test func aPlaceOnceGivenStays() {
    let error = LayoutError.overflow(Misfit(.breaksPage))
    #expect(error.marked(here) == .overflow(Misfit(.breaksPage, mark: here)))
    #expect(error.marked(here).marked(outside) == error.marked(here))
    let content = LayoutError.content(.missingFont(family: "F"), nil)
    #expect(content.marked(here).marked(outside) == .content(.missingFont(family: "F"), here))
  }

  @Test func tablesLookThroughWrappers() throws {
    let figures = ["1.5", "12.25"].map { figure in
      TableRow([.init(Box(Link(KeepTogether(Located(text(figure, .decimal), at: here)), to: "x"), padding: Insets(1)))])
    }
    let frame = try #require(try Table(columns: [.natural], rows: figures).placed(100, 50).whole)
    #expect(frame.seen("1.5") == [Seen("1.5", 6, 1, 15, 10)])
    #expect(frame.seen("12.25") == [Seen("12.25", 1, 13, 25, 10)])
  }

  @Test func aDecimalThatCannotBeMeasuredIsGivenItsPlace() {
    let table = Table(columns: [.natural], rows: [TableRow([.init(Located(text("1.☃", .decimal), at: here))])])
    #expect(throws: LayoutError.content(.missingGlyph("☃", text: ".☃", families: ["Fake"]), here)) {
      try table.placed(100, 50)
    }
  }
}
