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
    let number = try #require(run.output.firstMatch(of: /output\/(RIVER-\w+-\d+)\.escpos\n/)).1
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
    #expect(run.status == 73)
    let number = try #require(run.output.firstMatch(of: /output\/(RIVER-\w+-\d+)\.escpos\n/)).1
    #expect(
      run.errors == """
        error: \(number) is recorded, but not printed on \(closed): nothing answers there (Connection refused): is it switched on, \
        and is its address right?
          → when the printer is ready: billing-office reprint \(number) --receipt --paper 80mm --to \(closed) --force

        """)
    #expect(try desk.type(["ledger", "list"]).output.contains(number))
    // The command it names prints it, and the next receipt is not blocked.
    let printer = try FakePrinter(.obliging)
    let again = try desk.type([
      "reprint", "\(number)", "--receipt", "--paper", "80mm", "--to", printer.address, "--force",
    ])
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Receipt.decode(printer.received()).count == 1)
  }

  @Test func aPrinterThatGoesAwayIsTold() throws {
    let desk = try Desk()
    let run = try desk.type(["give", "tutoring", "--paper", "80mm", "--to", try FakePrinter(.leaving).address])
    #expect(run.status == 73)
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
    #expect(run.status == 73)
    #expect(run.errors.contains("it takes no more after"), "\(run.errors)")
    #expect(Date().timeIntervalSince(start) < 30)
    printer.stop()
  }

  @Test(arguments: ["printer", "tcp://", "tcp://host:0", "tcp://host:99999", "usb/lp0"])
  func whatIsNoPrinterIsRefused(target: String) throws {
    let run = try Desk().type(["give", "tutoring", "--to", target])
    #expect(run.status == 64 && run.errors.contains("--to must be such as tcp://192.168.1.50:9100 or /dev/usb/lp0"))
  }

  @Test func aDeviceTakesThemToo() throws {
    let desk = try Desk()
    try Data().write(to: URL(fileURLWithPath: desk.path("lp0")))
    let run = try desk.type(["give", "tutoring", "--draft", "--paper", "58mm", "--to", desk.path("lp0")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Receipt.decode([UInt8](desk.bytes("lp0"))).map(\.width) == [384])
  }
}
