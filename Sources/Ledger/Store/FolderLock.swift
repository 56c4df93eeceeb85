internal import Foundation

/// A lock on a folder that one process has at a time (flock(2)); it leaves nothing behind, whatever happens to the process.
package final class FolderLock {
  private var file: Int32

  /// How long to wait before a lock is tried again, in seconds.
  private static let pause = 0.02

  /// Waits for a folder, and takes it; nil when another process did not let go in time.
  ///
  /// - Parameters:
  ///   - folder: the folder. Where locks are not known, as on some network folders, nobody is waited for.
  ///   - patience: how long to wait for another process, in seconds.
  ///   - begins: told once, where another process is waited for.
  package init?(_ folder: String, patience: Double, waiting begins: () -> Void = {}) {
    file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var left = patience
    while file >= 0, flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      guard left > 0 else { return nil }
      if left == patience { begins() }
      Thread.sleep(forTimeInterval: Self.pause)
      left -= Self.pause
    }
  }

  deinit { release() }

  /// Lets the next one have it.
  package func release() {
    if file >= 0 { close(file) }
    file = -1
  }
}
