import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct TextChangeTests {
  private func told(_ old: String, _ new: String) -> String? {
    TextChange(from: old, to: new).map { "\($0.line): \($0.summary)" }
  }

  @Test func aPropertyIsNamedWithItsValue() {
    let old = "a\ntitle: { font-family: Bebas Neue, font-size: 96pt, line-height: 0.86 }\nb\n"
    #expect(told(old, old.replacing("96pt", with: "90pt")) == "2: font-size: 96pt → font-size: 90pt")
    #expect(told(old, old.replacing("size", with: "sise")) == "2: font-size: 96pt → font-sise: 96pt")
    #expect(told("margin: 14mm 17mm", "margin: 14mm 18mm") == "1: margin: 14mm 17mm → margin: 14mm 18mm")
  }

  @Test func linesComeAndGo() {
    #expect(told("a\nc", "a\n  b\nc") == "2: + b")
    #expect(told("a\n  b\nc", "a\nc") == "2: – b")
    #expect(told("a\nb\nc\nd", "a\nX\nY\nZ\nd") == "2: b → X and 2 more")
    #expect(told("a", "a") == nil)
    #expect(told("", "a\nb") == "1: + a and 1 more" || told("", "a\nb") == "1:  → a and 1 more")
  }

  @Test func whatIsLongIsCut() throws {
    let summary = try #require(TextChange(from: "x", to: String(repeating: "y", count: 200))).summary
    #expect(summary == "x → " + String(repeating: "y", count: 47) + "…")
  }
}
