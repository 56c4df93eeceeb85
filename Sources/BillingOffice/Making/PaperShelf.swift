import Papers
import Synchronization

/// The parts of a batch while they are made: each is read once, by the first worker that asks for it, and let go when the last of its
/// tasks is done.
final class PaperShelf: Sendable {
  /// Papers by their places in the batch.
  struct Part: Sendable {
    fileprivate let all: [any Printable]
    fileprivate let start: Int

    subscript(range: Range<Int>) -> ArraySlice<any Printable> {
      all[range.lowerBound - start..<range.upperBound - start]
    }
  }

  private struct State {
    var part: Part?
    /// How many tasks are still to be done with it.
    var left: Int
  }

  private final class Slot: Sendable {
    let state: Mutex<State>
    init(left: Int) { state = Mutex(State(left: left)) }
  }

  private let batch: Batch
  private let slots: [Slot]

  /// - Parameters:
  ///   - batch: the papers.
  ///   - tasks: what is made of them.
  init(_ batch: Batch, _ tasks: [PaperRun.Task]) {
    self.batch = batch
    var counts = Array(repeating: 0, count: batch.parts.count)
    for task in tasks { counts[task.part] += 1 }
    slots = counts.map(Slot.init)
  }

  /// Does a task with the part that has its papers.
  ///
  /// - Throws: ``Diagnostics`` when they cannot be read, and what the task throws.
  func with<Result>(_ task: PaperRun.Task, _ body: (Part) throws(Diagnostics) -> Result) throws(Diagnostics) -> Result {
    let slot = slots[task.part]
    let part = try slot.state.withLock { (state) throws(Diagnostics) -> Part in
      if let part = state.part { return part }
      let part = Part(all: try batch.papers(ofPart: task.part), start: batch.parts[task.part].lowerBound)
      state.part = part
      return part
    }
    defer {
      slot.state.withLock { state in
        state.left -= 1
        if state.left == 0 { state.part = nil }
      }
    }
    return try body(part)
  }
}
