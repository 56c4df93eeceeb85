internal import CCairo
public import Layout

extension ShapedLine {
  /// How high its letters are, in points: what decides from how far they can be read.
  ///
  /// In scripts with capitals it is the height of an H in the font of the letters; in others, such as Arabic or Thai, the
  /// median of what the letters' ink takes. Where a line is in several fonts, the lowest counts.
  ///
  /// - Returns: nil for a line without letters and figures.
  public var letterHeight: Double? {
    guard let line = content as? GlyphLine else { return nil }
    return line.runs.compactMap { line.letterHeight(of: $0) }.min()
  }
}

extension GlyphLine {
  fileprivate func letterHeight(of run: Run) -> Double? {
    let text = String(decoding: shape.bytes[run.bytes].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    guard !letters.isEmpty else { return nil }
    var extents = cairo_text_extents_t()
    if letters.contains(where: { $0.properties.isUppercase || $0.properties.isLowercase || $0.isASCII }) {
      cairo_scaled_font_text_extents(run.font, "H", &extents)
      return extents.height * scale
    }
    let heights = run.glyphs.compactMap { index -> Double? in
      var glyph = shape.glyphs[index]
      cairo_scaled_font_glyph_extents(run.font, &glyph, 1, &extents)
      return extents.height > 0 ? extents.height * scale : nil
    }
    return heights.isEmpty ? nil : heights.sorted()[heights.count / 2]
  }
}
