import Foundation
import Synchronization

/// Tells how far a long batch is: a bar where somebody watches a terminal, a line for each tenth where not. Batches that are
/// done at once say nothing.
final class ProgressReport: Sendable {
  private static let leastCount = 50
  private static let width = 30

  /// What is counted, in the plural.
  private let things: String
  private let isWatched = Terminal.isWatched
  private let last = Mutex(-1)

  /// Counts things, such as invoices.
  init(of things: String) { self.things = things }

  /// Tells that so many are done.
  func report(_ done: Int, of total: Int) {
    guard total >= ProgressReport.leastCount else { return }
    let steps = isWatched ? 100 : 10
    let step = done * steps / total
    last.withLock { last in
      guard step > last else { return }
      last = step
      if isWatched {
        let filled = done * ProgressReport.width / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: ProgressReport.width - filled)
        Terminal.rewrite("\(bar) \(done) of \(total)")
      } else if step > 0 {
        Terminal.note("\(done) of \(total) \(things)")
      }
    }
  }

  /// Takes the bar away; a second time nothing happens.
  func finish() {
    last.withLock { last in
      if isWatched, last >= 0 { Terminal.rewrite("") }
      last = -1
    }
  }
}
