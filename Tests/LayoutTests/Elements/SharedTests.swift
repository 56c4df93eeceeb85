import LayoutFakes
import Testing

@testable import Layout

struct SharedTests {
  @Test func itIsLaidOutOnce() throws {
    let measurer = FakeMeasurer()
    let context = LayoutContext(measurer: measurer)
    let shared = Shared(text("logo"))
    let first = try #require(try shared.placed(100, 50, context).whole)
    let calls = measurer.shaped.count
    let second = try #require(try shared.placed(100, 40, context).whole)
    #expect(measurer.shaped.count == calls)
    #expect(first.identity != nil)
    #expect(first.identity == second.identity)
    #expect(second.seen == [Seen("logo", 0, 0, 20, 10)])
    #expect(second.baseline == 8)
  }

  @Test func documentsOfOneWorkerShareIt() throws {
    let measurer = FakeMeasurer()
    let context = LayoutContext(measurer: measurer)
    let shared = Shared(text("logo"))
    var calls: [Int] = []
    for number in 1...5 {
      _ = try Stack([text("\(number)"), shared]).pages(100, 50, context)
      calls.append(measurer.count(of: "logo"))
    }
    #expect(Set(calls).count == 1)
  }

  @Test func anotherSpaceIsAnotherFrame() throws {
    let context = context()
    let shared = Shared(text("one two"))
    #expect(try shared.placed(100, 50, context).whole?.texts == ["one two"])
    #expect(try shared.placed(20, 50, context).whole?.texts == ["one", "two"])
    var scaled = context
    scaled.fontScale = 2
    #expect(try shared.placed(100, 50, scaled).whole?.size.height == 20)
    var mirrored = context
    mirrored.direction = .rightToLeft
    #expect(try shared.placed(100, 50, mirrored).whole?.seen == [Seen("one two", 65, 0, 35, 10)])
  }

  @Test func whatTurnsOnTheHeightIsLaidOutForEachHeight() throws {
    let context = context()
    let filled = Shared(Stack([Spacer(filling: 0), block("a", 10, 10)]))
    #expect(try filled.placed(100, 30, context).whole?.seen == [Seen("a", 0, 20, 10, 10)])
    #expect(try filled.placed(100, 50, context).whole?.seen == [Seen("a", 0, 40, 10, 10)])
    #expect(try filled.placed(100, .infinity, context).whole?.seen == [Seen("a", 0, 0, 10, 10)])
    #expect(try filled.placed(100, 60, context).whole?.seen == [Seen("a", 0, 50, 10, 10)])
    let fitted = Shared(Fit(lines(4), least: 0.1, most: 2))
    #expect(try fitted.placed(100, 20, context).whole?.size.height ?? 99 <= 20)
    #expect(try fitted.placed(100, 100, context).whole?.size.height == 80)
  }

  @Test func aBreakStaysABreak() throws {
    let context = context()
    let shared = Shared(BreakBefore(text("a")))
    #expect(try shared.placed(100, 50, context).whole != nil)
    #expect(try shared.placedBelow(100, 50, context).misfit == Misfit(.breaksPage))
  }

  @Test func whatBreaksIsNotShared() throws {
    let pages = try Shared(lines(3)).pages(100, 25)
    #expect(pages.map { $0.map(\.name) } == [["a", "b"], ["c"]])
    #expect(try Shared(block("a", 10, 60)).placed(100, 50).misfit == Misfit(.tooHigh(needed: 60, available: 50)))
  }

  @Test func blankIsNoItem() throws {
    #expect(try Shared(Spacer(Size(10, 10))).placed(100, 50).whole?.items.isEmpty == true)
  }

  @Test func theCacheIsBounded() throws {
    let measurer = FakeMeasurer()
    let context = LayoutContext(measurer: measurer, cache: LayoutCache(limit: 2))
    let shared = (0..<3).map { Shared(text("\($0)")) }
    for element in shared { _ = try element.placed(100, 50, context) }
    let calls = measurer.count(of: "0")
    _ = try shared[0].placed(100, 50, context)
    #expect(measurer.count(of: "0") > calls)
  }
}

extension Frame {
  /// Which shared frame stands here.
  fileprivate var identity: ObjectIdentifier? {
    guard case .shared(let shared) = items.first?.item else { return nil }
    return ObjectIdentifier(shared)
  }
}
