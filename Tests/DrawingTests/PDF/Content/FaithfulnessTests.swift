import Drawing
import Foundation
import Layout
import TestTools
import Testing

extension Pixels {
  /// What Cairo draws.
  init(_ raster: Raster) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raster.width * raster.height * 3)
    for y in 0..<raster.height {
      for x in 0..<raster.width {
        let pixel = raster[x, y]
        bytes.append(pixel.red)
        bytes.append(pixel.green)
        bytes.append(pixel.blue)
      }
    }
    self.init(width: raster.width, height: raster.height, bytes: bytes)
  }

  /// The mean of each square of so many pixels, from the left upper corner on as far as whole ones go.
  func blocks(of side: Int, across: Int, down: Int) -> [Double] {
    var sums = [Int](repeating: 0, count: across * down)
    bytes.withUnsafeBufferPointer { bytes in
      for y in 0..<down * side {
        for x in 0..<across * side {
          let at = (y * width + x) * 3
          sums[y / side * across + x / side] += Int(bytes[at]) + Int(bytes[at + 1]) + Int(bytes[at + 2])
        }
      }
    }
    return sums.map { Double($0) / Double(side * side * 3) }
  }
}

/// Whether poppler shows of a PDF what Cairo draws of the same frame, at 300 pixels an inch: no square of 24 is lighter or darker by more
/// than an eighth of the way from black to white, and all are by less than a hundredth on average. Both smooth edges, each in its way,
/// and set letters on whole pixels.
func expectAsPixels(
  _ page: Frame, _ path: String, _ bench: Workbench, sourceLocation: SourceLocation = #_sourceLocation
)
  throws
{
  let ours = try Pixels(pdf: path, dpi: 300)
  let cairos = Pixels(try Raster.render(page, dpi: 300, measurer: bench.measurer))
  #expect(abs(ours.width - cairos.width) <= 1 && abs(ours.height - cairos.height) <= 1, sourceLocation: sourceLocation)
  let (across, down) = (min(ours.width, cairos.width) / 24, min(ours.height, cairos.height) / 24)
  let blocks = [ours, cairos].map { $0.blocks(of: 24, across: across, down: down) }
  let distances = zip(blocks[0], blocks[1]).map { abs($0 - $1) }
  #expect((distances.max() ?? 255) < 32, sourceLocation: sourceLocation)
  #expect(distances.reduce(0, +) / Double(max(1, distances.count)) < 2.5, sourceLocation: sourceLocation)
}

@Suite struct FaithfulnessTests {
  private static let words = ["office", "flow", "AVATAR", "हिन्दी", "漢字かな", "ไทย", "12,345.67", "naïve", "Ελληνικά"]

  /// A page of whatever there is.
  private static func page(_ bench: Workbench, _ random: inout SplitMix64, depth: Int = 0) throws -> Frame {
    func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    func color() -> Color { Color(red: number(0...1), green: number(0...1), blue: number(0...1)) }
    var frame = depth == 0 ? Frame(size: Size(320, 240)) : Frame(size: Size(120, 80))
    for _ in 0..<(depth == 0 ? 9 : 4) {
      let place = Point(number(0...frame.size.width * 0.8), number(0...frame.size.height * 0.8))
      switch Int.random(in: 0..<(depth < 2 ? 9 : 6), using: &random) {
      case 0, 1:
        let style = TextStyle(
          families: ["Inter"], size: number(7...24), weight: Bool.random(using: &random) ? 400 : 700,
          isItalic: Bool.random(using: &random), letterSpacing: Bool.random(using: &random) ? 0 : 0.1, color: color())
        try bench.add(words.randomElement(using: &random) ?? "", style, at: place, to: &frame)
      case 2:
        frame.add(
          .box(
            BoxItem(
              size: Size(number(5...60), number(5...40)), fill: Bool.random(using: &random) ? color() : nil,
              stroke: Bool.random(using: &random) ? color() : nil, strokeWidth: number(0.5...8), radius: number(0...20))
          ), at: place)
      case 3:
        let rects = (0..<4).map {
          Rect(x: Double($0) * 9, y: number(0...5), width: number(2...8), height: number(1...20))
        }
        frame.add(.boxes(rects, color()), at: place)
      case 4: frame.add(.code(CodeItem(text: "https://example.org", side: number(30...70), quietZone: 4)), at: place)
      case 5:
        let dashes: [LineItem.Dashes?] = [nil, .dashes, .dots]
        let line = LineItem(
          end: Point(number(-60...60), number(-40...40)), width: number(0.5...8), color: color(),
          dashes: dashes.randomElement(using: &random) ?? nil)
        frame.add(.line(line), at: place)
      case 6: frame.add(try page(bench, &random, depth: depth + 1), at: place)
      case 7: frame.add(.shared(SharedFrame(try page(bench, &random, depth: depth + 1))), at: place)
      default:
        let angle = number(-3...3)
        let turn = Transform(cosine: cos(angle), sine: sin(angle), offset: Point(number(0...80), number(0...60)))
        let group = GroupItem(
          content: SharedFrame(try page(bench, &random, depth: depth + 1)), transform: turn,
          blend: depth == 0 && Bool.random(using: &random) ? .multiply : .normal,
          holes: Bool.random(using: &random) ? [] : [Rect(x: number(0...60), y: number(0...60), width: 40, height: 30)])
        frame.add(.group(group), at: place)
      }
    }
    return frame
  }

  /// `TEST_PAGES=2000` asks for so many pages of whatever there is, `TEST_PAGES_FIRST=7` for those from that seed on;
  /// `TEST_PAGES_KEEP=folder` keeps them, and what Cairo draws of them. Of 2,000 some eight are apart by a little more than is allowed:
  /// poppler sets codes on whole pixels.
  private static let environment = ProcessInfo.processInfo.environment
  private static let seeds: Range<Int> = {
    let first = environment["TEST_PAGES_FIRST"].flatMap { Int($0) } ?? 0
    return first..<first + (environment["TEST_PAGES"].flatMap { Int($0) } ?? 24)
  }()

  private static func keep(_ page: Frame, _ path: String, _ bench: Workbench, seed: Int) throws {
    guard let folder = environment["TEST_PAGES_KEEP"] else { return }
    try? FileManager.default.removeItem(atPath: "\(folder)/\(seed).pdf")
    try FileManager.default.copyItem(atPath: path, toPath: "\(folder)/\(seed).pdf")
    let writer = PNGWriter(
      to: try FileSink(path: "\(folder)/\(seed).png"), metadata: Workbench.metadata, dpi: 300, measurer: bench.measurer)
    try writer.add(page: page, outline: nil)
    try writer.finish()
  }

  @Test(arguments: seeds) func whatIsWrittenIsWhatIsDrawn(seed: Int) throws {
    let bench = try Workbench()
    var random = SplitMix64(seed: seed)
    let page = try Self.page(bench, &random)
    let path = try bench.pdf([page])
    try Self.keep(page, path, bench, seed: seed)
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    try expectAsPixels(page, path, bench)
  }

  @Test func aCorrectionMovesAndStretchesThePage() throws {
    let bench = try Workbench()
    var page = Frame.square
    page.add(.box(BoxItem(size: Size(100, 50), fill: .black)), at: Point(20, 40))
    page.add(.link(address: "https://example.org", size: Size(100, 50)), at: Point(20, 40))
    let path = bench.path("corrected.pdf")
    let correction = PrintCorrection(x: 5, y: -10, across: 1.02, down: 1.1)
    let writer = try PDFWriter(
      to: FileSink(path: path), metadata: Workbench.metadata, measurer: bench.measurer,
      PDFOptions(correction: correction))
    try writer.add(page: page, outline: nil)
    try writer.finish()
    // From 20 × 1.02 + 5 to 120 × 1.02 + 5 across, and from 40 × 1.1 − 10 to 90 × 1.1 − 10 down.
    #expect(try occurrences(of: "/Rect [ 25.4 111 127.4 166 ]", in: path) == 1)
    let pixels = try Pixels(pdf: path)
    for (x, y, isDark) in [
      (27, 36, true), (23, 36, false), (126, 87, true), (129, 87, false), (60, 32, false), (60, 91, false),
    ] {
      #expect(pixels[x, y] == (isDark ? [0, 0, 0] : [255, 255, 255]), "\(x), \(y)")
    }
  }

  @Test func pagesSayWhereTheyAreCut() throws {
    let bench = try Workbench()
    let path = bench.path("cut.pdf")
    let writer = try PDFWriter(to: FileSink(path: path), metadata: Workbench.metadata, measurer: bench.measurer)
    let boxes = PageBoxes(
      trim: Rect(x: 20, y: 30, width: 100, height: 120), bleed: Rect(x: 11.5, y: 21.5, width: 117, height: 137))
    try writer.add(page: .square, outline: nil, boxes: boxes)
    try writer.finish()
    #expect(try occurrences(of: "/TrimBox [ 20 50 120 170 ]", in: path) == 1)
    #expect(try occurrences(of: "/BleedBox [ 11.5 41.5 128.5 178.5 ]", in: path) == 1)
    #expect(try occurrences(of: "/MediaBox [ 0 0 200 200 ]", in: path) == 1)
  }
}
