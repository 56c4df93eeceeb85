import Foundation
import OfficeFixtures
import Papers
import PrinterDevices
import TestTools
import Testing

@testable import BillingOffice

/// Receipts sent to a printer: one of this test's own, which listens on loopback and decodes what it is told.
@Suite struct PrintGiftsTests {
  private let office: TestOffice

  init() throws { office = try TestOffice() }

  private func order(_ count: Int, of items: String...) throws {
    let rows = (1...count).flatMap { number in items.map { "\(number),\($0),1\n" } }.joined()
    try office.scratch.write("invoice,item,quantity\n" + rows, to: "office/many.csv")
  }

  /// Records the gifts of an order, and prints their receipts.
  private func print(_ order: String, on address: String, paper: String? = "80mm") throws -> PrintedPapers {
    var request = try office.request(order, ReceiptKind(), isRecorded: true)
    request.look.paper = paper
    return try office.office.printGifts(request, on: try office.office.printer(orUsual: address))
  }

  /// Records an hour of tutoring, and prints its receipt.
  @discardableResult
  private func give(on address: String?, paper: String? = "80mm", isRecorded: Bool = true) throws -> PrintedPapers {
    let day = try #require(TestOffice.issued)
    let request = GiftRequest(
      ReceiptKind(), .items([GivenItem("tutoring")]), look: PaperLook(paper: paper),
      recordedAt: isRecorded ? TestOffice.moment : nil, issued: day)
    return try office.office.printGifts(request, on: try office.office.printer(orUsual: address))
  }

  private func finish(on address: String?) throws -> PrintedPapers {
    try office.office.printUnprinted(
      on: try address.map { try office.office.printer(named: $0) }, at: TestOffice.moment)
  }

  /// What a printer's fault is told as; the gifts are recorded.
  private func failing(_ body: () throws -> Void) throws -> String {
    let told = try office.told(.notPrinted, body)
    #expect(told.contains("printed on"), "\(told)")
    return told
  }

  @Test func aPrinterPrintsWhatItIsSent() throws {
    let printer = try FakePrinter(.obliging)
    let papers = try print("order.csv", on: printer.address)
    let number = try #require(papers.numbers.first)
    #expect(papers.numbers.count == 1 && papers.paths.isEmpty && papers.warnings.isEmpty)
    // Nothing lies about: the ledger can print it again.
    #expect(!office.listing.contains { $0.contains("escpos") })
    let jobs = try PrintedReceipt.decode(printer.received())
    #expect(jobs.count == 1)
    let receipt = try #require(jobs.first)
    #expect(receipt.width == 576 && receipt.isCut && receipt.bands.allSatisfy { $0 <= 128 })
    #expect(receipt.bands.dropLast().allSatisfy { $0 == 128 })
    try receipt.write(pbm: office.path("printed.pbm"))
    let code = "HTTPS://LEDGER.EXAMPLE.ORG/R/\(number)\n"
    #expect(try Tool.zbarimg.text("-q", "--raw", office.path("printed.pbm")) == code)
    // Five of a hundred dots that burn by mistake, or do not, change nothing.
    try receipt.flipping(0.05).write(photograph: office.path("noisy.pgm"))
    #expect(try Tool.zbarimg.text("-q", "--raw", office.path("noisy.pgm")) == code)
    // The drawer of a till is never opened: no ESC p anywhere outside the pictures.
    #expect(!receipt.commands.contains([0x1B, 0x70]))
  }

  @Test(.slow) func severalReceiptsAreCutApart() throws {
    let printer = try FakePrinter(.obliging)
    _ = try print("orders.csv", on: printer.address, paper: "58mm")
    let jobs = try PrintedReceipt.decode(printer.received())
    #expect(jobs.count == 5 && jobs.allSatisfy { $0.width == 384 && $0.isCut })
    for (index, job) in jobs.enumerated() {
      try job.write(pbm: office.path("r\(index).pbm"))
      #expect(try Tool.zbarimg.text("-q", "--raw", office.path("r\(index).pbm")).hasSuffix("-00000\(index + 1)\n"))
    }
  }

  /// Neither that the printer is gone from printers.yaml, nor its other paper, keeps a receipt from another printer.
  @Test func anotherPrinterHasItsOwnPaper() throws {
    let closed = try #require(PrinterTarget(try FakePrinter.silentAddress()))
    _ = try office.office.add(Printer(.receipts(closed), paper: "80mm"), as: "counter")
    #expect(try failing { try give(on: nil, paper: nil) }.contains("is recorded, but not printed on counter"))
    let pocket = try FakePrinter(.obliging)
    try office.scratch.write(
      "pocket: { kind: escpos, address: '\(pocket.address)', paper: 58mm }\n", to: "office/printers.yaml")
    try office.refuses(
      .usage,
      """
      error: there is no printer "counter" in printers.yaml
        → add it, or name an address such as /dev/usb/lp0
      """
    ) { _ = try finish(on: nil) }
    #expect(try finish(on: "pocket").numbers.count == 1)
    #expect(try PrintedReceipt.decode(pocket.received()).map(\.width) == [384])
  }

  /// What came out of the printer before it stopped is not printed again.
  @Test(.slow) func ofManyReceiptsThoseAreMissingThatDidNotComeOut() throws {
    try order(30, of: "Tutoring")
    let stopping = try FakePrinter(.stoppingAfter(500_000))
    _ = try failing { _ = try print("many.csv", on: stopping.address) }
    stopping.goOn()
    let printer = try FakePrinter(.obliging)
    let missing = try finish(on: printer.address).numbers
    #expect((1..<30).contains(missing.count) && missing.last?.description.hasSuffix("-000030") == true)
    #expect(try PrintedReceipt.decode(printer.received()).count == missing.count)
  }

  /// A paper that can no longer be laid out stands in the way of itself, and not of those before it, which come out once.
  @Test(.slow) func whatCannotBeDrawnDoesNotPrintTheOthersTwice() throws {
    let long = String(repeating: "Unbreakable", count: 12)
    try office.scratch.write(
      OfficeFiles.prices("Tea,food,cup,2,USD,ONS,2026", "\(long),food,cup,2,USD,ONS,2026"), to: "office/prices.csv")
    try office.scratch.write("invoice,item,quantity\n1,Tea,1\n2,\(long),1\n", to: "office/two.csv")
    let closed = try FakePrinter.silentAddress()
    _ = try failing { _ = try print("two.csv", on: closed) }
    let text = try OfficeFiles.file("Templates/receipt/template.yaml", [])
    let nowrap = text.replacing(
      "item:   { font-weight: 700 }", with: "item:   { font-weight: 700, white-space: nowrap }")
    #expect(nowrap != text)
    try office.scratch.write(nowrap, to: "office/Templates/own/template.yaml")
    try office.scratch.write(
      try OfficeFiles.settings([("templates:\n", "templates:\n  receipt: own\n")]), to: "office/office.yaml")
    let printer = try FakePrinter(.obliging)
    let first = try office.told(.data) { _ = try finish(on: printer.address) }
    #expect(first.contains("-000002\n"), "\(first)")
    #expect(try PrintedReceipt.decode(printer.received()).count == 1)
    try office.scratch.write(text, to: "office/Templates/own/template.yaml")
    let other = try FakePrinter(.obliging)
    #expect(try finish(on: other.address).numbers.map { $0.description.suffix(6) } == ["000002"])
    #expect(try PrintedReceipt.decode(other.received()).count == 1)
  }

  /// It is waited for as long as it goes on taking.
  @Test(.slow) func aSlowPrinterIsNoFault() throws {
    let printer = try FakePrinter(.slow(0.05))
    let start = Date()
    try give(on: printer.address)
    #expect(try PrintedReceipt.decode(printer.received()).count == 1)
    // The system's own buffers would have taken it all at once.
    #expect(Date().timeIntervalSince(start) > 1.5)
  }

  /// What a printer says about itself is neither taken for the end nor left on the line.
  @Test(.slow) func aPrinterMayReportOnItself() throws {
    let printer = try FakePrinter(.reporting())
    try give(on: printer.address)
    #expect(try PrintedReceipt.decode(printer.received()).count == 1)
    let deaf = try FakePrinter(.reporting(isDeaf: true))
    let told = try failing { try give(on: deaf.address) }
    deaf.goOn()
    #expect(told.contains("it takes no more after"), "\(told)")
  }

  @Test func aPrinterThatGoesAwayIsTold() throws {
    let told = try failing { try give(on: try FakePrinter(.leavingAfter(512)).address) }
    #expect(told.contains("is recorded, but not printed"), "\(told)")
    #expect(told.contains("it went away after") || told.contains("nothing answers there"))
  }

  @Test(.slow) func aPrinterThatTakesNothingDoesNotBlockTheQueue() throws {
    // More than the system keeps for it: many receipts.
    try order(60, of: "Tutoring", "Bicycle repair")
    let printer = try FakePrinter(.stoppingAfter(0))
    let start = Date()
    let told = try failing { _ = try print("many.csv", on: printer.address) }
    #expect(told.contains("it takes no more after"), "\(told)")
    #expect(Date().timeIntervalSince(start) < 30)
    printer.goOn()
  }

  @Test(arguments: ["tcp://", "tcp://host:0", "tcp://host:99999", "usb/lp0"])
  func whatIsNoAddressIsRefused(target: String) throws {
    try office.refuses(
      .usage,
      """
      error: "\(target)" is no address of a receipt printer
        → it is such as tcp://192.168.1.50:9100 or /dev/usb/lp0
      """
    ) { _ = try office.office.printer(named: target) }
  }

  @Test func aDeviceTakesThemToo() throws {
    let device = office.path("lp0")
    #expect(mkfifo(device, 0o600) == 0)
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/sh")
    reader.arguments = ["-c", "cat '\(device)' > '\(device)-out'"]
    try reader.run()
    // Somebody must be at the other end before it can be written to.
    Thread.sleep(forTimeInterval: 0.5)
    #expect(try give(on: device, paper: "58mm", isRecorded: false).numbers.isEmpty)
    reader.waitUntilExit()
    #expect(try PrintedReceipt.decode([UInt8](office.bytes("lp0-out"))).map(\.width) == [384])
  }

  @Test func whatIsNoPrinterIsTold() throws {
    let web = try FakePrinter(.answering("HTTP/1.1 400 Bad Request\r\n\r\n"))
    let before = try office.bytes("prices.csv")
    for (target, what) in [
      (web.address, "a web server"), (office.path("prices.csv"), "a file"), (office.path(""), "a folder"),
    ] {
      let told = try failing { try give(on: target) }
      #expect(told.contains("that is no printer but \(what)\n"), "\(told)")
      #expect(try office.bytes("prices.csv") == before)
    }
    #expect(office.office.unprintedCount(at: TestOffice.moment) == 3)
  }
}
