import Foundation
import Layout
import TestTools
import Testing

@testable import Drawing

@Suite struct PictureObjectTests {
  /// Four squares of 0xAARRGGBB, 20 pixels each side, as a PNG file.
  private func png(_ squares: [UInt32], _ bench: Workbench, _ name: String) throws -> String {
    let pixels = (0..<1600).map { (place: Int) -> UInt32 in
      let (row, column) = (place / 800, place % 40 / 20)
      return squares[row * 2 + column]
    }
    return try png(pixels: pixels, bench, name)
  }

  /// Rows of 40 pixels.
  private func png(pixels: [UInt32], _ bench: Workbench, _ name: String) throws -> String {
    let width = 40
    let script = """
      import struct, sys, zlib
      width, pixels = int(sys.argv[2]), [int(word) for word in sys.argv[3].split(",")]
      def chunk(kind, data):
          return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
      rows = b""
      for start in range(0, len(pixels), width):
          rows += b"\\0" + b"".join(struct.pack(">I", (p << 8 | p >> 24) & 0xFFFFFFFF) for p in pixels[start:start + width])
      head = struct.pack(">IIBBBBB", width, len(pixels) // width, 8, 6, 0, 0, 0)
      open(sys.argv[1], "wb").write(b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
      """
    let path = bench.path(name)
    let run = try Python.run(script, [path, "\(width)", pixels.map(String.init).joined(separator: ",")])
    #expect(run.status == 0, "\(run.errors)")
    return path
  }

  @Test func pixelsThatAreSeenThroughHaveAMask() throws {
    let bench = try Workbench()
    let picture = try png([0xFFFF_0000, 0x80FF_0000, 0x0000_FF00, 0xFF00_00FF], bench, "a.png")
    var page = Frame.square
    page.add(.box(BoxItem(size: Size(200, 200), fill: Color(red: 1, green: 1, blue: 0))), at: .zero)
    page.add(.picture(path: picture, size: Size(100, 100)), at: Point(50, 50))
    let path = try bench.pdf([page])
    #expect(try occurrences(of: "/SMask", in: path) == 1)
    #expect(try occurrences(of: "/Subtype /Image", in: path) == 2)
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    let pixels = try Pixels(pdf: path)
    // Red, red half seen through over yellow, yellow itself, blue: in the corners, where nothing is smoothed.
    #expect(isNear(pixels[53, 53], [255, 0, 0], within: 6) && isNear(pixels[147, 53], [255, 127, 0], within: 8))
    #expect(isNear(pixels[53, 147], [255, 255, 0], within: 8) && isNear(pixels[147, 147], [0, 0, 255], within: 6))
  }

  @Test func greyPixelsTakeAThird() throws {
    let bench = try Workbench()
    // Rows of 40 shades each, lighter and lighter from the left.
    let shades = (0..<1600).map { (place: Int) -> UInt32 in 0xFF00_0000 | UInt32(place % 40 * 6) * 0x01_0101 }
    let grey = try png(pixels: shades, bench, "grey.png")
    var page = Frame.square
    page.add(.picture(path: grey, size: Size(100, 100)), at: .zero)
    let path = try bench.pdf([page])
    #expect(try occurrences(of: "/DeviceGray", in: path) == 1 && occurrences(of: "/SMask", in: path) == 0)
    #expect(isNear(try Pixels(pdf: path)[51, 50], [120, 120, 120], within: 8))
  }

  /// The fewest bits that say which colour of a palette a pixel has.
  @Test(arguments: [(2, 1), (4, 2), (16, 4), (17, 8), (256, 8), (257, 0)])
  func fewColoursHaveAPalette(count: Int, bits: Int) throws {
    let bench = try Workbench()
    let colors = (0..<count).map { (index: Int) -> UInt32 in
      let (red, green, blue) = (UInt32(index % 256), UInt32(index * 97 % 256), UInt32(index / 256))
      return 0xFF00_0000 | red << 16 | green << 8 | blue
    }
    // In columns of one colour where there are few, so that each can be looked at.
    let pixels = (0..<1600).map { (place: Int) -> UInt32 in
      colors[count <= 16 ? place % 40 * count / 40 : place % count]
    }
    let picture = try png(pixels: pixels, bench, "a.png")
    var page = Frame.square
    page.add(.picture(path: picture, size: Size(160, 160)), at: .zero)
    let path = try bench.pdf([page])
    #expect(try occurrences(of: "/Indexed /DeviceRGB \(count - 1) ", in: path) == (bits > 0 ? 1 : 0))
    #expect(try occurrences(of: "/BitsPerComponent \(bits > 0 ? bits : 8) ", in: path) == 1)
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    if count <= 4 {
      let seen = try Pixels(pdf: path)
      for (index, color) in colors.enumerated() {
        let wanted = [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) }
        #expect(isNear(seen[160 / count * index + 80 / count, 80], wanted, within: 8), "\(index) of \(count)")
      }
    }
  }

  @Test func rowsOfSamplesComeBackFromTheirDifferences() {
    var random = SplitMix64(seed: 3)
    for components in [1, 3] {
      let width = 7
      let samples = (0..<width * components * 9).map { _ in UInt8.random(in: 0...255, using: &random) }
      let packed = PixelImage.predicted(samples, width: width, components: components)
      let row = width * components
      #expect(packed.count == 9 * (row + 1))
      var read: [UInt8] = []
      for line in 0..<9 {
        let kind = packed[line * (row + 1)]
        for index in 0..<row {
          let near: UInt8
          if kind == 1 {
            near = index < components ? 0 : read[line * row + index - components]
          } else {
            near = line == 0 ? 0 : read[(line - 1) * row + index]
          }
          read.append(packed[line * (row + 1) + 1 + index] &+ near)
        }
      }
      #expect(read == samples)
    }
  }

  @Test func aDrawingWithEverythingInItLooksAsDrawn() throws {
    let bench = try Workbench()
    let art = try bench.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">
      <defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity=".3"/>
      </linearGradient></defs><rect width="100" height="60" fill="url(#g)"/>
      <g opacity=".5"><circle cx="40" cy="70" r="25" fill="#080"/><circle cx="60" cy="70" r="25" fill="#f80"/></g>
      <path d="M10 90L90 90" stroke="#000" stroke-width="4" stroke-dasharray="8 4"/>
      <text x="5" y="30" font-family="Inter" font-size="22">word</text></svg>
      """, to: "everything.svg")
    var page = Frame.square
    for place in [Point(10, 10), Point(110, 90)] { page.add(.picture(path: art, size: Size(80, 100)), at: place) }
    let path = try bench.pdf([page, page])
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    #expect(try occurrences(of: "/Subtype /Image", in: path) == 0)
    try expectAsPixels(page, path, bench)
    #expect(try occurrences(of: "/Subtype /Form", in: path) > 0)
  }

  @Test func referencesAreFoundAndNothingElse() {
    let syntax = Array("<< /A 12 0 R /B [ 3 0 R 4 5 0 R ] /C 1.5 0 /F7 0 R >>".utf8)
    #expect(CairoDocument.references(in: syntax).map(\.number) == [12, 3, 5])
  }
}
