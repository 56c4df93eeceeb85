import Foundation
import TestTools
import Testing

/// Papers as pictures, and batches that are too long for one document.
@Suite struct FormatTests {
  @Test func aPictureForEachPage() throws {
    let desk = try Desk()
    for format in ["png", "svg"] {
      let one = try desk.invoice("order.csv", "--format", format)
      #expect(one.status == 0, "\(one.errors)")
      #expect(one.output == "output/\(try #require(Desk.numbers(one).first)).\(format)\n")
      let many = try desk.invoice("orders.csv", "--format", format, "--paper", "A5")
      let names = many.output.split(separator: "\n").map(String.init)
      let fourth = try #require(Set(Desk.numbers(many)).sorted().dropFirst(3).first)
      #expect(
        names.count > 5 && names.contains("output/\(fourth)-1.\(format)")
          && names.contains("output/\(fourth)-2.\(format)"))
      #expect(names == names.filter { FileManager.default.fileExists(atPath: desk.path($0)) })
      // US Letter at 150 pixels an inch.
      if format == "png" { #expect(try size(one.output.filter { $0 != "\n" }, desk) == [1275, 1650]) }
    }
    #expect(try desk.draft("order.csv", "--output", "small.png", "--dpi", "72").output == "small.png\n")
    #expect(try size("small.png", desk) == [612, 792])
  }

  @Test func aPictureToPost() throws {
    let desk = try Desk()
    for paper in ["A4", "Letter", "A5"] {
      let run = try desk.draft("order.csv", "--share", "--paper", paper, "--output", "\(paper).png")
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try size("A4.png", desk) == [1080, 1350])
    #expect(try Tool.zbarimg.text("-q", "--raw", desk.path("A4.png")) == "HTTPS://LEDGER.EXAMPLE.ORG\n")
  }

  @Test func everyPictureIsVoid() throws {
    let desk = try Desk()
    for (arguments, name) in [(["--format", "png"], "png"), (["--share"], "png"), (["--format", "svg"], "svg")] {
      #expect(
        try desk.type(
          ["invoice", "order.csv", "--draft", "--output", "page.\(name)", "--force"] + arguments + Desk.day
        ).status
          == 0)
      var path = desk.path("page.\(name)")
      if name == "svg" {
        _ = try Tool.rsvgConvert.run(["-z", "2", "-o", desk.path("seen.png"), path])
        path = desk.path("seen.png")
      }
      // The stamp's red stands nowhere else on the page; it covers more than a hundredth of it.
      #expect(try share(ofRedIn: path) > 0.01, "\(arguments)")
    }
  }

  @Test func whatDoesNotGoTogetherIsSaid() throws {
    let desk = try Desk()
    for (arguments, words) in [
      (["--format", "png", "--output", "x.pdf"], "--output names a .pdf file, and --format says png."),
      (["--share", "--output", "x.svg"], "--output names a .svg file, and --share makes png."),
      (["--share", "--dpi", "100"], "--share makes pictures of a fixed size; leave out --dpi."),
      (["--share", "--format", "svg"], "--share makes PNG pictures; leave out --format."),
      (["--dpi", "100"], "--dpi goes with --format png."),
      (["--dpi", "9", "--format", "png"], "--dpi must be from 36 to 600, not 9."),
    ] {
      let run = try desk.type(["invoice", "order.csv"] + arguments)
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: \(words)\n"), "\(run.errors)")
    }
    try desk.refuses(
      ["invoice", "orders.csv", "--output", "x.png"] + Desk.day, 64,
      """
      error: pictures are made for each invoice, and --output names one file
        → name a folder with --output DIR
      """)
  }

  @Test func aPictureThatIsThereIsKept() throws {
    let desk = try Desk(["mine/orders-4-draft-1.png": "mine"])
    try desk.refuses(
      ["invoice", "orders.csv", "--draft", "--format", "png", "--paper", "A5", "--output", "mine"] + Desk.day, 73,
      """
      mine/orders-4-draft-1.png: error: this file is there already
        → keep it and choose another place with --output, or overwrite it with --force
      """)
  }

  @Test func aLongBatchIsWrittenInVolumes() throws {
    let desk = try Desk(["long.csv": Desk.batch(2001)])
    let run = try desk.invoice("long.csv", "--quiet", "--jobs", "2")
    #expect(run.status == 0, "\(run.errors)")
    let chain = try #require(Desk.numbers(run).first).dropLast(6)
    let names = (1...3).map { "output/\(chain)000001-to-\(chain)002001-00\($0)-of-003.pdf" }
    #expect(run.output == names.map { $0 + "\n" }.joined())
    for (name, pages) in zip(names, [1000, 1000, 1]) {
      let info = try #require(try Tool.pdfinfo.text(desk.path(name)).firstMatch(of: /Pages: +(\d+)\n/))
      #expect(Int(info.1) == pages)
    }
    #expect(try Tool.pdfinfo.text(desk.path(names[1])).contains("Mock invoice \(chain)001001 – \(chain)002000 ·"))
    let last = try desk.text(names[2])
    #expect(last.contains("\(chain)002001") && last.contains("2,001"))
    // A thousand are one document still, and a named file is numbered too.
    #expect(try desk.draft("long.csv", "--output", "x.pdf", "--quiet").output.hasPrefix("x-001-of-003.pdf\n"))
  }

  private func size(_ picture: String, _ desk: Desk) throws -> [Int] {
    let head = [UInt8](try desk.bytes(picture))[16..<24].map(Int.init)
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
