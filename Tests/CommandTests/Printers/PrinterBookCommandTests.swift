import Foundation
import TestTools
import Testing

/// `billing-office printer calibrate`, as whoever sets up the table types it.
@Suite struct PrinterBookCommandTests {
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
