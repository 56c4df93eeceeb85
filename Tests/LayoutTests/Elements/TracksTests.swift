import Testing

@testable import Layout

struct TracksTests {
  private func widths(_ tracks: [Track], gap: Double = 0, limit: Double) throws -> [Double] {
    try Tracks.resolve(tracks, gap: gap, limit: limit) { _, limit in min(7, limit) }
  }

  @Test func fractionsShareWhatTheOthersLeave() throws {
    #expect(try widths([.fixed(20), .fraction(1), .natural, .fraction(3)], gap: 1, limit: 70) == [20, 10, 7, 30])
    #expect(try widths([.fixed(20), .natural], limit: 70) == [20, 7])
    #expect(try widths([], gap: 5, limit: 70) == [])
  }

  @Test func inEndlessWidthFractionsAreNatural() throws {
    #expect(try widths([.fixed(20), .fraction(1)], limit: .infinity) == [20, 7])
  }

  @Test func tooMuchIsAMisfit() {
    #expect(throws: LayoutError.overflow(Misfit(.tooWide(needed: 41, available: 40)))) {
      try widths([.fixed(20), .fixed(20)], gap: 1, limit: 40)
    }
  }

  @Test func aNaturalWidthMayHaveALimitAndAFractionALeast() throws {
    #expect(try widths([.naturalUpTo(5), .fraction(1)], limit: 70) == [5, 65])
    // It takes what the others leave, those behind it, too.
    #expect(try widths([.naturalUpTo(.infinity), .fixed(66)], limit: 70) == [4, 66])
    #expect(try widths([.naturalUpTo(.infinity), .fixed(6), .fractionFrom(1, least: 60)], limit: 70) == [4, 6, 60])
    #expect(try widths([.naturalUpTo(50), .fractionFrom(2, least: 40), .fraction(1)], limit: 70) == [7, 42, 21])
    #expect(throws: LayoutError.overflow(Misfit(.tooWide(needed: 47, available: 40)))) {
      try widths([.natural, .fractionFrom(1, least: 40)], limit: 40)
    }
    #expect(try widths([.fractionFrom(1, least: 40)], limit: .infinity) == [7])
  }

  @Test func nothingIsLeftWhenTheOthersTakeItAll() throws {
    #expect(try widths([.fixed(40), .fraction(1)], limit: 40) == [40, 0])
  }

  @Test func tracksRunTheWayTheLanguageIsRead() {
    #expect(Tracks.origins([10, 20, 30], gap: 5, within: 100, .leftToRight) == [0, 15, 40])
    #expect(Tracks.origins([10, 20, 30], gap: 5, within: 100, .rightToLeft) == [90, 65, 30])
    #expect(Tracks.sum([10, 20, 30], gap: 5) == 70)
    #expect(Tracks.sum([], gap: 5) == 0)
  }
}
