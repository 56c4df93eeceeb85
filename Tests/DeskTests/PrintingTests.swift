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
