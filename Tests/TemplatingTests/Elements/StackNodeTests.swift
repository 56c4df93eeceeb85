import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct StackNodeTests {
  @Test func putsElementsOneBelowTheOther() throws {
    let stack = try #require(try element("  { stack: [a, b], gap: 5pt }") as? Stack)
    #expect(stack.gap == 5)
    #expect(try seen("  { stack: [a, b], gap: 5pt }") == [Seen("a", 0, 0, 5, 10), Seen("b", 0, 15, 5, 10)])
    #expect(try seen("  { stack: [] }") == [])
  }

  @Test func whatDoesNotHoldLeavesNoGap() throws {
    let three = "  { stack: [a, { text: b, if: is_new }, c], gap: 5pt }"
    #expect(try seen(three, Note.data(isNew: false)) == [Seen("a", 0, 0, 5, 10), Seen("c", 0, 15, 5, 10)])
  }

  @Test func faults() {
    #expect(
      TemplatingTests.faults("  { stack: a }") == [
        fault(2, 12, .wrongValue(key: "stack", found: "\"a\"", expected: "a list of elements"))
      ])
    let names = Vocabulary.elements.map(\.name)
    #expect(
      TemplatingTests.faults("  { stack: [{ a: 1 }, b, { c: 1 }] }") == [
        fault(2, 13, .noElement(keys: ["a"], known: names)), fault(2, 26, .noElement(keys: ["c"], known: names)),
      ])
  }
}
