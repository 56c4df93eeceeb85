import Testing

@testable import Templating

@Suite struct YAMLNodeTests {
  private func node(_ text: String) throws -> YAMLNode { try YAMLNode.read(text, file: "t.yaml") }

  @Test func saysWhatWasFound() throws {
    let root = try node("{ a: , b: 4 mm, c: [1], d: [], e: { f: 1 } }")
    #expect(
      ["a", "b", "c", "d", "e"].map { root[$0]?.found } == [
        "nothing", "\"4 mm\"", "a list", "an empty list", "keys and values",
      ])
    let long = YAMLNode.scalar(String(repeating: "x", count: 1000), mark(1, 1))
    #expect(long.found == "\"" + String(repeating: "x", count: 59) + "…\"")
  }

  @Test func takesAKeyOut() throws {
    let root = try node("{ a: 1, b: 2, c: 3 }")
    let (value, rest) = try #require(root.taking("b"))
    #expect(value.found == "\"2\"")
    #expect(rest["b"] == nil)
    #expect(rest["a"] != nil && rest["c"] != nil)
    #expect(rest.mark == root.mark)
    #expect(root.taking("d") == nil)
    #expect(try node("[a]").taking("a") == nil)
    #expect(try node("[a]")["a"] == nil)
  }
}
