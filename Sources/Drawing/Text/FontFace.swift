internal import CCairo
internal import CFontconfig
internal import CHarfBuzz
internal import CPango

/// A face of a font file, at one place of its design space where it varies: what a document embeds.
///
/// Immutable once made; HarfBuzz counts references to faces and loads their tables atomically: safe to hand from one thread to another.
final class FontFace: @unchecked Sendable {
  /// What tells faces apart: all workers have the same for the same face.
  struct Key: Hashable, Sendable {
    var file: String
    /// Its place among the faces of the file.
    var index: Int32
    /// Where each axis of a font that varies is set, in the font's own units (OpenType, `fvar`); empty for one that does not.
    var coordinates: [Float]
  }

  let key: Key
  /// An `hb_face_t`.
  let face: OpaquePointer
  /// An `hb_font_t` whose unit is the font's own.
  let font: OpaquePointer
  /// How many of the font's units are an em.
  let unitsPerEm: Int
  /// How many glyphs it has.
  let glyphs: Int

  /// - Parameters:
  ///   - key: what it is known by.
  ///   - shaping: the `hb_font_t` of that face, which may be at any size.
  init(_ key: Key, shaping: OpaquePointer) {
    self.key = key
    face = hb_face_reference(hb_font_get_face(shaping))
    unitsPerEm = max(1, Int(hb_face_get_upem(face)))
    glyphs = Int(hb_face_get_glyph_count(face))
    font = hb_font_create(face)
    hb_font_set_scale(font, Int32(unitsPerEm), Int32(unitsPerEm))
    if !key.coordinates.isEmpty { hb_font_set_var_coords_design(font, key.coordinates, UInt32(key.coordinates.count)) }
    hb_font_make_immutable(font)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// How far a glyph advances, in its font's units.
  func advance(of glyph: UInt16) -> Int { Int(hb_font_get_glyph_h_advance(font, UInt32(glyph))) }

  /// The glyph that a character has before any rule of the font is applied; nil for none.
  func nominalGlyph(of scalar: Unicode.Scalar) -> UInt16? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? UInt16(truncatingIfNeeded: glyph) : nil
  }

  /// Reads a table of the font, such as `CFF `, where it lies; empty where there is none.
  func withTable<T>(_ tag: FontTag, _ body: (UnsafeRawBufferPointer) -> T) -> T {
    Self.withTable(tag, of: face, body)
  }

  /// Reads a table of an `hb_face_t`.
  static func withTable<T>(_ tag: FontTag, of face: OpaquePointer, _ body: (UnsafeRawBufferPointer) -> T) -> T {
    let blob = hb_face_reference_table(face, tag.value)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let data = hb_blob_get_data(blob, &length)
    return body(UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : Int(length)))
  }
}

/// The four letters that name a table, an axis or a metric of a font.
struct FontTag {
  let value: UInt32

  /// - Parameter letters: four of ASCII.
  init(_ letters: StaticString) {
    value = letters.withUTF8Buffer { $0.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
  }
}

/// A face at the size lines are shaped at in it.
struct FontInstance: Sendable {
  let face: FontFace
  /// Size of the type in points.
  let size: Double
  /// How far letters lean that their font has only upright, as a share of their height; 0 for as they are.
  let slant: Double
  /// Whether letters are made bold that their font has only lighter.
  let isEmboldened: Bool
}

extension FontInstance {
  /// Finds out what one of Pango's fonts is.
  ///
  /// - Parameters:
  ///   - font: the font.
  ///   - scaled: what Cairo draws for it.
  ///   - known: answers a face that is known already.
  init?(_ font: UnsafeMutablePointer<PangoFont>, scaled: OpaquePointer, known: (FontFace.Key) -> FontFace?) {
    guard let shaping = pango_font_get_hb_font(font), let pattern = pango_fc_font_get_pattern(Self.fontconfig(font))
    else {
      return nil
    }
    var file: UnsafeMutablePointer<FcChar8>?
    var (index, bold): (Int32, FcBool) = (0, 0)
    _ = FcPatternGetString(pattern, FC_FILE, 0, &file)
    _ = FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    _ = FcPatternGetBool(pattern, FC_EMBOLDEN, 0, &bold)
    var count: UInt32 = 0
    let coordinates = hb_font_get_var_coords_design(shaping, &count)
    let key = FontFace.Key(
      file: file.map { String(cString: $0) } ?? "", index: index,
      coordinates: Array(UnsafeBufferPointer(start: coordinates, count: coordinates == nil ? 0 : Int(count))))
    var matrix = cairo_matrix_t()
    cairo_scaled_font_get_font_matrix(scaled, &matrix)
    face = known(key) ?? FontFace(key, shaping: shaping)
    size = matrix.xx
    slant = matrix.xx == 0 ? 0 : -matrix.xy / matrix.xx
    isEmboldened = bold != 0
  }

  private static func fontconfig(_ font: UnsafeMutablePointer<PangoFont>) -> UnsafeMutablePointer<PangoFcFont> {
    UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self)
  }
}
