/// Why a printer did not take what it was sent.
public enum PrinterFault: Error, Hashable, Sendable {
  /// There is nothing at its address; with the system's reason.
  case notThere(reason: String)
  /// There is something else at its address; with what it is, in words.
  case noPrinter(what: String)
  /// It took so many bytes, and then no more for a while: out of paper, switched off, or stuck.
  case stuck(taken: Int)
  /// It took so many bytes, and went away.
  case gone(taken: Int, reason: String)
  /// CUPS's client programs are not installed.
  case noClient
  /// CUPS does not run, or cannot be reached.
  case noScheduler
  /// CUPS does not answer in time.
  case noAnswer
  /// CUPS has no such queue; with those that it has.
  case noQueue(String, known: [String])
  /// The queue is stopped.
  case paused(queue: String, reason: String)
  /// The queue takes no jobs.
  case refusing(queue: String, reason: String)
  /// CUPS did not take the job.
  case refused(reason: String)
  /// CUPS took the job and gave it up.
  case failed(reason: String)

  /// How much of what was sent had been taken for sure, in bytes.
  var taken: Int {
    switch self {
    case .stuck(let taken), .gone(let taken, _): taken
    default: 0
    }
  }

  /// What happened, in words.
  public var words: String {
    switch self {
    case .notThere(let reason): "nothing answers there (\(reason)): is it switched on, and is its address right?"
    case .noPrinter(let what): "that is no printer but \(what)"
    case .stuck(0): "it takes nothing: is it out of paper, or is its cover open?"
    case .stuck(let taken): "it takes no more after \(taken) bytes: is it out of paper, or is its cover open?"
    case .gone(let taken, let reason): "it went away after \(taken) bytes (\(reason))"
    case .noClient: "the system has no lp, with which it would be printed: sudo apt-get install cups-client"
    case .noScheduler: "the system's printing service (CUPS) does not run: sudo systemctl start cups"
    case .noAnswer: "the system's printing service (CUPS) does not answer"
    case .noQueue(let name, let known):
      known.isEmpty
        ? "the system has no queue \"\(name)\", and no other"
        : "the system has no queue \"\(name)\"; it has \(known.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .paused(let queue, let reason): "the queue is stopped (\(reason)); start it with: cupsenable \(queue)"
    case .refusing(let queue, let reason): "the queue takes no jobs (\(reason)); let it with: cupsaccept \(queue)"
    case .refused(let reason): "the system did not take it: \(reason)"
    case .failed(let reason): reason
    }
  }
}
