import BillingOffice
import Foundation
import Synchronization

/// Ctrl-C, a polite kill and a terminal that is closed: the work is told to stop, and clears away what it has begun. Work that does
/// not ask in time is ended where it is, as a kill would, after what lies aside has been taken away.
enum Interruption {
  private static let happened = Atomic(false)
  /// Whether the work has been told, so that it is about to come to an end by itself.
  private static let isHeard = Atomic(false)
  /// What the handler writes to, and the thread that ends the process reads from.
  private static let pipe = makePipe()

  /// How long the work has to ask, in microseconds: somebody who presses Ctrl-C waits no longer than 200 ms.
  private static let patience: UInt32 = 100_000
  /// How long the work has to ask while papers go to a printer, in microseconds: it asks between papers, and while one is sent.
  private static let printersPatience: UInt32 = 2_000_000
  /// How long work that has been told may take to clear up and to tell what became of it, in seconds.
  private static let longest = 10

  /// Begins to listen; once is enough.
  static func listen() { _ = listening }

  private static let listening: Void = {
    // Made here, since a signal's handler must not be the first to ask for them.
    happened.store(false, ordering: .relaxed)
    isHeard.store(false, ordering: .relaxed)
    let (reading, _) = pipe
    // Whoever started the program may have left them blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] { signal(number, handler) }
    // Who starts it with nohup wants it to go on without a terminal.
    let before = signal(SIGHUP, handler)
    if isIgnored(before) { signal(SIGHUP, SIG_IGN) }
    Thread.detachNewThread { end(after: reading) }
  }()

  private static let handler: @convention(c) (Int32) -> Void = { _ in
    let error = errno
    Interruption.happened.store(true, ordering: .relaxed)
    var byte: UInt8 = 0
    _ = write(Interruption.pipe.writing, &byte, 1)
    errno = error
  }

  private static func isIgnored(_ handler: sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN as sighandler_t?, to: Int.self)
  }

  private static func makePipe() -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    // Never full: a signal that comes again writes nothing more.
    guard Foundation.pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }

  /// Waits for a signal, and ends the process when the work does not.
  private static func end(after reading: Int32) {
    var byte: UInt8 = 0
    while true {
      let count = read(reading, &byte, 1)
      if count == 1 { break }
      guard count < 0, errno == EINTR else { return }
    }
    usleep(patience)
    if !isHeard.load(ordering: .relaxed), OpenSpools.isAny { usleep(printersPatience) }
    if isHeard.load(ordering: .relaxed) { sleep(UInt32(longest)) }
    Asides.clear {
      Terminal.note("Stopped.")
      _exit(128 + SIGINT)
    }
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

  /// Whether somebody wants the program to stop. Who asks and is told so stops.
  static var isWanted: Bool {
    guard happened.load(ordering: .relaxed) else { return false }
    isHeard.store(true, ordering: .relaxed)
    return true
  }
}
