internal import CCairo

/// The pixels of an image (ISO 32000-1, 8.9.5), as few bits of them as say the same.
struct PixelImage: Sendable {
  let width: Int
  let height: Int
  /// 1 for shades of grey, 3 for colours.
  let components: Int
  /// Row by row, a byte a component.
  let samples: [UInt8]
  /// How opaque each pixel is; nil where all are.
  let opacity: [UInt8]?

  /// Takes the pixels of one of Cairo's image surfaces.
  ///
  /// - Throws: ``DrawingError/cannotDraw(reason:)`` for one of a form in which no picture is read.
  init(_ surface: OpaquePointer) throws(DrawingError) {
    cairo_surface_flush(surface)
    let format = cairo_image_surface_get_format(surface)
    guard format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24,
      let data = cairo_image_surface_get_data(surface)
    else { throw .cannotDraw(reason: "a picture's pixels are of an unknown form") }
    (width, height) = (Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface)))
    let stride = Int(cairo_image_surface_get_stride(surface))
    let pixels = UnsafeRawPointer(data)
    var colors: [UInt8] = []
    var alphas: [UInt8] = []
    colors.reserveCapacity(width * height * 3)
    alphas.reserveCapacity(width * height)
    var (isGrey, isOpaque) = (true, true)
    for row in 0..<height {
      for column in 0..<width {
        let pixel = pixels.load(fromByteOffset: row * stride + column * 4, as: UInt32.self)
        let alpha = format == CAIRO_FORMAT_RGB24 ? 255 : pixel >> 24
        // Cairo keeps colours multiplied with how opaque they are.
        func part(_ shift: UInt32) -> UInt8 {
          let value = pixel >> shift & 0xFF
          return UInt8(
            truncatingIfNeeded: alpha == 255 ? value : alpha == 0 ? 0 : min(255, (value * 255 + alpha / 2) / alpha))
        }
        let (red, green, blue) = (part(16), part(8), part(0))
        isGrey = isGrey && red == green && green == blue
        isOpaque = isOpaque && alpha == 255
        colors.append(red)
        colors.append(green)
        colors.append(blue)
        alphas.append(UInt8(truncatingIfNeeded: alpha))
      }
    }
    components = isGrey ? 1 : 3
    samples = isGrey ? Swift.stride(from: 0, to: colors.count, by: 3).map { colors[$0] } : colors
    opacity = isOpaque ? nil : alphas
  }

  /// Rows of samples, each as its differences from what is left of it or above it, whichever come out smaller (PNG's filters 1
  /// and 2; ISO 32000-1, 7.4.4.4).
  static func predicted(_ samples: [UInt8], width: Int, components: Int) -> [UInt8] {
    let row = width * components
    guard row > 0 else { return samples }
    var out: [UInt8] = []
    out.reserveCapacity(samples.count + samples.count / row)
    for start in stride(from: 0, to: samples.count, by: row) {
      let left = (0..<row).map { samples[start + $0] &- ($0 < components ? 0 : samples[start + $0 - components]) }
      let above = (0..<row).map { samples[start + $0] &- (start == 0 ? 0 : samples[start + $0 - row]) }
      let isLeft = weight(left) < weight(above)
      out.append(isLeft ? 1 : 2)
      out.append(contentsOf: isLeft ? left : above)
    }
    return out
  }

  /// How far differences are from nothing, all together.
  private static func weight(_ differences: [UInt8]) -> Int {
    differences.reduce(0) { $0 + abs(Int(Int8(bitPattern: $1))) }
  }

  /// Writes the image.
  ///
  /// - Returns: its number.
  /// - Throws: ``DrawingError``.
  func write(to file: ObjectFile) throws(DrawingError) -> ObjectNumber {
    var mask: ObjectNumber?
    if let opacity { mask = try write(opacity, components: 1, mask: nil, to: file) }
    return try write(samples, components: components, mask: mask, to: file)
  }

  private func write(_ samples: [UInt8], components: Int, mask: ObjectNumber?, to file: ObjectFile) throws(DrawingError)
    -> ObjectNumber
  {
    var out = PDFBytes("/Type/XObject/Subtype/Image/BitsPerComponent 8/Width ")
    out.add(width)
    out.add("/Height ")
    out.add(height)
    out.add(components == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB")
    out.add("/Interpolate true/DecodeParms<</Predictor 15/Colors ")
    out.add(components)
    out.add("/Columns ")
    out.add(width)
    out.add(">>")
    if let mask {
      out.add("/SMask ")
      out.add(mask)
    }
    return try file.add(out, stream: Self.predicted(samples, width: width, components: components))
  }
}
