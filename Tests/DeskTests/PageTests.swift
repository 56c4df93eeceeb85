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

  @Test func pagesGoOutCompressedToWhoeverReadsThemSo() throws {
    let desk = try OpenDesk()
    for path in ["/", "/desk.js", "/style.css", "/catalogue.json"] {
      let plain = try desk.browser.get(path)
      let packed = try desk.browser.get(path, ["Accept-Encoding": "gzip, deflate"])
      #expect(plain.headers["content-encoding"] == nil, "\(path)")
      #expect(packed.headers["content-encoding"] == "gzip" && packed.headers["vary"] == "Accept-Encoding", "\(path)")
    }
  }

  @Test func whatIsNotThereIsSaidOnAPage() throws {
    let desk = try OpenDesk()
    let answer = try desk.browser.get("/nowhere", ["Accept": "text/html"])
    #expect(answer.status == 404)
    #expect(answer.body.contains("There is no such page here."))
    #expect(try desk.browser.ask("HEAD", "/today", "", [:]).status == 200)
  }

  @Test func whatIsGivenWhereIsAddedUp() throws {
    let desk = try OpenDesk(["signs.csv": "item,stall\nRice,Kitchen\nchildcare,Children\n"])
    let catalogue = try desk.browser.get("/catalogue.json").json
    #expect(catalogue["stalls"] as? [String] == ["Kitchen", "Children"])
    let items = try #require(catalogue["items"] as? [[String: Any]])
    #expect(items.first { $0["item"] as? String == "Rice" }?["stalls"] as? [String] == ["Kitchen"])
    #expect(items.first { $0["item"] as? String == "Flour" }?["stalls"] as? [String] == [])
    let number = try #require(try desk.give("Rice", "2").json["number"] as? String)
    _ = try desk.give("Rice", "4")
    _ = try desk.give("Flour", "1")
    let page = try desk.browser.get("/today").body
    #expect(page.contains("Kitchen") && page.contains("$6.42"))
    // What was taken back counts at no stall, on the page and on the board.
    _ = try desk.browser.submit("/reverse", "number=\(number)&reason=not-given")
    #expect(try desk.browser.get("/today").body.contains("$4.28"))
    let board = try desk.office.office.liveBoard()
    #expect(board.stalls.map(\.name) == ["Kitchen"] && board.stalls.map(\.value) == ["$4.28"])
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
