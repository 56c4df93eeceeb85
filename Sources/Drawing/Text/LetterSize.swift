internal import CCairo
public import Layout

/// How large the letters of a line are: what decides from how far they can be read.
public struct LetterSize: Hashable, Sendable {
  /// Their height in points: in scripts with capitals that of an H; in others, such as Arabic or Thai, the median of what the letters'
  /// ink takes.
  public var height: Double
  /// Whether they are condensed, as those of Bebas Neue: an H, with the space at its sides, is not three quarters as wide as it is
  /// high. Ordinary ones are about square.
  public var isCondensed: Bool

  /// Letters of a size.
  public init(height: Double, isCondensed: Bool) { (self.height, self.isCondensed) = (height, isCondensed) }

  /// The height of ordinary letters that can be read from as far, in points: condensed ones want to be a third higher.
  public var legibleHeight: Double { isCondensed ? height * 0.75 : height }
}

extension ShapedLine {
  /// How large its letters are; where it is in several fonts, those that are the hardest to read count.
  ///
  /// - Returns: nil for a line without letters and figures.
  public var letterSize: LetterSize? {
    guard let line = content as? GlyphLine else { return nil }
    return line.runs.compactMap { line.letterSize(of: $0) }.min { $0.legibleHeight < $1.legibleHeight }
  }
}

extension GlyphLine {
  fileprivate func letterSize(of run: Run) -> LetterSize? {
    let text = String(decoding: shape.bytes[run.bytes].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    guard !letters.isEmpty else { return nil }
    var extents = cairo_text_extents_t()
    if letters.contains(where: { $0.properties.isUppercase || $0.properties.isLowercase || $0.isASCII }) {
      cairo_scaled_font_text_extents(run.font, "H", &extents)
      return LetterSize(height: extents.height * scale, isCondensed: extents.x_advance < 0.75 * extents.height)
    }
    let heights = run.glyphs.compactMap { index -> Double? in
      var glyph = shape.glyphs[index]
      cairo_scaled_font_glyph_extents(run.font, &glyph, 1, &extents)
      return extents.height > 0 ? extents.height * scale : nil
    }
    return heights.isEmpty ? nil : LetterSize(height: heights.sorted()[heights.count / 2], isCondensed: false)
  }
}
