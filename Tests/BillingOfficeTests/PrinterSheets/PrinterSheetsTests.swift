import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice

/// The sheets on which printers are looked at, as a printer of this test's own is sent them.
@Suite struct PrinterSheetsTests {
  private let office: TestOffice
  private let day: CalendarDay

  init() throws {
    office = try TestOffice()
    day = try #require(TestOffice.issued)
  }

  /// It reaches both ends of the head, and its codes are read down to two dots a module.
  @Test(.slow, arguments: [("80mm", 576), ("58mm", 384), ("80mm", 512)])
  func theTestSheetShowsWhatThePrinterDoes(paper: String, dots: Int) throws {
    let fake = try FakePrinter(.obliging)
    let printer = Printer(.receipts(try #require(PrinterTarget(fake.address))), paper: paper, dots: dots)
    try office.office.printTest(on: printer, day: day)
    let sheet = try #require(try PrintedReceipt.decode(fake.received()).first)
    #expect(sheet.width == dots && sheet.isCut)
    #expect(sheet.rows.contains { $0.first == true && $0.last == true && $0[dots / 2] == false })
    try sheet.write(pbm: office.path("test.pbm"))
    let codes = try Tool.zbarimg.text("-q", "--raw", office.path("test.pbm"))
    #expect(codes.contains("HTTPS://LEDGER.EXAMPLE.ORG/R/TEST-3-DOTS-"), "\(codes)")
    #expect(codes.split(separator: "\n").count >= 6)
  }

  @Test func aSheetThatDoesNotComeOutIsTold() throws {
    let closed = try FakePrinter.silentAddress()
    let printer = Printer(.receipts(try #require(PrinterTarget(closed))))
    #expect(
      try office.told(.notPrinted) { try office.office.printTest(on: printer, day: day) }
        .hasPrefix("error: the sheet is not printed on \(closed): nothing answers there"))
  }

  @Test func measuresThatCannotBeChangeNothing() throws {
    try office.scratch.write(
      "counter:\n  kind: escpos\n  address: /dev/usb/lp0\n  usual: true\n", to: "office/printers.yaml")
    let before = try office.bytes("printers.yaml")
    let printer = try office.office.printer(orUsual: nil)
    let sheet = try office.office.calibrationSheet(for: printer)
    try office.refuses(
      .data,
      """
      error: no printer is so far off: what was measured must be within a tenth of what it ought to be
        → measure once more, in millimetres; nothing was changed
      """
    ) { _ = try office.office.calibrate(printer, sheet, measured: [10, 6, 100]) }
    #expect(try office.bytes("printers.yaml") == before)
  }

  @Test func whereNothingCanBeKeptIsTold() throws {
    try office.scratch.write("counter: { kind: escpos, address: /dev/usb/lp0 }\n", to: "office/printers.yaml")
    let printer = try office.office.printer(named: "counter")
    let sheet = try office.office.calibrationSheet(for: printer)
    try office.refuses(
      .data,
      """
      printers.yaml: error: "counter" has all its keys on one line, where none can be added
        → write each key on a line of its own below counter:, and calibrate again
      """
    ) { _ = try office.office.calibrate(printer, sheet, measured: [10, 60, 100]) }
    let nameless = try office.office.printer(named: "/dev/usb/lp1")
    try office.refuses(
      .usage,
      """
      error: only a printer with a name can keep what was measured
        → give it a name first
      """
    ) { _ = try office.office.calibrate(nameless, sheet, measured: [10, 60, 100]) }
  }
}
