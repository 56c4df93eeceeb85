internal import CHarfBuzz

/// A glyph's outline as a charstring (Adobe Technical Note 5177, The Type 2 Charstring Format), in whole units of its font.
struct GlyphOutline {
  /// The charstring, to its end.
  let charString: [UInt8]
  /// Whether there is no outline.
  let isEmpty: Bool

  /// Draws a glyph, where its font varies at the face's place.
  init(of glyph: UInt16, in face: FontFace) {
    var pen = Pen()
    let functions = hb_draw_funcs_create()
    defer { hb_draw_funcs_destroy(functions) }
    hb_draw_funcs_set_move_to_func(
      functions, { _, pen, _, x, y, _ in Pen.take(pen) { $0.move(to: (x, y)) } }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions, { _, pen, _, x, y, _ in Pen.take(pen) { $0.line(to: (x, y)) } }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, pen, _, x1, y1, x2, y2, x, y, _ in Pen.take(pen) { $0.curve((x1, y1), (x2, y2), to: (x, y)) } }, nil, nil)
    // Quadratic curves come as cubic ones by themselves, and contours close by themselves.
    withUnsafeMutablePointer(to: &pen) { pen in
      hb_font_get_glyph_shape(face.font, UInt32(glyph), functions, UnsafeMutableRawPointer(pen))
    }
    isEmpty = pen.bytes.isEmpty
    charString = pen.bytes + [Pen.end]
  }

  private struct Pen {
    static let (lineTo, curveTo, end, moveTo): (UInt8, UInt8, UInt8, UInt8) = (5, 8, 14, 21)
    var bytes: [UInt8] = []
    private var place = (x: 0, y: 0)

    static func take(_ pointer: UnsafeMutableRawPointer?, _ body: (inout Pen) -> Void) {
      guard let pen = pointer?.assumingMemoryBound(to: Pen.self) else { return }
      body(&pen.pointee)
    }

    mutating func move(to point: (Float, Float)) {
      step(to: point)
      bytes.append(Self.moveTo)
    }

    mutating func line(to point: (Float, Float)) {
      step(to: point)
      bytes.append(Self.lineTo)
    }

    mutating func curve(_ first: (Float, Float), _ second: (Float, Float), to end: (Float, Float)) {
      for point in [first, second, end] { step(to: point) }
      bytes.append(Self.curveTo)
    }

    /// Adds how far a point is from the last one: rounded places, so that no error adds up.
    private mutating func step(to point: (Float, Float)) {
      let next = (x: Self.whole(point.0), y: Self.whole(point.1))
      for number in [next.x - place.x, next.y - place.y] {
        let bits = UInt16(bitPattern: Int16(clamping: number))
        bytes += [28, UInt8(bits >> 8), UInt8(bits & 0xFF)]
      }
      place = next
    }

    private static func whole(_ value: Float) -> Int {
      value.isFinite ? Int(min(max(value, -32_000), 32_000).rounded()) : 0
    }
  }
}
