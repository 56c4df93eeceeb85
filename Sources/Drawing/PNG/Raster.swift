internal import CCairo
public import Layout

/// A frame as pixels on white paper.
public struct Raster: Sendable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int
  private let surface: Surface

  /// Draws a frame as the PDF would show it.
  ///
  /// - Parameters:
  ///   - frame: what to draw.
  ///   - dpi: dots an inch.
  ///   - rows: which rows of pixels, from the page's top; nil for all.
  ///   - columns: which columns, from its left side; nil for all.
  ///   - isSmooth: whether it is drawn at twice the size and shrunk, at four times the cost: Cairo 1.16 sets letters on whole
  ///     pixels, which below some 200 dots an inch spoils the space between them.
  ///   - correction: what makes good how the printer is off that it is for.
  ///   - least: how thin something is drawn at the least, in points; 0 for as thin as it is.
  ///   - measurer: the measurer that shaped the frame's text.
  /// - Returns: the pixels.
  /// - Throws: ``DrawingError``.
  public static func render(
    _ frame: Frame, dpi: Double, rows: Range<Int>? = nil, columns: Range<Int>? = nil, isSmooth: Bool = false,
    correction: PrintCorrection = .none, least: Double = 0, measurer: PangoMeasurer
  ) throws(DrawingError) -> Raster {
    let scale = dpi / 72
    let (all, whole) = size(of: frame, dpi: dpi, correction: correction)
    let (rows, columns) = (rows ?? 0..<whole, columns ?? 0..<all)
    let (width, height) = (columns.count, rows.count)
    let factor = isSmooth ? 2 : 1
    guard max(width, height) * factor <= longestSide, width * height * factor * factor <= mostPixels else {
      throw .cannotDraw(
        reason:
          "the picture would have \(width) × \(height) pixels, and no more can be drawn than \(longestSide / factor) on a side"
      )
    }
    let drawn = try surface(width: width * factor, height: height * factor)
    let painter = try Painter(on: drawn.pointer, measurer: measurer, recordings: Recordings())
    if least > 0 { painter.least = least * scale * Double(factor) }
    if height < whole { painter.window = correction.window(rows, scale: scale) }
    painter.use(.white)
    cairo_paint(painter.cr)
    cairo_translate(painter.cr, Double(-columns.lowerBound * factor), Double(-rows.lowerBound * factor))
    cairo_scale(painter.cr, scale * Double(factor), scale * Double(factor))
    correction.apply(to: painter.cr)
    try FontLock.opening { () throws(DrawingError) in
      try painter.paint(frame, at: .zero)
      try painter.check()
    }
    guard isSmooth else { return Raster(drawn, width: width, height: height) }
    let shrunk = try surface(width: width, height: height)
    guard let cr = cairo_create(shrunk.pointer) else { throw .cannotDraw(reason: "out of memory") }
    defer { cairo_destroy(cr) }
    cairo_scale(cr, 1 / Double(factor), 1 / Double(factor))
    cairo_set_source_surface(cr, drawn.pointer, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD)
    cairo_paint(cr)
    return Raster(shrunk, width: width, height: height)
  }

  /// How many pixels a frame has.
  static func size(of frame: Frame, dpi: Double, correction: PrintCorrection) -> (width: Int, height: Int) {
    (
      max(1, Int((frame.size.width * dpi / 72).rounded())),
      max(1, Int((frame.size.height * correction.down * dpi / 72).rounded()))
    )
  }

  /// What Cairo can draw on (`MAX_IMAGE_SIZE`), and what memory should be asked for: 1.6 GB.
  private static let (longestSide, mostPixels) = (32_767, 400_000_000)

  private static func surface(width: Int, height: Int) throws(DrawingError) -> Surface {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
    else { throw .cannotDraw(reason: "out of memory") }
    guard let pixels = cairo_image_surface_get_data(surface) else {
      cairo_surface_destroy(surface)
      throw .cannotDraw(reason: "out of memory")
    }
    return Surface(surface, pixels)
  }

  private init(_ surface: Surface, width: Int, height: Int) {
    cairo_surface_flush(surface.pointer)
    (self.width, self.height) = (width, height)
    self.surface = surface
  }

  /// Reads the pixels, row by row without gaps: words of 0x00RRGGBB.
  func withPixels<T>(_ body: (UnsafePointer<UInt32>) -> T) -> T {
    // A row of four-byte pixels needs no padding: Cairo's stride is a multiple of four.
    surface.pixels.withMemoryRebound(to: UInt32.self, capacity: width * height) { body($0) }
  }

  /// The colour of a pixel, 0 to 255 each; outside of the picture it is white paper.
  public subscript(x: Int, y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    guard x >= 0, y >= 0, x < width, y < height else { return (255, 255, 255) }
    let pixel = withPixels { $0[y * width + x] }
    return (
      UInt8(truncatingIfNeeded: pixel >> 16), UInt8(truncatingIfNeeded: pixel >> 8), UInt8(truncatingIfNeeded: pixel)
    )
  }

  /// Writes the pixels as a PNG file.
  ///
  /// - Parameters:
  ///   - sink: where it goes.
  ///   - dpi: pixels an inch of paper, where the file is to say it.
  ///   - title: the picture's title, where it has one.
  /// - Throws: ``DrawingError``.
  public func writePNG(to sink: any ByteSink, dpi: Double? = nil, title: String? = nil) throws(DrawingError) {
    var file = try PNGFile(surface.pointer)
    if let dpi { file.set(dpi: dpi) }
    if let title { file.set("Title", title) }
    try sink.write(file.bytes)
    try sink.finish()
  }
}

/// Keeps a surface for as long as its pixels are looked at.
private final class Surface: @unchecked Sendable {
  // Nobody draws on it once it stands in a raster.
  let pointer: OpaquePointer
  let pixels: UnsafeMutablePointer<UInt8>

  init(_ pointer: OpaquePointer, _ pixels: UnsafeMutablePointer<UInt8>) {
    (self.pointer, self.pixels) = (pointer, pixels)
  }
  deinit { cairo_surface_destroy(pointer) }
}
