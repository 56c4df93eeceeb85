/// Why a printer did not take what it was sent, as facts: the words for them are found where people are spoken to.
///
/// A reason is what the system or CUPS itself says, passed on as it is.
package enum PrinterFault: Error, Hashable, Sendable {
  /// Nothing answers at its address.
  case notThere(reason: String)
  /// Something answers at its address, or lies there, that is no printer.
  case noPrinter(Stranger)
  /// It took so many bytes, and then no more for a while: out of paper, switched off, or stuck.
  case stuck(taken: Int)
  /// It took so many bytes, and went away.
  case gone(taken: Int, reason: String)
  /// Somebody else had it for so many seconds.
  case busy(LineWaiting.Reason, seconds: Double)
  /// It was waited for, until somebody said that it need not be.
  case interrupted
  /// It took so many bytes before somebody told to stop, and did not take the rest of what it was printing in time.
  case stopped(taken: Int)
  /// CUPS's client programs are not installed.
  case noClient
  /// CUPS does not run, or cannot be reached.
  case noScheduler
  /// CUPS does not answer in time.
  case noAnswer
  /// CUPS has no such queue; with those that it has.
  case noQueue(String, known: [String])
  /// The queue is stopped; nil where CUPS gives no reason.
  case paused(queue: String, reason: String?)
  /// The queue takes no jobs; nil where CUPS gives no reason.
  case refusing(queue: String, reason: String?)
  /// CUPS did not take the job; nil where it gives no reason.
  case refused(reason: String?)
  /// CUPS took the job and did not print it.
  case failed(JobFailure)

  /// What is at a printer's address and is none.
  package enum Stranger: Hashable, Sendable {
    /// It answers in HTTP or HTML.
    case webServer
    /// It wants somebody to log in (SSH).
    case sshServer
    /// It greets with `220`, as both FTP and SMTP do.
    case fileOrMailServer
    /// It greets as POP3 or IMAP.
    case mailServer
    /// A device's path at which an ordinary file lies, which must not be written over.
    case file
    /// A device's path that is a folder.
    case folder
    /// A disk, or a part of one.
    case disk
    /// A device that no printer is at the end of.
    case otherDevice
    /// It says more than any printer has to say.
    case endlessTalker
  }

  /// How much of what was sent had been taken for sure, in bytes.
  package var taken: Int {
    switch self {
    case .stuck(let taken), .gone(let taken, _), .stopped(let taken): taken
    default: 0
    }
  }
}
