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
  ///   - measurer: the measurer that shaped the frame's text.
  /// - Returns: the pixels.
  /// - Throws: ``DrawingError``.
  public static func render(_ frame: Frame, dpi: Double, measurer: PangoMeasurer) throws(DrawingError) -> Raster {
    let scale = dpi / 72
    let width = max(1, Int((frame.size.width * scale).rounded()))
    let height = max(1, Int((frame.size.height * scale).rounded()))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
    else { throw .cannotDraw(reason: "out of memory") }
    defer { cairo_surface_destroy(surface) }
    let painter = try Painter(on: surface, measurer: measurer, recordings: Recordings())
    painter.use(.white)
    cairo_paint(painter.cr)
    cairo_scale(painter.cr, scale, scale)
    try FontLock.opening { () throws(DrawingError) in
      try painter.paint(frame, at: .zero)
      try painter.check()
    }
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { throw .cannotDraw(reason: "no pixels") }
    // A row of four-byte pixels needs no padding: Cairo's stride is a multiple of four.
    let bytes = Array(UnsafeBufferPointer(start: data, count: width * height * 4))
    return Raster(width: width, height: height, bytes: bytes)
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
  /// - Parameter path: where to write; a file that is there is overwritten.
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public func write(png path: String) throws(DrawingError) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height)),
      let data = cairo_image_surface_get_data(surface)
    else { throw .cannotWrite(path: path, reason: "out of memory") }
    defer { cairo_surface_destroy(surface) }
    cairo_surface_flush(surface)
    data.update(from: bytes, count: bytes.count)
    cairo_surface_mark_dirty(surface)
    let status = cairo_surface_write_to_png(surface, path)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cannotWrite(path: path, reason: String(cString: cairo_status_to_string(status)))
    }
  }
}
