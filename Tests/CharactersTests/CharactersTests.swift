import Testing

@testable import Characters

@Suite struct CharactersTests {
  @Test(
    arguments: [
      ("\u{1B}", "U+001B ESC"), ("\u{0}", "U+0000 NUL"), ("\u{7F}", "U+007F DEL"), ("\u{80}", "U+0080 PAD"),
      ("\u{90}", "U+0090 DCS"), ("\u{9B}", "U+009B CSI"), ("\u{9F}", "U+009F APC"),
      ("\u{202E}", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\u{E0001}", "U+E0001 LANGUAGE TAG"),
    ] as [(Unicode.Scalar, String)])
  func areCalledByNumberAndName(scalar: Unicode.Scalar, name: String) {
    #expect(scalar.spokenName == name)
  }

  @Test func refusesWhatProgramsObey() throws {
    for value in (UInt32(0)...0xFFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isControl = scalar.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains(scalar)
      #expect(scalar.isControl == isControl)
      let isDirecting = scalar.properties.isBidiControl && ![0x61C, 0x200E, 0x200F].contains(value)
      #expect(scalar.turnsText == isDirecting)
    }
    let found = try #require("Brötchen\u{1B}[31m".firstRefused)
    #expect(found == ("\u{1B}", 9))
    #expect("Bread\tand\nbutter, 50 €, خبز".firstRefused == nil)
  }

  @Test func looksUpOnlyWhatIsSeen() {
    #expect("\u{202A}Bre\u{200D}ad,\u{200E} wh\u{AD}ite\u{FE0F}\u{202C}".withoutUnseen == "Bread, white")
    #expect("Bread, white".withoutUnseen == "Bread, white")
  }

  @Test func keepsWhatWordsAreWrittenWith() {
    #expect("می\u{200C}خواهم \u{2764}\u{FE0F}".withoutMarks == "می\u{200C}خواهم \u{2764}\u{FE0F}")
    #expect("\u{200F}Br\u{AD}ead\u{FEFF}\u{E0042}".withoutMarks == "Bread")
    #expect("\u{202E}Bread".withoutMarks == "\u{202E}Bread")
  }

  @Test func showsWhatWouldBeObeyed() {
    #expect(
      "Br\u{1B}[31mead\u{9B}\u{7F}\n\tx\r\u{202E}y".harmless
        == "Br<U+001B>[31mead<U+009B><U+007F>\n\tx<U+000D><U+202E>y")
    #expect("a\nb\t\u{200E}c\u{7}".visible == "a b <U+200E>c<U+0007>")
    #expect("❤️ 👩‍🌾 خبز".visible == "❤️ 👩‍🌾 خبز")
  }
}
