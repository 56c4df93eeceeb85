import Foundation
import OfficeFixtures
import Papers
import PrinterDevices
import Synchronization
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

  @Test(.slow) func aPrinterPrintsWhatItIsSent() throws {
    let printer = try FakePrinter(.obliging)
    let papers = try print("order.csv", on: printer.address)
    let number = try #require(papers.numbers.first)
    #expect(papers.numbers.count == 1 && papers.paths.isEmpty)
    #expect(papers.warnings.allSatisfy { $0.fact is OfficeFact }, "\(papers.warnings)")
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

  /// A receipt printer has a roll, whatever the office prints on: as wide as its head, or as the usual one is. The office prints on
  /// Letter.
  @Test(.slow) func aReceiptPrinterGetsARoll() throws {
    for (paper, dots, width) in [(nil, nil, 576), (nil, 384, 384), ("58mm", nil, 384), (nil, 512, 512)]
      as [(String?, Int?, Int)]
    {
      let printer = try FakePrinter(.obliging)
      var target = try office.office.printer(named: printer.address)
      target.dots = dots
      var request = try office.request("order.csv", ReceiptKind())
      request.look.paper = paper
      _ = try office.office.printGifts(request, on: target)
      let jobs = try PrintedReceipt.decode(printer.received())
      #expect(jobs.map(\.width) == [width] && jobs.allSatisfy(\.isCut))
    }
    let number = try #require(try office.make(isRecorded: true) { _ in }.numbers.first?.number)
    let printer = try FakePrinter(.obliging)
    _ = try office.office.reprint(
      ReprintRequest(ReceiptKind(), [number]), on: try office.office.printer(named: printer.address))
    #expect(try PrintedReceipt.decode(printer.received()).map(\.width) == [576])
    // What is added without a paper is written down with the roll that it is taken to have.
    for (name, dots, roll) in [("counter", nil, "80mm"), ("pocket", 384, "58mm")] as [(String, Int?, String)] {
      let target = try #require(PrinterTarget("/dev/usb/\(name)"))
      _ = try office.office.add(Printer(.receipts(target), dots: dots), as: name)
      #expect(try office.office.printer(named: name).paper == roll)
    }
  }

  /// What was meant for 58 mm stays so on a printer of which nobody has said what is in it.
  @Test func whatWasMeantForARollStaysForIt() throws {
    let closed = try FakePrinter.silentAddress()
    _ = try failing { try give(on: closed, paper: "58mm") }
    let printer = try FakePrinter(.obliging)
    #expect(try finish(on: printer.address).numbers.count == 1)
    #expect(try PrintedReceipt.decode(printer.received()).map(\.width) == [384])
  }

  /// Nothing is recorded for a printer on which it does not fit.
  @Test func whatDoesNotFitIsRefused() throws {
    let narrow = try #require(PrinterTarget("tcp://127.0.0.1:9"))
    _ = try office.office.add(Printer(.receipts(narrow), paper: "58mm"), as: "pocket")
    _ = try office.office.add(Printer(.queue("laser-2"), paper: "A4"), as: "laser")
    for (printer, paper, sheet, words) in [
      (
        "tcp://127.0.0.1:8", "Letter", nil,
        "Letter does not fit on tcp://127.0.0.1:8, which is a receipt printer and prints on a roll"
      ),
      ("pocket", "80mm", nil, "80mm does not fit on pocket, which prints on 58mm"),
      ("pocket", nil, "A4", "pocket prints on a roll, and nothing can be cut there from a sheet of A4"),
      ("laser", nil, "A3", "A3 does not fit on laser, which prints on A4"),
      ("laser", "80mm", nil, "80mm does not fit on laser, which prints on A4"),
    ] as [(String, String?, String?, String)] {
      var request = try office.request("order.csv", ReceiptKind(), isRecorded: true)
      (request.look.paper, request.sheet) = (paper, sheet)
      let before = office.listing
      let told = try office.told(.usage) {
        _ = try office.office.printGifts(request, on: try office.office.printer(named: printer))
      }
      #expect(told.hasPrefix("error: \(words)\n"), "\(told)")
      #expect(office.listing == before)
    }
    let number = try #require(try office.make(isRecorded: true) { _ in }.numbers.first?.number)
    try office.refuses(
      .usage,
      """
      error: pocket is a receipt printer, and takes receipts, not an invoice
        → print it as a receipt
      """
    ) {
      _ = try office.office.reprint(
        ReprintRequest(InvoiceKind(), [number]), on: try office.office.printer(named: "pocket"))
    }
    #expect(throws: Diagnostics.self) { try office.office.add(Printer(.receipts(narrow), paper: "A4"), as: "other") }
  }

  /// A printer that keeps its half-read picture when the line breaks gets the rest of it first, so that no dot comes out as a letter.
  @Test(.slow, arguments: [12_000, 30_000, 60_000]) func afterACutLineEverythingIsClean(bytes: Int) throws {
    let cut = try FakePrinter(.leavingAfter(bytes))
    _ = try failing { _ = try print("order.csv", on: cut.address) }
    let printer = try FakePrinter(.obliging)
    #expect(try finish(on: printer.address).numbers.count == 1)
    // As the printer reads it, one behind the other.
    let jobs = try PrintedReceipt.decode(cut.received() + printer.received())
    let last = try #require(jobs.last)
    try last.write(pbm: office.path("printed.pbm"))
    #expect(jobs.count == 1 && last.isCut)
    #expect(try Tool.zbarimg.text("-q", "--raw", office.path("printed.pbm")).hasSuffix("-000001\n"))
  }

  /// Another desk's receipt is waited for, and that is told.
  @Test func aBusyPrinterIsWaitedFor() throws {
    let printer = try FakePrinter(.patient)
    let other = PrinterLine(to: try #require(PrinterTarget(printer.address)))
    other.write([0])
    let notices = Mutex<[String]>([])
    let observer = Observer(notice: { notice in
      notices.withLock { $0.append(notice.description) }
      DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { _ = other.close() }
    })
    var request = try office.request("order.csv", ReceiptKind())
    request.look.paper = "80mm"
    _ = try office.office.printGifts(request, on: try office.office.printer(named: printer.address), observer)
    #expect(
      notices.withLock { $0 } == [
        "warning: \(printer.address) is waited for, up to 60 seconds: it is busy with another desk's receipt"
      ])
    #expect(try PrintedReceipt.decode(printer.received()).count == 1)
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
    let low = text.replacing(
      "{ fit: { text: \"{{item}}\", style: item }, min: 7pt }", with: "{ text: \"{{item}}\", white-space: nowrap }")
    #expect(low != text)
    try office.scratch.write(low, to: "office/Templates/own/template.yaml")
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
    // Somebody must be at the other end before it can be written to. What holds it open meanwhile keeps the reader.
    var holding: Int32 = -1
    for _ in 0..<20_000 where holding < 0 {
      holding = open(device, O_WRONLY | O_NONBLOCK)
      if holding < 0 { usleep(1000) }
    }
    try #require(holding >= 0)
    #expect(try give(on: device, paper: "58mm", isRecorded: false).numbers.isEmpty)
    close(holding)
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
    // What could be known beforehand was not recorded.
    #expect(office.office.unprintedCount(at: TestOffice.moment) == 1)
    let told = try office.told(.notPrinted) { try give(on: office.path("lp9")) }
    #expect(
      told == """
        error: nothing can be printed on lp9: nothing answers there (No such file or directory): is it switched on, and is its \
        address right?
        warning: nothing was recorded
          → give it again once the printer is there, or make a file of it
        """)
    #expect(office.office.unprintedCount(at: TestOffice.moment) == 1)
  }
}
