internal import CCairo
internal import CPango
internal import Layout

/// A style at one scale, in Pango's terms. One worker's own.
final class Typeface {
  /// Kept alive, because caches know a style by its identity.
  let style: TextStyle
  /// Size in points, scale included.
  let size: Double
  let description: OpaquePointer
  let attributes: OpaquePointer
  /// The same for texts with soft hyphens: where a line ends at one, there is a hyphen.
  let hyphenatingAttributes: OpaquePointer
  /// From the baseline to the top of the first family's letters, in points.
  let ascent: Double
  /// From the baseline to the bottom of the first family's letters, in points.
  let descent: Double

  init(_ style: TextStyle, scale: Double, setting: TypeSetting) throws(ContentError) {
    for family in style.families where !setting.fonts.has(family: family) { throw .missingFont(family: family) }
    self.style = style
    size = style.size * scale
    description = Self.describe(style, size: size)
    attributes = Self.attributes(style, size: size, hyphenates: false)
    hyphenatingAttributes = Self.attributes(style, size: size, hyphenates: true)
    (ascent, descent) = Self.metrics(style, size: size, setting: setting)
  }

  deinit {
    pango_font_description_free(description)
    pango_attr_list_unref(attributes)
    pango_attr_list_unref(hyphenatingAttributes)
  }

  private static func describe(_ style: TextStyle, size: Double) -> OpaquePointer {
    let description: OpaquePointer = pango_font_description_new()
    // Pango parts families at commas; none of the names it accepted holds one.
    pango_font_description_set_family(description, style.families.joined(separator: ","))
    pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
    pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(min(max(style.weight, 1), 1000))))
    pango_font_description_set_style(description, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    return description
  }

  private static func attributes(_ style: TextStyle, size: Double, hyphenates: Bool) -> OpaquePointer {
    let list: OpaquePointer = pango_attr_list_new()
    // Where a long word must be broken, Pango would print a hyphen that is not in the text; in an address that is a fault.
    if !hyphenates { pango_attr_list_insert(list, pango_attr_insert_hyphens_new(0)) }
    if style.letterSpacing != 0 {
      let units = (style.letterSpacing * size * Double(PANGO_SCALE)).rounded()
      pango_attr_list_insert(list, pango_attr_letter_spacing_new(Int32(clamping: Int(units))))
    }
    if style.hasTabularFigures { pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1")) }
    return list
  }

  private static func metrics(_ style: TextStyle, size: Double, setting: TypeSetting) -> (Double, Double) {
    let first: OpaquePointer = describe(style, size: size)
    defer { pango_font_description_free(first) }
    if let family = style.families.first { pango_font_description_set_family(first, family) }
    let guess = (size * 0.8, size * 0.2)
    guard let font = pango_font_map_load_font(setting.map, setting.context, first) else { return guess }
    defer { g_object_unref(font) }
    var extents = cairo_font_extents_t()
    guard let scaled = setting.scaledFont(of: font) else { return guess }
    cairo_scaled_font_extents(scaled, &extents)
    return (extents.ascent, extents.descent)
  }
}
