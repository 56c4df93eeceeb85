internal import CPango

/// Which language text in another script than that around it is said to be in, so that no Arabic voice reads English.
struct ScriptLanguages {
  /// What text in another script is taken for where it is written in it.
  let other: String

  /// Whether a script is that of figures, blanks and signs, which belong to every other.
  static func isCommon(_ script: UInt8) -> Bool { script <= UInt8(PANGO_SCRIPT_INHERITED.rawValue) }

  /// The language of a text, as a BCP 47 tag.
  ///
  /// What nobody has told is not claimed: where no language is known that is written so, the script alone is named.
  ///
  /// - Parameters:
  ///   - script: its script, by Pango's number.
  ///   - language: the language of the text around it.
  /// - Returns: nil where it may be in that language.
  func language(of script: UInt8, within language: String) -> String? {
    guard !Self.isCommon(script), !Self.writes(language, script) else { return nil }
    if Self.writes(other, script) { return other }
    if script == UInt8(PANGO_SCRIPT_LATIN.rawValue) { return "en" }
    return Self.name(of: script).map { "und-\($0)" }
  }

  private static func writes(_ language: String, _ script: UInt8) -> Bool {
    pango_language_includes_script(pango_language_from_string(language), PangoScript(Int32(script))) != 0
  }

  /// The code of a script (ISO 15924), such as `Cyrl`; nil where there is none.
  private static func name(of script: UInt8) -> String? {
    let code = g_unicode_script_to_iso15924(GUnicodeScript(Int32(script)))
    let letters = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }
    return letters.allSatisfy { $0 > 0x40 } ? String(decoding: letters, as: UTF8.self) : nil
  }
}
