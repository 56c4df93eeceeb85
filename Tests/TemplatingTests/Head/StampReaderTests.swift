import Layout
import Testing

@testable import Templating

@Suite struct StampReaderTests {
  private func read(_ stamp: String) -> (template: Template?, faults: [TemplateFault]) {
    TemplatingTests.read("\(stamp)\nkind: note\ncontent: a\ncolors: { red: '#f00' }")
  }

  @Test func isThereUnlessSaid() throws {
    let stamp = try #require(read("# none").template).stamp
    #expect(stamp.places == [Point(0.5, 0.5)])
    #expect(stamp.degrees == -14)
    #expect(abs(stamp.width - 120 * Length.millimetre) < 1e-9)
    #expect(stamp.art == nil)
    #expect(stamp.mark == mark(2, 1))
  }

  @Test func readsItsKeys() throws {
    let yaml = "stamp: { at: [63%, 23.5%], rotate: -11deg, width: 100pt, color: red, art: art/a.svg }"
    let stamp = try #require(read(yaml).template).stamp
    #expect(
      stamp
        == StampPlacement(
          places: [Point(0.63, 0.235)], nextPlaces: [],
          rollPlaces: [RollPlace(aboveEnd: 40 * Length.millimetre)], degrees: -11, width: 100, rollWidth: 100,
          color: Color(red: 1, green: 0, blue: 0),
          art: "T/art/a.svg", mark: mark(1, 8)))
  }

  @Test func faults() {
    let shares = "two shares of the page such as [50%, 60%], or a list of up to 12 such pairs"
    for (wrong, found) in [
      ("50%", "\"50%\""), ("[50%]", "a list"), ("[50%, 1pt]", "a list"), ("[a, b]", "a list"),
      ("[[1%, 2%], 3%]", "a list"),
    ] {
      #expect(
        read("stamp: { at: \(wrong) }").faults == [
          fault(1, 14, .wrongValue(key: "at", found: found, expected: shares))
        ])
    }
    let wide = read("stamp: { at: [10%, 20%], at-wide: [30%, 40%] }").template
    #expect(wide?.stamp.places == [Point(0.1, 0.2)], "the paper here stands upright")
    let several = read("stamp: { at: [[10%, 20%], [30%, 40%]], at-next: [50%, 60%] }").template?.stamp
    #expect(several?.places == [Point(0.1, 0.2), Point(0.3, 0.4)])
    #expect(several?.nextPlaces == [Point(0.5, 0.6)])
    let roll = read("stamp: { above-end: [[70%, 20pt], [50%, 31pt]], width: 90pt, roll-width: 40pt }").template?.stamp
    #expect(roll?.rollPlaces == [RollPlace(share: 0.7, aboveEnd: 20), RollPlace(aboveEnd: 31)])
    #expect(roll?.rollWidth == 40)
    #expect(
      read("stamp: { above-end: [70%, 20pt] }").template?.stamp.rollPlaces == [RollPlace(share: 0.7, aboveEnd: 20)])
    #expect(read("stamp: { above-end: 20pt }").template?.stamp.rollPlaces == [RollPlace(aboveEnd: 20)])
    #expect(read("stamp: { above-end: [20pt, 70%] }").faults.map(\.mark) == [mark(1, 21)])
    #expect(read("stamp: no").faults.map(\.mark) == [mark(1, 8)])
    #expect(read("stamp:").faults.map(\.mark) == [mark(1, 7)])
    #expect(
      read("stamp: { rotate: 3, width: 1, color: rde, art: ../a.svg, text: PAID }").faults == [
        fault(1, 18, .wrongValue(key: "rotate", found: "\"3\"", expected: "an angle such as -17deg")),
        fault(1, 28, .wrongValue(key: "width", found: "\"1\"", expected: "a length such as 4mm or 9.5pt")),
        fault(1, 38, .unknownColor("rde", known: ["red"])), fault(1, 48, .pathOutside("../a.svg")),
        fault(
          1, 58,
          .unknownKey(
            "text",
            known: ["at", "at-wide", "at-next", "above-end", "rotate", "width", "roll-width", "min", "color", "art"])),
      ])
  }
}
