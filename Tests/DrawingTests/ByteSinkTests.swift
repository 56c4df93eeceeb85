import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct ByteSinkTests {
  /// Every way to write a page.
  enum Format: CaseIterable {
    case pdf, taggedPDF, cutPDF, png, svg

    func writer(to sink: any ByteSink, _ measurer: PangoMeasurer) throws -> any PageWriter {
      let metadata = Workbench.metadata
      return switch self {
      case .pdf, .cutPDF: PDFWriter(to: sink, metadata: metadata, measurer: measurer)
      case .taggedPDF: PDFWriter(to: sink, metadata: metadata, measurer: measurer, PDFOptions(isTagged: true))
      case .png: PNGWriter(to: sink, metadata: metadata, dpi: 144, measurer: measurer)
      case .svg: SVGWriter(to: sink, metadata: metadata, measurer: measurer)
      }
    }

    func write(_ page: Frame, to sink: any ByteSink, _ measurer: PangoMeasurer) throws {
      let writer = try writer(to: sink, measurer)
      do {
        if self == .cutPDF, let writer = writer as? PDFWriter {
          let whole = Rect(.zero, page.size)
          try writer.add(page: page, outline: nil, boxes: PageBoxes(trim: whole, bleed: whole))
        } else {
          try writer.add(page: page, outline: nil)
        }
        try writer.finish()
      } catch {
        writer.abandon()
        throw error
      }
    }
  }

  /// A sink that takes so many bytes and no more.
  private final class Narrow: ByteSink {
    let name = "narrow"
    var room: Int
    var wasAbandoned = false
    init(room: Int) { self.room = room }
    var fault: DrawingError { .cannotWrite(path: name, reason: "no room") }
    func write(_ bytes: [UInt8]) throws(DrawingError) {
      if bytes.count > room { throw fault }
      room -= bytes.count
    }
    func finish() throws(DrawingError) { throw fault }
    func abandon() { wasAbandoned = true }
  }

  private func page(_ bench: Workbench) throws -> Frame {
    var page = try GroupTests.stampedPage(bench)
    page.add(.link(address: "https://example.org", size: Size(9, 9)), at: Point(20, 20))
    return page
  }

  @Test(arguments: Format.allCases) func memoryAndFileHoldTheSame(_ format: Format) throws {
    let bench = try Workbench()
    let (page, path) = (try page(bench), bench.path("page"))
    let memory = MemorySink(name: "page")
    try format.write(page, to: memory, bench.measurer)
    try format.write(page, to: FileSink(path: path), bench.measurer)
    #expect(memory.bytes.count > 1000)
    let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    guard format == .svg else {
      #expect(file == memory.bytes)
      return
    }
    // Cairo 1.16 counts its surfaces over the whole process and names the groups of an SVG picture after them.
    let texts = [file, memory.bytes].map {
      String(decoding: $0, as: UTF8.self).replacing(#/surface\d+/#, with: "surface")
    }
    #expect(texts[0] == texts[1])
  }

  @Test(arguments: Format.allCases) func theSinksFaultIsTold(_ format: Format) throws {
    let bench = try Workbench()
    for room in [0, .max] {
      let sink = Narrow(room: room)
      #expect(throws: sink.fault) { try format.write(try page(bench), to: sink, bench.measurer) }
      #expect(sink.wasAbandoned)
    }
  }

  /// Where the fault comes while pages are still drawn, too.
  @Test func aFaultInTheMiddleIsTheSinks() throws {
    let bench = try Workbench()
    let sink = Narrow(room: 1 << 17)
    let writer = PDFWriter(to: sink, metadata: Workbench.metadata, measurer: bench.measurer)
    var page = Frame.a4
    for line in 0..<60 { try bench.add("\(line) of many", .body, at: Point(50, 50 + 12 * Double(line)), to: &page) }
    var pages = 0
    #expect(throws: sink.fault) {
      while pages < 2000 {
        try writer.add(page: page, outline: nil)
        pages += 1
      }
    }
    #expect(pages > 1)
    writer.abandon()
    #expect(sink.wasAbandoned)
  }

  @Test(arguments: Format.allCases) func aFullDiskIsTold(_ format: Format) throws {
    let bench = try Workbench()
    #expect(throws: DrawingError.cannotWrite(path: "/dev/full", reason: "the disk takes no more")) {
      try format.write(try page(bench), to: FileSink(path: "/dev/full"), bench.measurer)
    }
  }

  @Test func aPlaceThatCannotBeWrittenIsTold() throws {
    let path = try Workbench().path("no/such/folder.pdf")
    #expect(throws: DrawingError.cannotWrite(path: path, reason: "No such file or directory")) {
      try FileSink(path: path)
    }
  }

  @Test func aFileHoldsWhatWasWritten() throws {
    let path = try Workbench().path("bytes")
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Less than the file keeps waiting, more than that, exactly as much, and nothing.
    let pieces = [3, 1 << 17, 1 << 16, 0, (1 << 16) - 1, 2].map { [UInt8](repeating: UInt8($0 % 251), count: $0) }
    let sink = try FileSink(path: path)
    for piece in pieces { try sink.write(piece) }
    try sink.finish()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(pieces.joined()))
    #expect(throws: DrawingError.alreadyClosed(path: path)) {
      try sink.write([1])
      try sink.finish()
    }
  }
}
