/// The way to a queue of CUPS, which takes finished files.
package struct QueueDelivery: Sendable {
  private let queue: PrintQueue

  /// Names the queue; nothing is asked of it before there is something to send.
  package init(to queue: String) { self.queue = PrintQueue(name: queue) }

  /// Why nothing can be sent to any queue: the program that does so is not installed. Whether there is the queue, and whether it
  /// prints, is found out by sending.
  package static var obstacle: PrinterFault? {
    let found = try? ClientProgram.run("sh", ["-c", "command -v lp"])
    return found?.status == 0 ? nil : .noClient
  }

  /// Sends files, one after the other, and watches each for a moment.
  ///
  /// - Parameters:
  ///   - documents: PDFs, each with the paper that it is printed on, as CUPS names it: `A4`, or `Custom.80x200mm`.
  ///   - title: what a job is called.
  ///   - begin: told before each which one it is, from 0.
  ///   - taken: told after each that the queue has taken it.
  ///   - isOver: asked before each, and while it is watched, whether to send no more.
  /// - Returns: what came of it; what is after a fault was not sent.
  package func send(
    _ documents: [(path: String, media: String)], title: String, begin: (Int) -> Void = { _ in },
    taken: (Int) -> Void = { _ in }, isOver: () -> Bool = { false }
  ) -> DeliveryReport {
    var report = DeliveryReport(taken: 0)
    do throws(PrinterFault) {
      try queue.check()
      for (index, document) in documents.enumerated() {
        if isOver() { throw .interrupted }
        begin(index)
        let job = try queue.submit(document.path, title: title, media: document.media)
        taken(index)
        if case .waiting(let delay) = try queue.watch(job, until: isOver), !report.waiting.contains(delay) {
          report.waiting.append(delay)
        }
        report.taken += 1
      }
    } catch { report.fault = error }
    return report
  }
}
