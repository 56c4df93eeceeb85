import Layout
import Testing

@testable import Templating

@Suite struct TemplateReadingTests {
  private let reading: TemplateReading

  init() {
    reading = TemplateReading(file: "t.yaml", folder: "T", text: "", constants: Note.constants)
    reading.shape = ScopeShape(Note.shape)
  }

  @Test func onlyTheOutermostNamesAreConstant() {
    #expect(reading.constant("t.hello") == "Hello")
    #expect(reading.constant("t") == nil)
    #expect(reading.constant("title") == nil)
    let inner = reading.shape.entering(.record([("t", .record([("hello", .text("Another."))]))]))
    reading.within(inner) {
      #expect(reading.constant("t.hello") == nil)
      #expect(reading.constant("office.name") == "Riverside")
    }
    #expect(reading.constant("t.hello") == "Hello")
  }

  @Test func tellsNoMoreFaultsThanAnybodyReads() {
    for _ in 0..<5000 { reading.fault(.unclosedPlaceholder, at: mark(1, 1)) }
    #expect(reading.faults.count == 1000)
  }

  @Test func notesTheFirstPlaceOfAFamily() {
    for (line, name) in ["A", "B", "A"].enumerated() { reading.note(family: name, at: mark(line + 1, 1)) }
    #expect(reading.families.map(\.name) == ["A", "B"])
    #expect(reading.families.map(\.mark.line) == [1, 2])
  }

  @Test func whatIsUnknownIsToldOnceOnly() {
    #expect(reading.flag("is_new", at: mark(1, 1)) == ScopePath(up: 0, first: "is_new", rest: []))
    let (path, shape) = reading.list("linse", at: mark(1, 1))
    #expect(path == nil)
    reading.within(shape) {
      #expect(reading.flag("x", at: mark(1, 1)) == nil)
      #expect(reading.list("x", at: mark(1, 1)).path == nil)
      #expect(reading.indexed("x", at: mark(1, 1)).path == nil)
    }
    #expect(reading.faults == [fault(1, 1, .unknownList("linse", known: ["office.rooms", "lines"]))])
  }
}
