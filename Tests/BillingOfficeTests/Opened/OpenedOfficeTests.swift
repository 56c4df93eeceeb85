import Foundation
import Ledger
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// An opened office reads a file once, and again when it has changed, however many papers it makes.
@Suite(.serialized) struct OpenedOfficeTests {
  private let office: TestOffice
  private let day: CalendarDay

  init() throws {
    office = try TestOffice(isAlone: true)
    day = try #require(TestOffice.issued)
  }

  /// Makes a receipt in memory, in the dots of a receipt printer.
  @discardableResult private func receipt(_ item: String = "bread", recordedAt: String? = nil) throws -> [UInt8] {
    let request = GiftRequest(
      ReceiptKind(), .items([GivenItem(item, quantity: "2")]), look: PaperLook(paper: "80mm"),
      output: OutputWish(format: .escpos(dots: nil)), recordedAt: recordedAt, issued: day)
    return try office.office.makeInMemory(request).documents.first?.bytes ?? []
  }

  @Test(.slow) func aThousandReceiptsOpenEachFileOnce() throws {
    let program = ["Templates/receipt", "Templates/receipt/art", "Templates/strings", "Fonts"]
    let opened = try OpenedFiles([office.path("")] + program.map { office.scratch.path("program/\($0)") })
    let first = try receipt()
    #expect(first.count > 10_000)
    for _ in 0..<899 { #expect(try receipt() == first) }
    for _ in 0..<100 { try receipt(recordedAt: TestOffice.moment) }
    // The ledger is a database, which opens its own files; it is kept open all the same.
    let counts = opened.counts.filter { !$0.key.hasPrefix("ledger.sqlite-") }
    for file in ["office.yaml", "prices.csv", "template.yaml", "en.yaml"] {
      #expect(counts[file] == 1, "\(file): \(counts)")
    }
    #expect(counts["ledger.sqlite"] ?? 0 <= 2, "\(counts)")
    // Each composer that rests in the pool has letters of its own.
    #expect((1...2).contains(counts["fonts.conf"] ?? 0), "\(counts)")
    #expect(try office.office.ledger.newest(1).count == 100)
  }

  /// The reminder of missing papers looks at the ledger first, and what is recorded then goes the same way.
  @Test func theLedgerIsOpenedOnce() throws {
    try receipt(recordedAt: TestOffice.moment)
    let next = try Office.open(named: office.path(""), from: "/", installation: office.office.installation)
    let opened = try OpenedFiles([office.path("")])
    #expect(next.unprintedCount(at: TestOffice.moment) == 0)
    let request = GiftRequest(
      ReceiptKind(), .items([GivenItem("bread", quantity: "2")]), look: PaperLook(paper: "80mm"),
      output: OutputWish(format: .escpos(dots: nil)), recordedAt: TestOffice.moment, issued: day)
    _ = try next.makeInMemory(request)
    #expect(opened.counts["ledger.sqlite"] == 1, "\(opened.counts)")
    #expect(try next.ledger.newest(1).count == 2)
  }

  /// Somebody tidies up while the desk is open: no gift may stand in a second ledger, and none may be lost with the first.
  @Test func aLedgerThatIsMovedAwayIsNotBegunAnew() throws {
    let (ledger, aside) = (office.path("ledger.sqlite"), office.path("aside.sqlite"))
    try receipt(recordedAt: TestOffice.moment)
    try FileManager.default.moveItem(atPath: ledger, toPath: aside)
    for _ in 0..<2 {
      let refusal = #expect(throws: Diagnostics.self) { try receipt("bread", recordedAt: TestOffice.moment) }
      #expect(refusal?.all.first?.fact as? LedgerError == .movedAway(path: ledger))
      #expect(throws: Diagnostics.self) { try office.office.liveBoard() }
    }
    #expect(!FileManager.default.fileExists(atPath: ledger))
    // What was in the log of recent changes has gone with it.
    try FileManager.default.copyItem(atPath: aside, toPath: office.path("copy.sqlite"))
    #expect(try Ledger(path: office.path("copy.sqlite"), access: .readOnly).count() == 1)
    try FileManager.default.moveItem(atPath: aside, toPath: ledger)
    try receipt(recordedAt: TestOffice.moment)
    #expect(try office.office.ledger.newest(9).count == 2)
  }

  @Test func aLedgerThatTakesTheOthersPlaceIsReadAsItIs() throws {
    let (ledger, earlier) = (office.path("ledger.sqlite"), office.path("earlier.sqlite"))
    try receipt(recordedAt: TestOffice.moment)
    #expect(try office.office.fillLedgerFile())
    // The file alone holds all that was recorded until then.
    try FileManager.default.copyItem(atPath: ledger, toPath: earlier)
    try receipt(recordedAt: TestOffice.moment)
    #expect(rename(earlier, ledger) == 0)
    #expect(try office.office.ledger.newest(9).count == 1)
    #expect(try office.office.liveBoard().gifts == "1")
  }

  /// In a process of its own, where no other test takes memory.
  @Test(.slow) func memoryStaysFlat() async {
    await #expect(processExitsWith: .success) {
      let alone = try OpenedOfficeTests()
      for _ in 0..<200 { try alone.receipt() }
      let before = try OpenedOfficeTests.residentKilobytes()
      for _ in 0..<800 { try alone.receipt() }
      let grown = try OpenedOfficeTests.residentKilobytes() - before
      #expect(grown < 2_048, "\(grown) kB more")
    }
  }

  @Test func whatHasChangedIsReadAgain() throws {
    let before = try receipt()
    #expect(try receipt() == before)
    let prices = try String(contentsOfFile: office.path("prices.csv"), encoding: .utf8)
    try office.scratch.write(
      prices.replacing("Bread, white", with: "Bread, brown"), to: "office/prices.csv")
    #expect(try receipt() != before)
    try office.scratch.write(prices, to: "office/prices.csv")
    #expect(try receipt() == before)
    let settings = try String(contentsOfFile: office.path("office.yaml"), encoding: .utf8)
    try office.scratch.write(
      settings.replacing("Riverside Commons", with: "Hillside Commons"), to: "office/office.yaml")
    #expect(try receipt() != before)
    try office.scratch.write("{", to: "office/office.yaml")
    #expect(throws: Diagnostics.self) { try receipt() }
    try office.scratch.write(settings, to: "office/office.yaml")
    #expect(try receipt() == before)
    // A template of the office's own comes before the program's as soon as it is there.
    let template = try String(contentsOfFile: Repository.path("Templates/receipt/template.yaml"), encoding: .utf8)
    try office.scratch.write(
      template.replacing("font-size: 9pt", with: "font-size: 8pt").appending("\n# ours\n"),
      to: "office/Templates/receipt/template.yaml")
    try FileManager.default.copyItem(
      atPath: Repository.path("Templates/receipt/sample.yaml"), toPath: office.path("Templates/receipt/sample.yaml"))
    _ = try receipt()
  }

  @Test func severalThreadsShareAnOffice() throws {
    let usual = try receipt()
    let office = office.office
    let day = day
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      let request = GiftRequest(
        ReceiptKind(), .items([GivenItem("bread", quantity: "2")]), look: PaperLook(paper: "80mm"),
        output: OutputWish(format: .escpos(dots: nil)), issued: day)
      #expect((try? office.makeInMemory(request).documents.first?.bytes) == usual)
    }
  }

  @Test func aPageIsAskedForWithoutTheDisk() throws {
    var request = try office.request(output: OutputWish(format: .png(dpi: 72)))
    let before = office.scratch.files
    let (documents, papers) = try office.office.makeInMemory(request)
    #expect(office.scratch.files == before, "nothing was written")
    #expect(documents.map(\.name) == ["order-draft.png"] && papers.numbers.isEmpty)
    request.output.path = office.path("here")
    let path = try #require(try office.office.make(request).paths.first)
    #expect(FileManager.default.contents(atPath: path) == Data(documents[0].bytes))
  }

  @Test func aLedgerThatIsReplacedIsOpenedAnew() throws {
    try receipt(recordedAt: TestOffice.moment)
    #expect(try office.office.ledger.newest(5).count == 1)
    let fresh = try TestOffice()
    _ = try fresh.print(isRecorded: true)
    _ = try fresh.print(isRecorded: true, force: true)
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: office.path("ledger.sqlite\(ending)"))
    }
    // One that is gone is missed, and one that takes its place is read.
    #expect(throws: Diagnostics.self) { try office.office.ledger.newest(5) }
    #expect(try fresh.office.fillLedgerFile())
    try FileManager.default.copyItem(atPath: fresh.path("ledger.sqlite"), toPath: office.path("ledger.sqlite"))
    #expect(try office.office.ledger.newest(5).count == 2)
  }

  /// How much of the process lies in memory, in kilobytes (proc(5)).
  private static func residentKilobytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }
}

/// Counts how often the files of some folders are opened, as the system sees it (inotify(7)).
final class OpenedFiles {
  private let watch: Int32

  init(_ folders: [String]) throws {
    watch = inotify_init1(Int32(IN_NONBLOCK))
    for folder in folders where FileManager.default.fileExists(atPath: folder) {
      _ = inotify_add_watch(watch, folder, UInt32(IN_OPEN))
    }
  }

  deinit { close(watch) }

  /// How often each file was opened so far, by its name.
  var counts: [String: Int] {
    var counts: [String: Int] = [:]
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let length = read(watch, &bytes, bytes.count)
      guard length > 0 else { return counts }
      var at = 0
      while at < length {
        let (event, name) = bytes.withUnsafeBytes { buffer -> (inotify_event, String) in
          let event = buffer.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
          let start = at + MemoryLayout<inotify_event>.size
          let name = buffer[start..<start + Int(event.len)].prefix { $0 != 0 }
          return (event, String(decoding: name, as: UTF8.self))
        }
        // Folders are looked into without being read as files.
        if event.mask & UInt32(IN_ISDIR) == 0, !name.isEmpty { counts[name, default: 0] += 1 }
        at += MemoryLayout<inotify_event>.size + Int(event.len)
      }
    }
  }
}
