import Drawing
import Layout
import TestTools
import Testing

@Suite struct BoxTests {
  private func pixels(_ box: BoxItem) throws -> Pixels {
    let bench = try Workbench()
    var page = Frame(size: Size(60, 60))
    page.add(.box(box), at: Point(10, 10))
    return try Pixels(pdf: try bench.pdf([page]))
  }

  @Test func theOutlineStaysInside() throws {
    let drawn = try pixels(BoxItem(size: Size(40, 40), fill: .white, stroke: .black, strokeWidth: 6))
    for x in 0..<60 {
      let expected: UInt8 = (10..<16).contains(x) || (44..<50).contains(x) ? 0 : 255
      #expect(drawn[x, 30] == [expected, expected, expected], "column \(x)")
    }
  }

  @Test func cornersAreRound() throws {
    let drawn = try pixels(BoxItem(size: Size(40, 40), fill: .black, radius: 20))
    #expect(drawn[12, 12] == [255, 255, 255] && drawn[30, 30] == [0, 0, 0] && drawn[30, 12] == [0, 0, 0])
  }

  @Test func anOutlineWiderThanTheBoxFillsIt() throws {
    let drawn = try pixels(BoxItem(size: Size(40, 4), stroke: .black, strokeWidth: 6))
    #expect(drawn[30, 12] == [0, 0, 0] && drawn[30, 16] == [255, 255, 255] && drawn[30, 8] == [255, 255, 255])
  }
}
