import Bookkeeping
import Drawing
import Foundation
import Layout
package import Papers
import Synchronization

/// Makes a batch: workers share out its papers, and all documents are finished together.
struct PaperRun: Sendable {
  let design: PaperDesign
  let batch: Batch
  let plan: OutputPlan
  /// The papers' numbers, after which files are called.
  let numbers: Numbering
  let destination: any Destination
  /// The day of issue, which documents give as that of their making.
  let issued: CalendarDay
  /// Composers for its workers.
  let tools: ComposerTools
  /// Whether files that are there already may be overwritten.
  var overwriting = Overwriting.nothing
  /// How many workers make papers at the same time.
  var workers = 1
  /// The version in which PDFs are written.
  var version = PDFVersion.pdf17
  /// Whether the papers have a structure that can be read aloud.
  var isTagged = false
  /// What makes good how a printer is off.
  var correction = PrintCorrection.none
  /// Who follows the papers' way to a printer.
  var delivery = Delivery()
  /// Asked before every paper; when it says yes, nothing is printed.
  var isCancelled: @Sendable () -> Bool = { false }

  /// Makes the papers.
  ///
  /// - Parameter progress: told how many of how many papers are done.
  /// - Returns: the documents, in the order of the papers and their pages, and what does not fit on them and is outlined.
  /// - Throws: ``Diagnostics``; then nothing is left behind.
  func make(_ progress: @escaping @Sendable (Int, Int) -> Void) throws(Diagnostics) -> PrintedPapers {
    try destination.open()
    let state = Mutex(State())
    let total = batch.count
    let tasks = Task.all(of: plan, in: batch.parts, isForPrinter: destination.isPrinter)
    let count = destination.takesOneAtATime ? 1 : max(1, min(workers, tasks.count))
    let shelf = PaperShelf(batch, tasks)
    let documents = OpenDocuments()
    let next = Atomic(0)
    @Sendable func work() throws(Diagnostics) {
      let composer = try tools.take()
      defer { tools.giveBack(composer) }
      let writer = FileWriter(self, on: composer, shelf, documents) {
        let done = state.withLock { state in
          state.done += 1
          return state.done
        }
        progress(done, total)
      }
      // Each worker has fonts of its own, and none waits for another: who is done with a task takes the next.
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < tasks.count, state.withLock({ $0.faults.isEmpty }), !destination.hasFailed else { break }
        if destination.isPrinter { delivery.begin(papers(of: tasks[index])) }
        let known = composer.outlined.count
        let written = try writer.write(tasks[index])
        let outlined = Array(composer.outlined[known...])
        state.withLock {
          for (file, documents) in written { $0.written[file] = documents }
          if !outlined.isEmpty { $0.outlined[index] = outlined }
        }
        if destination.isPrinter { delivery.cameOut(numbers.all.prefix(destination.taken)) }
      }
      state.withLock { $0.legibility.add(composer.signLegibility) }
    }
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      do throws(Diagnostics) { try work() } catch { state.withLock { $0.faults += error.all } }
    }
    documents.abandon()
    let faults = state.withLock { $0.faults }
    guard faults.isEmpty else {
      destination.discard()
      // The workers stopped at the first fault; going through the rest tells of all, in the order of the papers.
      let isData = faults.allSatisfy { $0.kind == .data }
      let all = isData ? try tools.lend { PaperRun.tryOut(batch, on: $0, as: plan.format) } : []
      // Several workers are interrupted at once; that is one thing to tell.
      throw Diagnostics(all.isEmpty ? Self.once(faults) : all)
    }
    do { try destination.finish() } catch {
      destination.discard()
      throw error
    }
    return state.withLock { state in
      let files = plan.files.indices.flatMap { state.written[$0] ?? [] }
      let outlined = state.outlined.sorted { $0.key < $1.key }.flatMap(\.value)
      return PrintedPapers(
        paths: files.map(\.path), numbers: numbers.all, legibility: state.legibility, pageSizes: files.map(\.size),
        warnings: Self.once(outlined))
    }
  }

  private static func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private struct State {
    var done = 0
    /// By file.
    var written: [Int: [FileWriter.Written]] = [:]
    var faults: [Diagnostic] = []
    /// By task: each worker tells of a thing once, at the first of its tasks in which it met it.
    var outlined: [Int: [Diagnostic]] = [:]
    var legibility = SignLegibility()
  }

  /// The numbers of the papers of a task; none for drafts.
  private func papers(of task: Task) -> ArraySlice<PaperNumber> {
    let all = numbers.all
    return all.isEmpty ? [] : all[task.papers]
  }

  /// A paper's pages as a writer is given them, judged as they come out.
  ///
  /// - Throws: ``Diagnostics`` when something does not fit, cannot be printed, or hides what makes it void.
  static func finished(_ paper: any Printable, on composer: PageComposer, as format: PaperFormat) throws(Diagnostics)
    -> [Frame]
  {
    let pages = try paper.pages(composer)
    guard format == .share || paper.isImposed else { return pages }
    let finished = format == .share ? pages.map(ShareCard.card) : pages
    let output = format == .share ? PageOutput.pixels(dpi: ShareCard.dpi) : nil
    for page in finished { try composer.judge(page, as: output) }
    return finished
  }

  /// Tries papers out: lays them out and judges them without writing anything.
  ///
  /// - Parameters:
  ///   - batch: the papers.
  ///   - composer: what lays them out.
  ///   - format: what they are to be written as.
  ///   - isSkipped: tells of a paper that it is left out.
  ///   - step: told before every paper which one it is, from 0; where it throws, nothing more is looked at.
  /// - Returns: what is wrong, each thing once, with the first of several papers on which it is.
  static func tryOut(
    _ batch: Batch, on composer: PageComposer, as format: PaperFormat = .pdf,
    leavingOut isSkipped: (any Printable) -> Bool = { _ in false },
    step: (Int) throws(Diagnostics) -> Void = { _ throws(Diagnostics) in }
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var done = 0
    var told: Set<Diagnostic> = []
    do throws(Diagnostics) {
      for part in batch.parts.indices {
        for paper in try batch.papers(ofPart: part) where !isSkipped(paper) {
          try step(done)
          done += 1
          do throws(Diagnostics) {
            _ = try finished(paper, on: composer, as: format)
          } catch {
            for var fault in error.all where told.insert(fault).inserted {
              if batch.count > 1 { fault.context = .firstOn(paper.name(composer.design.wording)) }
              faults.append(fault)
            }
          }
        }
      }
    } catch { faults += error.all }
    return faults
  }
}

/// What was printed.
package struct PrintedPapers: Sendable {
  /// The files, in the order of the papers; none where a printer took them.
  package var paths: [String] = []
  /// The papers' numbers and seals, in their order; none for drafts.
  package var numbers: [PaperNumber] = []
  /// How well signs can be read; of nothing where there are none.
  package var legibility = SignLegibility()
  /// The size of the last page in each file, in points; in the order of the files.
  var pageSizes: [Size] = []
  /// What is worth a look.
  package var warnings: [Diagnostic] = []
}
