import Testing

@testable import Templating

@Suite struct PropertyTypesTests {
  private let bench = TypeBench()

  @Test func words() throws {
    #expect(try bench.read(.word, "lines") == "lines")
    try bench.expectRefused(.word, ["~", "\"\"", "[a]"])
    try bench.expectRefused(.phrase, ["~", "[a]", "{a: b}"])
    #expect(try bench.read(.phrase, "\"\"")?.literal == "")
  }

  @Test func paths() throws {
    #expect(try bench.read(.path, "art/mark.svg") == "T/art/mark.svg")
    #expect(try bench.read(.path, "a..b/c...svg") == "T/a..b/c...svg")
    try bench.expectRefused(.path, ["\"\"", "[a]", "~"])
    for outside in ["/etc/mark.svg", "../mark.svg", "art/../../mark.svg", ".."] {
      #expect(try bench.read(.path, outside) == nil)
      #expect(bench.reading.faults.last == fault(1, 1, .pathOutside(outside)))
    }
  }

  @Test func choices() throws {
    #expect(try bench.read(.flag, "true") == true)
    #expect(try bench.read(.flag, "false") == false)
    try bench.expectRefused(.flag, ["yes", "True", "1", "[true]"])
    #expect(PropertyType<Bool>.flag.expected == "false or true")
  }

  @Test func whatOthersRead() throws {
    #expect(try bench.read(.list("a list", of: .cell), "[a, b]")?.count == 2)
    try bench.expectRefused(.list("a list", of: .cell), ["[]", "a", "~", "{a: b}"])
    #expect(try bench.read(.names("names", .colors), "{a: b}")?.map(\.key) == ["a"])
    #expect(try bench.read(.names("names", .colors), "~")?.isEmpty == true)
    try bench.expectRefused(.names("names", .colors), ["[a]", "a"])
    #expect(try bench.read(.node("a node", .anyText), "[]") != nil)
    try bench.expectRefused(.node("a node", .anyText), ["~"])
  }
}
