import Layout
import Testing

@testable import Templating

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
}
