import BillingOffice
import Foundation
import Synchronization

/// Ctrl-C, a polite kill and a terminal that is closed: the work is told to stop, and clears away what it has begun.
enum Interruption {
  private static let happened = Atomic(false)

  /// Begins to listen.
  static func listen() {
    // Made here, since a signal's handler must not be the first to ask for it.
    happened.store(false, ordering: .relaxed)
    // Whoever started the program may have left them blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] { signal(number, handler) }
    // Who starts it with nohup wants it to go on without a terminal.
    let before = signal(SIGHUP, handler)
    if isIgnored(before) { signal(SIGHUP, SIG_IGN) }
  }

  private static let handler: @convention(c) (Int32) -> Void = { _ in
    Interruption.happened.store(true, ordering: .relaxed)
  }

  private static func isIgnored(_ handler: sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN as sighandler_t?, to: Int.self)
  }

  /// Tells progress, and says whether to go on.
  static func observer(_ progress: ProgressReport?) -> Observer {
    Observer(
      progress: { done, total in progress?.report(done, of: total) }, isCancelled: { isWanted },
      notice: { notice in
        progress?.finish()
        Terminal.tell([notice])
      })
  }

  /// Whether somebody wants the program to stop.
  static var isWanted: Bool { happened.load(ordering: .relaxed) }
}
