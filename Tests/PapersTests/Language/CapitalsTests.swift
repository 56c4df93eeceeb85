import Testing

@testable import Papers

/// Capitals follow the rules of a language, which differ where one has letters or accents of its own.
@Suite struct CapitalsTests {
  @Test(arguments: [
    ("iğne ısırgan", "tr-TR", "İĞNE ISIRGAN"), ("istanbul", "az", "İSTANBUL"), ("istanbul", "en-US", "ISTANBUL"),
    ("Κλειδί ή ρολόι", "el-GR", "ΚΛΕΙΔΙ Ή ΡΟΛΟΪ"), ("μαΐου γάιδαρος", "el", "ΜΑΪΟΥ ΓΑΪΔΑΡΟΣ"),
    ("ά έ ή ί ό ύ ώ", "el", "Α Ε Ή Ι Ο Υ Ω"), ("ϊ ϋ ΐ ΰ", "el", "Ϊ Ϋ Ϊ Ϋ"),
    ("i\u{307}\u{300}", "lt", "I\u{300}"), ("Straße", "de-DE", "STRASSE"), ("œuvre à noël", "fr-FR", "ŒUVRE À NOËL"),
  ]) func areThoseOfTheLanguage(text: String, locale: String, capitals: String) {
    #expect(Capitals.of(text, in: locale) == capitals)
  }

  @Test func allOfThemAreKnown() {
    #expect(Capitals.all(of: "bread") == ["BREAD"])
    #expect(Capitals.all(of: "i") == ["I", "İ"])
    #expect(Capitals.all(of: "ώρα").contains("ΩΡΑ"))
  }
}
