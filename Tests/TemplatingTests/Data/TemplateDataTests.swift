import Testing

@testable import Templating

@Suite struct TemplateDataTests {
  @Test func findsShapesByName() throws {
    #expect(Note.shape.names == ["t", "office", "title", "is_new", "lines", "sums"])
    guard case .text("A title.")? = Note.shape["title"] else {
      Issue.record("no title")
      return
    }
    #expect(Note.shape["nothing"] == nil)
    #expect(Note.shape["title"]?["name"] == nil)
    #expect(Note.shape["title"]?.names == [])
  }

  @Test func listsThePathsToTexts() {
    #expect(Note.shape.paths == ["t.hello", "t.of", "office.name", "office.place.city", "title"])
    #expect(DataShape.text("").paths == [])
  }
}
