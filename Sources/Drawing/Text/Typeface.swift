internal import CCairo
internal import CPango
internal import Layout

/// A style in Pango's terms, whatever its size. One worker's own.
final class Typeface {
  /// Kept alive, because caches know a style by its identity.
  let style: TextStyle
  /// At what size its texts are shaped, in points.
  ///
  /// Nothing is hinted, so that a text has the same shape at every size, and Pango makes a font, and two threads, for each size that it
  /// is asked for: all are shaped at one, and scaled. Fonts that are drawn differently for each size are shaped at their own.
  let shapingSize: Double
  let description: OpaquePointer
  private let attributes: OpaquePointer
  /// The same for texts with soft hyphens: where a line ends at one, there is a hyphen.
  private let hyphenatingAttributes: OpaquePointer
  /// The same for texts in scripts whose letters are joined: space between them would tear words apart.
  private let joinedAttributes: OpaquePointer
  /// From the baseline to the top of the first family's letters, in ems.
  let ascent: Double
  /// From the baseline to the bottom of the first family's letters, in ems.
  let descent: Double

  init(_ style: TextStyle, setting: TypeSetting) throws(ContentError) {
    for family in style.families where !setting.fonts.has(family: family) { throw .missingFont(family: family) }
    self.style = style
    let size = setting.fonts.haveOpticalSizes ? style.size : 64
    shapingSize = size
    description = Self.describe(style, size: size)
    attributes = Self.attributes(style, size: size)
    hyphenatingAttributes = Self.attributes(style, size: size, hyphenates: true)
    joinedAttributes = Self.attributes(style, size: size, isJoined: true)
    (ascent, descent) = Self.metrics(style, size: size, setting: setting)
  }

  deinit {
    pango_font_description_free(description)
    pango_attr_list_unref(attributes)
    pango_attr_list_unref(hyphenatingAttributes)
    pango_attr_list_unref(joinedAttributes)
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

  /// What Pango is to mind in a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - hyphenates: whether there are soft hyphens in it.
  /// - Returns: a list of Pango's attributes, borrowed.
  func attributes(for text: String, hyphenates: Bool) -> OpaquePointer {
    if style.letterSpacing != 0, text.unicodeScalars.contains(where: \.isJoined) { return joinedAttributes }
    return hyphenates ? hyphenatingAttributes : attributes
  }

  private static func attributes(
    _ style: TextStyle, size: Double, hyphenates: Bool = false, isJoined: Bool = false
  ) -> OpaquePointer {
    let list: OpaquePointer = pango_attr_list_new()
    // Where a long word must be broken, Pango would print a hyphen that is not in the text; in an address that is a fault.
    if !hyphenates { pango_attr_list_insert(list, pango_attr_insert_hyphens_new(0)) }
    if style.letterSpacing != 0, !isJoined {
      let units = (style.letterSpacing * size * Double(PANGO_SCALE)).rounded()
      pango_attr_list_insert(list, pango_attr_letter_spacing_new(Int32(clamping: Int(units))))
    }
    let features = [style.hasTabularFigures ? "tnum=1" : nil, style.hasLiningFigures ? "lnum=1" : nil].compactMap { $0 }
    if !features.isEmpty {
      pango_attr_list_insert(list, pango_attr_font_features_new(features.joined(separator: ", ")))
    }
    return list
  }

  private static func metrics(_ style: TextStyle, size: Double, setting: TypeSetting) -> (Double, Double) {
    let first: OpaquePointer = describe(style, size: size)
    defer { pango_font_description_free(first) }
    if let family = style.families.first { pango_font_description_set_family(first, family) }
    let guess = (0.8, 0.2)
    guard let font = pango_font_map_load_font(setting.map, setting.context, first) else { return guess }
    defer { g_object_unref(font) }
    var extents = cairo_font_extents_t()
    guard let scaled = setting.scaledFont(of: font) else { return guess }
    cairo_scaled_font_extents(scaled, &extents)
    return (extents.ascent / size, extents.descent / size)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of a script in which letters are joined: no space goes between them (CSS Text 3, appendix D).
  fileprivate var isJoined: Bool {
    switch value {
    // All that is before Arabic, which is most text by far.
    case 0..<0x600: false
    // Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, Arabic's forms, Hanifi Rohingya, Adlam.
    case 0x600...0x77F, 0x7C0...0x7FF, 0x840...0x8FF, 0x1800...0x18AF, 0xA840...0xA87F, 0xFB50...0xFDFF,
      0xFE70...0xFEFE,
      0x10D00...0x10D3F, 0x1E900...0x1E95F:
      properties.isAlphabetic
    default: false
    }
  }
}
