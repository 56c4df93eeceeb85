import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct RasterTests {
  @Test func pixelsAreWhatWasPlaced() throws {
    let bench = try Workbench()
    var frame = Frame(size: Size(72, 36))
    frame.add(.box(BoxItem(size: Size(36, 18), fill: Color(red: 1, green: 0.5, blue: 0))), at: Point(18, 9))
    let raster = try Raster.render(frame, dpi: 144, measurer: bench.measurer)
    #expect(raster.width == 144 && raster.height == 72)
    for y in 0..<72 {
      for x in 0..<144 {
        let inside = (36..<108).contains(x) && (18..<54).contains(y)
        let (red, green, blue) = raster[x, y]
        #expect(isNear([red, green, blue], inside ? [255, 128, 0] : [255, 255, 255], within: 1))
      }
    }
    #expect(raster[-1, 0] == (255, 255, 255) && raster[0, 72] == (255, 255, 255))
  }

  /// Hairlines that a printer shows black, since it gives each of them a dot.
  @Test(arguments: [true, false]) func nothingIsThinnerThanItMayBe(areBoxes: Bool) throws {
    let bench = try Workbench()
    var frame = Frame(size: Size(72, 72))
    let lines = (0..<400).map { Rect(x: 0, y: Double($0) * 0.18, width: 72, height: 0.02) }
    if areBoxes {
      for line in lines { frame.add(.box(BoxItem(size: line.size, fill: .black)), at: line.origin) }
    } else {
      frame.add(.boxes(lines, .black), at: .zero)
    }
    let thin = try Raster.render(frame, dpi: 72, measurer: bench.measurer)
    let thick = try Raster.render(frame, dpi: 72, least: 0.24, measurer: bench.measurer)
    #expect(thin[36, 36].0 > 200 && thick[36, 36].0 < 80)
  }

  @Test func itLooksAsThePDFDoes() throws {
    let bench = try Workbench()
    let page = try GroupTests.stampedPage(bench)
    let raster = try Raster.render(page, dpi: 72, measurer: bench.measurer)
    let pixels = try Pixels(pdf: try bench.pdf([page]))
    #expect(raster.width == pixels.width && raster.height == pixels.height)
    var far = 0
    for y in 0..<raster.height {
      for x in 0..<raster.width {
        let (red, green, blue) = raster[x, y]
        if !isNear([red, green, blue], pixels[x, y], within: 100) { far += 1 }
      }
    }
    #expect(far < raster.width * raster.height / 100)
  }

  @Test func writesAPNG() throws {
    let bench = try Workbench()
    let raster = try Raster.render(Frame(size: Size(72, 36)), dpi: 96, measurer: bench.measurer)
    try raster.writePNG(to: FileSink(path: bench.path("out.png")))
    #expect(try bench.measurer.size(ofPicture: bench.path("out.png")) == Size(72, 36))
    #expect(throws: DrawingError.self) { try raster.writePNG(to: FileSink(path: bench.path("no/where.png"))) }
  }
}
