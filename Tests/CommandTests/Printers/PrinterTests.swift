import Foundation
import TestTools
import Testing

/// Receipts sent to a printer: one of this test's own, which listens on loopback and decodes what it is told.
@Suite struct PrinterTests {
  @Test func aPrinterPrintsWhatItIsSent() throws {
    let desk = try Desk()
    let printer = try FakePrinter(.obliging)
    let run = try desk.type(["receipt", "order.csv", "--paper", "80mm", "--to", printer.address])
    #expect(run.status == 0, "\(run.errors)")
    let number = try #require(Desk.numbers(run).first)
    #expect(run.output == "\(number) → \(printer.address)\n" && run.errors.isEmpty)
    // Nothing lies about: the ledger can print it again.
    #expect(!desk.listing.contains { $0.contains("escpos") })
    let jobs = try Receipt.decode(printer.received())
    #expect(jobs.count == 1)
    let receipt = try #require(jobs.first)
    #expect(receipt.width == 576 && receipt.isCut && receipt.bands.allSatisfy { $0 <= 128 })
    #expect(receipt.bands.dropLast().allSatisfy { $0 == 128 })
    try receipt.write(pbm: desk.path("printed.pbm"))
    #expect(
      try Tool.zbarimg.text("-q", "--raw", desk.path("printed.pbm")) == "HTTPS://LEDGER.EXAMPLE.ORG/R/\(number)\n")
    // Five of a hundred dots that burn by mistake, or do not, change nothing.
    try receipt.flipping(0.05).write(photograph: desk.path("noisy.pgm"))
    #expect(
      try Tool.zbarimg.text("-q", "--raw", desk.path("noisy.pgm")) == "HTTPS://LEDGER.EXAMPLE.ORG/R/\(number)\n")
    // The drawer of a till is never opened: no ESC p anywhere outside the pictures.
    #expect(!receipt.commands.contains([0x1B, 0x70]))
  }

  @Test func severalReceiptsAreCutApart() throws {
    let desk = try Desk()
    let printer = try FakePrinter(.obliging)
    let run = try desk.type(["receipt", "orders.csv", "--paper", "58mm", "--to", printer.address])
    #expect(run.status == 0, "\(run.errors)")
    let jobs = try Receipt.decode(printer.received())
    #expect(jobs.count == 5 && jobs.allSatisfy { $0.width == 384 && $0.isCut })
    for (index, job) in jobs.enumerated() {
      try job.write(pbm: desk.path("r\(index).pbm"))
      #expect(try Tool.zbarimg.text("-q", "--raw", desk.path("r\(index).pbm")).hasSuffix("-00000\(index + 1)\n"))
    }
  }

  @Test func aPrinterThatIsOffLeavesTheGiftRecorded() throws {
    let desk = try Desk()
    let closed = try FakePrinter(.closed).address
    let run = try desk.type(["give", "tutoring", "--paper", "80mm", "--to", closed])
    #expect(run.status == 75 && run.output.isEmpty)
    let number = try #require(Desk.numbers(run.errors).first)
    #expect(
      run.errors == """
        error: \(number) is recorded, but not printed on \(closed): nothing answers there (Connection refused): is it switched on, \
        and is its address right?
          → when it is ready: billing-office reprint --unprinted; on another printer: … --unprinted --to PRINTER

        """)
    #expect(try desk.type(["ledger", "list"]).output.contains(number))
    // The next receipt is not blocked, and reminds of the one that is missing.
    let other = try FakePrinter(.obliging)
    let next = try desk.type(["give", "tutoring", "--paper", "80mm", "--to", other.address])
    #expect(next.status == 0 && next.errors == "1 paper is still to be printed: billing-office reprint --unprinted\n")
    #expect(try Receipt.decode(other.received()).count == 1)
    // Where the first printer is still off, another one finishes what it left; only that, and only once.
    #expect(try desk.type(["reprint", "--unprinted"]).status == 75)
    let printer = try FakePrinter(.obliging)
    let again = try desk.type(["reprint", "--unprinted", "--to", printer.address])
    #expect(again.status == 0 && again.output == "\(number) printed\n", "\(again.errors)")
    let receipt = try #require(try Receipt.decode(printer.received()).first)
    try receipt.write(pbm: desk.path("printed.pbm"))
    #expect(try Tool.zbarimg.text("-q", "--raw", desk.path("printed.pbm")).hasSuffix("/R/\(number)\n"))
    let none = try desk.type(["reprint", "--unprinted"])
    #expect(none.status == 0 && none.output.isEmpty && none.errors == "Nothing is missing: every receipt is printed.\n")
  }

  /// Neither that the printer is gone from printers.yaml, nor its other paper, keeps a receipt from another printer.
  @Test func anotherPrinterHasItsOwnPaper() throws {
    let desk = try Desk()
    let closed = try FakePrinter(.closed).address
    #expect(try desk.type(["printer", "add", "counter", "--to", closed, "--paper", "80mm"]).status == 0)
    #expect(try desk.type(["give", "tutoring"]).status == 75)
    let pocket = try FakePrinter(.obliging)
    try Data("pocket: { kind: escpos, address: '\(pocket.address)', paper: 58mm }\n".utf8)
      .write(to: URL(fileURLWithPath: desk.path("printers.yaml")))
    #expect(try desk.type(["check"]).output.contains("✓ printers.yaml: 1 printer\n"))
    let lost = try desk.type(["reprint", "--unprinted"])
    #expect(lost.status == 64 && lost.errors.contains("there is no printer \"counter\" in printers.yaml"))
    #expect(try desk.type(["reprint", "--unprinted", "--to", "pocket"]).status == 0)
    #expect(try Receipt.decode(pocket.received()).map(\.width) == [384])
  }

  /// What came out of the printer before it stopped is not printed again.
  @Test func ofManyReceiptsThoseAreMissingThatDidNotComeOut() throws {
    let desk = try Desk()
    try many(30, for: desk)
    let stopping = try FakePrinter(.stoppingAfter(500_000))
    let run = try desk.type(["receipt", "many.csv", "--paper", "80mm", "--to", stopping.address])
    stopping.stop()
    #expect(run.status == 75)
    let printer = try FakePrinter(.obliging)
    let again = try desk.type(["reprint", "--unprinted", "--to", printer.address])
    #expect(again.status == 0, "\(again.errors)")
    let missing = Desk.numbers(again)
    #expect((1..<30).contains(missing.count) && missing.last?.hasSuffix("-000030") == true)
    #expect(try Receipt.decode(printer.received()).count == missing.count)
  }

  /// An order of so many gifts.
  private func many(_ count: Int, for desk: Desk) throws {
    let rows = (1...count).map { "\($0),Tutoring,1\n" }.joined()
    try Data(("invoice,item,quantity\n" + rows).utf8).write(to: URL(fileURLWithPath: desk.path("many.csv")))
  }

  /// Whoever stops the program has what came out by then, whole, and the rest can still be printed.
  @Test func anInterruptionLosesNothingAndPrintsNothingTwice() throws {
    let desk = try Desk()
    try many(30, for: desk)
    let printer = try FakePrinter(.slow(0.004))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Desk.program)
    process.arguments = ["receipt", "many.csv", "--paper", "80mm", "--to", printer.address, "--quiet"]
    process.currentDirectoryURL = URL(fileURLWithPath: desk.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(Desk.environment) { $1 }
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The first receipts come out while the others are drawn.
    let deadline = Date(timeIntervalSinceNow: 30)
    while process.isRunning, Date() < deadline, printer.count < 200_000 { usleep(2000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let out = try Receipt.decode(printer.received())
    #expect((2..<30).contains(out.count) && out.allSatisfy(\.isCut))
    let missing = Desk.numbers(told)
    #expect(
      told.hasPrefix("error: interrupted\nwarning: ") && told.contains("billing-office reprint --unprinted"), "\(told)")
    #expect(
      missing.first?.hasSuffix(String(format: "-%06d", out.count + 1)) == true
        && missing.last?.hasSuffix("-000030") == true)
    let other = try FakePrinter(.obliging)
    #expect(try desk.type(["reprint", "--unprinted", "--to", other.address]).status == 0)
    #expect(try Receipt.decode(other.received()).count == 30 - out.count)
  }

  /// A paper that can no longer be laid out stands in the way of itself, and not of those before it, which come out once.
  @Test func whatCannotBeDrawnDoesNotPrintTheOthersTwice() throws {
    let long = String(repeating: "Unbreakable", count: 12)
    let desk = try Desk([
      "prices.csv":
        "item,category,unit,price,currency,source,checked\nTea,food,cup,2,USD,ONS,2026\n\(long),food,cup,2,USD,ONS,2026\n",
      "two.csv": "invoice,item,quantity\n1,Tea,1\n2,\(long),1\n",
    ])
    let closed = try FakePrinter(.closed).address
    #expect(try desk.type(["receipt", "two.csv", "--paper", "80mm", "--to", closed]).status == 75)
    #expect(try desk.type(["template", "new", "own", "--from", "receipt"]).status == 0)
    let file = URL(fileURLWithPath: desk.path("Templates/own/template.yaml"))
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacingOccurrences(
      of: "item:   { font-weight: 700 }", with: "item:   { font-weight: 700, white-space: nowrap }"
    )
    .write(to: file, atomically: true, encoding: .utf8)
    let settings = URL(fileURLWithPath: desk.path("office.yaml"))
    try String(contentsOf: settings, encoding: .utf8)
      .replacingOccurrences(of: "templates:\n", with: "templates:\n  receipt: own\n")
      .write(to: settings, atomically: true, encoding: .utf8)
    let printer = try FakePrinter(.obliging)
    let first = try desk.type(["reprint", "--unprinted", "--to", printer.address])
    #expect(first.status == 65 && first.errors.contains("-000002\n"), "\(first.errors)")
    #expect(try Receipt.decode(printer.received()).count == 1)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let other = try FakePrinter(.obliging)
    let second = try desk.type(["reprint", "--unprinted", "--to", other.address])
    #expect(second.status == 0 && Desk.numbers(second).map { $0.suffix(6) } == ["000002"], "\(second.errors)")
    #expect(try Receipt.decode(other.received()).count == 1)
  }

  /// It is waited for as long as it goes on taking.
  @Test func aSlowPrinterIsNoFault() throws {
    let desk = try Desk()
    let printer = try FakePrinter(.slow(0.05))
    let start = Date()
    let run = try desk.type(["give", "tutoring", "--paper", "80mm", "--to", printer.address])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Receipt.decode(printer.received()).count == 1)
    // The system's own buffers would have taken it all at once.
    #expect(Date().timeIntervalSince(start) > 1.5)
  }

  /// What a printer says about itself is neither taken for the end nor left on the line.
  @Test func aPrinterMayReportOnItself() throws {
    let desk = try Desk()
    let printer = try FakePrinter(.reporting(isDeaf: false))
    let run = try desk.type(["give", "tutoring", "--paper", "80mm", "--to", printer.address])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Receipt.decode(printer.received()).count == 1)
    let deaf = try FakePrinter(.reporting(isDeaf: true))
    let kept = try desk.type(["give", "tutoring", "--paper", "80mm", "--to", deaf.address])
    deaf.stop()
    #expect(kept.status == 75 && kept.errors.contains("it takes no more after"), "\(kept.errors)")
  }

  @Test func aPrinterThatGoesAwayIsTold() throws {
    let desk = try Desk()
    let run = try desk.type(["give", "tutoring", "--paper", "80mm", "--to", try FakePrinter(.leaving).address])
    #expect(run.status == 75)
    #expect(run.errors.contains("is recorded, but not printed"), "\(run.errors)")
    #expect(run.errors.contains("it went away after") || run.errors.contains("nothing answers there"))
  }

  @Test func aPrinterThatTakesNothingDoesNotBlockTheQueue() throws {
    let desk = try Desk()
    // More than the system keeps for it: many receipts.
    let rows = (1...60).map { "\($0),Tutoring,1\n\($0),Bicycle repair,2\n" }.joined()
    try Data(("invoice,item,quantity\n" + rows).utf8).write(to: URL(fileURLWithPath: desk.path("many.csv")))
    let printer = try FakePrinter(.deaf)
    let start = Date()
    let run = try desk.type(["receipt", "many.csv", "--paper", "80mm", "--to", printer.address])
    #expect(run.status == 75)
    #expect(run.errors.contains("it takes no more after"), "\(run.errors)")
    #expect(Date().timeIntervalSince(start) < 30)
    printer.stop()
  }

  @Test(arguments: ["tcp://", "tcp://host:0", "tcp://host:99999", "usb/lp0"])
  func whatIsNoPrinterIsRefused(target: String) throws {
    try Desk().refuses(
      ["give", "tutoring", "--to", target], 64,
      """
      error: "\(target)" is no address of a receipt printer
        → it is such as tcp://192.168.1.50:9100 or /dev/usb/lp0
      """)
  }

  @Test(arguments: [
    (["--to", "/dev/null", "--print", "laser"], "--to and --print name a printer each; leave one of them out."),
    (["--to", "/dev/null", "--output", "x.pdf"], "--to prints and leaves no file; leave out --output."),
    (["--print", "laser", "--share"], "--print prints; leave out --share."),
    (["--to", "/dev/null", "--format", "pdf"], "--to sends what the printer understands; leave out --format."),
    (["--dots", "500", "--to", "/dev/null"], "--dots must be a multiple of 8 from 64 to 2048, not 500."),
  ])
  func whatDoesNotGoTogetherIsRefused(options: [String], words: String) throws {
    let run = try Desk().type(["give", "tutoring"] + options)
    #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
  }

  @Test func aDeviceTakesThemToo() throws {
    let desk = try Desk()
    let device = desk.path("lp0")
    #expect(mkfifo(device, 0o600) == 0)
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/sh")
    reader.arguments = ["-c", "cat '\(device)' > '\(device)-out'"]
    try reader.run()
    // Somebody must be at the other end before it can be written to.
    Thread.sleep(forTimeInterval: 0.5)
    let run = try desk.type(["give", "tutoring", "--draft", "--paper", "58mm", "--to", device])
    #expect(run.status == 0 && run.output == "draft → \(device)\n", "\(run.errors)")
    reader.waitUntilExit()
    #expect(try Receipt.decode([UInt8](desk.bytes("lp0-out"))).map(\.width) == [384])
  }

  @Test func whatIsNoPrinterIsTold() throws {
    let desk = try Desk()
    let web = try FakePrinter(.answering("HTTP/1.1 400 Bad Request\r\n\r\n"))
    for (target, what) in [
      (web.address, "a web server"), (desk.path("prices.csv"), "a file"), (desk.path(""), "a folder"),
    ] {
      let before = try desk.bytes("prices.csv")
      let run = try desk.type(["give", "tutoring", "--paper", "80mm", "--to", target])
      #expect(run.status == 75 && run.errors.contains("that is no printer but \(what)\n"), "\(run.errors)")
      #expect(try desk.bytes("prices.csv") == before)
    }
    #expect(try desk.type(["printer", "list"]).errors.contains("3 papers are still to be printed"))
  }
}
