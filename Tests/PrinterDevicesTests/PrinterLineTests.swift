import Foundation
import Synchronization
import TestTools
import Testing

@testable import PrinterDevices

/// The line to a receipt printer, with a printer of this test's own at its other end.
@Suite(.waiting) struct PrinterLineTests {
  /// Bytes of which no two stretches are alike for long.
  private static func bytes(_ count: Int, from seed: Int = 1) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }

  private static func line(to printer: FakePrinter, patience: Double = 5) -> PrinterLine {
    PrinterLine(to: .network(host: "127.0.0.1", port: printer.port), patience: patience)
  }

  // MARK: - Printers that take everything

  @Test func whatIsWrittenArrives() throws {
    let printer = try FakePrinter(.obliging)
    let line = Self.line(to: printer)
    let documents = (1...3).map { Self.bytes(30_000, from: $0) }
    for document in documents {
      line.write([UInt8](document[..<10_000]))
      line.write([UInt8](document[10_000...]))
      line.finish()
    }
    #expect(!line.isBroken && line.name == "tcp://127.0.0.1:\(printer.port)")
    #expect(line.close() == DeliveryReport(taken: 3))
    #expect(try printer.received() == documents.flatMap { $0 })
  }

  /// The printer begins while the rest is made.
  @Test func whatIsWrittenGoesOutAtOnce() throws {
    let printer = try FakePrinter(.obliging)
    let line = Self.line(to: printer)
    line.write(Self.bytes(100))
    try printer.waitFor(100)
    line.finish()
    #expect(line.close().taken == 1)
  }

  /// It is waited for as long as it goes on taking, although that is longer than anybody's patience.
  @Test func aSlowPrinterIsNoFault() throws {
    let printer = try FakePrinter(.slow(0.01))
    let line = Self.line(to: printer, patience: 0.3)
    let start = ContinuousClock.now
    line.write(Self.bytes(120_000))
    line.finish()
    #expect(line.close() == DeliveryReport(taken: 1))
    // The system's own buffers would have taken it all at once.
    #expect(ContinuousClock.now - start > .seconds(0.4))
    #expect(try printer.received().count == 120_000)
  }

  /// What a printer says about itself is neither taken for the end nor left on the line.
  @Test func aPrinterMayReportOnItself() throws {
    let printer = try FakePrinter(.reporting())
    let line = Self.line(to: printer)
    line.write(Self.bytes(60_000))
    line.finish()
    #expect(line.close() == DeliveryReport(taken: 1))
    #expect(try printer.received().count == 60_000)
  }

  /// Half a line that is closed is not the end of the other half.
  @Test func aPrinterThatSaysNothingMoreIsWaitedFor() throws {
    let printer = try FakePrinter(.taciturn(0.3))
    let line = Self.line(to: printer)
    let start = ContinuousClock.now
    line.write(Self.bytes(10_000))
    line.finish()
    #expect(line.close() == DeliveryReport(taken: 1))
    #expect(ContinuousClock.now - start > .seconds(0.2))
    #expect(try printer.received().count == 10_000)
  }

  @Test func aLineThatWasClosedIsOpenedAnew() throws {
    let printer = try FakePrinter(.patient)
    let line = Self.line(to: printer)
    for _ in 1...2 {
      line.write(Self.bytes(2_000))
      line.finish()
      #expect(line.close() == DeliveryReport(taken: 1))
    }
    #expect(try printer.received().count == 4_000)
  }

  /// What fills up a picture that was cut off goes before everything, once, and counts among what was taken.
  @Test func theOpeningComesFirst() throws {
    let printer = try FakePrinter(.patient)
    let line = PrinterLine(
      to: .network(host: "127.0.0.1", port: printer.port), patience: 1, opening: [0, 0, 0])
    for _ in 1...2 {
      for _ in 1...2 {
        line.write([7, 7])
        line.finish()
      }
      #expect(line.close() == DeliveryReport(taken: 2))
    }
    #expect(try printer.received() == [0, 0, 0, 7, 7, 7, 7, 0, 0, 0, 7, 7, 7, 7])
  }

  // MARK: - Printers that are busy

  /// Of two desks of one machine the second waits, and says so, until the first is done; no byte of one lies among the other's.
  @Test func anotherDeskIsWaitedFor() throws {
    let printer = try FakePrinter(.patient)
    let target = PrinterTarget.network(host: "127.0.0.1", port: printer.port)
    let first = PrinterLine(to: target)
    first.write([1])
    let told = Mutex<[LineWaiting.Reason]>([])
    let second = PrinterLine(
      to: target, waiting: LineWaiting(known: 30, begins: { reason, _ in told.withLock { $0.append(reason) } }))
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      second.write([2])
      isDone.signal()
    }
    while told.withLock({ $0.isEmpty }) { usleep(5_000) }
    first.write([1])
    first.finish()
    #expect(first.close() == DeliveryReport(taken: 1))
    #expect(isDone.wait(timeout: .now() + 20) == .success)
    second.finish()
    #expect(second.close() == DeliveryReport(taken: 1))
    #expect(try printer.received() == [1, 1, 2])
    #expect(told.withLock { $0 } == [.otherDesk])
  }

  @Test func anotherDeskIsNotWaitedForWithoutEnd() throws {
    let printer = try FakePrinter(.obliging)
    let target = PrinterTarget.network(host: "127.0.0.1", port: printer.port)
    let first = PrinterLine(to: target)
    first.write([1])
    let second = PrinterLine(to: target, waiting: LineWaiting(known: 0.3))
    second.write([2])
    #expect(second.close() == DeliveryReport(taken: 0, fault: .busy(.otherDesk, seconds: 0.3)))
    // Nor by whoever has been told to stop.
    let start = ContinuousClock.now
    let third = PrinterLine(to: target, waiting: LineWaiting(known: 30, isOver: { true }))
    third.write([3])
    #expect(third.close().fault == .interrupted && ContinuousClock.now - start < .seconds(5))
    #expect(first.close() == DeliveryReport(taken: 0))
    #expect(try printer.received() == [1])
  }

  /// A printer that takes one call at a time and another machine's first lets ours hang: longer than one that stops in the middle.
  @Test(.slow) func whatTakesNothingYetIsWaitedForLonger() throws {
    let printer = try FakePrinter(.reporting(isDeaf: true))
    let told = Mutex<[LineWaiting.Reason]>([])
    let line = PrinterLine(
      to: .network(host: "127.0.0.1", port: printer.port), patience: 0.2,
      opening: [UInt8](repeating: 0, count: 200_000),
      waiting: LineWaiting(
        possible: 20,
        begins: { reason, _ in
          told.withLock { $0.append(reason) }
          printer.goOn()
        }))
    line.write([1])
    line.finish()
    #expect(line.close() == DeliveryReport(taken: 1))
    #expect(told.withLock { $0 } == [.takingNothing])
  }

  /// Only where it may be busy: on this machine it is known who prints, and what answers is no printer that is switched off.
  @Test func whatIsWorthWaitingFor() throws {
    let (refused, busy) = (String(cString: strerror(ECONNREFUSED)), String(cString: strerror(EBUSY)))
    let (near, far) = (
      PrinterTarget.network(host: "127.0.0.1", port: 1), PrinterTarget.network(host: "10.0.0.9", port: 1)
    )
    #expect(near.business(.notThere(reason: refused)) == nil && far.business(.notThere(reason: refused)) == .refusing)
    #expect(far.business(.notThere(reason: "No route to host")) == nil && far.business(.noClient) == nil)
    #expect(PrinterTarget.device(path: "/dev/usb/lp0").business(.notThere(reason: busy)) == .deviceInUse)
  }

  /// What no printer can be is known before anything is sent.
  @Test func whatCannotBeAPrinterIsKnownAtOnce() throws {
    let scratch = try Scratch()
    let missing = PrinterTarget.device(path: scratch.path("lp0"))
    #expect(missing.obstacle == .notThere(reason: String(cString: strerror(ENOENT))))
    #expect(PrinterTarget.device(path: scratch.folder.path).obstacle == .noPrinter(.folder))
    #expect(PrinterTarget.device(path: try scratch.write("x", to: "file")).obstacle == .noPrinter(.file))
    #expect(PrinterTarget.device(path: "/dev/null").obstacle == nil)
    // Devices that ruin something, or that no printer is at the end of.
    #expect(PrinterTarget.device(path: "/dev/zero").obstacle == .noPrinter(.otherDevice))
    #expect(PrinterTarget.device(path: "/dev/tty").obstacle == .noPrinter(.otherDevice))
    #expect(PrinterTarget.network(host: "127.0.0.1", port: 1).obstacle == nil)
  }

  /// By the numbers that the kernel's list gives to devices.
  @Test(arguments: [
    (180, 0, true), (180, 96, false), (188, 3, true), (166, 0, true), (4, 64, true), (4, 1, false), (216, 0, true),
    (6, 0, true), (204, 64, true), (1, 1, false), (10, 232, false), (13, 64, false), (21, 0, false), (5, 1, false),
  ])
  func devicesAreKnownByTheirNumbers(major: UInt64, minor: UInt64, isPrinters: Bool) {
    let device = dev_t(major << 8 | minor)
    #expect((DeviceKind.stranger(S_IFCHR, device) == nil) == isPrinters)
    #expect(DeviceKind.stranger(S_IFBLK, device) == .disk)
    #expect(DeviceKind.stranger(S_IFSOCK, device) == .otherDevice)
  }

  @Test(arguments: [
    ("laser-2", true), ("Büro", true), ("", false), ("-o", false), ("a b", false), ("a/b", false), ("a#1", false),
    ("--", false), ("a\n", false), (String(repeating: "a", count: 128), false),
  ])
  func queuesAreCalledByNames(name: String, isName: Bool) { #expect(PrintQueue.isName(name) == isName) }

  @Test func nothingIsOpenedForNothing() throws {
    let line = PrinterLine(to: .network(host: "127.0.0.1", port: try FakePrinter.silentPort()))
    #expect(line.close() == DeliveryReport(taken: 0))
  }

  // MARK: - Printers that do not

  @Test func whereNobodyListensTheSystemsReasonIsTold() throws {
    let line = PrinterLine(to: .network(host: "127.0.0.1", port: try FakePrinter.silentPort()))
    line.write(Self.bytes(10))
    line.finish()
    #expect(line.isBroken)
    let report = line.close()
    #expect(report == DeliveryReport(taken: 0, fault: .notThere(reason: String(cString: strerror(ECONNREFUSED)))))
    #expect(!line.isBroken)
  }

  /// What came out of the printer before it stopped is told apart from what did not.
  @Test func aStuckPrinterHasWhatItTook() throws {
    let printer = try FakePrinter(.stoppingAfter(100_000))
    let line = Self.line(to: printer, patience: 0.3)
    for number in 0..<30 where !line.isBroken {
      line.write(Self.bytes(10_000, from: number))
      line.finish()
    }
    let report = line.close()
    guard case .stuck(let taken) = report.fault else {
      Issue.record("\(report)")
      return
    }
    #expect(taken >= 100_000 && taken < 300_000)
    #expect(report.taken == taken / 10_000)
    printer.goOn()
  }

  /// So that it does not come out later, beside the paper that is printed again.
  @Test func whatAStuckPrinterDidNotTakeIsThrownAway() throws {
    let printer = try FakePrinter(.stoppingAfter(1_000))
    let line = Self.line(to: printer, patience: 0.3)
    let all = Self.bytes(400_000)
    line.write(all)
    #expect(line.isBroken)
    // After a fault nothing more is sent, nor is any document counted.
    line.write([1, 2, 3])
    line.finish()
    let report = line.close()
    let taken = try #require(report.fault).taken
    #expect(report.taken == 0 && taken >= 1_000 && taken < all.count)
    printer.goOn()
    let received = try printer.received()
    #expect(received.count <= taken && all.starts(with: received))
  }

  /// The last of it lies with the system when there is nothing more to write.
  @Test func aPrinterMayBeStuckAtTheEnd() throws {
    let printer = try FakePrinter(.stoppingAfter(0))
    let line = Self.line(to: printer, patience: 0.3)
    line.write(Self.bytes(10_000))
    line.finish()
    #expect(!line.isBroken)
    let report = line.close()
    guard case .stuck(let taken) = report.fault else {
      Issue.record("\(report)")
      return
    }
    #expect(report.taken == 0 && taken < 10_000)
    printer.goOn()
    // That nothing more comes counts as a byte that it has not taken.
    #expect(try printer.received().count <= taken + 1)
  }

  @Test func aPrinterThatSaysNothingMoreMayBeStuck() throws {
    let printer = try FakePrinter(.taciturn(1))
    let line = Self.line(to: printer, patience: 0.2)
    line.write(Self.bytes(10_000))
    line.finish()
    let report = line.close()
    guard case .stuck = report.fault else {
      Issue.record("\(report)")
      return
    }
    #expect(report.taken == 0)
  }

  /// Whoever tells to stop is heard while a paper goes out: it comes to its end, as long as the printer takes it.
  @Test func whatIsComingOutComesToItsEnd() throws {
    let printer = try FakePrinter(.slow(0.004))
    let isOver = Mutex(false)
    let target = PrinterTarget.network(host: "127.0.0.1", port: printer.port)
    let line = PrinterLine(to: target, waiting: LineWaiting(isOver: { isOver.withLock { $0 } }))
    // On a thread of its own: those of the queue may all be waiting for other printers.
    Thread.detachNewThread {
      try? printer.waitFor(20_000)
      isOver.withLock { $0 = true }
    }
    line.write(Self.bytes(200_000))
    line.finish()
    #expect(line.close() == DeliveryReport(taken: 1))
    #expect(isOver.withLock { $0 })
    #expect(try printer.received() == Self.bytes(200_000))
  }

  /// A printer that takes no more meanwhile is not waited for.
  @Test func aStuckPrinterKeepsNobodyWhoTellsToStop() throws {
    let printer = try FakePrinter(.stoppingAfter(50_000))
    let isOver = Mutex(false)
    let told = Mutex(ContinuousClock.now)
    let target = PrinterTarget.network(host: "127.0.0.1", port: printer.port)
    let line = PrinterLine(to: target, waiting: LineWaiting(isOver: { isOver.withLock { $0 } }))
    Thread.detachNewThread {
      try? printer.waitFor(50_000)
      told.withLock { $0 = .now }
      isOver.withLock { $0 = true }
    }
    line.write(Self.bytes(400_000))
    let report = line.close()
    guard case .stopped(let taken) = report.fault else {
      Issue.record("\(report)")
      return
    }
    #expect(taken >= 50_000 && taken < 400_000)
    #expect(isOver.withLock { $0 } && ContinuousClock.now - told.withLock { $0 } < .seconds(3))
    printer.goOn()
  }

  @Test func aPrinterThatCutsTheLineIsTold() throws {
    let printer = try FakePrinter(.leavingAfter(20_000))
    let line = Self.line(to: printer)
    for number in 0..<30 where !line.isBroken {
      line.write(Self.bytes(10_000, from: number))
      line.finish()
    }
    let report = line.close()
    guard case .gone(let taken, let reason) = report.fault else {
      Issue.record("\(report)")
      return
    }
    #expect(!reason.isEmpty && report.taken == taken / 10_000 && report.taken < 30)
  }

  /// What is written to a printer that has hung up is turned away, after the system has taken it.
  @Test func aPrinterThatHangsUpEarlyDoesNotHaveTheRest() throws {
    let printer = try FakePrinter(.hangingUpAfter(1_000))
    let line = Self.line(to: printer)
    line.write(Self.bytes(1_000))
    line.finish()
    #expect(try printer.received().count == 1_000)
    line.write(Self.bytes(1_000))
    line.finish()
    let report = line.close()
    guard case .gone(let taken, _) = report.fault else {
      Issue.record("\(report)")
      return
    }
    #expect(taken < 2_000 && report.taken < 2)
  }

  @Test func whoeverHangsUpTakesBackWhatWasNotTaken() throws {
    let printer = try FakePrinter(.stoppingAfter(1_000))
    let line = Self.line(to: printer)
    let all = Self.bytes(20_000)
    line.write(all)
    line.finish()
    line.hangUp()
    printer.goOn()
    let received = try printer.received()
    #expect(received.count < all.count && all.starts(with: received))
    #expect(line.close() == DeliveryReport(taken: 0))
  }

  // MARK: - What is no printer

  @Test(
    arguments: [
      ("HTTP/1.1 400 Bad Request\r\n\r\n", .webServer), ("<html>", .webServer), ("SSH-2.0-OpenSSH_9.2\r\n", .sshServer),
      ("220 ftp ready\r\n", .fileOrMailServer), ("+OK POP3 ready\r\n", .mailServer), ("* OK IMAP4\r\n", .mailServer),
    ] as [(String, PrinterFault.Stranger)])
  func whatIsNoPrinterIsTold(words: String, stranger: PrinterFault.Stranger) throws {
    let printer = try FakePrinter(.answering(words))
    let line = Self.line(to: printer)
    line.write(Self.bytes(500))
    line.finish()
    #expect(line.close() == DeliveryReport(taken: 0, fault: .noPrinter(stranger)))
  }

  @Test func whatTalksWithoutEndIsNotListenedTo() throws {
    let printer = try FakePrinter(.chattering)
    let line = Self.line(to: printer)
    line.write(Self.bytes(500))
    line.finish()
    #expect(line.close() == DeliveryReport(taken: 0, fault: .noPrinter(.endlessTalker)))
    _ = try printer.received()
  }

  @Test func whatAPrinterAnswersIsNoGreeting() {
    #expect(PrinterConnection.stranger(greeting: "") == nil)
    #expect(PrinterConnection.stranger(greeting: "\u{14}\0\0\u{0F}") == nil)
  }

  // MARK: - Devices

  @Test func filesAndFoldersAreNotWrittenOver() throws {
    let scratch = try Scratch()
    let file = try scratch.write("mine", to: "prices.csv")
    for (path, stranger) in [(file, PrinterFault.Stranger.file), (scratch.folder.path, .folder)] {
      let line = PrinterLine(to: .device(path: path))
      line.write(Self.bytes(10))
      line.finish()
      #expect(line.close() == DeliveryReport(taken: 0, fault: .noPrinter(stranger)))
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  }

  @Test func aDeviceThatIsNotThereIsTold() throws {
    let path = try Scratch().path("lp0")
    let line = PrinterLine(to: .device(path: path))
    line.write(Self.bytes(10))
    #expect(line.close() == DeliveryReport(taken: 0, fault: .notThere(reason: String(cString: strerror(ENOENT)))))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aDeviceTakesThemToo() throws {
    let scratch = try Scratch()
    let path = scratch.path("lp0")
    #expect(mkfifo(path, 0o600) == 0)
    // Somebody must be at the other end before it can be written to.
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let line = PrinterLine(to: .device(path: path), patience: 0.2)
    let document = Self.bytes(20_000)
    line.write(document)
    line.finish()
    #expect(line.close() == DeliveryReport(taken: 1) && line.name == path)
    var received = [UInt8](repeating: 0, count: 30_000)
    #expect(read(reader, &received, received.count) == 20_000 && received.starts(with: document))
  }

  /// Nobody empties it, so that it takes no more than it holds.
  @Test func aDeviceMayBeStuck() throws {
    let scratch = try Scratch()
    let path = scratch.path("lp0")
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let line = PrinterLine(to: .device(path: path), patience: 0.2)
    for _ in 0..<20 {
      line.write(Self.bytes(10_000))
      line.finish()
    }
    let report = line.close()
    let taken = try #require(report.fault).taken
    #expect(taken > 0 && taken < 200_000 && report.taken == taken / 10_000)
  }
}
