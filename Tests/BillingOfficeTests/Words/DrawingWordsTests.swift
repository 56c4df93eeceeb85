import Drawing
import Layout
import Templating
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct DrawingWordsTests {
  private static let mark = Mark(file: "t.yaml", line: 4, column: 7)

  private func words(_ reason: Misfit.Reason) -> String {
    Diagnostic.of(LayoutError.overflow(Misfit(reason, mark: Self.mark))).description
  }

  private func words(_ error: ContentError) -> String {
    Diagnostic.of(LayoutError.content(error, Self.mark)).description
  }

  @Test func whatDoesNotFit() {
    #expect(
      words(.tooHigh(needed: 100 * Length.millimetre, available: -3))
        == "t.yaml:4:7: error: this needs 100 mm of height and a whole page has 0 mm\n  → make it smaller, or the margins narrower"
    )
    // A roll is endless, and some lengths are longer than any whole number of millimetres.
    #expect(words(.tooHigh(needed: 100, available: .infinity)).contains("has inf mm"))
    #expect(words(.tooHigh(needed: 1e30, available: 100)).contains("e+29 mm of height"))
    #expect(
      words(.tooWide(needed: 48 * Length.millimetre, available: 46.94 * Length.millimetre))
        == "t.yaml:4:7: error: this is 48 mm wide and there are 46.9 mm\n  → make it narrower, or give it more room")
    #expect(
      words(.breaksPage)
        == "t.yaml:4:7: error: this asks for a new page where there is none\n  → take break-before: away")
    #expect(
      words(.modulesTooSmall(module: 0.2 * Length.millimetre, least: 0.33 * Length.millimetre)) == """
        t.yaml:4:7: error: the code's modules would be 0.2 mm wide; a phone reads them from 0.33 mm
          → make the code larger with size:
        """)
  }

  @Test func whatCannotBePrinted() {
    #expect(
      words(.missingGlyph("\u{E000}", text: "a\u{E000}", families: [])) == """
        t.yaml:4:7: error: no font here has the character "\u{E000}" (U+E000) of "a\u{E000}"
          → take the character out, or put a font that has it into Fonts/
        """)
    #expect(words(.missingGlyph("👩‍🌾", text: "👩‍🌾", families: [])).contains("(U+1F469 U+200D U+1F33E)"))
    #expect(words(.missingGlyph("\u{7}", text: "a", families: [])).contains("(U+0007)"))
    #expect(
      words(.missingFont(family: "Inter")) == """
        t.yaml:4:7: error: there is no font "Inter"
          → install the package fonts-inter, or put its file into Fonts/
        """)
    #expect(words(.missingFont(family: "Comic Sans MS")).hasSuffix("\n  → put its file into Fonts/"))
    #expect(
      words(.missingPicture(path: "/a.svg"))
        == "t.yaml:4:7: error: there is no picture /a.svg\n  → put it there, or correct the path")
    #expect(
      words(.unreadablePicture(path: "/a.svg", reason: "no XML"))
        == "t.yaml:4:7: error: the picture /a.svg cannot be read: no XML\n  → save it again as SVG or PNG")
    #expect(words(.codeTooLong(bytes: 3000)).contains("3000 bytes are too many for a code"))
    #expect(
      words(.refused(text: "https://x.example", because: "foreignCode")) == """
        t.yaml:4:7: error: a code may lead only to the ledger, not to "https://x.example"
          → use {{code.url}} or {{ledger.url}}
        """)
    #expect(words(.refused(text: "PAID", because: "receipt")).contains("\"PAID\" says that something was paid\n"))
  }

  @Test(arguments: [
    (
      DrawingError.unreadableFontConfiguration(path: "/f"), Diagnostic.Kind.noInput,
      "the fonts' configuration cannot be read"
    ),
    (.noFonts(configuration: "/f"), .noInput, "none of the fonts is installed"),
    (.cannotWrite(path: "/f", reason: "no room"), .cannotWrite, "the file cannot be written: no room"),
    (.cannotDraw(reason: "no memory"), .data, "the page cannot be drawn: no memory"),
    (.alreadyClosed(path: "/f"), .cannotWrite, "the file was closed too early"),
    (.foreignText, .data, "a text was measured by one worker and drawn by another"),
    (.content(.missingFont(family: "X")), .data, "there is no font \"X\""),
  ])
  func whatCannotBeDrawn(error: DrawingError, kind: Diagnostic.Kind, message: String) {
    let told = Diagnostic.of(error)
    #expect(told.message == message)
    #expect(told.kind == kind)
  }

  @Test(arguments: [
    VoidViolation.tooSmall(share: 0.2, least: 0.45), .offThePage, .tooFaint(contrast: 1.2), .codeOverStamp,
    .codeOverSentence, .stampOverSentence,
    .hidden,
    .hiddenByArt,
    .sentenceHidden,
    .pushedOff,
    .tooFewPixels,
  ])
  func howAStampIsHidden(violation: VoidViolation) {
    let told = Diagnostic(violation, at: Self.mark)
    #expect(told.description.hasPrefix("t.yaml:4:7: error: "))
    #expect(told.hint != nil)
  }
}
