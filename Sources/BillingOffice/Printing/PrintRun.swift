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
}

/// Prints a batch: every file is written aside by a worker, and all take their names at the end.
struct PrintRun {
  let studio: Studio
  let batch: Batch
  let plan: OutputPlan
  let force: Bool
  let workers: Int

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
        let press = try Press(studio)
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
      throw Diagnostics(faults)
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
    do { writer = try PDFWriter(path: aside, metadata: metadata(of: file), measurer: press.measurer) } catch {
      throw Diagnostics([.of(error)])
    }
    do {
      for index in file.invoices {
        // Pango, Cairo and Foundation leave temporary objects behind; a batch must not pile them up.
        let pages = try press.pages(of: batch.invoices[index], number: batch.numbers[index], issued: batch.issued)
        for (page, frame) in pages.enumerated() {
          try writer.add(page: frame, outline: page == 0 ? name(of: index) : nil)
        }
        step()
      }
      try writer.finish()
    } catch {
      writer.abandon()
      throw Diagnostics([
        (error as? DrawingError).map { .of($0) } ?? (error as? Diagnostic) ?? Diagnostic(message: "\(error)")
      ])
    }
  }

  private func name(of index: Int) -> String {
    batch.numbers[index]?.description ?? batch.invoices[index].key.map { "\(studio.wording.draft) \($0)" }
      ?? studio.wording.draft
  }

  private func metadata(of file: OutputPlan.File) -> DocumentMetadata {
    let first = name(of: file.invoices.lowerBound)
    let last = name(of: file.invoices.upperBound - 1)
    let numbers = file.invoices.count == 1 ? first : "\(first) – \(last)"
    return DocumentMetadata(
      title: "Mock invoice \(numbers) · \(batch.title)", author: "\(studio.wording.issuedBy) \(batch.title)",
      subject: studio.wording.stamp, language: studio.settings.locale, created: "\(batch.issued)T00:00:00Z")
  }

  /// Lays out a batch without writing anything.
  ///
  /// - Returns: what is wrong, each thing once.
  static func rehearse(_ studio: Studio, _ batch: Batch) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    do {
      let press = try Press(studio)
      for index in batch.invoices.indices {
        do {
          _ = try press.pages(of: batch.invoices[index], number: batch.numbers[index], issued: batch.issued)
        } catch  where !faults.contains(error) {
          faults.append(error)
        } catch {}
      }
    } catch {
      faults += error.all
    }
    return faults
  }
}
