import Foundation
import Synchronization
import TestTools
import Testing

/// Receipts sent to a printer: one of this test's own, which listens on loopback and decodes what it is told.
@Suite struct PrinterTests {
  @Test(.slow) func aPrinterThatIsOffLeavesTheGiftRecorded() throws {
    let shell = try Shell()
    let closed = try FakePrinter.silentAddress()
    let run = try shell.type(["give", "tutoring", "--paper", "80mm", "--to", closed])
    #expect(run.status == 75 && run.output.isEmpty)
    let number = try #require(Shell.numbers(run.errors).first)
    #expect(
      run.errors == """
        1 hour tutoring · $19.27 · you owe 0
        office.yaml:2:7: warning: this is still the starter office's: the name "Riverside Commons", the code RIVER, the \
        ledger's address https://ledger.example.org
          → write your own before you print for a market; where the ledger has no site, write ledger: none
        error: \(number) is recorded, but not printed on \(closed): nothing answers there (Connection refused): is it switched on, \
        and is its address right?
          → when it is ready: billing-office reprint --unprinted; on another printer: … --unprinted --to PRINTER

        """)
    #expect(try shell.type(["ledger", "list"]).output.contains(number))
    #expect(try shell.type(["printer", "list"]).errors.hasPrefix("1 gift is recorded and has no paper yet: "))
    try many(2, for: shell)
    let two = try shell.type(["receipt", "many.csv", "--paper", "80mm", "--to", closed])
    let (second, third, fourth) = (number.dropLast() + "2", number.dropLast() + "3", number.dropLast() + "4")
    #expect(two.status == 75)
    #expect(
      two.errors.contains("error: \(second) to \(third) are recorded, but not printed on \(closed): "), "\(two.errors)"
    )
    // The next receipt is not blocked, and reminds of those that are missing.
    let other = try FakePrinter(.obliging)
    let next = try shell.type(["give", "tutoring", "--again", "--paper", "80mm", "--to", other.address])
    #expect(next.output == "\(fourth) → \(other.address)\n")
    let reminder = "3 gifts are recorded and have no paper yet: billing-office reprint --unprinted\n"
    #expect(next.status == 0 && next.errors == reminder + "1 hour tutoring · $19.27 · you owe 0\n", "\(next.errors)")
    #expect(try shell.type(["printer", "list"]).errors.hasPrefix(reminder))
    #expect(try PrintedReceipt.decode(other.received()).count == 1)
    // Where the first printer is still off, another one finishes what it left; only that, and only once.
    #expect(try shell.type(["reprint", "--unprinted"]).status == 75)
    let printer = try FakePrinter(.obliging)
    let again = try shell.type(["reprint", "--unprinted", "--to", printer.address])
    #expect(again.output == [Substring(number), second, third].map { "\($0) printed\n" }.joined(), "\(again.errors)")
    #expect(again.status == 0)
    let receipts = try PrintedReceipt.decode(printer.received())
    #expect(receipts.count == 3)
    let receipt = try #require(receipts.first)
    try receipt.write(pbm: shell.path("printed.pbm"))
    #expect(try Tool.zbarimg.text("-q", "--raw", shell.path("printed.pbm")).hasSuffix("/R/\(number)\n"))
    let none = try shell.type(["reprint", "--unprinted"])
    #expect(none.status == 0 && none.output.isEmpty && none.errors == "Nothing is missing: every gift has its paper.\n")
  }

  /// An order of so many gifts.
  private func many(_ count: Int, for shell: Shell) throws {
    let rows = (1...count).map { "\($0),Tutoring,1\n" }.joined()
    try Data(("invoice,item,quantity\n" + rows).utf8).write(to: URL(fileURLWithPath: shell.path("many.csv")))
  }

  /// Whoever is told to print what is missing does so, at the same moment as the others: each paper comes out once.
  @Test(.slow) func threeDesksPrintWhatIsMissingOnce() throws {
    let shell = try Shell()
    try many(4, for: shell)
    let closed = try FakePrinter.silentAddress()
    #expect(try shell.type(["receipt", "many.csv", "--paper", "80mm", "--to", closed]).status == 75)
    let printer = try FakePrinter(.patient)
    let runs = Mutex<[Run]>([])
    let folder = URL(fileURLWithPath: shell.path(""))
    let command = ["reprint", "--unprinted", "--to", printer.address]
    DispatchQueue.concurrentPerform(iterations: 3) { _ in
      if let run = try? Run(Program.path, command, in: folder, environment: Shell.environment) {
        runs.withLock { $0.append(run) }
      }
    }
    let all = runs.withLock { $0 }
    #expect(all.count == 3 && all.allSatisfy { $0.status == 0 }, "\(all.map(\.errors))")
    #expect(all.flatMap(Shell.numbers).count == 4)
    // Whoever came too late knows that somebody is at it, or that all is done.
    for run in all where run.output.isEmpty {
      #expect(run.errors.contains("just being made by another desk") || run.errors.hasPrefix("Nothing is missing"))
    }
    #expect(try shell.type(["reprint", "--unprinted"]).errors == "Nothing is missing: every gift has its paper.\n")
  }

  /// Whoever stops the program, or closes its terminal, has what came out by then, whole, and the rest can still be printed.
  @Test(.slow, arguments: [SIGINT, SIGHUP]) func anInterruptionLosesNothingAndPrintsNothingTwice(signal: Int32) throws {
    let shell = try Shell()
    try many(30, for: shell)
    let printer = try FakePrinter(.slow(0.004))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
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
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let out = try PrintedReceipt.decode(printer.received())
    #expect((2..<30).contains(out.count) && out.allSatisfy(\.isCut))
    let missing = Shell.numbers(told)
    #expect(
      told.contains("\nerror: interrupted\nwarning: ") && told.contains("billing-office reprint --unprinted"), "\(told)"
    )
    #expect(
      missing.first?.hasSuffix(String(format: "-%06d", out.count + 1)) == true
        && missing.last?.hasSuffix("-000030") == true)
    let other = try FakePrinter(.obliging)
    #expect(try shell.type(["reprint", "--unprinted", "--to", other.address]).status == 0)
    #expect(try PrintedReceipt.decode(other.received()).count == 30 - out.count)
  }
}
