import Foundation
import TestTools
import Testing

/// `billing-office printer`, as whoever sets up the table types it.
@Suite struct PrinterBookCommandTests {
  @Test(.slow) func theFirstPrinterPrintsUnlessAnotherIsNamed() throws {
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
    let other = try shell.type(["give", "tutoring", "--again", "--to", "pocket"])
    #expect(other.status == 0 && other.output.hasSuffix(" → pocket\n"), "\(other.errors)")
    #expect(try PrintedReceipt.decode(pocket.received()).map(\.width) == [360])
    // What a printer is sent is not always a gift, nor for one that has a name.
    let guest = try FakePrinter(.obliging)
    let draft = try shell.type(["give", "tutoring", "--draft", "--paper", "58mm", "--to", guest.address])
    #expect(draft.status == 0 && draft.output == "draft → \(guest.address)\n", "\(draft.errors)")
    #expect(try PrintedReceipt.decode(guest.received()).map(\.width) == [384])
    let tested = try FakePrinter(.obliging)
    let test = try shell.type(["printer", "test", tested.address])
    #expect(test.status == 0 && test.output == "test → \(tested.address)\n" && test.errors.isEmpty, "\(test.errors)")
    #expect(try PrintedReceipt.decode(tested.received()).map(\.width) == [576])
    // Who asks for a file gets one.
    #expect(try shell.type(["give", "tutoring", "--again", "--format", "txt"]).output.hasSuffix(".txt\n"))
    #expect(try shell.type(["give", "tutoring", "--draft"]).output == "output/gift-draft.pdf\n")
    try shell.refuses(
      ["give", "tutoring", "--to", "front"], 64,
      """
      error: there is no printer "front" in printers.yaml
        → add it with: billing-office printer add front --to tcp://192.168.1.50, or name an address such as /dev/usb/lp0
      """)
  }

  @Test(.slow) func calibratingAsksAndKeeps() throws {
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
    // Who goes away before the end, or measures what cannot be, leaves it as it is.
    let text = try shell.bytes("printers.yaml")
    func refused(_ answers: String) throws -> Run {
      let other = try FakePrinter(.obliging)
      let here = String(decoding: text, as: UTF8.self).replacing(sheet.address, with: other.address)
      try Data(here.utf8).write(to: URL(fileURLWithPath: shell.path("printers.yaml")))
      let run = try shell.type(["printer", "calibrate", "counter"], answering: answers)
      #expect(try String(decoding: shell.bytes("printers.yaml"), as: UTF8.self) == here)
      return run
    }
    let ended = try refused("10\\n")
    #expect(ended.status == 64 && ended.errors.hasSuffix("error: nothing was measured, and nothing was changed\n"))
    let far = try refused("10\\n6\\n100\\n")
    #expect(far.status == 65)
    #expect(far.errors.contains("no printer is so far off: what was measured must be within a tenth"), "\(far.errors)")
    // What is printed from now on stands two millimetres, sixteen dots, further left.
    func firstInk(_ correction: String) throws -> (left: Int, height: Int) {
      let printer = try FakePrinter(.obliging)
      try Data("p: { kind: escpos, address: '\(printer.address)', paper: 80mm\(correction) }\n".utf8)
        .write(to: URL(fileURLWithPath: shell.path("printers.yaml")))
      #expect(try shell.type(["give", "tutoring", "--again", "--to", "p"] + Shell.day).status == 0)
      let receipt = try #require(try PrintedReceipt.decode(printer.received()).first)
      let head = receipt.rows[..<90]
      return (head.compactMap { $0.firstIndex(of: true) }.min() ?? -1, receipt.rows.count)
    }
    let (plain, moved) = (try firstInk(""), try firstInk(", offset: [-2mm, 0mm], scale: [100%, 98%]"))
    #expect(plain.left - moved.left == 16)
    #expect(abs(Double(moved.height) / Double(plain.height) - 0.98) < 0.002)
  }
}
