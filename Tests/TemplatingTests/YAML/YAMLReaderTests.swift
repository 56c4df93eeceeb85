import Testing

@testable import Templating

@Suite struct YAMLReaderTests {
  private func problem(_ text: String) -> YAMLFault? {
    do {
      _ = try YAMLNode.read(text, file: "t.yaml")
      return nil
    } catch { return error }
  }

  private func expect(
    _ text: String, _ line: Int, _ column: Int, _ problem: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      self.problem(text) == YAMLFault(mark: mark(line, column), problem: problem), sourceLocation: sourceLocation)
  }

  @Test func readsKeysListsAndTextsWithTheirPlaces() throws {
    let root = try YAMLNode.read("# a note\na: 1\nb:\n  - x\n  - { c: \"d e\" }\n", file: "t.yaml")
    guard case .mapping(let entries, mark(2, 1)) = root else {
      Issue.record("\(root)")
      return
    }
    #expect(entries.map(\.key) == ["a", "b"])
    #expect(entries.map(\.mark) == [mark(2, 1), mark(3, 1)])
    #expect(entries.map(\.value.mark) == [mark(2, 4), mark(4, 3)])
    guard case .sequence(let list, _)? = root["b"], case .scalar("d e", mark(5, 10))? = list[1]["c"] else {
      Issue.record("\(root)")
      return
    }
    #expect(list[1].mark == mark(5, 5))
  }

  @Test(arguments: ["a:", "a: ~", "a: null"]) func nothingIsNothing(_ text: String) throws {
    #expect(try YAMLNode.read(text, file: "t.yaml")["a"]?.found == "nothing")
  }

  @Test(arguments: ["a: ''", "a: \"\"", "a: |\n", "a: \"null\"", "a: '~'"])
  func whatIsQuotedIsAText(_ text: String) throws {
    #expect(try YAMLNode.read(text, file: "t.yaml")["a"]?.found != "nothing")
  }

  @Test(arguments: ["yes", "1.0", "0x10", "2026-01-01", "0777", "!!int 5"])
  func nothingButTexts(_ text: String) throws {
    let node = try YAMLNode.read("a: \(text)", file: "t.yaml")["a"]
    #expect(node?.found == "\"\(text.split(separator: " ").last ?? "")\"")
  }

  @Test(arguments: ["", "\n\n", "# only a note", "---\n"]) func anEmptyFileHasNoKeys(_ text: String) throws {
    let root = try YAMLNode.read(text, file: "t.yaml")
    #expect(root["a"] == nil)
    #expect(root.mark.line >= 1)
  }

  @Test func refusesKeysThatStandTwice() {
    expect("a: 1\nb: 2\na: 3", 1, 1, "\"a\" stands twice")
    expect("x:\n  - { b: 1, a: 1, a: 2, b: 3 }", 2, 13, "\"a\", \"b\" stand twice")
  }

  @Test func refusesTabs() {
    expect("a:\n\tb: 1", 2, 1, "found character that cannot start any token")
  }

  @Test func refusesWhatStaysOpen() {
    expect("a: \"b", 1, 6, "found unexpected end of stream")
    expect("a: [1, 2\nb: 3", 2, 2, "did not find expected ',' or ']'")
    expect("a: {b: 1", 1, 9, "did not find expected ',' or '}'")
    expect("a: b: c", 1, 5, "mapping values are not allowed in this context")
  }

  @Test func refusesASecondDocument() {
    expect("a: 1\n---\nb: 2", 2, 1, "but found another document")
  }

  @Test func refusesControlCharacters() {
    for (text, line, column, scalar) in [
      ("a: é\nbé: \u{7}", 2, 5, "\u{7}"), ("a: 1 # \u{202E}", 1, 8, "\u{202E}"), ("a:\n  - \"x\\e\"", 2, 5, "\u{1B}"),
      ("\"b\\u2066\": 1", 1, 1, "\u{2066}"),
    ] as [(String, Int, Int, Unicode.Scalar)] {
      #expect(problem(text) == YAMLFault(mark: mark(line, column), .refusedCharacter(scalar)))
    }
  }

  @Test func refusesAnchorsAndAliases() {
    let problem = "anchors and aliases are not read"
    expect("a: &x 1\nb: *x", 1, 4, problem)
    expect("a: &x [1]\nb: *x", 1, 4, problem)
    expect("a: &x { b: 1 }\nc:\n  <<: *x", 1, 4, problem)
    expect("&x a: 1", 1, 1, "a key must be a plain word")
    expect("a: *x", 1, 4, "found undefined alias")
  }

  @Test func aliasesDoNotMultiply() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      text +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    expect(text, 1, 5, "anchors and aliases are not read")
  }

  @Test func refusesKeysThatAreNoWords() {
    expect("[a, b]: 1", 1, 1, "a key must be a plain word")
    expect("a: 1\nb: {{name}}", 2, 5, "a text that begins with {{ must stand in quotes")
  }

  @Test func countsColumnsInCharacters() throws {
    let root = try YAMLNode.read("{ \"e\u{301}👨‍👩‍👧\": 1, b: 2 }", file: "t.yaml")
    #expect(root["b"]?.mark == mark(1, 15))
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndCounts(_ end: String) throws {
    let root = try YAMLNode.read("a: 1\(end)b: |\(end)  x\(end)  y\(end)c: 3", file: "t.yaml")
    #expect(root["c"]?.mark == mark(5, 4))
    #expect(root["b"]?.found == "\"x\ny\n\"")
  }

  @Test func nestingIsBounded() {
    let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(problem(fits) == nil)
    expect(String(repeating: "[", count: 66) + String(repeating: "]", count: 66), 1, 66, "this is nested too deeply")
    for text in ["[", "- ", "{a: ", "? "] {
      #expect(problem(String(repeating: text, count: 100_000)) != nil)
    }
  }
}
