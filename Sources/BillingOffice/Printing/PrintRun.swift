import Bookkeeping
import Drawing
import Foundation
import Layout
import Synchronization

/// Prints a batch: every file is written aside by a worker, and all take their names at the end.
struct PrintRun {
  let studio: Studio
  let batch: Batch
  let plan: OutputPlan
  /// The day of issue, which documents give as that of their making.
  let issued: CalendarDay
  let force: Bool
  let workers: Int
  /// Whether the papers have a structure that can be read aloud.
  var isTagged = false
  /// Whether what does not fit is outlined rather than refused.
  var showsOverflow = false
  /// Whether the papers have been printed before.
  var isReprint = false
  /// The way to the printer that they are for; nil for files that stay.
  var bench: PrintingBench?
  /// Asked before every invoice; when it says yes, nothing is printed.
  var isCancelled: @Sendable () -> Bool = { false }

  /// Prints.
  ///
  /// - Parameters:
  ///   - press: one that has seen these papers before, for a worker who is alone; nil for new ones.
  ///   - progress: told how many of how many invoices are done.
  /// - Returns: the files, in the order of the invoices and their pages, and what does not fit on them and is outlined.
  /// - Throws: ``Diagnostics``; then nothing is left behind.
  func print(on press: Press? = nil, _ progress: @escaping @Sendable (Int, Int) -> Void) throws(Diagnostics)
    -> PrintedPapers
  {
    let files: AsideFiles
    files = try AsideFiles(folder: plan.folder, isFleeting: bench != nil)
    let state = Mutex(State())
    let total = batch.count
    let tasks = tasks
    // One line takes one paper after the other.
    let count = bench?.line == nil ? max(1, min(workers, tasks.count)) : 1
    @Sendable func work(_ worker: Int, on press: Press?) {
      do {
        let desk = try WritingDesk(self, files, on: press) {
          let done = state.withLock { state in
            state.done += 1
            return state.done
          }
          progress(done, total)
        }
        // Worker k does the tasks k, k + n, k + 2n …: each worker has fonts of its own, and none waits for another.
        for index in stride(from: worker, to: tasks.count, by: count) {
          if state.withLock({ !$0.faults.isEmpty }) || bench?.line?.isBroken == true { return }
          let written = try desk.write(tasks[index])
          state.withLock { $0.files[index] = written }
        }
        state.withLock {
          $0.outlined += desk.outlined
          $0.hardest = Legibility.harder($0.hardest, desk.hardest)
        }
      } catch {
        state.withLock { $0.faults += error.all }
      }
    }
    if count == 1 {
      work(0, on: press)
    } else {
      DispatchQueue.concurrentPerform(iterations: count) { work($0, on: nil) }
    }
    let faults = state.withLock { $0.faults }
    guard faults.isEmpty else {
      files.discard()
      // The workers stopped at the first fault; going through the rest tells of all, in the order of the invoices.
      let isData = faults.allSatisfy { $0.kind == .data }
      let all = isData ? PrintRun.rehearse(studio, batch) : []
      // Several workers are interrupted at once; that is one thing to tell.
      let told = faults.reduce(into: [Diagnostic]()) { if !$0.contains($1) { $0.append($1) } }
      throw Diagnostics(all.isEmpty ? told : all)
    }
    try files.publish(force: force)
    return state.withLock { state in
      let files = tasks.indices.flatMap { state.files[$0] ?? [] }
      return PrintedPapers(
        paths: files.map(\.path), legibility: state.hardest, pageSizes: files.map(\.size), warnings: state.outlined)
    }
  }

  /// What makes good how the printer is off.
  var correction: PrintCorrection { bench?.printer.correction ?? .none }

  /// Some of the files, whose invoices are all of one piece of the batch.
  struct Task {
    var part: Int
    var files: ArraySlice<OutputPlan.File>
  }

  private struct State {
    var done = 0
    var files: [Int: [WritingDesk.Written]] = [:]
    var faults: [Diagnostic] = []
    var outlined: [Diagnostic] = []
    var hardest: Legibility?
  }

  /// What workers share out: the pieces of a batch, so that each is read once, or the files of the only piece.
  private var tasks: [Task] {
    if batch.parts.count == 1 { return plan.files.indices.map { Task(part: 0, files: plan.files[$0...$0]) } }
    var start = plan.files.startIndex
    return batch.parts.enumerated().map { part, invoices in
      let end = plan.files[start...].firstIndex { $0.invoices.lowerBound >= invoices.upperBound } ?? plan.files.endIndex
      defer { start = end }
      return Task(part: part, files: plan.files[start..<end])
    }
  }

  /// Lays out a batch without writing anything.
  ///
  /// - Parameters:
  ///   - studio: how it is to look.
  ///   - batch: the invoices.
  ///   - press: what lays it out; nil for a new one.
  ///   - isSkipped: tells of a paper that it is left out.
  ///   - step: told before every invoice which one it is, from 0; where it throws, nothing more is looked at.
  /// - Returns: what is wrong, each thing once, with the first of several papers on which it is.
  static func rehearse(
    _ studio: Studio, _ batch: Batch, on press: Press? = nil,
    leavingOut isSkipped: (any Printable) -> Bool = { _ in false },
    step: (Int) throws(Diagnostics) -> Void = { _ throws(Diagnostics) in }
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var done = 0
    var told: Set<Diagnostic> = []
    do {
      let press = if let press { press } else { try Press(studio) }
      for part in batch.parts.indices {
        for paper in try batch.papers(ofPart: part) where !isSkipped(paper) {
          try step(done)
          done += 1
          do {
            _ = try paper.pages(press)
          } catch {
            for var fault in error.all where told.insert(fault).inserted {
              if batch.count > 1 { fault.message += ", first on \(paper.name(studio.wording))" }
              faults.append(fault)
            }
          }
        }
      }
    } catch {
      faults += error.all
    }
    return faults
  }
}
