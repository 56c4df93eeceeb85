internal import CCairo

/// The pixels of an image (ISO 32000-1, 8.9.5), as few bits of them as say the same.
struct PixelImage: Sendable {
  let width: Int
  let height: Int
  /// 1 for shades of grey, 3 for colours, or for places in the palette 1.
  let components: Int
  /// Red, green and blue of each colour, where there are few (8.6.6.3); nil where a pixel says its own.
  let palette: [UInt8]?
  /// How many bits a component has: 1, 2, 4 or 8.
  let bits: Int
  /// Row by row, each from a whole byte on.
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
    // Shades of grey take a byte at the most, with or without a palette.
    if let few = FewColors(colors, width: width), few.bits < 8 || !isGrey {
      (components, palette, bits, samples) = (1, few.palette, few.bits, few.samples)
    } else {
      (components, palette, bits) = (isGrey ? 1 : 3, nil, 8)
      samples = isGrey ? Swift.stride(from: 0, to: colors.count, by: 3).map { colors[$0] } : colors
    }
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
    if let opacity {
      var gray = dictionary(bits: 8)
      gray.add("/ColorSpace/DeviceGray")
      mask = try write(gray, opacity, components: 1, to: file)
    }
    var out = dictionary(bits: bits)
    if let mask {
      out.add("/SMask ")
      out.add(mask)
    }
    if let palette {
      out.add("/ColorSpace[/Indexed/DeviceRGB ")
      out.add(palette.count / 3 - 1)
      out.add(hexadecimal: palette)
      out.add("]")
      return try file.add(out, stream: samples)
    }
    out.add(components == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB")
    return try write(out, samples, components: components, to: file)
  }

  private func dictionary(bits: Int) -> PDFBytes {
    var out = PDFBytes("/Type/XObject/Subtype/Image/Interpolate true/BitsPerComponent ")
    out.add(bits)
    out.add("/Width ")
    out.add(width)
    out.add("/Height ")
    out.add(height)
    return out
  }

  /// Writes samples of a byte each.
  private func write(_ dictionary: PDFBytes, _ samples: [UInt8], components: Int, to file: ObjectFile)
    throws(DrawingError) -> ObjectNumber
  {
    var out = dictionary
    out.add("/DecodeParms<</Predictor 15/Colors ")
    out.add(components)
    out.add("/Columns ")
    out.add(width)
    out.add(">>")
    return try file.add(out, stream: Self.predicted(samples, width: width, components: components))
  }
}
