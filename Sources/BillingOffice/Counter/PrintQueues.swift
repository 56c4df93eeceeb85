import Foundation
import Papers
import PrinterDevices
import Synchronization

/// The papers that wait for their printers while a desk is open. Each printer has a queue of its own, so that one that fails holds up no
/// other; and every paper comes to an end: it is printed, or it is tried again, or somebody takes it elsewhere.
package final class PrintQueues: Sendable {
  /// What a paper has come to.
  package enum State: Hashable, Sendable {
    case waiting
    case printing
    /// The printer did not take it, for this reason; it is tried again. Since when, as a clock shows it.
    case trying(since: String, reason: DeskFault)
    case printed
    /// It cannot be printed anywhere, for this reason: its gift was taken back, or the office's files are faulty.
    case failed(reason: DeskFault)

    /// Whether nothing more comes of it.
    fileprivate var isOver: Bool {
      switch self {
      case .printed, .failed: true
      case .waiting, .printing, .trying: false
      }
    }
  }

  /// A paper.
  package struct Job: Hashable, Sendable {
    package let number: LedgerNumber
    /// Whether the paper has come out before and is wanted once more.
    fileprivate let isAgain: Bool
    package fileprivate(set) var state: State
  }

  /// The papers of a printer, in the order in which they are printed.
  package struct Queue: Sendable {
    /// As printers.yaml has it now: it may have been put right since the queue was begun.
    package fileprivate(set) var printer: Printer
    package fileprivate(set) var jobs: [Job] = []
    /// How many times in a row the printer has failed.
    fileprivate var failures = 0
    /// Since when it fails, as a clock shows it; nil where it works.
    fileprivate var since: String?
    fileprivate var isBusy = false
  }

  private let office: Office
  /// The moment, ISO 8601 in UTC, and the time of day as people read it.
  private let clock: @Sendable () -> (moment: String, time: String)
  private let changed: @Sendable () -> Void
  private let queues = Mutex<[Queue]>([])
  private let isOver = Atomic(false)
  private let work = DispatchQueue(label: "printers", attributes: .concurrent)

  /// How many printed papers are still shown.
  private static let mostShown = 5
  /// How long is waited before a printer is tried again, in seconds: twice as long each time, up to this.
  private static let longestWait = 30.0

  /// Opens none yet.
  ///
  /// - Parameters:
  ///   - office: whose papers.
  ///   - clock: the moment, ISO 8601 in UTC, and the time of day as people read it.
  ///   - changed: told when something has changed.
  package init(
    _ office: Office, clock: @escaping @Sendable () -> (moment: String, time: String),
    changed: @escaping @Sendable () -> Void
  ) {
    (self.office, self.clock, self.changed) = (office, clock, changed)
  }

  /// The queues, in the order in which their printers were first used.
  package var all: [Queue] { queues.withLock { $0 } }

  /// Puts a paper into a printer's queue; one that waits elsewhere is taken from there, and one that is being printed stays.
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - printer: where it is printed.
  ///   - isAgain: whether it has come out before, and is printed once more, marked as that.
  package func print(_ number: LedgerNumber, on printer: Printer, isAgain: Bool) {
    let isNew = queues.withLock { queues in
      for index in queues.indices {
        if queues[index].jobs.contains(where: { $0.number == number && $0.state == .printing }) { return false }
        queues[index].jobs.removeAll { $0.number == number }
      }
      let index = queues.firstIndex { $0.printer.address == printer.address } ?? queues.count
      if index == queues.count { queues.append(Queue(printer: printer)) } else { queues[index].printer = printer }
      queues[index].jobs.append(Job(number: number, isAgain: isAgain, state: .waiting))
      return true
    }
    guard isNew else { return }
    changed()
    go(printer.address)
  }

  /// Tries a printer again now, rather than in a while.
  package func retry(_ printer: String) { go(printer) }

  /// Takes a paper out of its queue, unless it is being printed.
  package func forget(_ number: LedgerNumber) {
    queues.withLock { queues in
      for index in queues.indices {
        queues[index].jobs.removeAll { $0.number == number && $0.state != .printing }
      }
    }
    changed()
  }

  /// Stops after the papers that are being printed.
  package func close() { isOver.store(true, ordering: .relaxed) }

  /// Works through a printer's queue, unless somebody does.
  private func go(_ address: String) {
    work.async { [self] in
      guard begin(address) else { return }
      while let (number, isAgain, printer) = next(address) {
        changed()
        let outcome: State
        do throws(Diagnostics) {
          let observer = Observer(isCancelled: { [self] in isOver.load(ordering: .relaxed) })
          if isAgain {
            _ = try office.reprint(ReprintRequest(ReceiptKind(), [number]), on: printer, observer)
          } else {
            // Another process may have printed it meanwhile; then nothing is left to do.
            try office.printUnprinted(number, on: printer, at: clock().moment, observer)
          }
          outcome = .printed
        } catch { outcome = Self.outcome(of: error, at: clock().time) }
        let wait = finish(number, address, outcome)
        changed()
        guard let wait else { continue }
        work.asyncAfter(deadline: .now() + wait) { [self] in go(address) }
        return
      }
    }
  }

  /// What becomes of a paper that did not come out: what its printer did not take is tried again, and nothing else.
  private static func outcome(of error: Diagnostics, at time: String) -> State {
    let told = error.all.first { $0.severity == .error } ?? error.all.first
    // Which paper it is and which printer is seen beside it.
    var reason = (told ?? Diagnostic(UnexpectedFact(""))).deskFault
    if case .notPrinted(_, _, let fault)? = told?.fact as? PrinterFact { reason = DeskFault(fault) }
    let isPrinters = error.all.contains { [.notPrinted, .interrupted].contains($0.kind) }
    return isPrinters ? .trying(since: time, reason: reason) : .failed(reason: reason)
  }

  private func begin(_ address: String) -> Bool {
    queues.withLock { queues in
      guard let index = queues.firstIndex(where: { $0.printer.address == address }), !queues[index].isBusy else {
        return false
      }
      queues[index].isBusy = true
      return true
    }
  }

  /// The paper whose turn it is; nil where there is none, and nobody works there any more.
  private func next(_ address: String) -> (LedgerNumber, isAgain: Bool, Printer)? {
    queues.withLock { queues in
      guard let index = queues.firstIndex(where: { $0.printer.address == address }) else { return nil }
      guard !isOver.load(ordering: .relaxed), let job = queues[index].jobs.firstIndex(where: { !$0.state.isOver })
      else {
        queues[index].isBusy = false
        return nil
      }
      queues[index].jobs[job].state = .printing
      return (queues[index].jobs[job].number, queues[index].jobs[job].isAgain, queues[index].printer)
    }
  }

  /// Notes what has become of a paper.
  ///
  /// - Returns: how long to wait before the printer is tried again, in seconds; nil where it works.
  private func finish(_ number: LedgerNumber, _ address: String, _ outcome: State) -> Double? {
    queues.withLock { queues in
      guard let index = queues.firstIndex(where: { $0.printer.address == address }),
        let job = queues[index].jobs.firstIndex(where: { $0.number == number })
      else { return nil }
      guard case .trying(let now, let reason) = outcome else {
        queues[index].jobs[job].state = outcome
        (queues[index].failures, queues[index].since) = (0, nil)
        let over = queues[index].jobs.count { $0.state.isOver }
        for _ in 0..<max(0, over - Self.mostShown) {
          if let first = queues[index].jobs.firstIndex(where: { $0.state.isOver }) {
            queues[index].jobs.remove(at: first)
          }
        }
        return nil
      }
      let since = queues[index].since ?? now
      queues[index].since = since
      queues[index].jobs[job].state = .trying(since: since, reason: reason)
      queues[index].failures += 1
      queues[index].isBusy = false
      return min(Self.longestWait, Double(1 << min(5, queues[index].failures)))
    }
  }
}
