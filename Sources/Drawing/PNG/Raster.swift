internal import CCairo
public import Layout

/// A frame as pixels on white paper.
public struct Raster: Sendable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int
  /// Four bytes a pixel, row by row: blue, green, red and one unused (a word of 0x00RRGGBB in little-endian order).
  private let bytes: [UInt8]

  /// Draws a frame as the PDF would show it.
  ///
  /// - Parameters:
  ///   - frame: what to draw.
  ///   - dpi: dots an inch.
  ///   - isSmooth: whether it is drawn at twice the size and shrunk, at four times the cost: Cairo 1.16 sets letters on whole
  ///     pixels, which below some 200 dots an inch spoils the space between them.
  ///   - measurer: the measurer that shaped the frame's text.
  /// - Returns: the pixels.
  /// - Throws: ``DrawingError``.
  public static func render(_ frame: Frame, dpi: Double, isSmooth: Bool = false, measurer: PangoMeasurer)
    throws(DrawingError) -> Raster
  {
    let scale = dpi / 72
    let width = max(1, Int((frame.size.width * scale).rounded()))
    let height = max(1, Int((frame.size.height * scale).rounded()))
    let factor = isSmooth ? 2 : 1
    let drawn = try surface(width: width * factor, height: height * factor)
    defer { cairo_surface_destroy(drawn) }
    let painter = try Painter(on: drawn, measurer: measurer, recordings: Recordings())
    painter.use(.white)
    cairo_paint(painter.cr)
    cairo_scale(painter.cr, scale * Double(factor), scale * Double(factor))
    try FontLock.opening { () throws(DrawingError) in
      try painter.paint(frame, at: .zero)
      try painter.check()
    }
    guard isSmooth else { return try Raster(drawn, width: width, height: height) }
    let shrunk = try surface(width: width, height: height)
    defer { cairo_surface_destroy(shrunk) }
    guard let cr = cairo_create(shrunk) else { throw .cannotDraw(reason: "out of memory") }
    defer { cairo_destroy(cr) }
    cairo_scale(cr, 1 / Double(factor), 1 / Double(factor))
    cairo_set_source_surface(cr, drawn, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD)
    cairo_paint(cr)
    return try Raster(shrunk, width: width, height: height)
  }

  private static func surface(width: Int, height: Int) throws(DrawingError) -> OpaquePointer {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
    else { throw .cannotDraw(reason: "out of memory") }
    return surface
  }

  private init(_ surface: OpaquePointer, width: Int, height: Int) throws(DrawingError) {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { throw .cannotDraw(reason: "no pixels") }
    (self.width, self.height) = (width, height)
    // A row of four-byte pixels needs no padding: Cairo's stride is a multiple of four.
    bytes = Array(UnsafeBufferPointer(start: data, count: width * height * 4))
  }

  /// The colour of a pixel, 0 to 255 each; outside of the picture it is white paper.
  public subscript(x: Int, y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    guard x >= 0, y >= 0, x < width, y < height else { return (255, 255, 255) }
    let at = (y * width + x) * 4
    #if _endian(little)
      return (bytes[at + 2], bytes[at + 1], bytes[at])
    #else
      return (bytes[at + 1], bytes[at + 2], bytes[at + 3])
    #endif
  }

  /// Writes the pixels as a PNG file.
  ///
  /// - Parameters:
  ///   - path: where to write; a file that is there is overwritten.
  ///   - dpi: pixels an inch of paper, where the file is to say it.
  ///   - title: the picture's title, where it has one.
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public func write(png path: String, dpi: Double? = nil, title: String? = nil) throws(DrawingError) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height)),
      let data = cairo_image_surface_get_data(surface)
    else { throw .cannotWrite(path: path, reason: "out of memory") }
    defer { cairo_surface_destroy(surface) }
    cairo_surface_flush(surface)
    data.update(from: bytes, count: bytes.count)
    cairo_surface_mark_dirty(surface)
    var file = try PNGFile(surface)
    if let dpi { file.set(dpi: dpi) }
    if let title { file.set("Title", title) }
    try file.write(to: path)
  }
}
