internal import Foundation

/// The stream on which a process tells its errors.
enum ErrorStream {
  private static let lock = NSLock()

  /// Does something while nothing reaches the stream: fontconfig writes complaints there by itself, such as that it cannot keep what
  /// it learnt, in words that help nobody. What matters it also answers, and is told in our own.
  static func silenced<Value>(_ body: () -> Value) -> Value {
    lock.lock()
    defer { lock.unlock() }
    fflush(nil)
    let (kept, nothing) = (fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3), open("/dev/null", O_WRONLY | O_CLOEXEC))
    if kept >= 0, nothing >= 0 { dup2(nothing, STDERR_FILENO) }
    defer {
      if kept >= 0, nothing >= 0 { dup2(kept, STDERR_FILENO) }
      if kept >= 0 { close(kept) }
      if nothing >= 0 { close(nothing) }
    }
    return body()
  }
}
