import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

/// Receipts go to their printers one after the other, and a printer that fails holds up nothing but itself.
@Suite(.waiting, .serialized) struct PrintingTests {
  private static func printers(_ all: [(name: String, address: String)]) -> String {
    all.map { "\($0.name):\n  kind: escpos\n  address: \($0.address)\n  paper: 80mm\n" }.joined()
  }

  private func jobs(_ desk: OpenDesk) throws -> [String] {
    let queues = try desk.browser.get("/queues.json").json["queues"] as? [[String: Any]] ?? []
    return queues.flatMap { queue in
      (queue["jobs"] as? [[String: Any]] ?? []).map { "\(queue["printer"] ?? "") \($0["state"] ?? "")" }
    }
  }

  @Test func aReceiptComesOut() async throws {
    let printer = try FakePrinter(.obliging)
    let desk = try OpenDesk(["printers.yaml": Self.printers([("counter", printer.address)])])
    #expect(try desk.give(printer: "counter").status == 200)
    #expect(try await desk.until { try jobs(desk) == ["counter printed"] })
    #expect(try PrintedReceipt.decode(printer.received()).count == 1)
    #expect(try desk.office.office.unprinted(at: TestOffice.moment).isEmpty)
  }

  @Test func aPrinterThatIsOffHoldsUpNothing() async throws {
    let printer = try FakePrinter(.obliging)
    let desk = try OpenDesk([
      "printers.yaml": Self.printers([("off", try FakePrinter.silentAddress()), ("counter", printer.address)])
    ])
    let lost = try desk.give(printer: "off")
    #expect(lost.status == 200)
    #expect(try desk.give(printer: "counter").status == 200)
    #expect(try await desk.until { try jobs(desk).contains("counter printed") })
    #expect(try await desk.until { try jobs(desk).contains("off trying") })
    // Somebody takes it elsewhere; the printer here takes one call only, so that it waits there now.
    let number = try #require(lost.json["number"] as? String)
    #expect(
      try desk.browser.post("/outbox", ["number": number, "action": "print", "printer": "counter"]).status == 200)
    #expect(try await desk.until { try !jobs(desk).contains { $0.hasPrefix("off") } })
  }

  @Test func aPrinterIsPutRightWithARuler() throws {
    let printer = try FakePrinter(.obliging)
    let desk = try OpenDesk(["printers.yaml": Self.printers([("counter", printer.address)])])
    let page = try desk.browser.get("/printers/measure?printer=counter")
    #expect(page.status == 200 && page.body.contains("name=\"m0\"") && page.body.contains("name=\"m2\""))
    #expect(try desk.browser.submit("/printers/measure", "printer=counter&action=print").status == 200)
    #expect(try printer.received().count > 1000)
    // A roll: from the left, and two lengths, the last of which is as it ought to be.
    let kept = try desk.browser.submit("/printers/measure", "printer=counter&action=save&m0=12&m1=&m2=")
    #expect(kept.status == 200 && kept.body.contains("-2"), "\(kept.body)")
    #expect(
      try String(contentsOfFile: desk.office.path("printers.yaml"), encoding: .utf8).contains("offset: [-2mm, 0mm]"))
    #expect(try desk.browser.submit("/printers/measure", "printer=counter&action=save&m0=wide").status == 422)
    #expect(try desk.browser.get("/printers/measure?printer=elsewhere").status == 422)
  }

  @Test func whatPrintersSayIsSaidInTheDesksLanguage() async throws {
    let off = try FakePrinter.silentAddress()
    let desk = try OpenDesk([
      "printers.yaml": Self.printers([("off", off)]),
      "office.yaml":
        "name: Riverside Commons\nplace: Riverside Market\ndesk: A\ncurrency: USD\nlocale: fr\npaper: A4\nledger: none\n",
    ])
    _ = try desk.give(printer: "off")
    let words = {
      let queues = try desk.browser.get("/queues.json").json["queues"] as? [[String: Any]] ?? []
      return queues.flatMap { $0["jobs"] as? [[String: Any]] ?? [] }.compactMap { $0["words"] as? String }.joined()
    }
    #expect(try await desk.until { try jobs(desk).contains("off trying") })
    let said = try words()
    #expect(said.contains("Elle ne répond pas"), "\(said)")
  }

  @Test func whatLiesThereSinceAnEarlierDayIsAskedAboutFirst() async throws {
    let printer = try FakePrinter(.obliging)
    let desk = try OpenDesk(["printers.yaml": Self.printers([("counter", printer.address)])])
    var request = try desk.office.request(isRecorded: true, output: OutputWish(workers: 1))
    request.giftKind = ReceiptKind()
    // A printer that was off left it there.
    let off = Printer(.receipts(try #require(PrinterTarget(try FakePrinter.silentAddress()))))
    #expect(throws: Diagnostics.self) { try desk.office.office.printGifts(request, on: off) }
    #expect(try desk.browser.get("/queues.json").json["leftovers"] as? Int == 1)
    let page = try desk.browser.get("/printers").body
    let number = try #require(page.firstMatch(of: /[A-Z]+-[0-9A-Z]{4}-000001/)?.0)
    #expect(printer.count == 0)
    let sent = try desk.browser.submit("/outbox", "number=\(number)&action=print&printer=counter")
    #expect(sent.status == 303)
    #expect(try await desk.until { try jobs(desk) == ["counter printed"] })
    #expect(try desk.browser.get("/queues.json").json["leftovers"] as? Int == 0)
  }

  @Test func whatIsNoGiftHoldsUpNoPrinter() async throws {
    let printer = try FakePrinter(.obliging)
    let desk = try OpenDesk(["printers.yaml": Self.printers([("counter", printer.address)])])
    for number in ["RIVERSIDE-ZZZZ-000001", "RIVER-A7K2-999999", "nothing"] {
      #expect(try desk.browser.post("/print", ["number": number, "printer": "counter"]).status >= 400)
    }
    #expect(try desk.give(printer: "counter").status == 200)
    #expect(try await desk.until { try jobs(desk) == ["counter printed"] })
  }
}
