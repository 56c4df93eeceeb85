import Foundation

/// A queue of CUPS, spoken to through CUPS's own client programs, `lp` and `lpstat`.
package struct PrintQueue: Sendable {
  let name: String

  /// Whether a queue can be called so: what CUPS takes, and what no program takes for an option.
  ///
  /// - Parameter name: the name.
  /// - Returns: whether it can be one.
  package static func isName(_ name: String) -> Bool {
    (1...127).contains(name.utf8.count) && !name.hasPrefix("-")
      && name.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"/#\"'\\".unicodeScalars.contains($0)
      }
  }

  /// How a job went, as far as could be seen in the time.
  enum Outcome: Hashable {
    /// It is printed, or being printed.
    case printed
    /// It waits in the queue, which prints it once the printer is ready.
    case waiting(JobDelay)
  }

  /// The names of the queues that the system has.
  ///
  /// - Throws: ``PrinterFault`` when CUPS is not there.
  package static func all() throws(PrinterFault) -> [String] {
    let answer = try ask("lpstat", ["-e"])
    return answer.output.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Makes sure that the queue takes jobs and prints them.
  ///
  /// - Throws: ``PrinterFault`` when there is no such queue, it is stopped, or it takes no jobs.
  func check() throws(PrinterFault) {
    guard Self.isName(name) else { throw .noQueue(name, known: []) }
    let state = try state()
    if let halt = state.stopped { throw .paused(queue: name, reason: halt.reason) }
    if let halt = state.refusing { throw .refusing(queue: name, reason: halt.reason) }
  }

  /// What CUPS says about the queue.
  func state() throws(PrinterFault) -> QueueState {
    let answer = try Self.ask("lpstat", ["-l", "-p", name, "-a", name])
    if answer.status != 0 || !answer.output.contains("printer \(name) ") {
      // To its clients a service that is not there is one without queues.
      if try !Self.ask("lpstat", ["-r"]).output.contains("is running") { throw .noScheduler }
      let all = (try? Self.all()) ?? []
      throw .noQueue(name, known: all)
    }
    return QueueState(answer.output)
  }

  /// Puts a document into the queue.
  ///
  /// - Parameters:
  ///   - path: a PDF.
  ///   - title: what the job is called.
  ///   - media: the paper, as CUPS names it.
  /// - Returns: the job's name, such as `laser-2-17`.
  /// - Throws: ``PrinterFault``.
  func submit(_ path: String, title: String, media: String) throws(PrinterFault) -> String {
    // One side only, since it is cut or folded; and never fitted to the page, which would make codes and rulers
    // smaller.
    let answer = try Self.ask(
      "lp",
      [
        "-d", name, "-t", title, "-o", "media=\(media)", "-o", "print-scaling=none", "-o", "sides=one-sided", "--",
        path,
      ])
    guard answer.status == 0, let job = answer.output.firstMatch(of: /request id is (\S+)/) else {
      throw .refused(reason: Self.complaint(in: answer.errors))
    }
    return String(job.1)
  }

  /// Watches a job for a while.
  ///
  /// - Parameters:
  ///   - job: its name.
  ///   - patience: how long, in seconds.
  ///   - isOver: asked whether to watch no longer.
  /// - Returns: how it went.
  /// - Throws: ``PrinterFault/failed(_:)`` when CUPS gave it up.
  func watch(_ job: String, patience: Double = 1.5, until isOver: () -> Bool = { false }) throws(PrinterFault)
    -> Outcome
  {
    let pause = 0.1
    var left = patience
    while true {
      let waiting = try Self.ask("lpstat", ["-W", "not-completed", "-o", name])
      if !Self.jobs(in: waiting.output).contains(job) { break }
      left -= pause
      if left < 0 || isOver() {
        let state = try state()
        if let halt = state.stopped { return .waiting(.stopped(reason: halt.reason)) }
        if let trouble = state.trouble { return .waiting(.trouble(trouble)) }
        return state.isPrinting(job) ? .printed : .waiting(.behindOthers)
      }
      Thread.sleep(forTimeInterval: pause)
    }
    let done = try Self.ask("lpstat", ["-l", "-W", "completed", "-o", name])
    if let failure = QueueState.failure(of: job, in: done.output) { throw .failed(failure) }
    return .printed
  }

  private static func jobs(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  private static func ask(_ program: String, _ arguments: [String]) throws(PrinterFault) -> ClientProgram.Answer {
    guard let answer = try ClientProgram.run(program, arguments) else { throw .noClient }
    let words = answer.errors
    for sign in [
      "Scheduler is not running", "Unable to connect to server", "Bad file descriptor", "Connection refused",
    ]
    where words.contains(sign) {
      throw .noScheduler
    }
    return answer
  }

  /// What a client program complains about, without its name; nil where it says nothing.
  static func complaint(in text: String) -> String? {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let plain = line.replacing(/^lp(stat)?: (Error - )?/, with: "")
      .trimmingCharacters(in: CharacterSet(charactersIn: " ."))
    return plain.isEmpty ? nil : plain
  }
}
