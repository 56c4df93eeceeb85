internal import CCairo
internal import Layout

/// Text (ISO 32000-1, 9.4): codes are glyph numbers of two bytes, and what a code cannot say by itself is said beside it.
extension ContentPainter {
  /// A glyph may stand this far, in points, from where it was shaped: 2 µm, less than a dot of any printer.
  private static let slack = 0.005

  /// Letters that are made bold are broader by an em divided by this, as FreeType makes them (`FT_GlyphSlot_Embolden`).
  private static let boldness = 24.0

  /// What is known while a run is shown.
  private struct Showing {
    var place: Int
    var run: GlyphLine.Run
    var origin: Point
    /// Where the next glyph would stand, and the baseline it would stand on, in thousandths of a point.
    var pen = 0.0
    var baseline: Int?
    /// Whether a string is open, and whether there are numbers between its parts.
    var isOpen = false
    var hasNumbers = false
  }

  mutating func draw(_ line: ShapedLine, in color: Color, at origin: Point) throws(DrawingError) {
    guard let line = line.content as? GlyphLine else { throw .foreignText }
    guard !line.glyphs.isEmpty else { return }
    markText()
    stream.beginText()
    stream.fill(with: color)
    for run in line.runs {
      let place = place(of: run.instance.face)
      stream.set(ContentStream.Font(resource: place, size: FixedPoint.length(run.instance.size)))
      stream.embolden(by: run.instance.isEmboldened ? FixedPoint.length(run.instance.size / Self.boldness) : 0, color)
      show(Showing(place: place, run: run, origin: origin), of: line)
    }
  }

  /// Shows a run's clusters in the order of its text, whichever way it runs.
  private mutating func show(_ showing: Showing, of line: GlyphLine) {
    var showing = showing
    let run = showing.run
    let isBackward = run.flags.rawValue != 0
    var (byte, glyph) = (run.bytes.lowerBound, isBackward ? run.glyphs.upperBound : run.glyphs.lowerBound)
    for cluster in line.clusters[run.clusters] {
      let (length, count) = (Int(cluster.num_bytes), Int(cluster.num_glyphs))
      let glyphs = isBackward ? glyph - count..<glyph : glyph..<glyph + count
      let spoken = spoken(by: line, glyphs, bytes: byte..<byte + length, isBackward: isBackward, place: showing.place)
      if let spoken {
        close(&showing)
        stream.out.add("/Span<</ActualText")
        stream.out.add(text: spoken)
        stream.operate(">>BDC")
      }
      for index in glyphs { show(line.glyphs[index], &showing) }
      if spoken != nil {
        close(&showing)
        stream.operate("EMC")
      }
      byte += length
      glyph += isBackward ? -count : count
    }
    close(&showing)
  }

  /// Adds a glyph to the string that is open.
  private mutating func show(_ glyph: cairo_glyph_t, _ showing: inout Showing) {
    let instance = showing.run.instance
    // FreeType makes letters bolder to the right and upwards alone.
    let shift = instance.isEmboldened ? instance.size / Self.boldness / 2 : 0
    let (left, baseline) = (glyph.x + showing.origin.x + shift, y(glyph.y + showing.origin.y - shift))
    if showing.baseline != baseline {
      close(&showing)
      let start = x(left)
      stream.move(toX: start, y: baseline, slant: FixedPoint.factor(instance.slant))
      (showing.pen, showing.baseline) = (Double(start) / 1000, baseline)
    }
    var number = 0
    if abs(left - showing.pen) > Self.slack, instance.size > 0 {
      // Numbers between strings move to the left, in thousandths of the type's size.
      number = Int(((showing.pen - left) * 1000 / instance.size).rounded())
    }
    if !showing.isOpen {
      shown.clear()
      if number == 0 { shown.add("<") }
      showing.isOpen = true
    } else if number != 0 {
      shown.add(">")
    }
    if number != 0 {
      shown.add(number)
      shown.add("<")
      showing.hasNumbers = true
      showing.pen -= Double(number) * instance.size / 1000
    }
    let index = UInt16(truncatingIfNeeded: glyph.index)
    let width = widths[showing.place]
    shown.add(hex: width.code(of: index))
    showing.pen += width[index] * instance.size
  }

  private mutating func close(_ showing: inout Showing) {
    guard showing.isOpen else { return }
    shown.add(">")
    if showing.hasNumbers { stream.out.add("[") }
    stream.out.add(shown.bytes)
    stream.operate(showing.hasNumbers ? "]TJ" : "Tj")
    (showing.isOpen, showing.hasNumbers) = (false, false)
  }

  /// Notes what glyphs stand for.
  ///
  /// - Returns: the text, where it has to be said beside them (14.9.4); nil where their codes say it.
  private mutating func spoken(
    by line: GlyphLine, _ glyphs: Range<Int>, bytes: Range<Int>, isBackward: Bool, place: Int
  ) -> String? {
    let utf8 = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(line.bytes)[bytes])
    func glyph(_ index: Int) -> UInt16 { UInt16(truncatingIfNeeded: line.glyphs[index].index) }
    if glyphs.count == 1 {
      let glyph = glyph(glyphs.lowerBound)
      if let scalar = Self.onlyScalar(utf8) {
        if resources.fonts[place].texts.note(glyph, scalar: scalar) { return nil }
      } else if resources.fonts[place].texts.note(glyph, text: String(decoding: utf8, as: UTF8.self)) {
        return nil
      }
      return String(decoding: utf8, as: UTF8.self)
    }
    let text = String(decoding: utf8, as: UTF8.self)
    let face = resources.fonts[place].face
    let scalars = Array(text.unicodeScalars)
    // A letter with its marks, each by itself; where text runs backwards readers would take the marks apart.
    let isPlain =
      !isBackward && scalars.count == glyphs.count
      && zip(glyphs, scalars).allSatisfy { face.nominalGlyph(of: $1) == glyph($0) }
    if isPlain {
      var agrees = true
      for (index, scalar) in zip(glyphs, scalars) where agrees {
        agrees = resources.fonts[place].texts.note(glyph(index), scalar: scalar.value)
      }
      if agrees { return nil }
    }
    for index in glyphs { resources.fonts[place].texts.noteWeakly(glyph(index), text: text) }
    return text
  }

  /// The scalar that some UTF-8 is; nil where it is more than one.
  private static func onlyScalar(_ bytes: UnsafeRawBufferPointer) -> UInt32? {
    func tail(_ index: Int) -> UInt32 { UInt32(bytes[index] & 0x3F) }
    switch bytes.count {
    case 1: return UInt32(bytes[0])
    case 2 where bytes[0] & 0xE0 == 0xC0: return UInt32(bytes[0] & 0x1F) << 6 | tail(1)
    case 3 where bytes[0] & 0xF0 == 0xE0: return UInt32(bytes[0] & 0x0F) << 12 | tail(1) << 6 | tail(2)
    case 4 where bytes[0] & 0xF8 == 0xF0:
      return UInt32(bytes[0] & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
    default: return nil
    }
  }
}
