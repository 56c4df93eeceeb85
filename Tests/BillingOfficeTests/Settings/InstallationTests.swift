import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct InstallationTests {
  @Test func isFoundAboveTheProgram() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "checkout/Fonts/fonts.conf")
    try scratch.write("", to: "checkout/Templates/invoice/template.yaml")
    let program = try scratch.write("", to: "checkout/.build/debug/billing-office")
    let found = try #require(Installation.around(executable: program, cache: "/cache", state: "/state"))
    #expect(found.root == scratch.path("checkout"))
    #expect(found.cache == "/cache")
    #expect(found.templates == scratch.path("checkout/Templates"))
    #expect(found.fontConfiguration == scratch.path("checkout/Fonts/fonts.conf"))
  }

  @Test func isFoundInShareBesideBin() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "usr/share/billing-office/Fonts/fonts.conf")
    try scratch.write("", to: "usr/share/billing-office/Templates/invoice/template.yaml")
    let program = try scratch.write("", to: "usr/bin/billing-office")
    #expect(
      Installation.around(executable: program, cache: "", state: "")?.root == scratch.path("usr/share/billing-office"))
  }

  @Test func needsTemplatesAndFonts() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "half/Fonts/fonts.conf")
    #expect(Installation.around(executable: scratch.path("half/billing-office"), cache: "", state: "") == nil)
  }
}
