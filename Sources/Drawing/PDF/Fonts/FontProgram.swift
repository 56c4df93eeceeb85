internal import CHarfBuzz

/// The part of a font that a document needs, as it is embedded (ISO 32000-1, 9.9). Whatever order its glyphs have in it, pages call them
/// by the numbers that they had before, so that no page need wait for all others to know its codes.
struct FontProgram {
  /// What kind of outlines it has.
  enum Kind {
    /// Quadratic ones, in the table `glyf`; by code, the glyph, two bytes each (9.7.4.2).
    case trueType(glyphs: [UInt8])
    /// Cubic ones, in a table of the kind `CFF ` that knows glyphs by their codes.
    case compact
  }

  let kind: Kind
  let bytes: [UInt8]

  /// Takes the glyphs of a face; where a font varies, at its place of the design space.
  ///
  /// - Parameters:
  ///   - face: the face.
  ///   - glyphs: which glyphs, in order; those of which they are composed come by themselves.
  /// - Throws: ``DrawingError/cannotDraw(reason:)`` for a font that cannot be taken apart.
  init(_ face: FontFace, glyphs: [UInt16]) throws(DrawingError) {
    guard let input = hb_subset_input_create_or_fail() else { throw .cannotDraw(reason: "out of memory") }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_glyph_set(input)
    hb_set_add(wanted, 0)
    for glyph in glyphs { hb_set_add(wanted, UInt32(glyph)) }
    // Nothing is hinted on paper, and what stands for no glyph keeps its outline.
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in Self.dropped { hb_set_add(dropped, tag.value) }
    Self.pin(face, in: input)
    guard let plan = hb_subset_plan_create_or_fail(face.face, input) else { throw Self.refusal(face) }
    defer { hb_subset_plan_destroy(plan) }
    guard let subset = hb_subset_plan_execute_or_fail(plan) else {
      self = try Self.drawn(face, glyphs)
      return
    }
    defer { hb_face_destroy(subset) }
    let hasOutlines = FontFace.withTable(FontTag("glyf"), of: subset) { !$0.isEmpty }
    if hasOutlines {
      kind = .trueType(glyphs: Self.map(glyphs, hb_subset_plan_old_to_new_glyph_mapping(plan)))
      bytes = Self.file(subset)
      return
    }
    let before = hb_subset_plan_new_to_old_glyph_mapping(plan)
    let identifiers = (0..<hb_face_get_glyph_count(subset)).map { UInt16(truncatingIfNeeded: hb_map_get(before, $0)) }
    let table = FontFace.withTable(FontTag("CFF "), of: subset) { table -> [UInt8]? in
      guard let font = CompactFont(table, glyphs: identifiers.count) else { return nil }
      return font.isCIDKeyed ? Array(table) : CIDKeyedFont(table, identifiers: identifiers)?.bytes
    }
    guard let table else {
      self = try Self.drawn(face, glyphs)
      return
    }
    (kind, bytes) = (.compact, table)
  }

  private init(outlines: [UInt8]) { (kind, bytes) = (.compact, outlines) }

  /// A font of a kind that no document may hold, such as one with a table `CFF2`: its outlines are drawn anew, whatever they are kept as.
  private static func drawn(_ face: FontFace, _ glyphs: [UInt16]) throws(DrawingError) -> FontProgram {
    let all = [0] + glyphs.filter { $0 > 0 }
    let outlines = all.map { GlyphOutline(of: $0, in: face) }
    guard outlines.contains(where: { !$0.isEmpty }) else { throw refusal(face) }
    let font = CIDKeyedFont(
      name: FontFacts(face).name, outlines: outlines.map(\.charString), identifiers: all, unitsPerEm: face.unitsPerEm)
    return FontProgram(outlines: font.bytes)
  }

  private static func file(_ face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_blob(face)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let data = hb_blob_get_data(blob, &length)
    return Array(UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : Int(length)))
  }

  private static func map(_ glyphs: [UInt16], _ places: OpaquePointer?) -> [UInt8] {
    var map = [UInt8](repeating: 0, count: 2 * (Int(glyphs.last ?? 0) + 1))
    for glyph in glyphs {
      let place = hb_map_get(places, UInt32(glyph))
      map[2 * Int(glyph)] = UInt8(truncatingIfNeeded: place >> 8)
      map[2 * Int(glyph) + 1] = UInt8(truncatingIfNeeded: place)
    }
    return map
  }

  /// Sets every axis of a font that varies where the face has it.
  private static func pin(_ face: FontFace, in input: OpaquePointer) {
    if face.key.coordinates.isEmpty { return }
    var count = UInt32(face.key.coordinates.count)
    let room = Int(count)
    withUnsafeTemporaryAllocation(of: hb_ot_var_axis_info_t.self, capacity: room) { axes in
      _ = hb_ot_var_get_axis_infos(face.face, 0, &count, axes.baseAddress)
      for (axis, place) in zip(axes.prefix(Int(count)), face.key.coordinates) {
        hb_subset_input_pin_axis_location(input, face.face, axis.tag, place)
      }
    }
  }

  private static func refusal(_ face: FontFace) -> DrawingError {
    .cannotDraw(reason: "the font \(face.key.file) cannot be embedded")
  }

  /// What is for shaping, for screens, and for choosing a font: a reader of PDF needs outlines and their measures alone (9.9, table 126).
  private static let dropped: [FontTag] = [
    FontTag("GSUB"), FontTag("GPOS"), FontTag("GDEF"), FontTag("BASE"), FontTag("JSTF"), FontTag("MATH"),
    FontTag("DSIG"),
    FontTag("kern"), FontTag("name"), FontTag("post"), FontTag("cmap"), FontTag("OS/2"), FontTag("hdmx"),
    FontTag("VDMX"),
    FontTag("LTSH"), FontTag("PCLT"), FontTag("gasp"), FontTag("meta"), FontTag("STAT"), FontTag("vhea"),
    FontTag("vmtx"),
    FontTag("VORG"), FontTag("morx"), FontTag("mort"), FontTag("kerx"), FontTag("feat"), FontTag("trak"),
    FontTag("Silf"),
    FontTag("Sill"), FontTag("Glat"), FontTag("Gloc"), FontTag("Feat"), FontTag("COLR"), FontTag("CPAL"),
    FontTag("SVG "),
    FontTag("CBDT"), FontTag("CBLC"), FontTag("sbix"), FontTag("EBDT"), FontTag("EBLC"), FontTag("EBSC"),
  ]
}
