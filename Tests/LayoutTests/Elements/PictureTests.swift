import LayoutFakes
import Testing

@testable import Layout

struct PictureTests {
  @Test func itKeepsItsProportions() throws {
    #expect(try Picture(path: "p").placed(100, 50).whole?.seen == [Seen("p", 0, 0, 40, 30)])
    #expect(try Picture(path: "p", width: 20).placed(100, 50).whole?.seen == [Seen("p", 0, 0, 20, 15)])
    #expect(try Picture(path: "p", height: 15).placed(100, 50).whole?.seen == [Seen("p", 0, 0, 20, 15)])
    #expect(try Picture(path: "p", width: 50, height: 9).placed(100, 50).whole?.seen == [Seen("p", 0, 0, 50, 9)])
  }

  @Test func itStandsWhereReadingStarts() throws {
    let frame = try #require(try Picture(path: "p").placed(100, 50, context(.rightToLeft)).whole)
    #expect(frame.size == Size(100, 30))
    #expect(frame.seen == [Seen("p", 60, 0, 40, 30)])
    let natural = Constraints(width: .atMost(100), height: 50)
    #expect(try Picture(path: "p").layout(in: natural, context(.rightToLeft)).whole?.size == Size(40, 30))
  }

  @Test func itIsNeverCut() throws {
    #expect(try Picture(path: "p").placed(39, 50).misfit == Misfit(.tooWide(needed: 40, available: 39)))
    #expect(try Picture(path: "p").placed(100, 29).misfit == Misfit(.tooHigh(needed: 30, available: 29)))
  }

  @Test func aMissingOneIsAnError() {
    #expect(throws: LayoutError.content(.missingPicture(path: "missing"), nil)) {
      try Picture(path: "missing").placed(100, 50)
    }
  }
}
