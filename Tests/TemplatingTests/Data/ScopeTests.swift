import LayoutFakes
import Testing

@testable import Templating

@Suite struct ScopeTests {
  private let outer = Scope(["a": .text("outer a"), "r": .record(["s": .record(["t": .text("deep")])])])

  private func text(_ scope: Scope, _ up: Int, _ first: String, _ rest: String...) -> String? {
    guard case .text(let text)? = scope.value(at: ScopePath(up: up, first: first, rest: rest)) else { return nil }
    return text
  }

  @Test func followsPathsOutwardsAndInwards() {
    let inner = Scope(["a": .text("inner a")], parent: outer)
    #expect(text(inner, 0, "a") == "inner a")
    #expect(text(inner, 1, "a") == "outer a")
    #expect(text(inner, 1, "r", "s", "t") == "deep")
  }

  @Test func dataOfAnotherShapeAreNoValue() {
    #expect(text(outer, 1, "a") == nil)
    #expect(text(outer, 0, "b") == nil)
    #expect(text(outer, 0, "a", "b") == nil)
    #expect(text(outer, 0, "r", "s") == nil)
    #expect(outer.list(at: ScopePath(up: 0, first: "a", rest: [])).isEmpty)
  }

  @Test func entersTheEntriesOfAList() {
    let scope = Scope(["list": .list([.record(["a": .text("1")]), .text("odd")])], parent: outer)
    let entries = scope.list(at: ScopePath(up: 0, first: "list", rest: [])).map(scope.entering)
    #expect(entries.map { text($0, 0, "a") } == ["1", nil])
    #expect(entries.map { text($0, 2, "a") } == ["outer a", "outer a"])
  }

  @Test func shapesAreSearchedFromTheInnermostOutwards() throws {
    let shape = ScopeShape(Note.shape)
    guard case .list(_, let line)? = Note.shape["lines"] else {
      Issue.record("no lines")
      return
    }
    let inner = shape.entering(line)
    #expect(inner.find("title")?.path == ScopePath(up: 0, first: "title", rest: []))
    #expect(inner.find("office.place.city")?.path == ScopePath(up: 1, first: "office", rest: ["place", "city"]))
    #expect(inner.find("title.x") == nil)
    #expect(inner.find("") == nil)
    #expect(inner.find("office.") == nil)
    #expect(inner.find(".title") == nil)
    #expect(inner.texts.prefix(3) == ["title", "price", "t.hello"])
    #expect(inner.flags == ["is_wage", "office.place.is_port", "is_new"])
    #expect(inner.lists == ["marks", "office.rooms", "lines"])
    #expect(inner.indexed == ["sums"])
  }

  @Test func inWhatIsNotKnownNoNameIsWrong() {
    #expect(ScopeShape(Note.shape).isComplete)
    #expect(!ScopeShape(nil).isComplete)
    let inside = ScopeShape(Note.shape).entering(nil)
    #expect(!inside.isComplete)
    #expect(!inside.entering(.record([])).isComplete)
    #expect(inside.find("title")?.path.up == 1)
  }
}
