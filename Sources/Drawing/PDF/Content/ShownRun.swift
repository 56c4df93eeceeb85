internal import CCairo

/// A run of glyphs as content streams show it (ISO 32000-1, 9.4.3), wherever on a page it stands: codes are glyph numbers of two bytes, and
/// what a code cannot say by itself is said beside it.
struct ShownRun {
  /// What is written, in its order.
  enum Step {
    /// Where the next glyph stands, from the left end of the line's baseline, in points; y grows downwards.
    case move(x: Double, y: Double)
    /// A part of ``syntax``.
    case syntax(Range<Int>)
  }

  private(set) var steps: [Step] = []
  private(set) var syntax: [UInt8] = []
  /// What its glyphs stand for.
  private(set) var texts: GlyphTexts

  /// A glyph may stand this far, in points, from where it was shaped: 2 µm, less than a dot of any printer.
  private static let slack = 0.005

  /// Writes a run.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - line: its line.
  ///   - widths: how broad its font's glyphs are.
  ///   - texts: what glyphs stand for already where it is shown.
  init(_ run: GlyphLine.Run, of line: GlyphLine, _ widths: GlyphWidths, after texts: GlyphTexts) {
    self.texts = texts
    var writing = Writing(
      size: line.size(of: run), scale: line.scale, shift: run.instance.boldness * line.scale / 2, widths: widths)
    let isBackward = run.flags.rawValue != 0
    var (byte, glyph) = (run.bytes.lowerBound, isBackward ? run.glyphs.upperBound : run.glyphs.lowerBound)
    // Clusters come in the order of the text, whichever way it runs.
    for cluster in line.shape.clusters[run.clusters] {
      let (length, count) = (Int(cluster.num_bytes), Int(cluster.num_glyphs))
      let glyphs = isBackward ? glyph - count..<glyph : glyph..<glyph + count
      let spoken = self.texts.note(
        line.shape.glyphs[glyphs], bytes: line.shape.bytes[byte..<byte + length], of: run.instance.face,
        isBackward: isBackward)
      if let spoken {
        writing.close()
        writing.out.add("/Span<</ActualText")
        writing.out.add(text: spoken)
        writing.out.add(">>BDC\n")
      }
      for index in glyphs { writing.show(line.shape.glyphs[index]) }
      if spoken != nil {
        writing.close()
        writing.out.add("EMC\n")
      }
      byte += length
      glyph += isBackward ? -count : count
    }
    writing.close()
    (steps, syntax) = writing.ended
  }

  /// What is known while a run is written.
  private struct Writing {
    let size: Double
    let scale: Double
    /// FreeType makes letters bolder to the right and upwards alone.
    let shift: Double
    let widths: GlyphWidths
    var out = PDFBytes()
    private var steps: [Step] = []
    /// Where the syntax begins that is in no step yet.
    private var start = 0
    /// Where the next glyph would stand, in points, and the baseline it would stand on, in thousandths of one.
    private var pen = 0.0
    private var baseline: Int?
    /// Whether a string is open; where it began, and whether there are numbers between its parts.
    private var isOpen = false
    private var opening = 0
    private var hasNumbers = false

    init(size: Double, scale: Double, shift: Double, widths: GlyphWidths) {
      (self.size, self.scale, self.shift, self.widths) = (size, scale, shift, widths)
    }

    var ended: (steps: [Step], syntax: [UInt8]) {
      (steps + (start < out.count ? [.syntax(start..<out.count)] : []), out.bytes)
    }

    /// Adds a glyph to the string that is open.
    mutating func show(_ glyph: cairo_glyph_t) {
      let left = glyph.x * scale + shift
      let height = FixedPoint.length(glyph.y * scale - shift)
      if baseline != height {
        close()
        if start < out.count { steps.append(.syntax(start..<out.count)) }
        start = out.count
        steps.append(.move(x: left, y: glyph.y * scale - shift))
        (pen, baseline) = (left, height)
      }
      var number = 0
      if abs(left - pen) > ShownRun.slack, size > 0 {
        // Numbers between strings move to the left, in thousandths of the type's size.
        number = Int(((pen - left) * 1000 / size).rounded())
      }
      if !isOpen {
        (isOpen, opening) = (true, out.count)
        // Whether there are numbers is not known before its end.
        out.add("[")
        if number == 0 { out.add("<") }
      } else if number != 0 {
        out.add(">")
      }
      if number != 0 {
        out.add(number)
        out.add("<")
        hasNumbers = true
        pen -= Double(number) * size / 1000
      }
      let index = UInt16(truncatingIfNeeded: glyph.index)
      out.add(hex: widths.code(of: index))
      pen += widths[index] * size
    }

    mutating func close() {
      guard isOpen else { return }
      out.add(hasNumbers ? ">]TJ\n" : ">Tj\n")
      if !hasNumbers { out.remove(at: opening) }
      (isOpen, hasNumbers) = (false, false)
    }
  }
}

extension GlyphTexts {
  /// Notes what the glyphs of a cluster stand for.
  ///
  /// - Returns: the text, where it has to be said beside them (14.9.4); nil where their codes say it.
  fileprivate mutating func note(
    _ glyphs: Slice<UnsafeBufferPointer<cairo_glyph_t>>, bytes: Slice<UnsafeBufferPointer<CChar>>, of face: FontFace,
    isBackward: Bool
  ) -> String? {
    let utf8 = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
    func number(_ glyph: cairo_glyph_t) -> UInt16 { UInt16(truncatingIfNeeded: glyph.index) }
    if glyphs.count == 1, let glyph = glyphs.first.map(number) {
      if let scalar = Self.onlyScalar(utf8) {
        if note(glyph, scalar: scalar) { return nil }
      } else if note(glyph, text: String(decoding: utf8, as: UTF8.self)) {
        return nil
      }
      return String(decoding: utf8, as: UTF8.self)
    }
    let text = String(decoding: utf8, as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    // A letter with its marks, each by itself; where text runs backwards readers would take the marks apart.
    let isPlain =
      !isBackward && scalars.count == glyphs.count
      && zip(glyphs, scalars).allSatisfy { face.nominalGlyph(of: $1) == number($0) }
    if isPlain {
      var agrees = true
      for (glyph, scalar) in zip(glyphs, scalars) where agrees { agrees = note(number(glyph), scalar: scalar.value) }
      if agrees { return nil }
    }
    for glyph in glyphs { noteWeakly(number(glyph), text: text) }
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
