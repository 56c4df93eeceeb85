import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct PNGWriterTests {
  /// Every chunk's name and content, its checksum recomputed by Python's zlib; a wrong one makes the script fail.
  private func chunks(_ path: String) throws -> [String] {
    let script = """
      import struct, sys, zlib
      data = open(sys.argv[1], 'rb').read()
      at = 8
      while at < len(data):
          length, = struct.unpack('>I', data[at:at + 4])
          kind, content = data[at + 4:at + 8], data[at + 8:at + 8 + length]
          assert struct.unpack('>I', data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + content)
          print(kind.decode(), '' if kind == b'IDAT' else content.hex())
          at += 12 + length
      """
    let run = try Python.run(script, [path])
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n").map { String($0).trimmingCharacters(in: .whitespaces) }
  }

  @Test func itSaysHowLargeItIsAndWhatItIs() throws {
    let bench = try Workbench()
    let writer = try PNGWriter(
      to: FileSink(path: bench.path("page.png")), metadata: Workbench.metadata, dpi: 300, measurer: bench.measurer)
    try writer.add(page: Frame(size: Size(144, 72)), outline: nil)
    try writer.finish()
    let chunks = try chunks(bench.path("page.png"))
    // 600 by 300 pixels; 300 an inch are 11,811 a metre.
    #expect(chunks.first?.hasPrefix("IHDR 000002580000012c") == true)
    #expect(chunks.contains("pHYs 00002e2300002e2301"))
    let title = Data("Title\0\0\0\0\0Mock invoice — проба".utf8).map { String(format: "%02x", $0) }.joined()
    #expect(chunks.contains("iTXt \(title)"))
    #expect(chunks.last == "IEND")
  }

  @Test func smallLettersStandWhereTheyBelong() throws {
    let bench = try Workbench()
    var page = Frame(size: Size(150, 60))
    for line in 0..<4 {
      try bench.add("Illicit filling, minimum of ill will", .small, at: Point(8, 12 + 13 * Double(line)), to: &page)
    }
    // Ten times as many pixels, averaged, are the truth.
    let truth = try Raster.render(page, dpi: 720, measurer: bench.measurer)
    func distance(isSmooth: Bool) throws -> Int {
      let raster = try Raster.render(page, dpi: 72, isSmooth: isSmooth, measurer: bench.measurer)
      var sum = 0
      for y in 0..<raster.height {
        for x in 0..<raster.width {
          var mean = 0
          for dy in 0..<10 { for dx in 0..<10 { mean += Int(truth[10 * x + dx, 10 * y + dy].green) } }
          sum += abs(Int(raster[x, y].green) - mean / 100)
        }
      }
      return sum
    }
    let (smooth, rough) = (try distance(isSmooth: true), try distance(isSmooth: false))
    #expect(Double(smooth) < Double(rough) * 0.7, "\(smooth) \(rough)")
  }

  @Test func aPictureHoldsOnePage() throws {
    let bench = try Workbench()
    let writer = try PNGWriter(
      to: FileSink(path: bench.path("p.png")), metadata: Workbench.metadata, dpi: 72, measurer: bench.measurer)
    #expect(throws: DrawingError.alreadyClosed(path: bench.path("p.png"))) { try writer.finish() }
    try writer.add(page: .square, outline: nil)
    #expect(throws: DrawingError.alreadyClosed(path: bench.path("p.png"))) {
      try writer.add(page: .square, outline: nil)
    }
  }
}

extension TextStyle {
  fileprivate static let small = TextStyle(families: ["Inter"], size: 7)
}
