import Foundation
import Layout
import TestTools
import Testing

@testable import Drawing

@Suite struct ESCPOSTests {
  private static let dot = 72 / 203.2

  /// A whole page in dots.
  private func image(_ page: Frame, head: Int, _ measurer: PangoMeasurer? = nil) throws -> DotImage {
    var renderer = try DotRenderer(page, on: PrintHead(dots: head), measurer: try measurer ?? Workbench().measurer)
    let image = try #require(try renderer.rows(atMost: .max))
    #expect(try renderer.rows(atMost: .max) == nil)
    return image
  }

  private final class Tape: ByteSink {
    let name = "tape"
    var pieces: [[UInt8]] = []
    var isFinished = false
    func write(_ bytes: [UInt8]) { pieces.append(bytes) }
    func finish() { isFinished = true }
  }

  @Test func dotsAreWhereTheyAreDrawn() throws {
    var page = Frame(size: Size(80 * Self.dot, 20 * Self.dot))
    page.add(
      .box(BoxItem(size: Size(10 * Self.dot, 4 * Self.dot), fill: .black)), at: Point(8 * Self.dot, 3 * Self.dot))
    // A head of 64 dots stands in the middle of a page of 80.
    let image = try image(page, head: 64)
    #expect(image.width == 64 && image.height == 20)
    for y in 0..<20 { for x in 0..<64 { #expect(image[x, y] == ((0..<10).contains(x) && (3..<7).contains(y))) } }
    #expect(image.bytes[3 * 8] == 0xFF && image.bytes[3 * 8 + 1] == 0xC0)
  }

  @Test func aHeadIsAMultipleOfEightDots() {
    let image = DotImage(width: 13, height: 2)
    #expect(image.width == 16 && image.bytes.count == 4)
    #expect(!image[-1, 0] && !image[0, 2])
  }

  /// A page with everything that could show where bands meet: text, a dithered picture, a code, ink that multiplies, a mask.
  private func motley(_ bench: Workbench) throws -> Frame {
    let bars = (0..<20).map { bar in
      let grey = String(repeating: "\(bar % 10)", count: 6)
      return "<rect x='0' y='\(bar * 3)' width='60' height='3' fill='#\(grey)'/>"
    }
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='60'>\(bars.joined())</svg>"
    let ramp = try bench.write(svg, to: "ramp.svg")
    var page = Frame(size: Size(144, 260))
    for row in 0..<18 { try bench.add("Ä\(row) gjpqy 0123", .body, at: Point(4, 12 + 13.7 * Double(row)), to: &page) }
    page.add(.picture(path: ramp, size: Size(60, 75)), at: Point(70, 20.3))
    page.add(.code(CodeItem(text: "HTTPS://LEDGER.EXAMPLE.ORG/R/1", side: 60, quietZone: 7)), at: Point(72, 130))
    var stamp = Frame(size: Size(100, 40))
    stamp.add(.box(BoxItem(size: Size(100, 40), stroke: .black, strokeWidth: 5, radius: 6)), at: .zero)
    let transform = Transform(cosine: 0.92, sine: -0.39, offset: Point(15, 180))
    let group = GroupItem(
      content: SharedFrame(stamp), transform: transform, blend: .multiply,
      holes: [Rect(x: 40, y: 150, width: 20, height: 20)])
    page.add(.group(group), at: .zero)
    return page
  }

  @Test func bandsMakeUpTheWholePicture() throws {
    let bench = try Workbench()
    let page = try motley(bench)
    let whole = try image(page, head: 400, bench.measurer)
    #expect(whole.bytes.reduce(0) { $0 + $1.nonzeroBitCount } > 10_000)
    let tape = Tape()
    let writer = ESCPOSWriter(to: tape, head: PrintHead(dots: 400), measurer: bench.measurer)
    try writer.add(page: page, outline: nil)
    try writer.finish()
    #expect(tape.isFinished)
    // 734 rows: five bands of 128 and one of 94, each sent by itself, and then the cut.
    #expect(whole.height == 734 && tape.pieces.count == 7)
    var rows: [UInt8] = []
    for (index, piece) in tape.pieces.dropLast().enumerated() {
      let band = index == 0 ? Array(piece.dropFirst(2)) : piece
      let height: UInt8 = index < 5 ? 128 : 94
      #expect(Array(band.prefix(8)) == [0x1D, 0x76, 0x30, 0, 50, 0, height, 0])
      #expect(band.count == 8 + 50 * Int(height))
      rows += band.dropFirst(8)
    }
    #expect(tape.pieces[0].starts(with: [0x1B, 0x40]))
    #expect(tape.pieces[6] == [0x1B, 0x64, 4, 0x1D, 0x56, 66, 0])
    #expect(rows == whole.bytes)
  }

  @Test func aCorrectedPageIsTheSameInBands() throws {
    let bench = try Workbench()
    let page = try motley(bench)
    let correction = PrintCorrection(x: 3, y: 21, across: 0.97, down: 1.04)
    func drawn(_ count: Int) throws -> [UInt8] {
      var renderer = try DotRenderer(page, on: PrintHead(dots: 400), correction: correction, measurer: bench.measurer)
      var bytes: [UInt8] = []
      while let band = try renderer.rows(atMost: count) { bytes += band.bytes }
      return bytes
    }
    #expect(try drawn(37) == drawn(.max))
  }

  @Test func codesAreInWholeDotsWithTheirQuietZone() throws {
    var page = Frame(size: Size(300 * Self.dot, 300 * Self.dot))
    let text = "HTTPS://LEDGER.EXAMPLE.ORG/R/RIVER-A7K2-000042"
    // 29 modules and four on each side: 37, in 200 dots five each.
    let side = 200 * Self.dot
    page.add(
      .code(CodeItem(text: text, side: side, quietZone: side * 4 / 37)), at: Point(20.4 * Self.dot, 30.3 * Self.dot))
    let image = try image(page, head: 296)
    let dark = (0..<300).flatMap { y in (0..<296).filter { image[$0, y] }.map { (x: $0, y: y) } }
    let (left, right) = (dark.map(\.x).min() ?? 0, dark.map(\.x).max() ?? 0)
    let (top, bottom) = (dark.map(\.y).min() ?? 0, dark.map(\.y).max() ?? 0)
    #expect(right - left + 1 == 29 * 5 && bottom - top + 1 == 29 * 5)
    // Every module is one colour all over.
    for row in 0..<29 {
      for column in 0..<29 {
        let colours = Set((0..<25).map { image[left + column * 5 + $0 % 5, top + row * 5 + $0 / 5] })
        #expect(colours.count == 1)
      }
    }
  }

  @Test func picturesAreDitheredAndTextIsNot() throws {
    let bench = try Workbench()
    let grey = bench.path("grey.svg")
    try Data(
      ##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#808080"/></svg>"##
        .utf8
    ).write(to: URL(fileURLWithPath: grey))
    var page = Frame(size: Size(72, 72))
    page.add(.picture(path: grey, size: Size(36, 36)), at: .zero)
    page.add(.box(BoxItem(size: Size(36, 36), fill: Color(red: 0.5, green: 0.5, blue: 0.5))), at: Point(36, 36))
    let image = try image(page, head: 200, bench.measurer)
    func share(_ x: Range<Int>, _ y: Range<Int>) -> Double {
      Double(y.reduce(0) { sum, y in sum + x.count { image[$0, y] } }) / Double(x.count * y.count)
    }
    #expect(abs(share(5..<95, 5..<95) - 0.5) < 0.03)
    #expect(share(110..<190, 110..<190) == 1)
  }
}
