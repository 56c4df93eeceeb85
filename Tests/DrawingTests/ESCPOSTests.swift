import Foundation
import Layout
import TestTools
import Testing

@testable import Drawing

@Suite struct ESCPOSTests {
  private static let dot = 72 / 203.2

  private func image(_ page: Frame, head: Int) throws -> DotImage {
    try DotImage(page, head: head, density: 203.2, measurer: try Workbench().measurer)
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

  @Test func bandsCarryTheWholePicture() {
    var image = DotImage(width: 24, height: 300)
    for y in 0..<300 { image[y % 24, y] = true }
    let bytes = ESCPOSWriter.raster(image)
    let heads: [[UInt8]] = [[0x1D, 0x76, 0x30, 0, 3, 0, 128, 0], [0x1D, 0x76, 0x30, 0, 3, 0, 44, 0]]
    #expect(Array(bytes.prefix(8)) == heads[0])
    #expect(bytes.count == 300 * 3 + 3 * 8)
    #expect(Array(bytes[(2 * (128 * 3 + 8))...].prefix(8)) == heads[1])
    let rows = [bytes[8..<8 + 384], bytes[400..<784], bytes[792...]].flatMap { $0 }
    #expect(rows == image.bytes)
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
    let image = try DotImage(page, head: 200, density: 203.2, measurer: bench.measurer)
    func share(_ x: Range<Int>, _ y: Range<Int>) -> Double {
      Double(y.reduce(0) { sum, y in sum + x.count { image[$0, y] } }) / Double(x.count * y.count)
    }
    #expect(abs(share(5..<95, 5..<95) - 0.5) < 0.03)
    #expect(share(110..<190, 110..<190) == 1)
  }
}
