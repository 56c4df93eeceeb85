import TestTools
import LayoutFakes
import Testing

@testable import Layout

/// The laws, tried on documents made by chance. A failure names its seed: `RandomDocument(seed:)` makes the same document again.
struct LawTests {
  private static let batches = Array(stride(from: 0, to: 4000, by: 500))

  @Test(.slow, arguments: batches)
  func everyLawHoldsOnEveryPage(_ batch: Int) throws {
    var laidOut = 0
    for seed in batch..<batch + 500 {
      let document = RandomDocument(seed: seed)
      guard let pages = try document.pages() else { continue }
      laidOut += 1
      let found = Laws.violations(pages, of: document)
      #expect(found.isEmpty, "seed \(seed)")
    }
    // What is refused proves nothing.
    #expect(laidOut > 300)
  }

  @Test(.slow, arguments: batches)
  func theSameInputGivesTheSameFrames(_ batch: Int) throws {
    for seed in stride(from: batch, to: batch + 500, by: 5) {
      let document = RandomDocument(seed: seed)
      let context = LayoutContext(measurer: FakeMeasurer(), direction: document.direction)
      guard let first = try document.pages(context: context) else { continue }
      let again = try #require(try document.pages(context: context), "seed \(seed)")
      let anew = try #require(try RandomDocument(seed: seed).pages(), "seed \(seed)")
      #expect(Laws.sameness(first, again).isEmpty, "seed \(seed), with a warm cache")
      #expect(Laws.sameness(first, anew).isEmpty, "seed \(seed)")
    }
  }

  @Test(.slow, arguments: batches)
  func wideningNeverAddsPages(_ batch: Int) throws {
    for seed in stride(from: batch, to: batch + 500, by: 2) {
      let document = RandomDocument(seed: seed, parts: .flowing)
      var narrow = try document.pages()?.count
      for extra in [7.0, 90] {
        let wide = try document.pages(wider: extra)?.count
        #expect(Laws.widening(narrow, wide).isEmpty, "seed \(seed), \(extra) wider")
        narrow = wide
      }
    }
  }

  @Test func neighboursTouchButForTheGap() throws {
    for seed in 0..<2000 {
      var random = SplitMix64(seed: seed)
      let gap = random.length(0...9)
      let tracks =
        (0..<random.number(1...6)).map { _ in
          random.one(of: Track.fraction(Double(random.number(1...7)) / 3), .fixed(random.length(1...30)), .natural)
        } + [.fraction(1)]
      let cells = tracks.map { _ in Box(Spacer(Size(random.length(1...20), 5)), background: .white) }
      let width = random.length(300...400) + 1 / 3
      let direction = random.one(of: Direction.leftToRight, .rightToLeft)
      let row = Row(zip(tracks, cells).map { Row.Child($0, $1) }, gap: gap)
      let table = Table(columns: tracks, gap: gap, rows: [TableRow(cells.map { .init($0) })])
      for element in [row, table] as [any Element] {
        let frame = try #require(try element.placed(width, 100, context(direction)).whole)
        #expect(Laws.seams(frame.leaves.map(\.rect), gap: gap, width: width).isEmpty, "seed \(seed)")
      }
    }
  }

  @Test(.slow) func aRefusalTellsWhatIsMissing() throws {
    for seed in 0..<1000 {
      let document = RandomDocument(seed: seed)
      let context = LayoutContext(measurer: FakeMeasurer(), direction: document.direction)
      do { _ = try Paginator.pages(of: document.content, on: document.master, context) } catch .overflow(let misfit) {
        switch misfit.reason {
        case .tooHigh(let needed, let available), .tooWide(let needed, let available):
          #expect(needed > available, "seed \(seed)")
        case .modulesTooSmall(let module, let least): #expect(module < least, "seed \(seed)")
        case .breaksPage: Issue.record("a page break is no fault: seed \(seed)")
        }
      }
    }
  }
}
