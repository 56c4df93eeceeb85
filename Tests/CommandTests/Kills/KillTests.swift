import Foundation
import Synchronization
import TestTools
import Testing

/// Four desks print from one ledger and are killed hundreds of times, in the middle of committing, writing and renaming (ten thousand times by scripts/soak): what was
/// told stays true.
@Suite(.slow) struct KillTests {
  private static let phases = ["commit", "write", "rename"]
  private static let kills = 300
  private static let workers = 4

  /// What the workers saw.
  private struct Seen {
    var told: [String] = []
    var faults: [String] = []
  }

  @Test func hundredsOfKillsLoseNothingThatWasTold() throws {
    let shell = try Shell(["two.csv": "invoice,item,quantity\n1,Rice,1\n2,Rice,2\n"])
    let library = shell.scratch.path("killer.so")
    let compiled = try Tool.clang.run([
      "-shared", "-fPIC", "-O1", "-o", library, Repository.path("Tests/CommandTests/Kills/killer.c"), "-ldl",
    ])
    try #require(compiled.status == 0, "\(compiled.errors)")
    let log = shell.scratch.path("kills.log")
    let folder = URL(fileURLWithPath: shell.path(""))
    @Sendable func give(_ kill: [String: String]) throws -> Run {
      let surroundings = ["LD_PRELOAD": library, "KILL_LOG": log].merging(kill) { $1 }
      return try Run(
        Program.path, ["invoice", "two.csv", "--split", "--quiet", "--again", "--jobs", "1"] + Shell.day,
        in: folder, environment: Shell.environment.merging(surroundings) { $1 })
    }

    // How often each phase calls the system, so that the kills can be spread over all of them.
    let first = try shell.invoice("two.csv", "--split", "--quiet")
    let counting = try give([:])
    try #require(counting.status == 0, "\(counting.errors)")
    let counts = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").last?.split(separator: " ")
      .compactMap { Int($0) }
    let calls = try #require(counts)
    try #require(calls.count == 3 && calls.allSatisfy { $0 > 1 }, "\(calls)")
    try FileManager.default.removeItem(atPath: log)

    let seen = Mutex(Seen(told: Shell.numbers(first) + Shell.numbers(counting)))
    DispatchQueue.concurrentPerform(iterations: Self.workers) { worker in
      var random = SplitMix64(seed: worker)
      for turn in 0..<Self.kills / Self.workers {
        let phase = (turn + worker) % 3
        var kill = ["KILL_PHASE": Self.phases[phase], "KILL_AT": "\(random.number(1...calls[phase]))"]
        if random.once(in: 2) { kill["KILL_BEHIND"] = "1" }
        do {
          let run = try give(kill)
          seen.withLock { seen in
            seen.told += Shell.numbers(run)
            // Killed, or through before its turn came: nothing else may go wrong.
            if run.status != SIGKILL && run.status != 0 { seen.faults.append("\(run.status) \(run.errors)") }
          }
        } catch { seen.withLock { $0.faults.append("\(error)") } }
      }
    }

    let (told, faults) = seen.withLock { ($0.told, $0.faults) }
    #expect(faults.isEmpty, "\(faults.count): \(faults.first ?? "")")
    let killed = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(killed.count > Self.kills * 9 / 10, "\(killed.count) kills")
    for phase in Self.phases {
      let share = killed.count { $0 == phase }
      #expect(share >= Self.kills / 12, "\(share) kills in \(phase)")
    }

    // What was told is in the ledger, no number twice, and the ledger is sound.
    let verified = try shell.type(["ledger", "verify"])
    #expect(verified.status == 0, "\(verified.errors)")
    let listed = try shell.type(["ledger", "list", "--limit", "100000"]).output.split(separator: "\n")
    let recorded = Shell.numbers(listed.map { $0.prefix { $0 != " " } }.joined(separator: "\n"))
    #expect(Set(recorded).count == recorded.count && recorded.count > 100)
    #expect(Set(told).count == told.count)
    #expect(Set(told).subtracting(recorded).isEmpty)
    // Numbers go up by one: none was lost.
    #expect(recorded.compactMap { Int($0.suffix(6)) }.sorted() == Array(1...recorded.count))
    // Every paper under its final name is whole, and in the ledger; every paper that was told is there.
    let papers = shell.listing.filter { $0.hasPrefix("office/output/") && $0.hasSuffix(".pdf") && !$0.contains("/.") }
    for paper in papers {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: shell.scratch.path(paper)))
      #expect(bytes.starts(with: Data("%PDF".utf8)) && bytes.suffix(6) == Data("%%EOF\n".utf8), "\(paper)")
    }
    let printed = Set(Shell.numbers(papers.joined(separator: "\n")))
    #expect(printed.subtracting(recorded).isEmpty && Set(told).subtracting(printed).isEmpty)
    // What is missing is made, once and unmarked, and nothing is missing then.
    try #require(!Set(recorded).subtracting(printed).isEmpty)
    let made = try shell.type(["reprint", "--unprinted"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(Set(Shell.numbers(made)).isSuperset(of: Set(recorded).subtracting(printed)))
    let all = Set(Shell.numbers(shell.listing.joined(separator: "\n")))
    #expect(all == Set(recorded))
    #expect(try shell.type(["reprint", "--unprinted"]).errors == "Nothing is missing: every gift has its paper.\n")
  }
}
