import Foundation
import TestTools
import Testing

/// Many invoices at once: progress, interruption, failure in the middle, and the same bytes whatever the number of workers.
@Suite(.slow) struct BatchTests {
  private static let tenths = (1...10).map { "\($0 * 20) of 200 invoices\n" }.joined()

  @Test func aLongBatchTellsHowFarItIs() throws {
    let shell = try Shell([
      "long.csv": OfficeFiles.batch(200), "names.csv": OfficeFiles.batch(60) + "61,\(OfficeFiles.longName),1\n",
      "Templates/labels/template.yaml": OfficeFiles.labels,
      "gold.csv": OfficeFiles.prices(
        "Rice,food,lb,1.07,USD,ONS,2026", "\(OfficeFiles.longName),food,l,2.50,USD,ONS,2026"),
    ])
    let folder = URL(fileURLWithPath: shell.path(""))
    func watched(_ arguments: String) throws -> String {
      let command = "\(Program.path) invoice \(arguments) --issued 2026-11-20"
      return try Run("/usr/bin/script", ["-qec", command, "/dev/null"], in: folder, environment: Shell.environment)
        .output
    }
    let shown = try watched("long.csv --draft")
    #expect(shown.contains("\r███████████████░░░░░░░░░░░░░░░ 100 of 200"))
    #expect(shown.hasSuffix("\r\u{1B}[Koutput/long-draft.pdf\r\n"))
    #expect(!shown.contains("invoices"))
    #expect(try watched("long.csv --draft --quiet --force") == "output/long-draft.pdf\r\n")
    #expect(try watched("order.csv --draft") == "output/order-draft.pdf\r\n")
    // A fault stands on a line of its own, not behind the bar.
    let fault = try watched("names.csv --draft --prices gold.csv --template labels --output x.pdf").replacing(
      "\r\n", with: "\n")
    let told = "\(OfficeFiles.tooLong(", first on DRAFT 61"))\n"
    #expect(fault.hasSuffix("\r\u{1B}[KTemplates/labels/\(told)"), "\(fault)")
  }

  /// Starts a batch and sends it a signal as soon as its first hidden file is there.
  private func interrupt(_ shell: Shell, with signal: Int32, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["invoice", "long.csv", "--draft", "--output", "papers", "--quiet"] + arguments + Shell.day
    process.currentDirectoryURL = URL(fileURLWithPath: shell.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(Shell.environment) { $1 }
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 30)
    while process.isRunning, Date() < deadline, !shell.listing.contains(where: { $0.hasSuffix(".part") }) {
      usleep(2000)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process
  }

  @Test(arguments: [[], ["--split"]])
  func aKillAtAnyMomentLeavesNoPaperHalfWritten(arguments: [String]) throws {
    let shell = try Shell(["long.csv": OfficeFiles.batch(2000)])
    let process = try interrupt(shell, with: SIGKILL, arguments)
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(!shell.listing.contains { $0.hasSuffix(".pdf") })
    // What is left is hidden, and in nobody's way.
    try shell.scratch.write(OfficeFiles.batch(3), to: "office/long.csv")
    #expect(try shell.draft("long.csv", "--output", "papers").status == 0)
    #expect(!shell.listing.contains { $0.hasSuffix(".part") })
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func anInterruptionClearsEverythingAway(signal: Int32) throws {
    let shell = try Shell(["long.csv": OfficeFiles.batch(2000)])
    let before = shell.listing
    let process = try interrupt(shell, with: signal, ["--split"])
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(shell.listing == before)
  }
}
