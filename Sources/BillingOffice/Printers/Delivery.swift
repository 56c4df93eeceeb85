import Bookkeeping
import Foundation
import Layout
import Templating

/// Sends finished files to a printer.
struct Delivery {
  /// The printer.
  let printer: Printer
  /// What a printer with sheets has in it.
  let sheet: Size?

  /// What came of it.
  struct Report {
    /// How many of the files, from the first, the printer has taken for sure.
    var taken: Int
    /// Why it did not take the others; nil where it took them all.
    var fault: PrinterFault?
    /// What keeps the jobs waiting in their queue; each once.
    var waiting: [String] = []
  }

  /// Sends files, one after the other.
  ///
  /// - Parameters:
  ///   - papers: the files.
  ///   - title: what a job is called.
  /// - Returns: what came of it.
  func send(_ papers: PrintedPapers, title: String) -> Report {
    switch printer.way {
    case .receipts(let target): send(papers.paths, to: PrinterConnection(target))
    case .queue(let name): send(papers, to: PrintQueue(name: name), title: title)
    }
  }

  /// All in one connection, since many printers take one at a time and let go of it slowly.
  private func send(_ paths: [String], to connection: PrinterConnection) -> Report {
    let files = paths.map { FileManager.default.contents(atPath: $0) ?? Data() }
    do {
      try connection.send(files.flatMap { [UInt8]($0) })
      return Report(taken: files.count)
    } catch {
      // What came to its end before the printer stopped taking.
      var (end, taken) = (0, 0)
      for file in files {
        end += file.count
        if end > error.taken { break }
        taken += 1
      }
      return Report(taken: taken, fault: error)
    }
  }

  private func send(_ papers: PrintedPapers, to queue: PrintQueue, title: String) -> Report {
    var report = Report(taken: 0)
    do throws(PrinterFault) {
      try queue.check()
      for (index, path) in papers.paths.enumerated() {
        let size = sheet ?? papers.pageSizes[index]
        let job = try queue.submit(path, title: title, media: Self.media(size))
        if case .waiting(let reason) = try queue.watch(job) {
          let words = reason ?? "other jobs are before it"
          if !report.waiting.contains(words) { report.waiting.append(words) }
        }
        report.taken += 1
      }
    } catch { report.fault = error }
    return report
  }

  /// A size as CUPS names it.
  static func media(_ size: Size) -> String {
    let known = Paper.all.first {
      abs($0.size.width - min(size.width, size.height)) < 1 && abs($0.size.height - max(size.width, size.height)) < 1
    }
    if let known { return known.name }
    func millimetres(_ points: Double) -> String {
      let tenths = (points / Length.millimetre * 10).rounded() / 10
      return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }
    return "Custom.\(millimetres(size.width))x\(millimetres(size.height))mm"
  }
}
