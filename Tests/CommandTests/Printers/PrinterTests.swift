import Foundation
import TestTools
import Testing

/// Receipts sent to a printer: one of this test's own, which listens on loopback and decodes what it is told.
@Suite struct PrinterTests {
  @Test func aPrinterThatIsOffLeavesTheGiftRecorded() throws {
    let shell = try Shell()
    let closed = try FakePrinter.silentAddress()
    let run = try shell.type(["give", "tutoring", "--paper", "80mm", "--to", closed])
    #expect(run.status == 75 && run.output.isEmpty)
    let number = try #require(Shell.numbers(run.errors).first)
    #expect(
      run.errors == """
        1 hour tutoring · $19.27 · you owe 0
        error: \(number) is recorded, but not printed on \(closed): nothing answers there (Connection refused): is it switched on, \
        and is its address right?
          → when it is ready: billing-office reprint --unprinted; on another printer: … --unprinted --to PRINTER

        """)
    #expect(try shell.type(["ledger", "list"]).output.contains(number))
    #expect(try shell.type(["printer", "list"]).errors.contains("1 paper is still to be printed"))
    // The next receipt is not blocked, and reminds of the one that is missing.
    let other = try FakePrinter(.obliging)
    let next = try shell.type(["give", "tutoring", "--paper", "80mm", "--to", other.address])
    #expect(next.status == 0)
    #expect(next.errors.hasSuffix("\n1 paper is still to be printed: billing-office reprint --unprinted\n"))
    #expect(try PrintedReceipt.decode(other.received()).count == 1)
    // Where the first printer is still off, another one finishes what it left; only that, and only once.
    #expect(try shell.type(["reprint", "--unprinted"]).status == 75)
    let printer = try FakePrinter(.obliging)
    let again = try shell.type(["reprint", "--unprinted", "--to", printer.address])
    #expect(again.status == 0 && again.output == "\(number) printed\n", "\(again.errors)")
    let receipt = try #require(try PrintedReceipt.decode(printer.received()).first)
    try receipt.write(pbm: shell.path("printed.pbm"))
    #expect(try Tool.zbarimg.text("-q", "--raw", shell.path("printed.pbm")).hasSuffix("/R/\(number)\n"))
    let none = try shell.type(["reprint", "--unprinted"])
    #expect(none.status == 0 && none.output.isEmpty && none.errors == "Nothing is missing: every receipt is printed.\n")
  }

  /// An order of so many gifts.
  private func many(_ count: Int, for shell: Shell) throws {
    let rows = (1...count).map { "\($0),Tutoring,1\n" }.joined()
    try Data(("invoice,item,quantity\n" + rows).utf8).write(to: URL(fileURLWithPath: shell.path("many.csv")))
  }

  /// Whoever stops the program has what came out by then, whole, and the rest can still be printed.
  @Test func anInterruptionLosesNothingAndPrintsNothingTwice() throws {
    let shell = try Shell()
    try many(30, for: shell)
    let printer = try FakePrinter(.slow(0.004))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Shell.program)
    process.arguments = ["receipt", "many.csv", "--paper", "80mm", "--to", printer.address, "--quiet"]
    process.currentDirectoryURL = URL(fileURLWithPath: shell.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(Shell.environment) { $1 }
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The first receipts come out while the others are drawn.
    let deadline = Date(timeIntervalSinceNow: 30)
    while process.isRunning, Date() < deadline, printer.count < 200_000 { usleep(2000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let out = try PrintedReceipt.decode(printer.received())
    #expect((2..<30).contains(out.count) && out.allSatisfy(\.isCut))
    let missing = Shell.numbers(told)
    #expect(
      told.hasPrefix("error: interrupted\nwarning: ") && told.contains("billing-office reprint --unprinted"), "\(told)")
    #expect(
      missing.first?.hasSuffix(String(format: "-%06d", out.count + 1)) == true
        && missing.last?.hasSuffix("-000030") == true)
    let other = try FakePrinter(.obliging)
    #expect(try shell.type(["reprint", "--unprinted", "--to", other.address]).status == 0)
    #expect(try PrintedReceipt.decode(other.received()).count == 30 - out.count)
  }

  @Test func whereItWentIsTold() throws {
    let shell = try Shell()
    let printer = try FakePrinter(.obliging)
    let run = try shell.type(["receipt", "order.csv", "--paper", "80mm", "--to", printer.address])
    let number = try #require(Shell.numbers(run).first)
    #expect(run.status == 0 && run.output == "\(number) → \(printer.address)\n" && run.errors.isEmpty, "\(run.errors)")
    #expect(try PrintedReceipt.decode(printer.received()).count == 1)
    let other = try FakePrinter(.obliging)
    let draft = try shell.type(["give", "tutoring", "--draft", "--paper", "58mm", "--to", other.address])
    #expect(draft.status == 0 && draft.output == "draft → \(other.address)\n", "\(draft.errors)")
    #expect(try PrintedReceipt.decode(other.received()).map(\.width) == [384])
    try shell.refuses(
      ["give", "tutoring", "--to", "tcp://host:0"], 64,
      """
      error: "tcp://host:0" is no address of a receipt printer
        → it is such as tcp://192.168.1.50:9100 or /dev/usb/lp0
      """)
  }

  @Test(arguments: [
    (["--to", "/dev/null", "--print", "laser"], "--to and --print name a printer each; leave one of them out."),
    (["--to", "/dev/null", "--output", "x.pdf"], "--to prints and leaves no file; leave out --output."),
    (["--print", "laser", "--share"], "--print prints; leave out --share."),
    (["--to", "/dev/null", "--format", "pdf"], "--to sends what the printer understands; leave out --format."),
    (["--dots", "500", "--to", "/dev/null"], "--dots must be a multiple of 8 from 64 to 2048, not 500."),
  ])
  func whatDoesNotGoTogetherIsRefused(options: [String], words: String) throws {
    let run = try Shell().type(["give", "tutoring"] + options)
    #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
  }
}
