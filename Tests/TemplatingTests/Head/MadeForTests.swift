import Layout
import Testing

@testable import Templating

@Suite struct MadeForTests {
  private func papers(_ head: String) -> [String] { TemplateSource(head, file: "t.yaml").papers.map(\.name) }

  /// Its page's, those it names, and what is nearly as large as one of these.
  @Test func aTemplateIsMadeForThePapersThatItNames() {
    #expect(papers("page: { size: A5 }") == ["A5"])
    #expect(papers("page: { size: A4 }\npapers: { 58mm: {}, A6: { scale: 0.5 } }") == ["A4", "A6", "Letter", "58mm"])
    #expect(papers("papers: { letter: {}, A44: {} }") == ["A4", "Letter"])
    #expect(papers("page: { size: [90mm, 60mm] }").isEmpty)
    #expect(papers("{ not yaml").isEmpty)
  }
}
