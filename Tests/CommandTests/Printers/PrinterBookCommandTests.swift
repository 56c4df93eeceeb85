import Foundation
import TestTools
import Testing

/// `billing-office printer`, as whoever sets up the table types it.
@Suite struct PrinterBookCommandTests {
  @Test func theFirstPrinterPrintsUnlessAnotherIsNamed() throws {
    let shell = try Shell()
    let counter = try FakePrinter(.obliging)
    let added = try shell.type(["printer", "add", "counter", "--to", counter.address, "--paper", "80mm"])
    #expect(added.status == 0 && added.output == "printers.yaml\n", "\(added.errors)")
    #expect(added.errors == "Next: billing-office printer test counter\n")
    let pocket = try FakePrinter(.obliging)
    let dots = ["--paper", "58mm", "--dots", "360"]
    #expect(try shell.type(["printer", "add", "pocket", "--to", pocket.address] + dots).status == 0)
    let list = try shell.type(["printer", "list"])
    #expect(
      list.output == """
        • counter  escpos  \(counter.address)  80mm
          pocket   escpos  \(pocket.address)  58mm  360 dots

        """)
    #expect(list.errors.hasPrefix("• prints receipts unless another one is named.\n"))

    let run = try shell.type(["give", "tutoring"])
    #expect(run.status == 0 && run.output.hasSuffix(" → counter\n"), "\(run.errors)")
    #expect(try PrintedReceipt.decode(counter.received()).map(\.width) == [576])
    let other = try shell.type(["give", "tutoring", "--to", "pocket"])
    #expect(other.status == 0 && other.output.hasSuffix(" → pocket\n"), "\(other.errors)")
    #expect(try PrintedReceipt.decode(pocket.received()).map(\.width) == [360])
    // Who asks for a file gets one.
    #expect(try shell.type(["give", "tutoring", "--format", "txt"]).output.hasSuffix(".txt\n"))
    #expect(try shell.type(["give", "tutoring", "--draft"]).output == "output/gift-draft.pdf\n")
  }

  @Test func whatIsWrongInTheFileIsTold() throws {
    let shell = try Shell([
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
    try shell.refuses(
      ["printer", "list"], 65,
      """
      printers.yaml:1:18: error: "laser" is no kind of printer
        → escpos is a receipt printer, and cups one that the system prints on
      printers.yaml:5:9: error: dots: must be a multiple of 8 from 64 to 2048, not "383"
        → 576 is usual on 80mm, 384 on 58mm
      printers.yaml:6:11: error: this must be two of -30mm to 30mm, across and down
        → for example [0.5mm, -1mm]
      printers.yaml:7:3: error: there is no such key as "colour"
        → did you mean "dots"?
      4 faults; nothing was written.
      """)
    try shell.refuses(
      ["give", "tutoring", "--to", "cuonter"], 65,
      try shell.type(["printer", "list"]).errors.trimmingCharacters(in: .newlines))
  }

  @Test func aNameThatIsNotThereIsTold() throws {
    let shell = try Shell(["printers.yaml": "counter: { kind: escpos, address: tcp://127.0.0.1:1 }\n"])
    try shell.refuses(
      ["give", "tutoring", "--to", "cuonter"], 64,
      """
      error: there is no printer "cuonter" in printers.yaml
        → did you mean "counter"?
      """)
    try shell.refuses(
      ["printer", "add", "counter", "--to", "/dev/null"], 64,
      """
      error: there is a printer "counter" already
        → choose another name, or change it in printers.yaml
      """)
  }

  /// The test sheet reaches both ends of the head, and its codes are read down to two dots a module.
  @Test(arguments: [("80mm", 576), ("58mm", 384), ("80mm", 512)])
  func theTestSheetShowsWhatThePrinterDoes(paper: String, dots: Int) throws {
    let shell = try Shell()
    let printer = try FakePrinter(.obliging)
    let options = ["--paper", paper, "--dots", "\(dots)"]
    #expect(try shell.type(["printer", "add", "counter", "--to", printer.address] + options).status == 0)
    let run = try shell.type(["printer", "test"])
    #expect(run.status == 0 && run.output == "test → counter\n", "\(run.errors)")
    let sheet = try #require(try PrintedReceipt.decode(printer.received()).first)
    #expect(sheet.width == dots && sheet.isCut)
    #expect(sheet.rows.contains { $0.first == true && $0.last == true && $0[dots / 2] == false })
    try sheet.write(pbm: shell.path("test.pbm"))
    let codes = try Tool.zbarimg.text("-q", "--raw", shell.path("test.pbm"))
    #expect(codes.contains("HTTPS://LEDGER.EXAMPLE.ORG/R/TEST-3-DOTS-"), "\(codes)")
    #expect(codes.split(separator: "\n").count >= 6)
  }

  @Test func calibratingAsksAndKeeps() throws {
    let shell = try Shell()
    let sheet = try FakePrinter(.obliging)
    try Data("# Ours.\ncounter: # at the door\n  kind: escpos\n  address: \(sheet.address)\n  paper: 80mm\n".utf8)
      .write(to: URL(fileURLWithPath: shell.path("printers.yaml")))
    // Two millimetres too far to the right, and a hundredth too long.
    let run = try shell.type(["printer", "calibrate", "counter"], answering: "12\\nso\\n60,0 mm\\n101\\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "counter: moved -2 mm across and 0 mm down, at 100 % and 99.01 %\n")
    #expect(run.errors.contains("     a number of millimetres, please, such as 60 or 19.5\n"))
    #expect(try PrintedReceipt.decode(sheet.received()).count == 1)
    #expect(
      try String(decoding: shell.bytes("printers.yaml"), as: UTF8.self) == """
        # Ours.
        counter: # at the door
          kind: escpos
          address: \(sheet.address)
          paper: 80mm
          offset: [-2mm, 0mm]
          scale: [100%, 99.01%]

        """)
    // What is printed from now on stands two millimetres, sixteen dots, further left.
    func firstInk(_ correction: String) throws -> (left: Int, height: Int) {
      let printer = try FakePrinter(.obliging)
      try Data("p: { kind: escpos, address: '\(printer.address)', paper: 80mm\(correction) }\n".utf8)
        .write(to: URL(fileURLWithPath: shell.path("printers.yaml")))
      #expect(try shell.type(["give", "tutoring", "--to", "p"] + Shell.day).status == 0)
      let receipt = try #require(try PrintedReceipt.decode(printer.received()).first)
      let head = receipt.rows[..<90]
      return (head.compactMap { $0.firstIndex(of: true) }.min() ?? -1, receipt.rows.count)
    }
    let (plain, moved) = (try firstInk(""), try firstInk(", offset: [-2mm, 0mm], scale: [100%, 98%]"))
    #expect(plain.left - moved.left == 16)
    #expect(abs(Double(moved.height) / Double(plain.height) - 0.98) < 0.002)
  }

  @Test func anAnswerThatCannotBeChangesNothing() throws {
    let shell = try Shell()
    let printer = try FakePrinter(.obliging)
    let text = "counter:\n  kind: escpos\n  address: \(printer.address)\n  usual: true\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: shell.path("printers.yaml")))
    let run = try shell.type(["printer", "calibrate"], answering: "10\\n6\\n100\\n")
    #expect(run.status == 65)
    #expect(run.errors.contains("no printer is so far off: what was measured must be within a tenth"), "\(run.errors)")
    let silent = try FakePrinter(.obliging)
    try Data(text.replacingOccurrences(of: printer.address, with: silent.address).utf8)
      .write(to: URL(fileURLWithPath: shell.path("printers.yaml")))
    let ended = try shell.type(["printer", "calibrate"], answering: "10\\n")
    #expect(ended.status == 64 && ended.errors.contains("nothing was measured, and nothing was changed"))
    #expect(try !String(decoding: shell.bytes("printers.yaml"), as: UTF8.self).contains("offset"))
  }
}
