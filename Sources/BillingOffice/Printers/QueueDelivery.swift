import Bookkeeping
import Foundation
import Layout
import Templating

/// What came of sending papers to a printer.
struct DeliveryReport {
  /// How many of the documents, from the first, the printer has taken for sure.
  var taken: Int
  /// Why it did not take the others; nil where it took them all.
  var fault: PrinterFault?
  /// What keeps the jobs waiting in their queue; each once.
  var waiting: [String] = []
}

/// Hands finished files to a queue of CUPS.
struct QueueDelivery {
  /// The queue.
  let queue: PrintQueue
  /// What is in the printer, where that is not the pages' own size.
  let sheet: Size?

  /// Sends files, one after the other.
  ///
  /// - Parameters:
  ///   - papers: the files.
  ///   - title: what a job is called.
  /// - Returns: what came of it.
  func send(_ papers: PrintedPapers, title: String) -> DeliveryReport {
    var report = DeliveryReport(taken: 0)
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
