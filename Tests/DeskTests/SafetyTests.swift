import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

/// Nobody but who stands at the desk can give, print or read here.
@Suite(.waiting, .serialized) struct SafetyTests {
  @Test(arguments: [
    "evil.example", "localhost", "localhost:1", "127.0.0.1.evil.example:PORT", "localhost:PORT@evil.example", "",
  ])
  func otherNamesLeadNowhere(host: String) async throws {
    let desk = try OpenDesk()
    let name = host.replacing("PORT", with: "\(desk.port)")
    let answer = try desk.browser.get("/catalogue.json", ["Host": name])
    #expect([400, 421].contains(answer.status), "\(name): \(answer.status)")
    #expect(!answer.body.contains("Rice"))
  }

  @Test(arguments: ["http://evil.example", "null", "https://localhost:PORT", "http://localhost:1", ""])
  func pagesOfOthersChangeNothing(origin: String) async throws {
    let desk = try OpenDesk()
    let gift: [String: Any] = ["id": OpenDesk.newID(), "lines": [["item": "Rice", "quantity": "1"]]]
    let from = origin.replacing("PORT", with: "\(desk.port)")
    #expect(try desk.browser.post("/give", gift, ["Origin": from]).status == 403)
    #expect(try desk.browser.post("/give", gift, ["Sec-Fetch-Site": "cross-site"]).status == 403)
    #expect(desk.count == 0)
  }

  @Test func everyAnswerForbidsWhatIsNotTheDesksOwn() async throws {
    let desk = try OpenDesk()
    for path in ["/", "/style.css", "/catalogue.json", "/nowhere", "/gift/nothing"] {
      let headers = try desk.browser.get(path).headers
      #expect(
        headers["content-security-policy"]?.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'") == true
      )
      #expect(headers["x-content-type-options"] == "nosniff")
      #expect(headers["access-control-allow-origin"] == nil)
    }
  }

  @Test(arguments: [
    "/../office.yaml", "/%2e%2e/office.yaml", "/gift/..%2foffice.yaml", "/gift/../office.yaml", "/words/en.yaml",
  ])
  func noPathLeadsToAFile(path: String) async throws {
    let desk = try OpenDesk()
    let answer = try desk.browser.get(path)
    #expect([400, 404, 422].contains(answer.status), "\(path): \(answer.status)")
    #expect(!answer.body.contains("currency:"))
  }

  @Test func aBodyHasABound() async throws {
    let desk = try OpenDesk()
    let long = String(repeating: "x", count: 100_000)
    let answer = try desk.browser.post("/give", ["id": OpenDesk.newID(), "lines": [["item": long, "quantity": "1"]]])
    #expect([400, 413, 422].contains(answer.status))
    #expect(desk.count == 0)
  }

  @Test func namesAreEscaped() async throws {
    let desk = try OpenDesk([
      "prices.csv":
        "item,price,currency,source,checked\n\"<script>alert(1)</script>\",1.00,USD,\"A statistics office, https://example.org\",2026-05\n"
    ])
    let number = try #require(try desk.give("<script>alert(1)</script>", "1").json["number"] as? String)
    for path in ["/plain", "/gift/\(number)", "/today"] {
      let page = try desk.browser.get(path).body
      #expect(page.contains("&lt;script&gt;alert(1)"), "\(path)")
      #expect(!page.contains("<script>alert"), "\(path)")
    }
  }

  @Test func printersAreAddedOnTheMachineItself() async throws {
    let printer = try FakePrinter(.obliging)
    let desk = try OpenDesk()
    let sent = try desk.browser.submit("/printers/add", "name=counter&address=tcp%3A%2F%2F127.0.0.1%3A\(printer.port)")
    #expect(sent.status == 303)
    #expect(try desk.office.office.printers().printers.map(\.name) == ["counter"])
  }

  @Test(arguments: ["tcp://127.0.0.1:PORT", "/dev/null", "/tmp/anything"])
  func noRequestSendsAnythingButToPrintersOfTheOffice(address: String) throws {
    let printer = try FakePrinter(.obliging)
    let desk = try OpenDesk()
    let named = address.replacing("PORT", with: "\(printer.port)")
    #expect(try desk.give(printer: named).status == 422)
    #expect(desk.count == 0)
    let number = try #require(try desk.give().json["number"] as? String)
    #expect(try desk.browser.post("/print", ["number": number, "printer": named]).status == 422)
    #expect(try desk.browser.post("/outbox", ["number": number, "action": "print", "printer": named]).status == 422)
    #expect(try desk.browser.submit("/printers/test", "printer=\(named)").status == 422)
    #expect(printer.count == 0)
  }

  @Test(arguments: ["tcp://evil%0Ax:9100", "/dev/x%0A  a: b", "tcp://{a}:1", "tcp://a #b", "nonsense here"])
  func whatIsNoAddressOfAPrinterIsNotAdded(address: String) throws {
    let desk = try OpenDesk()
    #expect(try desk.browser.submit("/printers/add", "name=counter&address=\(address)").status == 422)
    #expect(try desk.office.office.printers().printers.isEmpty)
  }

  @Test func whoReadsFromAnotherSiteReadsNothing() throws {
    let desk = try OpenDesk()
    let elsewhere = ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"]
    #expect(try desk.browser.get("/catalogue.json", elsewhere).status == 403)
    #expect(try desk.browser.get("/", ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"]).status == 200)
  }
}
