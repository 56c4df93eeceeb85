import Foundation
import Layout
import OfficeFixtures
import Synchronization
import TestTools
import Testing

@testable import BillingOffice
@testable import Drawing
@testable import Papers

/// Whatever a template hides, the void shows: a page comes out on which other eyes than the program's can read it, or none does.
///
/// `TEST_HIDING=20000` asks for so many papers, `TEST_HIDING_FIRST=7` for those from that seed on; `TEST_HIDING_KEEP=folder` keeps
/// what could not be read there.
@Suite struct HidingTemplatesTests {
  /// What was counted.
  private struct Count {
    /// What was said, how often, and of which paper first.
    var refused: [String: (count: Int, seed: Int)] = [:]
    var cameOut = 0
    var unread: [String] = []
    var least: [(seed: Int, VoidReader.Reading)] = []
  }

  private static let environment = ProcessInfo.processInfo.environment
  /// How many papers an office makes before the next one opens.
  private static let turn = 25

  @Test(.slow) func whateverATemplateHidesTheVoidShows() throws {
    let count = Self.environment["TEST_HIDING"].flatMap { Int($0) } ?? 200
    let first = Self.environment["TEST_HIDING_FIRST"].flatMap { Int($0) } ?? 1
    let counted = Mutex(Count())
    let begun = Date()
    let turns = (count + Self.turn - 1) / Self.turn
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(2, ProcessInfo.processInfo.activeProcessorCount)) { _ in
      while true {
        let turn = next.withLock { next in
          next += 1
          return next - 1
        }
        if turn >= turns { return }
        do {
          let office = try HidingOffice()
          for seed in first + turn * Self.turn..<first + min(count, (turn + 1) * Self.turn) {
            try Self.make(HidingCase(seed: seed), in: office, counted)
          }
        } catch { Issue.record("papers \(turn * Self.turn)…: \(error)") }
      }
    }
    let all = counted.withLock { $0 }
    let refused = all.refused.values.reduce(0) { $0 + $1.count }
    let seconds = Date().timeIntervalSince(begun)
    print(
      "\(count) papers in \(Int(seconds)) s: \(refused) refused, \(all.cameOut) came out, \(all.unread.count) unread")
    if Self.environment["TEST_HIDING"] != nil {
      for (reason, found) in all.refused.sorted(by: { $0.value.count > $1.value.count }).prefix(60) {
        print("\(found.count) × \(reason) (seed \(found.seed))")
      }
      for (seed, reading) in all.least { print("closest: seed \(seed): \(reading)") }
    }
    #expect(all.unread.isEmpty, "\(all.unread.joined(separator: "\n"))")
    // Where nearly all are refused, or nearly none, the test says nothing.
    if count >= 100 { #expect(5 * refused >= count && 5 * all.cameOut >= count) }
  }

  /// Papers that once came out with a letter that other eyes did not find.
  @Test(.slow, arguments: [300_681, 308_280, 310_270, 311_555])
  func whatOnceWasNotReadIsReadOrRefused(seed: Int) throws {
    let counted = Mutex(Count())
    try Self.make(HidingCase(seed: seed), in: try HidingOffice(), counted)
    let unread = counted.withLock { $0.unread }
    #expect(unread.isEmpty, "\(unread.joined(separator: "\n"))")
  }

  private static func make(_ hiding: HidingCase, in office: HidingOffice, _ counted: borrowing Mutex<Count>) throws {
    let outcome: HidingOffice.Outcome
    do { outcome = try office.make(hiding) } catch {
      Issue.record("\(hiding): \(error)")
      return
    }
    switch outcome {
    case .refused(let reasons):
      // On which paper it is does not matter here.
      let reason = reasons.first.map { String($0.prefix(45)) } ?? "nothing was said"
      counted.withLock { $0.refused[reason, default: (0, hiding.seed)].count += 1 }
    case .cameOut(let readings):
      let unread = readings.filter { !$0.canRead }
      counted.withLock { count in
        count.cameOut += 1
        if !unread.isEmpty { count.unread.append("\(hiding): \(unread)") }
        count.least += readings.map { (hiding.seed, $0) }
        count.least =
          Array(count.least.sorted { $0.1.stands < $1.1.stands }.prefix(6))
          + Array(count.least.sorted { $0.1.likeness < $1.1.likeness }.prefix(6))
      }
      if !unread.isEmpty { try keep(hiding, office) }
    }
  }

  /// Whether somebody wants to look at what could not be read.
  static let keepsAll = environment["TEST_HIDING_KEEP"] != nil

  private static func keep(_ hiding: HidingCase, _ office: HidingOffice) throws {
    guard let folder = environment["TEST_HIDING_KEEP"] else { return }
    let own = "\(folder)/\(hiding.seed)"
    try? FileManager.default.removeItem(atPath: own)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: office.folder, toPath: own)
    try hiding.description.write(toFile: "\(own)/paper.txt", atomically: true, encoding: .utf8)
    try hiding.template.write(toFile: "\(own)/template.yaml", atomically: true, encoding: .utf8)
    for (name, data) in hiding.art {
      try data.write(to: URL(fileURLWithPath: "\(own)/\(name.replacing("/", with: "-"))"))
    }
  }
}
