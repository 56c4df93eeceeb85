import Testing

@testable import Layout

@Suite struct PaperTests {
  @Test func areFoundInAnyCase() {
    #expect(Paper.named("a4") == Paper.named("A4"))
    #expect(Paper.named("LETTER")?.name == "Letter")
    #expect(Paper.named("A44") == nil)
    #expect(Paper.named("") == nil)
  }

  @Test func haveTheirSizes() throws {
    let a4 = try #require(Paper.named("A4")).size
    #expect(abs(a4.width - 595.2756) < 0.001)
    #expect(abs(a4.height - 841.8898) < 0.001)
    #expect(Paper.named("Legal")?.size == Size(612, 1008))
    #expect(Paper.named("80mm")?.size.height == .infinity)
    #expect(Set(Paper.all.map { $0.name.lowercased() }).count == Paper.all.count)
  }

  /// A quarter of a Letter takes what is said of A6, but no sheet takes what is said of another where page: is its own.
  @Test func aSheetTakesWhatSuitsIt() throws {
    let known = try ["A6", "80mm", "Letter"].map { try #require(Paper.named($0)) }
    let quarter = Paper(name: "Letter-quarter", size: Size(4.25 * Length.inch, 5.5 * Length.inch))
    #expect(Paper.suiting(quarter, among: known)?.name == "A6")
    #expect(Paper.suiting(try #require(Paper.named("A4")), among: known)?.name == "Letter")
    #expect(Paper.suiting(try #require(Paper.named("A5")), among: known) == nil)
    #expect(Paper.suiting(try #require(Paper.named("80mm")), among: known)?.name == "80mm")
  }
}
