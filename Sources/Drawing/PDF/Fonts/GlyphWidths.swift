/// How broad the glyphs of a face are, as a document says it, and by which codes it calls them. One worker's own.
final class GlyphWidths {
  let face: FontFace
  private let identifiers: [UInt16]?
  /// In millionths of an em; what is not known yet is negative.
  private var known: [Int32]

  /// - Parameter face: the face.
  init(_ face: FontFace) {
    self.face = face
    known = Array(repeating: -1, count: max(1, face.glyphs))
    identifiers = face.withTable(FontTag("CFF ")) { CompactFont($0, glyphs: face.glyphs)?.identifiers }
  }

  /// How broad a glyph is, in em: just what ``millionths(of:)`` says, or a reader's place would drift from ours.
  subscript(glyph: UInt16) -> Double { Double(millionths(of: glyph)) / 1_000_000 }

  /// How broad a glyph is, in millionths of an em, which are thousandths of the unit of a width (ISO 32000-1, 9.2.4).
  func millionths(of glyph: UInt16) -> Int {
    guard Int(glyph) < known.count else { return 0 }
    if known[Int(glyph)] >= 0 { return Int(known[Int(glyph)]) }
    let width = (face.advance(of: glyph) * 1_000_000 + face.unitsPerEm / 2) / face.unitsPerEm
    known[Int(glyph)] = Int32(clamping: max(0, width))
    return max(0, width)
  }

  /// The code of a glyph: the character identifier that its font program knows it by, or its own number (9.7.4.2).
  func code(of glyph: UInt16) -> UInt16 {
    guard let identifiers else { return glyph }
    return Int(glyph) < identifiers.count ? identifiers[Int(glyph)] : 0
  }
}
