import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

/// The desk's pages, in every language that papers are offered in.
@Suite(.waiting, .serialized) struct DeskPageTests {
  @Test(arguments: Office.languages) func everyPageOpensInEveryLanguage(language: String) throws {
    let desk = try OpenDesk([
      "office.yaml": """
      name: Riverside Commons
      place: Riverside Market
      desk: A
      currency: USD
      locale: \(language)
      paper: A4
      ledger: { url: "https://ledger.example.org" }
      """
    ])
    let number = try #require(try desk.give().json["number"] as? String)
    for path in ["/", "/plain", "/today", "/printers", "/board", "/gift/\(number)"] {
      let page = try desk.browser.get(path)
      #expect(page.status == 200, "\(path)")
      #expect(page.body.contains("<html lang=\"\(language)\""), "\(path)")
      // Nothing that a page was not given, and nothing of the program's own, stands in it.
      for sign in ["{{", "}}", "Optional(", "[\"", ": [", ">nil<"] {
        #expect(!page.body.contains(sign), "\(path): \(sign)")
      }
    }
  }

  @Test func todayIsOfToday() throws {
    let desk = try OpenDesk()
    // A gift of the day on which the tests' offices stand is none of today's.
    try desk.office.print(isRecorded: true)
    #expect(try !desk.browser.get("/today").body.contains("-000001"))
    let number = try #require(try desk.give("Rice", "2").json["number"] as? String)
    let page = try desk.browser.get("/today").body
    #expect(page.contains(number) && page.contains("$2.14"))
  }
}
