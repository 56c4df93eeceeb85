internal import CCairo
internal import Layout

/// Where the ink of a group lies that is to be multiplied with what is below it, in pixels: in squares, those beside one another joined.
/// What has no ink needs no blending, and what multiplies with white comes out as what covers it, which is drawn many times as fast.
struct InkParts {
  /// Where nothing but white paper is below.
  private(set) var onBlank: [Rect] = []
  /// Where something else is.
  private(set) var onOther: [Rect] = []

  /// How long the side of a square is: short enough to leave out what is between letters.
  private static let side = 16

  /// Looks for it; nil where what is drawn on is no paper of pixels.
  ///
  /// - Parameter cr: draws on it, with the group as its source.
  init?(of cr: OpaquePointer) {
    var source: OpaquePointer?
    guard let target = cairo_get_target(cr), cairo_get_group_target(cr) == target,
      cairo_pattern_get_surface(cairo_get_source(cr), &source) == CAIRO_STATUS_SUCCESS, let group = source,
      let below = Pixels(target, CAIRO_FORMAT_RGB24), let ink = Pixels(group, CAIRO_FORMAT_ARGB32)
    else { return nil }
    // The group has pixels only for what is clipped.
    var (x, y) = (0.0, 0.0)
    cairo_surface_get_device_offset(group, &x, &y)
    let (left, top) = (-Int(x), -Int(y))
    let columns = max(0, -left)..<max(0, -left, min(ink.width, below.width - left))
    let rows = max(0, -top)..<max(0, -top, min(ink.height, below.height - top))
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.side) {
      let band = start..<min(rows.upperBound, start + Self.side)
      for first in stride(from: columns.lowerBound, to: columns.upperBound, by: Self.side) {
        let across = first..<min(columns.upperBound, first + Self.side)
        if ink.all(band, across, { $0 == 0 }) { continue }
        let isBlank = below.all(
          band.lowerBound + top..<band.upperBound + top, across.lowerBound + left..<across.upperBound + left
        ) { $0 | 0xFF00_0000 == 0xFFFF_FFFF }
        let square = Rect(
          x: Double(across.lowerBound + left), y: Double(band.lowerBound + top), width: Double(across.count),
          height: Double(band.count))
        if isBlank { Self.join(square, to: &onBlank) } else { Self.join(square, to: &onOther) }
      }
    }
  }

  private static func join(_ square: Rect, to squares: inout [Rect]) {
    if let last = squares.last, last.minY == square.minY, last.maxX == square.minX {
      squares[squares.count - 1].size.width += square.size.width
    } else {
      squares.append(square)
    }
  }

  /// The pixels of a surface, as long as nothing else is drawn on it.
  private struct Pixels {
    let width: Int
    let height: Int
    private let stride: Int
    private let words: UnsafePointer<UInt32>

    init?(_ surface: OpaquePointer, _ format: cairo_format_t) {
      guard cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE,
        cairo_image_surface_get_format(surface) == format
      else { return nil }
      cairo_surface_flush(surface)
      guard let bytes = cairo_image_surface_get_data(surface) else { return nil }
      width = Int(cairo_image_surface_get_width(surface))
      height = Int(cairo_image_surface_get_height(surface))
      stride = Int(cairo_image_surface_get_stride(surface)) / 4
      words = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt32.self)
    }

    func all(_ rows: Range<Int>, _ columns: Range<Int>, _ isSo: (UInt32) -> Bool) -> Bool {
      rows.allSatisfy { row in
        UnsafeBufferPointer(start: words + row * stride + columns.lowerBound, count: columns.count).allSatisfy(isSo)
      }
    }
  }
}
