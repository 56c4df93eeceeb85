import Testing

@testable import Templating

@Suite struct SourceLinesTests {
  private let lines = SourceLines("e\u{301}a {{x}} {{\r\n y }} {{z}}\nlast", file: "t.yaml")

  @Test func turnsScalarsIntoCharacters() {
    #expect(lines.mark(line: 1, scalar: 1) == mark(1, 1))
    #expect(lines.mark(line: 1, scalar: 3) == mark(1, 2))
    #expect(lines.mark(line: 3, scalar: 5) == mark(3, 5))
  }

  @Test func staysWithinTheFile() {
    #expect(lines.mark(line: 9, scalar: 9) == mark(3, 5))
    #expect(lines.mark(line: 0, scalar: 0) == mark(1, 1))
    #expect(lines.mark(offset: 1000) == mark(3, 5))
    #expect(SourceLines("", file: "t.yaml").mark(line: 2, scalar: 2) == mark(1, 1))
  }

  @Test func findsAnOffset() {
    #expect(lines.mark(offset: 0) == mark(1, 1))
    #expect(lines.mark(offset: 12) == mark(2, 1))
    #expect(lines.mark(offset: 13) == mark(2, 2))
  }

  @Test func findsPlaceholdersOneAfterAnother() {
    let places = (0...3).map { lines.mark(ofPlaceholder: $0, in: mark(1, 2)) }
    #expect(places == [mark(1, 4), mark(1, 10), mark(2, 7), mark(1, 2)])
    #expect(lines.mark(ofPlaceholder: 0, in: mark(2, 1)) == mark(2, 7))
  }

  /// However lines end, places are those that a reader of characters would count.
  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"])
  func everyLineBreakIsOne(lineBreak: String) {
    let lines = ["a: 1", "", "b: é·—{{x}}", "e\u{301}c {{y}}", "zuletzt"]
    let read = SourceLines(lines.joined(separator: lineBreak), file: "t.yaml")
    for (index, line) in lines.enumerated() {
      for column in 1...line.unicodeScalars.count + 1 {
        let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(column - 1)))
        #expect(read.mark(line: index + 1, scalar: column) == mark(index + 1, before.count + 1))
      }
    }
    #expect(read.mark(line: 6, scalar: 1) == mark(5, 8))
  }
}
