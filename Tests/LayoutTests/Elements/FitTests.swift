import LayoutFakes
import Testing

@testable import Layout

struct FitTests {
  @Test func typeIsAsLargeAsTheSpaceAllows() throws {
    // Two letters are 10 wide at scale 1: in 40 points they can be four times as large.
    let frame = try #require(try Fit(text("ab"), least: 1, most: 8).placed(40, 100).whole)
    let size = try #require(frame.seen.first?.rect.size)
    #expect(size.width <= 40)
    #expect(size.width > 39.7)
    #expect(size.height == size.width)
  }

  @Test func wordsAreNotCutWhileSmallerTypeHelps() throws {
    #expect(try Fit(text("ab cd"), most: 8).placed(40, 1000).whole?.texts == ["ab", "cd"])
    #expect(try Fit(text("abcdefgh"), least: 1).placed(20, 1000).whole?.texts == ["abcd", "efgh"])
    #expect(try Fit(text("1,234.50"), most: 8).placed(80, 1000).whole?.texts == ["1,234.50"])
    #expect(try Fit(text("semi-dry"), most: 2).placed(50, 1000).whole?.texts == ["semi-", "dry"])
    #expect(try Fit(text("日本語"), least: 1, most: 4).placed(40, 1000).whole?.texts == ["日本", "語"])
    #expect(try text("abcdefgh").placed(20, 1000).whole?.texts == ["abcd", "efgh"])
  }

  @Test func whatFitsAtTheLargestIsLaidOutOnce() throws {
    let measurer = FakeMeasurer()
    let frame = try #require(try Fit(text("ab"), most: 2).placed(40, 100, LayoutContext(measurer: measurer)).whole)
    #expect(frame.seen == [Seen("ab", 0, 0, 20, 20)])
    #expect(Set(measurer.shaped).count == 1, "no other width was tried")
  }

  @Test func theHeightCountsToo() throws {
    let frame = try #require(try Fit(lines(4), least: 0.1, most: 10).placed(1000, 80).whole)
    #expect(frame.size.height <= 80)
    #expect(frame.size.height > 78)
  }

  @Test func scalesMultiply() throws {
    let frame = try #require(try Fit(Fit(text("ab"), most: 2), most: 3).placed(1000, 1000).whole)
    #expect(frame.seen == [Seen("ab", 0, 0, 60, 60)])
  }

  @Test func whatNeverFitsIsAMisfit() throws {
    #expect(try Fit(block("a", 30, 60)).placed(100, 50).misfit == Misfit(.tooHigh(needed: 60, available: 50)))
  }

  @Test func columnsThatAreTooWideAreMadeSmaller() throws {
    let pair = Row([.init(.natural, text("abcd")), .init(.natural, text("efgh"))])
    let nested = Row([.init(.natural, pair)])
    #expect(
      try Fit(nested, least: 0.5).placed(20, 50).whole?.seen == [Seen("abcd", 0, 0, 10, 5), Seen("efgh", 10, 0, 10, 5)])
    let table = Table(columns: [.natural], rows: [TableRow([.init(pair)])])
    #expect(try Fit(table).placed(20, 50).whole?.texts == ["abcd", "efgh"])
  }

  @Test func linesThatOughtNotToBeBrokenAreWhereTypeWouldGetTooSmall() throws {
    var line = text("abcd efgh")
    line.wraps = false
    // On one line as long as its type is large enough, and then on two, as large as these can be.
    #expect(try Fit(line, least: 0.5).placed(60, 1000).whole?.seen == [Seen("abcd efgh", 0, 0, 45, 10)])
    #expect(try Fit(line, least: 0.5).placed(25, 1000).whole?.texts == ["abcd efgh"])
    #expect(try Fit(line, least: 0.5).placed(20, 1000).whole?.texts == ["abcd", "efgh"])
    #expect(try Fit(line, least: 0.5).placed(20, 14).whole?.seen.first?.rect.size.height ?? 0 > 6.9)
    #expect(try line.placed(20, 1000).misfit != nil, "outside of it no line is broken")
  }

  @Test func noTypeGetsSmallerThanTheLeastSize() throws {
    let small = Text("ab", style: TextStyle(families: ["Fake"], size: 4, lineHeight: 1), wraps: false)
    var large = text("abcdefgh")
    large.wraps = false
    let row = Row([.init(.natural, large), .init(.natural, small)], alignment: .top)
    // 8 letters of 10 points are 40 wide, 2 of 4 points are 4: in 30 the large ones have room for 26.
    let frame = try #require(try Fit(row, least: 0.01, leastSize: 6).placed(30, 100).whole)
    #expect(frame.seen.map { $0.rect.size.height.rounded() } == [6, 4])
    #expect(frame.seen.first?.rect.size.height ?? 0 > 6.4)
    #expect(try Fit(row, least: 0.01, leastSize: 8).placed(20, 100).misfit != nil)
  }

  @Test func whereOnlyTheWidthCountsAllPagesHaveTypeOfOneSize() throws {
    let rows = (1...4).map { TableRow([.init(text("abcd\($0)")), .init(text("x"))]) }
    let table = Table(columns: [.natural, .fractionFrom(1, least: 15)], rows: rows)
    let pages = try Fit(table, least: 0.1, fitsWidthOnly: true).pages(30, 20)
    #expect(pages.map { $0.filter { $0.name != "x" }.count } == [3, 1])
    #expect(Set(pages.joined().map { ($0.rect.size.height * 100).rounded() }).count == 1)
    #expect(pages.first?.first?.rect.size.height ?? 0 > 5.9)
    let wide = try Fit(table, fitsWidthOnly: true).pages(100, 20)
    #expect(wide.joined().allSatisfy { $0.rect.size.height == 10 }, "what is wide enough stays as large as it is")
  }

  @Test func whatIsTooMuchAtTheSmallestGoesOnAtTheSmallest() throws {
    let pages = try Fit(lines(5), least: 0.5).pages(100, 20)
    #expect(
      pages == [
        (0..<3).map { Seen(["a", "b", "c"][$0], 0, Double($0) * 5, 2.5, 5) },
        [Seen("d", 0, 0, 2.5, 5), Seen("e", 0, 5, 2.5, 5)],
      ])
  }
}
