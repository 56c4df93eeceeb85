import Layout
import Testing

@testable import Templating

@Suite struct LookTypesTests {
  private let bench = TypeBench()

  @Test func alignments() throws {
    let words = ["start", "center", "end", "decimal"]
    #expect(try words.map { try bench.read(.alignment, $0) } == [.start, .center, .end, .decimal])
    try bench.expectRefused(.alignment, ["left", "Start"])
    #expect(PropertyType<TextAlignment>.alignment.expected == "center, decimal, end or start")
  }

  @Test func colors() throws {
    #expect(try bench.read(.color, "ink") == .black)
    #expect(try bench.read(.color, "\"#fff\"") == .white)
    try bench.expectRefused(.color, ["\"#ffff\"", "~", "[ink]"])
    #expect(try bench.read(.color, "inc") == nil)
    #expect(bench.reading.faults.last == fault(1, 1, .unknownColor("inc", known: ["ink"])))
  }

  @Test func families() throws {
    #expect(try bench.read(.families, "Inter") == ["Inter"])
    #expect(try bench.read(.families, "[Inter, Noto Sans, Inter]") == ["Inter", "Noto Sans", "Inter"])
    #expect(bench.reading.families.map(\.name) == ["Inter", "Noto Sans"])
    #expect(bench.reading.families.map(\.mark) == [mark(1, 1), mark(1, 9)])
    try bench.expectRefused(.families, ["[]", "~", "\"\"", "[Inter, [x]]", "[Inter, ~]", "{a: b}"])
  }

  @Test func insets() throws {
    #expect(try bench.read(.insets, "8pt 0") == Insets(top: 4, end: 0, bottom: 4, start: 0))
    #expect(try bench.read(.absoluteInsets, "8pt") == Insets(8))
    try bench.expectRefused(.insets, ["[1pt, 2pt]", "~"])
  }

  @Test func borders() throws {
    #expect(try bench.read(.border, "0.8pt ink") == Box.Border(width: 0.8, color: .black))
    #expect(try bench.read(.border, "'1pt #fff'") == Box.Border(width: 1, color: .white))
    #expect(try bench.read(.border, "1pt solid ink") == Box.Border(width: 1, color: .black))
    let patterns: [Box.Border.Pattern] = [.dashed, .dotted, .double]
    #expect(
      try ["dashed", "dotted", "double"].map { try bench.read(.border, "3pt \($0) ink") }
        == patterns.map { Box.Border(width: 3, color: .black, pattern: $0) })
    try bench.expectRefused(.border, ["1pt", "ink 1pt", "1pt wavy ink", "1pt dashed dotted ink", "x ink", "'1pt #12'"])
    #expect(try bench.read(.border, "1pt inc") == nil)
    #expect(bench.reading.faults.last == fault(1, 1, .unknownColor("inc", known: ["ink"])))
  }

  @Test func tracks() throws {
    #expect(try bench.read(.track, "auto") == .natural)
    #expect(try bench.read(.track, "2.5fr") == .fraction(2.5))
    #expect(try bench.read(.track, "24pt") == .fixed(12))
    #expect(try bench.read(.track, "fit-content(24pt)") == .naturalUpTo(12))
    #expect(try bench.read(.track, "37.5%") == .share(0.375))
    #expect(try bench.read(.track, "fit-content") == .naturalUpTo(.infinity))
    #expect(try bench.read(.track, "'minmax(24pt, 1.5fr)'") == .fractionFrom(1.5, least: 12))
    try bench.expectRefused(.track, ["0fr", "-1fr", "fr", "1000fr", "24", "101%", "-1%", "natural"])
    try bench.expectRefused(
      .track, ["fit-content(1fr)", "fit-content()", "'minmax(1fr, 2fr)'", "'minmax(1pt)'", "minmax(1pt"])
  }
}
