import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice

/// The printers of an office, as printers.yaml has them.
@Suite struct OfficePrintersTests {
  @Test func whatIsWrongInTheFileIsTold() throws {
    let office = try TestOffice([
      "printers.yaml": """
      counter: { kind: laser, address: here }
      pocket:
        kind: escpos
        address: usb0
        dots: 383
        offset: 2mm
        colour: red
      """
    ])
    let words = """
      printers.yaml:1:18: error: "laser" is no kind of printer
        → escpos is a receipt printer, and cups one that the system prints on
      printers.yaml:5:9: error: dots: must be a multiple of 8 from 64 to 2048, not "383"
        → 576 is usual on 80mm, 384 on 58mm
      printers.yaml:6:11: error: this must be two of -30mm to 30mm, across and down
        → for example [0.5mm, -1mm]
      printers.yaml:7:3: error: there is no such key as "colour"
        → did you mean "dots"?
      """
    try office.refuses(.data, words) { _ = try office.office.printers() }
    // A file with faults is told before a name that is not in it.
    try office.refuses(.data, words) { _ = try office.office.printer(named: "cuonter") }
  }

  @Test func whatIsNoPrinterIsNotAdded() throws {
    let office = try TestOffice()
    for (address, what) in [("/dev/zero", "another device"), ("/etc/hostname", "a file"), ("/dev", "a folder")] {
      let printer = Printer(.receipts(try #require(PrinterTarget(address))))
      let told = try office.told(.notPrinted) { _ = try office.office.add(printer, as: "counter") }
      #expect(told.contains("nothing can be printed on \(address): that is no printer but \(what)"), "\(told)")
    }
    let words = "error: \"-o\" is no name of a queue"
    #expect(try office.told(.usage) { _ = try office.office.add(Printer(.queue("-o")), as: "laser") }.hasPrefix(words))
    #expect(try office.told(.usage) { _ = try office.office.printer(queue: "-o") }.hasPrefix(words))
    for name in ["-x", "a\u{202E}b", "PayPal.me/jane", "DE89370400440532013000", ""] {
      #expect(
        try office.told(.usage) { _ = try office.office.add(Printer(.queue("laser")), as: name) }
          .contains("is no name for a printer"), "\(name)")
    }
    try office.scratch.write(
      "laser: { kind: cups, address: -o }\n", to: "office/printers.yaml")
    let told = try office.told(.data) { _ = try office.office.printers() }
    #expect(told.contains("is no name of a queue"), "\(told)")
  }

  @Test func aNameThatIsNotThereOrTakenIsTold() throws {
    let office = try TestOffice(["printers.yaml": "counter: { kind: escpos, address: tcp://127.0.0.1:1 }\n"])
    let words = """
      error: there is no printer "cuonter" in printers.yaml
        → did you mean "counter"?
      """
    try office.refuses(.usage, words) { _ = try office.office.printer(named: "cuonter") }
    let device = Printer(.receipts(try #require(PrinterTarget("/dev/null"))))
    try office.refuses(
      .usage,
      """
      error: there is a printer "counter" already
        → choose another name, or change it in printers.yaml
      """
    ) { _ = try office.office.add(device, as: "counter") }
  }
}
