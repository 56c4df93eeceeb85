import Testing

@testable import Drawing

@Suite struct BaseDirectionTests {
  @Test(arguments: [
    ("Bread.", true), ("خبز.", false), ("Hummus حمص", true), ("حمص USB", true), ("12,50", true), ("", true),
    ("שלום!", false), ("٣٫٥", true),
  ])
  func aTextOnAnEnglishPage(_ text: String, _ runsRight: Bool) {
    #expect(BaseDirection.of(text, on: .leftToRight) == (runsRight ? .leftToRight : .rightToLeft))
  }

  @Test(arguments: [
    ("Bread.", true), ("خبز.", false), ("USB كابل", false), ("12,50", false), ("", false), ("https://x.example/", true),
    ("パン", true), ("٣٫٥ ج.م.", false),
    ("\u{200F}٣٫٥\u{A0}US$\u{200E}", false), ("٣٫٥ US$", true),
    ("[١] \u{2068}ONS\u{2069}, ٢٠٢٦", false),
  ])
  func aTextOnAnArabicPage(_ text: String, _ runsRight: Bool) {
    #expect(BaseDirection.of(text, on: .rightToLeft) == (runsRight ? .leftToRight : .rightToLeft))
  }
}
