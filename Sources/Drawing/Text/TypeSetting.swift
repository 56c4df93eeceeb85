internal import CCairo
internal import CPango

/// Pango set up for paper: a font map at 72 dots an inch, so that a unit is a point, without hinting, so that a layout is the
/// same at every resolution. One worker's own.
final class TypeSetting {
  let fonts: Fonts
  let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer
  private let faces = HeldFaces()
  private var blanks: [OpaquePointer: UInt?] = [:]
  private var instances: [UnsafeMutablePointer<PangoFont>: (scaled: OpaquePointer, instance: FontInstance)] = [:]
  private var known: [FontFace.Key: FontFace] = [:]
  /// How many of Pango's fonts are remembered, which are a face at a size each.
  private static let mostInstances = 512
  /// Used again for every text.
  let layout: OpaquePointer

  // The language is a BCP 47 tag; it chooses between variants of one character, such as those of Han.
  init(fonts: Fonts, language: String) throws(DrawingError) {
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT),
      let context = pango_font_map_create_context(map), let layout = pango_layout_new(context)
    else { throw .cannotDraw(reason: "Pango has no FreeType") }
    self.fonts = fonts
    self.map = map
    self.context = context
    self.layout = layout
    pango_fc_font_map_set_config(OpaquePointer(map), fonts.configuration)
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    pango_context_set_language(context, pango_language_from_string(Self.known(language)))
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_layout_set_auto_dir(layout, 0)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
  }

  deinit {
    forgetInstances()
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// The letters that Cairo draws for one of Pango's fonts; borrowed from it. Its file stays open as long as this worker.
  func scaledFont(of font: UnsafeMutablePointer<PangoFont>) -> OpaquePointer? {
    guard let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)) else { return nil }
    faces.hold(scaled)
    return scaled
  }

  /// One of Pango's fonts as Cairo draws with it and as a document embeds it; nil where it is no outline in a file.
  func instance(of font: UnsafeMutablePointer<PangoFont>) -> (scaled: OpaquePointer, instance: FontInstance)? {
    if let found = instances[font] { return found }
    guard let scaled = scaledFont(of: font), let instance = FontInstance(font, scaled: scaled, known: { known[$0] })
    else {
      return nil
    }
    if instances.count >= Self.mostInstances { forgetInstances() }
    known[instance.face.key] = instance.face
    // Held, so that no other comes to have its identity.
    g_object_ref(font)
    instances[font] = (scaled, instance)
    return (scaled, instance)
  }

  private func forgetInstances() {
    for font in instances.keys { g_object_unref(font) }
    instances.removeAll()
    known.removeAll()
  }

  /// The glyph of a blank; nil for a font without one.
  func blank(of font: OpaquePointer) -> UInt? {
    if let known = blanks[font] { return known }
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    cairo_scaled_font_text_to_glyphs(font, 0, 0, " ", 1, &glyphs, &count, nil, nil, nil)
    let blank = count == 1 ? glyphs?.pointee.index : nil
    cairo_glyph_free(glyphs)
    blanks[font] = .some(blank)
    return blank
  }

  /// The tag under which Pango and fontconfig know a language. They tell the variants of Chinese by country, not by script.
  static func known(_ language: String) -> String {
    let parts = language.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
    switch parts.first {
    case "zh", "yue":
      if parts.contains("hk") || parts.contains("mo") || parts.first == "yue" { return "zh-hk" }
      return parts.contains("hant") || parts.contains("tw") ? "zh-tw" : "zh-cn"
    case "ja", "ko": return parts[0]
    default: return language
    }
  }
}
