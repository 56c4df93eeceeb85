import Drawing
import Layout
import Templating
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct PrinterBookTests {
  @Test func everyKeyIsRead() throws {
    let text = """
      counter: { kind: escpos, address: "tcp://[::1]:9100", paper: 80MM, dots: 512, usual: yes }
      office:
        kind: cups
        address: laser-2
        paper: A4
        offset: [0.5mm, -1 mm]
        scale: [99.5%, 100.2%]
      """
    let (book, faults) = PrinterBookReader.read(text, file: "printers.yaml")
    #expect(faults.isEmpty)
    #expect(book.usual?.name == "counter" && book.usual?.dots == 512 && book.usual?.paper == "80mm")
    #expect(book.usual?.way == .receipts(.network(host: "::1", port: 9100)) && book.usual?.hasRoll == true)
    let office = try #require(book.printer("office"))
    #expect(office.way == .queue("laser-2") && book.printer("laser-2") == office && !office.hasRoll)
    let millimetre = Length.millimetre
    #expect(
      office.correction == PrintCorrection(x: 0.5 * millimetre, y: -millimetre, across: 0.995, down: 1.002))
  }

  @Test func notesAloneAreNoPrinter() {
    let (book, faults) = PrinterBookReader.read("# none yet\n", file: "printers.yaml")
    #expect(book.printers.isEmpty && faults.isEmpty)
  }

  @Test func onlyOneIsUsual() {
    let text = """
      a: { kind: escpos, address: /dev/usb/lp0, usual: true }
      b: { kind: escpos, address: /dev/usb/lp1, usual: true }
      """
    let (_, faults) = PrinterBookReader.read(text, file: "printers.yaml")
    #expect(faults.map(\.message) == ["\"b\" is the usual printer, and \"a\" is, too"])
  }

  @Test func whatIsAddedCanBeRead() throws {
    var text = PrinterBookText("")
    var counter = Printer(.receipts(.device(path: "/dev/usb/lp0")), paper: "58mm", dots: 384)
    counter.isUsual = true
    text.add(counter, name: "counter")
    var office = Printer(.queue("laser-2"), paper: "Letter")
    office.isUsual = true
    text.add(office, name: "office")
    let (book, faults) = PrinterBookReader.read(text.text, file: "printers.yaml")
    #expect(faults.isEmpty && book.printers.map(\.name) == ["counter", "office"])
    // The mark has gone over.
    #expect(book.usual?.name == "office" && book.printers[0].dots == 384)
  }

  @Test func aCorrectionTakesTheOldOnesPlace() throws {
    var text = PrinterBookText(
      """
      # Ours
      counter:
          kind: escpos   # by the door
          offset: [9mm, 9mm]
          address: /dev/usb/lp0

      office: { kind: cups, address: laser-2 }
      """)
    let correction = PrintCorrection(x: -2 * Length.millimetre, y: 0, across: 0.99, down: 1.0101)
    let isSet = text.set(correction, of: "counter")
    #expect(isSet)
    #expect(
      text.text == """
        # Ours
        counter:
            kind: escpos   # by the door
            address: /dev/usb/lp0
            offset: [-2mm, 0mm]
            scale: [99%, 101.01%]

        office: { kind: cups, address: laser-2 }

        """)
    for name in ["office", "nobody"] {
      let isSet = text.set(correction, of: name)
      #expect(!isSet)
    }
  }

  /// A head's dots are spread so that all of a roll's content fits on it.
  @Test(
    arguments: [
      ("80mm", nil, 576, 203.2), ("80mm", 512, 512, 180.6), ("80mm", 640, 640, 203.2), ("80mm", 546, 546, 192.6),
      ("58mm", nil, 384, 203.2), ("58mm", 360, 360, 190.5), ("58mm", 432, 432, 203.2), ("A4", nil, 1680, 203.2),
    ] as [(String, Int?, Int, Double)])
  func headsAreAsWideAsTheyAre(paper: String, dots: Int?, expected: Int, density: Double) throws {
    let head = PrintHead(on: try #require(Paper.named(paper)), dots: dots)
    #expect(head.dots == expected && abs(head.density - density) < 0.1)
  }
}

@Suite struct CalibrationTests {
  private let millimetre = Length.millimetre

  /// A printer that puts what should be at x at a + s·x.
  @Test(arguments: [(0.0, 1.0, 0.0, 1.0), (3, 0.985, -1.5, 1.02), (-4, 1.03, 2, 0.97)])
  func whatIsDrawnWithTheCorrectionComesOutRight(a: Double, s: Double, b: Double, t: Double) throws {
    let sheet = CalibrationSheet(page: Size(210 * millimetre, 297 * millimetre))
    #expect(sheet.questions.map(\.expected) == [20, 20, 170, 257])
    let measured = [a + s * 20, b + t * 20, s * 170, t * 257]
    let correction = try #require(sheet.correction(measured))
    for (x, y) in [(0.0, 0.0), (55.5, 80), (210, 297)] {
      let drawn = (correction.x / millimetre + correction.across * x, correction.y / millimetre + correction.down * y)
      #expect(abs(a + s * drawn.0 - x) < 1e-9 && abs(b + t * drawn.1 - y) < 1e-9)
    }
  }

  @Test func aRollHasNoUpperEdge() throws {
    let sheet = CalibrationSheet(page: Size(80 * millimetre, .infinity))
    #expect(sheet.questions.map(\.letter) == ["A", "C", "D"])
    #expect(sheet.correction([10, 60, 100]) == PrintCorrection.none)
    #expect(sheet.correction([10, 60]) == nil)
    #expect(sheet.correction([10, 6, 100]) == nil && sheet.correction([50, 60, 100]) == nil)
  }
}
