internal import Foundation

/// A lock on a folder that one process has at a time (flock(2)); it leaves nothing behind, whatever happens to the process.
package final class FolderLock {
  private var file: Int32

  /// Waits for the folder in which a file lies.
  ///
  /// - Parameters:
  ///   - path: the file, which need not be there yet.
  ///   - patience: how long to wait for another process, in seconds.
  /// - Throws: ``LedgerError`` when another process does not let go in time. Where locks are not known, as on some network
  ///   folders, nobody is waited for.
  package init(around path: String, _ patience: Double) throws(LedgerError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if file < 0 { return }
    var left = patience
    while flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      guard left > 0 else {
        release()
        throw .locked(path: path)
      }
      Thread.sleep(forTimeInterval: 0.01)
      left -= 0.01
    }
  }

  deinit { release() }

  /// Lets the next one have it.
  package func release() {
    if file >= 0 { close(file) }
    file = -1
  }
}
