import Foundation
import TestTools
import Testing

/// Many invoices at once: progress, interruption, failure in the middle, and the same bytes whatever the number of workers.
@Suite struct BatchTests {
  private static let tenths = (1...10).map { "\($0 * 20) of 200 invoices\n" }.joined()

  @Test func aLongBatchTellsHowFarItIs() throws {
    let desk = try Desk([
      "long.csv": Desk.batch(200), "names.csv": Desk.batch(60) + "61,Gold,1\n",
      "Templates/labels/template.yaml": Desk.labels,
      "gold.csv": Desk.prices("Rice,food,lb,1.07,USD,ONS,2026", "\(Desk.longName),food,l,2.50,USD,ONS,2026"),
    ])
    let folder = URL(fileURLWithPath: desk.path(""))
    func watched(_ arguments: String) throws -> String {
      let command = "\(Desk.program) invoice \(arguments) --issued 2026-11-20"
      return try Run("/usr/bin/script", ["-qec", command, "/dev/null"], in: folder, environment: Desk.environment)
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
    let told = Desk.tooLong.replacing(" mm\n", with: " mm, first on DRAFT 61\n")
    #expect(fault.hasSuffix("\r\u{1B}[KTemplates/labels/\(told)"), "\(fault)")
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let desk = try Desk()
    func print(_ folder: String, _ jobs: String) throws {
      for arguments in [["--split"], []] {
        let run = try desk.type(
          ["invoice", "orders.csv", "--draft", "--output", folder, "--jobs", jobs] + arguments + Desk.day)
        #expect(run.status == 0)
      }
    }
    try print("one", "1")
    try print("four", "4")
    try print("again", "4")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("one")).sorted()
    #expect(names.count == 6)
    for name in names {
      let bytes = try desk.bytes("one/\(name)")
      #expect(try bytes == desk.bytes("four/\(name)"), "\(name) differs by the number of workers")
      #expect(try bytes == desk.bytes("again/\(name)"), "\(name) differs from run to run")
    }
  }

  @Test func aFailureInTheMiddleLeavesNothing() throws {
    // The third invoice has a name that is too long for its code, which nobody knows before it is laid out.
    let desk = try Desk([
      "order.csv": "invoice,item,quantity\n1,Rice,1\n2,Rice,2\n3,Gold,1\n4,Gold,2\n5,Rice,1\n",
      "prices.csv": Desk.prices("Rice,food,lb,1.07,USD,ONS,2026", "\(Desk.longName),food,l,2.50,USD,ONS,2026"),
      "Templates/invoice/template.yaml": Desk.labels,
    ])
    let told = Desk.tooLong.replacing(" mm\n", with: " mm, first on DRAFT 3\n")
    let before = desk.listing
    for arguments in [[], ["--split"], ["--split", "--jobs", "1"], ["--split", "--jobs", "5", "--output", "a/b"]] {
      let run = try desk.type(["invoice", "order.csv"] + arguments + Desk.day)
      #expect(run.status == 65)
      #expect(run.output.isEmpty)
      #expect(run.errors == "Templates/invoice/\(told)")
      #expect(desk.listing == before)
    }
  }

  /// Starts a batch and sends it a signal as soon as its first hidden file is there.
  private func interrupt(_ desk: Desk, with signal: Int32, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Desk.program)
    process.arguments = ["invoice", "long.csv", "--draft", "--output", "papers", "--quiet"] + arguments + Desk.day
    process.currentDirectoryURL = URL(fileURLWithPath: desk.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(Desk.environment) { $1 }
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 30)
    while process.isRunning, Date() < deadline, !desk.listing.contains(where: { $0.hasSuffix(".part") }) {
      usleep(2000)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process
  }

  @Test(arguments: [[], ["--split"]])
  func aKillAtAnyMomentLeavesNoPaperHalfWritten(arguments: [String]) throws {
    let desk = try Desk(["long.csv": Desk.batch(2000)])
    let process = try interrupt(desk, with: SIGKILL, arguments)
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(!desk.listing.contains { $0.hasSuffix(".pdf") })
    // What is left is hidden, and in nobody's way.
    try desk.scratch.write(Desk.batch(3), to: "office/long.csv")
    #expect(try desk.draft("long.csv", "--output", "papers").status == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptionClearsEverythingAway(signal: Int32) throws {
    let desk = try Desk(["long.csv": Desk.batch(2000)])
    let before = desk.listing
    let process = try interrupt(desk, with: signal, ["--split"])
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(desk.listing == before)
  }
}
