import Foundation
import TestTools
import Testing

/// Receipts through CUPS itself: the service that `scripts/test` starts on loopback, with a printer that makes PDFs.
@Suite(.serialized, .slow) struct QueueTests {
  /// The environment in which the program finds the service; without it these tests cannot be run.
  private static func service() throws -> [String: String] {
    let server = try #require(
      ProcessInfo.processInfo.environment["TEST_CUPS_SERVER"], "CUPS is not started; run the tests with scripts/test")
    // A name that the machine does not know: what it prints goes where everybody may look.
    return ["CUPS_SERVER": server, "CUPS_USER": "market"]
  }

  /// What the PDF printer made of a job.
  private static func printed(_ title: String) throws -> String {
    let folder = "/var/spool/cups-pdf/ANONYMOUS"
    for _ in 0..<100 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      if let name = names.first(where: { $0.hasPrefix(title) && $0.hasSuffix(".pdf") }) {
        let path = "\(folder)/\(name)"
        if try Tool.qpdf.run(["--check", path]).status == 0 { return path }
      }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw Missing(title: title)
  }

  struct Missing: Error { var title: String }

  /// Where the dark bars across the receipts of the first page begin and end, in pixels of a quarter of a point.
  private static func bars(_ path: String) throws -> (left: Int, right: Int, top: Int, bottom: Int) {
    let pixels = try Pixels(pdf: path, dpi: 288)
    var box = (left: Int.max, right: 0, top: Int.max, bottom: 0)
    for y in 0..<pixels.height {
      let dark = (0..<pixels.width).filter { pixels[$0, y].allSatisfy { $0 < 60 } }
      // No other row is as dark as a bar.
      guard dark.count > pixels.width * 7 / 10, let first = dark.first, let last = dark.last else { continue }
      box = (min(box.left, first), max(box.right, last), min(box.top, y), max(box.bottom, y))
    }
    return box
  }

  /// The paper that comes out is the paper that was laid out: as large, not scaled, not moved; and its codes are read.
  @Test(arguments: ["A4", "Letter"])
  func whatIsPrintedIsWhatWasLaidOut(sheet: String) throws {
    let service = try Self.service()
    let shell = try Shell(["four.csv": "invoice,item,quantity\n" + (1...4).map { "\($0),Tutoring,1\n" }.joined()])
    _ = try shell.type(["printer", "add", "office", "--print", "laser-2", "--paper", sheet])
    let run = try shell.type(["receipt", "four.csv", "--to", "office"] + Shell.day, with: service)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let numbers = Shell.numbers(run)
    #expect(numbers.count == 4)
    let printed = try Self.printed(try #require(numbers.first))

    // The same as a file, by way of drafts: the figures differ, the frame around them does not.
    let file = try shell.type(
      ["receipt", "four.csv", "--draft", "--sheet", sheet, "--output", "same.pdf"] + Shell.day)
    #expect(file.status == 0, "\(file.errors)")
    let info = try Tool.pdfinfo.text(printed)
    #expect(info.contains(sheet == "A4" ? "595 x 842 pts (A4)" : "612 x 792 pts (letter)"), "\(info)")
    let (ours, theirs) = (try Self.bars(shell.path("same.pdf")), try Self.bars(printed))
    // A point and a half at the most: CUPS rounds A4 to whole ones, and Ghostscript fills every pixel that is touched. What fits a page to
    // what a printer can print makes it some three in a hundred smaller, sixty pixels.
    #expect(abs(ours.left - theirs.left) <= 3 && abs(ours.top - theirs.top) <= 3, "\(ours) \(theirs)")
    #expect(abs((ours.right - ours.left) - (theirs.right - theirs.left)) <= 6, "\(ours) \(theirs)")
    #expect(abs((ours.bottom - ours.top) - (theirs.bottom - theirs.top)) <= 6, "\(ours) \(theirs)")
    #expect(ours.right - ours.left > 1800 && ours.bottom - ours.top > 1400)

    _ = try Tool.pdftoppm.run(["-r", "200", "-png", printed, shell.path("sheet")])
    let pages = try FileManager.default.contentsOfDirectory(atPath: shell.path("")).filter { $0.hasPrefix("sheet-") }
    let codes = try pages.map { try Tool.zbarimg.text("-q", "--raw", shell.path($0)) }.joined()
    for number in numbers { #expect(codes.contains("/R/\(number)\n")) }
  }

  @Test func aRollIsAsLongAsTheReceipt() throws {
    let service = try Self.service()
    let shell = try Shell()
    let run = try shell.type(["give", "tutoring", "--paper", "80mm", "--print", "laser-2"], with: service)
    #expect(run.status == 0, "\(run.errors)")
    let printed = try Self.printed(try #require(Shell.numbers(run).first))
    let info = try Tool.pdfinfo.text(printed)
    let size = try #require(info.firstMatch(of: /Page size: +([\d.]+) x ([\d.]+) pts/))
    #expect(abs((Double(size.1) ?? 0) - 226.8) < 1 && (Double(size.2) ?? 0) > 400)
    _ = try Tool.pdftoppm.run(["-r", "203", "-mono", "-singlefile", printed, shell.path("roll")])
    #expect(try Tool.zbarimg.text("-q", "--raw", shell.path("roll.pbm")).contains("/R/RIVER-"))
  }

  @Test func whatIsTheMatterWithAQueueIsTold() throws {
    let service = try Self.service()
    let shell = try Shell()
    func failing(_ queue: String, with environment: [String: String]) throws -> String {
      let run = try shell.type(["give", "tutoring", "--quiet", "--print", queue], with: environment)
      #expect(run.status == 75 && run.output.isEmpty)
      let number = try #require(Shell.numbers(run.errors).first)
      return run.errors.replacingOccurrences(of: number, with: "N").split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(
      try failing("lazer", with: service)
        == "error: N is recorded, but not printed on lazer: the system has no queue \"lazer\"; it has \"closed\", \"laser-2\", \"stopped\""
    )
    #expect(
      try failing("stopped", with: service)
        == "error: N is recorded, but not printed on stopped: the queue is stopped (Out of toner); start it with: cupsenable stopped"
    )
    #expect(
      try failing("closed", with: service)
        == "error: N is recorded, but not printed on closed: the queue takes no jobs (Gone home); let it with: cupsaccept closed"
    )
    #expect(
      try failing("laser-2", with: ["CUPS_SERVER": "127.0.0.1:1"])
        == "error: N is recorded, but not printed on laser-2: the system's printing service (CUPS) does not run: sudo systemctl start cups"
    )
    // All four wait, and go together onto one sheet once there is a printer.
    let again = try shell.type(["reprint", "--unprinted", "--print", "laser-2"], with: service)
    #expect(again.status == 0, "\(again.errors)")
    #expect(Shell.numbers(again).count == 4)
    #expect(
      try shell.type(["printer", "list"], with: service).errors.contains("closed, laser-2, stopped (--print QUEUE)"))
  }

  @Test func theTestSheetIsPrintedThere() throws {
    let service = try Self.service()
    let shell = try Shell()
    let run = try shell.type(["printer", "test", "laser-2"], with: service)
    #expect(run.status == 0 && run.output == "test → laser-2\n", "\(run.errors)")
    _ = try Tool.pdftoppm.run([
      "-r", "300", "-png", "-singlefile", try Self.printed("printer-test"), shell.path("test"),
    ])
    // A module of 0.4 mm is the least that a phone held in the hand reads.
    #expect(try Tool.zbarimg.text("-q", "--raw", shell.path("test.png")).contains(/TEST-\d+-DOTS-4\d\n/))
  }
}
