import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// Papers as pictures and as plain text, and batches that are too long for one document.
@Suite struct FormatTests {
  private let office: TestOffice

  /// With a template whose high rows take most invoices to a second page.
  init() throws {
    let rows = ("row-padding: 1.9mm 0 1.9mm", "row-padding: 14mm 0 14mm")
    office = try TestOffice(["Templates/large/template.yaml": try TestOffice.template([rows])])
  }

  @Test(.slow) func aPictureForEachPage() throws {
    for (format, ending) in [(PaperFormat.png(dpi: 150), "png"), (.svg, "svg")] {
      let one = try office.make(isRecorded: true) { $0.output.format = format }
      #expect(office.own(one.paths) == ["output/\(try #require(one.numbers.first)).\(ending)"])
      let many = try office.make("orders.csv", isRecorded: true) {
        ($0.output.format, $0.look.template, $0.look.paper) = (format, "large", "A5")
      }
      let names = office.own(many.paths)
      let fourth = try #require(many.numbers.dropFirst(3).first)
      #expect(
        names.count > 5 && names.contains("output/\(fourth)-1.\(ending)")
          && names.contains("output/\(fourth)-2.\(ending)"))
      #expect(many.paths.allSatisfy { FileManager.default.fileExists(atPath: $0) })
      // US Letter at 150 pixels an inch.
      if ending == "png" { #expect(try size(try #require(office.own(one.paths).first)) == [1275, 1650]) }
    }
    try office.make { $0.output = OutputWish(office.path("small.png"), format: .png(dpi: 72)) }
    #expect(try size("small.png") == [612, 792])
  }

  @Test func oldPrintersHaveAVersionOfTheirOwn() throws {
    for (version, header) in [(nil, "%PDF-1.7"), (PDFVersion.pdf17, "%PDF-1.7"), (.pdf14, "%PDF-1.4")] {
      try office.make { $0.output = OutputWish(office.path("old.pdf"), pdf: version, force: true) }
      let bytes = try office.bytes("old.pdf")
      #expect(String(decoding: bytes.prefix(8), as: UTF8.self) == header)
      #expect((Data(bytes).range(of: Data("/ObjStm".utf8)) == nil) == (version == .pdf14))
      #expect(try Tool.qpdf.run(["--check", office.path("old.pdf")]).status == 0)
    }
  }

  @Test(.slow) func aPictureToPost() throws {
    for paper in ["A4", "Letter", "A5"] {
      try office.make {
        ($0.look.paper, $0.output) = (paper, OutputWish(office.path("\(paper).png"), format: .share))
      }
    }
    #expect(try size("A4.png") == [1080, 1350])
    #expect(try Tool.zbarimg.text("-q", "--raw", office.path("A4.png")) == "HTTPS://LEDGER.EXAMPLE.ORG\n")
  }

  private static let pictures: [String: PaperFormat] = ["png": .png(dpi: 150), "share": .share, "svg": .svg]

  @Test(.slow, arguments: pictures.keys.sorted()) func everyPictureIsVoid(name: String) throws {
    let format = try #require(Self.pictures[name])
    var path = office.path("page.\(format.fileExtension)")
    try office.make { $0.output = OutputWish(path, format: format) }
    if format == .svg {
      _ = try Tool.rsvgConvert.run(["-z", "2", "-o", office.path("seen.png"), path])
      path = office.path("seen.png")
    }
    // The stamp's red stands nowhere else on the page; it covers nearly a hundredth of it.
    #expect(try share(ofRedIn: path) > 0.008)
  }

  @Test func aPictureThatIsThereIsKept() throws {
    try office.scratch.write("mine", to: "office/mine/orders-4-draft-1.png")
    try office.refuses(
      .cannotWrite,
      "mine/orders-4-draft-1.png: error: this file is there already\n  → keep it and choose another place, or have it overwritten"
    ) {
      try office.make("orders.csv") {
        ($0.look.template, $0.look.paper) = ("large", "A5")
        $0.output = OutputWish(office.path("mine"), format: .png(dpi: 150))
      }
    }
    try office.refuses(
      .usage, "error: pictures are made for each invoice, and one file is named\n  → name a folder"
    ) {
      try office.make("orders.csv", isRecorded: true) {
        $0.output = OutputWish(office.path("x.png"), format: .png(dpi: 150))
      }
    }
  }

  @Test(.slow) func aLongBatchIsWrittenInVolumes() throws {
    try office.scratch.write(OfficeFiles.batch(2001), to: "office/long.csv")
    let papers = try office.print("long.csv", isRecorded: true)
    let chain = try #require(papers.numbers.first).description.dropLast(6)
    let names = (1...3).map { "output/\(chain)000001-to-\(chain)002001-00\($0)-of-003.pdf" }
    #expect(office.own(papers.paths) == names)
    for (name, pages) in zip(names, [1000, 1000, 1]) {
      let info = try #require(try Tool.pdfinfo.text(office.path(name)).firstMatch(of: /Pages: +(\d+)\n/))
      #expect(Int(info.1) == pages)
    }
    #expect(
      try Tool.pdfinfo.text(office.path(names[1])).contains("Mock invoice \(chain)001001 – \(chain)002000 ·"))
    let last = try office.text(names[2])
    #expect(last.contains("\(chain)002001") && last.contains("2,001"))
    // A thousand are one document still, and a named file is numbered too.
    #expect(office.own(try office.print("long.csv", output: office.path("x.pdf")).paths).first == "x-001-of-003.pdf")
  }

  @Test func aReceiptIsReadAloud() throws {
    let papers = try office.make(isRecorded: true) {
      ($0.giftKind, $0.output.format) = (ReceiptKind(), .text)
    }
    let number = try #require(papers.numbers.first)
    let text = String(decoding: try office.bytes("output/\(number).txt"), as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        Riverside Commons
        Riverside Market, every first Saturday

        Mock invoice \(number) · November 20, 2026

        VOID BY SOLIDARITY

        Childcare, babysitter, one child: 3 hours × $26.24 = $78.72 [1]
        Bread, whole wheat: 2 lb × $2.814 = $5.63 [2]
        Eggs, large: 1 dozen × $2.191 = $2.19 [3]
        Bicycle repair: 1.5 hours × $19.40 (wage) = $29.10 [4]

        """), "\(text)")
    #expect(
      text.contains(
        """


        The market would have charged: $198.18
        You owe: $0.00
        Value We Reclaimed from Capitalism: $198.18


        """))
    #expect(
      text.contains("\nSee it in the public ledger: https://ledger.example.org/R/\(number)\nSeal: \(number.seal)\n"))
    #expect(
      text.hasSuffix(
        "\nThis is not a bill. Nothing is owed.\nTotal due: $0.00\nMock invoice by Riverside Commons\n"))
    _ = try office.office.reprint(
      ReprintRequest(
        InvoiceKind(), [number.number], look: PaperLook(locale: "es-MX"), output: OutputWish(format: .text, force: true)
      ))
    let spanish = String(decoding: try office.bytes("output/\(number).txt"), as: UTF8.self)
    #expect(spanish.contains("Reimpresión") && spanish.contains("ANULADO POR SOLIDARIDAD"))
  }

  @Test func manyStandInOneTextFile() throws {
    try office.make("orders.csv") { $0.output = OutputWish(office.path("all.txt"), format: .text) }
    let text = String(decoding: try office.bytes("all.txt"), as: UTF8.self)
    #expect(text.components(separatedBy: "VOID BY SOLIDARITY").count == 6)
    let board = SheetRequest<BoardKind>(
      output: OutputWish(format: .text), issued: try #require(TestOffice.issued))
    try office.refuses(
      .usage, "error: a board cannot be written as plain text\n  → plain text is for invoices and receipts"
    ) { _ = try office.office.make(board) }
  }

  private func size(_ picture: String) throws -> [Int] {
    let head = [UInt8](try office.bytes(picture))[16..<24].map(Int.init)
    return [0, 4].map { head[$0] << 24 | head[$0 + 1] << 16 | head[$0 + 2] << 8 | head[$0 + 3] }
  }

  private func share(ofRedIn picture: String) throws -> Double {
    let script = """
      import struct, sys, zlib
      data, at, body = open(sys.argv[1], 'rb').read(), 8, b''
      while at < len(data):
          length, = struct.unpack('>I', data[at:at + 4])
          if data[at + 4:at + 8] == b'IHDR': width, height, bits, kind = struct.unpack('>IIBB', data[at + 8:at + 18])
          if data[at + 4:at + 8] == b'IDAT': body += data[at + 8:at + 8 + length]
          at += 12 + length
      depth = {2: 3, 6: 4}[kind]
      rows, stride, last, red = zlib.decompress(body), width * depth + 1, bytearray(width * depth), 0
      for y in range(height):
          method, row = rows[y * stride], bytearray(rows[y * stride + 1:(y + 1) * stride])
          for i in range(len(row)):
              a = row[i - depth] if i >= depth else 0
              b, c = last[i], last[i - depth] if i >= depth else 0
              p = a + b - c
              paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
              row[i] = (row[i] + (0, a, b, (a + b) // 2, paeth)[method]) & 255
          red += sum(row[i] > 150 and row[i + 1] < 110 and row[i + 2] < 130 for i in range(0, len(row), depth))
          last = row
      print(red / width / height)
      """
    let run = try Python.run(script, [picture])
    return try #require(Double(run.output.trimmingCharacters(in: .whitespacesAndNewlines)), "\(run.errors)")
  }
}
