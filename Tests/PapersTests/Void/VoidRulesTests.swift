import Layout
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct VoidRulesTests {
  private static let paper = VoidLayerTests.paper

  @Test func contrastIsThatOfWCAG() {
    #expect(abs(VoidRules.contrast(.black, .white) - 21) < 0.001)
    #expect(VoidRules.contrast(.white, .white) == 1)
    let grey = Color(red: 0x76 / 255.0, green: 0x76 / 255.0, blue: 0x76 / 255.0)
    #expect(abs(VoidRules.contrast(grey, .white) - 4.54) < 0.01)
    #expect(VoidRules.contrast(.white, grey) == VoidRules.contrast(grey, .white))
  }

  @Test func theStampHasALeastSizeAndContrastAndStaysOnThePage() throws {
    func violation(_ x: Double = 0.5, width: Double = 300, color: Color = .black) throws -> VoidViolation? {
      let placement = VoidLayerTests.placement(x, width: width, color: color)
      return VoidRules.violation(of: try VoidLayerTests.layer(placement), placement, .mockBill, page: Self.paper)
    }
    #expect(try violation() == nil)
    #expect(try violation(width: 0.45 * 595) == nil)
    #expect(try violation(width: 0.44 * 595) == .tooSmall(share: 0.44, least: 0.45))
    #expect(try violation(0.9) == .offThePage)
    let pink = Color(red: 1, green: 0.7, blue: 0.7)
    #expect(try violation(color: pink) == .tooFaint(contrast: VoidRules.contrast(pink, .white)))
  }

  @Test func codesMayTakeAwayLittleOfTheStampAndNothingOfTheSentence() throws {
    let layer = try VoidLayerTests.layer()
    func violation(side: Double, at origin: Point) -> VoidViolation? {
      var page = Frame(size: Self.paper)
      page.add(.code(CodeItem(text: "", side: side, quietZone: 0)), at: origin)
      return VoidRules.violation(of: PageLeaves(page).survey, under: layer)
    }
    let middle = Point(layer.stampBounds.minX + 50, layer.stampBounds.minY + 20)
    #expect(violation(side: 20, at: middle) == nil)
    #expect(violation(side: 100, at: middle) == .codeOverStamp)
    #expect(violation(side: 100, at: Point(10, 600)) == nil)
    #expect(violation(side: 20, at: layer.sentenceBounds.origin) == .codeOverSentence)
  }

  @Test func theStampKeepsFromTheSentence() throws {
    func violation(_ y: Double, degrees: Double = 0) throws -> VoidViolation? {
      let layer = try VoidLayerTests.layer(VoidLayerTests.placement(0.5, y, degrees: degrees))
      return VoidRules.violation(of: PageSurvey(), under: layer)
    }
    #expect(try violation(0.9) == nil)
    #expect(try violation(0.95) == .stampOverSentence)
    // Turned, its words reach further down than its middle says, and at its side further up.
    #expect(try violation(0.9, degrees: -30) == .stampOverSentence)
  }
}
