internal import CFontconfig

extension Fonts {
  /// The first character of a text that none of the fonts can draw; nil where all can be. Text is set in whatever font has the
  /// character, so this is what ``PangoMeasurer`` would find, without setting the text.
  public func firstMissing(in text: String) -> Character? {
    guard let set = FcConfigGetFonts(configuration, FcSetSystem), let fonts = set.pointee.fonts else {
      return text.first
    }
    let count = Int(set.pointee.nfont)
    // Most characters are in the font that had the one before.
    var last = 0
    for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) where !scalar.needsNoGlyph {
      let holder = (0..<count).lazy.map { (last + $0) % count }.first { font in
        var characters: OpaquePointer?
        return FcPatternGetCharSet(fonts[font], FC_CHARSET, 0, &characters) == FcResultMatch
          && FcCharSetHasChar(characters, FcChar32(scalar.value)) == FcTrue
      }
      guard let holder else { return text.indices.last { $0 <= index }.map { text[$0] } }
      last = holder
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether nothing is drawn for it, so that no font need have it: white space, controls, and what Unicode lets a font ignore.
  /// A zero is none of these: libraries that draw take it for the end.
  fileprivate var needsNoGlyph: Bool {
    // Letters, figures and marks of ASCII.
    if value > 0x20, value < 0x7F { return false }
    switch properties.generalCategory {
    case .spaceSeparator: return true
    default: return value != 0 && isIgnorable
    }
  }

  /// Control characters, separators and characters that Unicode lets a font ignore never need a glyph.
  var isIgnorable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: properties.isDefaultIgnorableCodePoint
    }
  }
}
