import Bookkeeping
import Drawing
import Foundation
import Layout
import Synchronization

/// The invoices that are printed in one go.
struct Batch: Sendable {
  var invoices: [Invoice]
  var numbers: Numbering
  var issued: CalendarDay
  /// What stands behind the number in a document's title: the office's name.
  var title: String

  /// What a paper is called in lists of contents and in messages.
  func name(of index: Int, _ wording: VoidWording) -> String {
    numbers[index]?.description ?? invoices[index].key.map { "\(wording.draft) \($0)" } ?? wording.draft
  }
}

/// Prints a batch: every file is written aside by a worker, and all take their names at the end.
struct PrintRun {
  let studio: Studio
  let batch: Batch
  let plan: OutputPlan
  let force: Bool
  let workers: Int
  /// Whether the papers have a structure that can be read aloud.
  let isTagged: Bool
  /// Asked before every invoice; when it says yes, nothing is printed.
  var isCancelled: @Sendable () -> Bool = { false }

  /// Prints.
  ///
  /// - Parameter progress: told how many of how many invoices are done.
  /// - Returns: the files' paths.
  /// - Throws: ``Diagnostics``; then nothing is left behind.
  func print(_ progress: @escaping @Sendable (Int, Int) -> Void) throws(Diagnostics) -> [String] {
    let files: AsideFiles
    do { files = try AsideFiles(plan.files.map(\.path)) } catch { throw Diagnostics([error]) }
    let state = Mutex(State())
    let total = batch.invoices.count
    let count = max(1, min(workers, plan.files.count))
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      do {
        let press = try Press(studio, hasRoles: isTagged)
        // Worker k makes the files k, k + n, k + 2n …: each worker has fonts of its own, and none waits for another.
        for index in stride(from: worker, to: plan.files.count, by: count) {
          if state.withLock({ !$0.faults.isEmpty }) { return }
          try write(plan.files[index], to: files.aside(index), press) {
            let done = state.withLock { state in
              state.done += 1
              return state.done
            }
            progress(done, total)
          }
        }
      } catch {
        let faults = (error as? Diagnostics)?.all ?? [Diagnostic(message: "\(error)")]
        state.withLock { $0.faults += faults }
      }
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
    do { try files.publish(force: force) } catch { throw Diagnostics([error]) }
    return plan.files.map(\.path)
  }

  private struct State {
    var done = 0
    var faults: [Diagnostic] = []
  }

  private func write(_ file: OutputPlan.File, to aside: String, _ press: Press, _ step: () -> Void) throws {
    let writer: PDFWriter
    do {
      writer = try PDFWriter(
        path: aside, metadata: metadata(of: file), measurer: press.measurer, isTagged: isTagged)
    } catch {
      throw Diagnostics([fault(of: error, in: file)])
    }
    do {
      for index in file.invoices {
        if isCancelled() { throw Diagnostic(.error, .interrupted, message: "interrupted; nothing was written") }
        let pages = try press.pages(of: batch.invoices[index], number: batch.numbers[index], issued: batch.issued)
        for (page, frame) in pages.enumerated() {
          try writer.add(page: frame, outline: page == 0 ? batch.name(of: index, studio.wording) : nil)
        }
        step()
      }
      try writer.finish()
    } catch {
      writer.abandon()
      throw Diagnostics([
        (error as? DrawingError).map { fault(of: $0, in: file) } ?? (error as? Diagnostic)
          ?? Diagnostic(message: "\(error)")
      ])
    }
  }

  /// Nobody knows the file's name while it is written aside, so its final one is told.
  private func fault(of error: DrawingError, in file: OutputPlan.File) -> Diagnostic {
    switch error {
    case .cannotWrite(_, let reason): .of(.cannotWrite(path: file.path, reason: reason))
    // Cairo's words for a disk that is full.
    case .cannotDraw("error while writing to output stream"):
      .of(.cannotWrite(path: file.path, reason: "the disk takes no more"))
    default: .of(error)
    }
  }

  private func metadata(of file: OutputPlan.File) -> DocumentMetadata {
    let first = batch.name(of: file.invoices.lowerBound, studio.wording)
    let last = batch.name(of: file.invoices.upperBound - 1, studio.wording)
    let numbers = file.invoices.count == 1 ? first : "\(first) – \(last)"
    return DocumentMetadata(
      title: "Mock invoice \(numbers) · \(batch.title)", author: "\(studio.wording.issuedBy) \(batch.title)",
      subject: studio.wording.stamp, language: studio.settings.locale, created: "\(batch.issued)T00:00:00Z")
  }

  /// Lays out a batch without writing anything.
  ///
  /// - Returns: what is wrong, each thing once, with the first of several papers on which it is.
  static func rehearse(_ studio: Studio, _ batch: Batch) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var told: Set<Diagnostic> = []
    do {
      let press = try Press(studio)
      for index in batch.invoices.indices {
        do {
          _ = try press.pages(of: batch.invoices[index], number: batch.numbers[index], issued: batch.issued)
        } catch {
          guard told.insert(error).inserted else { continue }
          var fault = error
          if batch.invoices.count > 1 { fault.message += ", first on \(batch.name(of: index, studio.wording))" }
          faults.append(fault)
        }
      }
    } catch {
      faults += error.all
    }
    return faults
  }
}
