internal import Foundation

/// Keeps two from publishing into one folder at once. It is a lock on the folder itself, which ends with whoever has it and leaves no
/// file behind.
final class FolderLock {
  private let file: Int32

  /// How long to wait before a lock is tried again, in seconds.
  private static let pause = 0.1

  /// Waits for a folder, and takes it.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - patience: how long, in seconds.
  /// - Throws: ``PublishingError/busy(path:seconds:)``.
  init(_ path: String, patience: Double) throws(PublishingError) {
    file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var left = patience
    // Where a file system has no locks, one is not waited for.
    while file >= 0, flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      guard left > 0 else { throw .busy(path: path, seconds: patience) }
      Thread.sleep(forTimeInterval: Self.pause)
      left -= Self.pause
    }
  }

  deinit { if file >= 0 { close(file) } }
}

/// Why a page could not be written, kept for whoever gets to hear only that reading the ledger came to a halt.
final class SiteTrouble {
  private(set) var error: PublishingError?

  /// Keeps what went wrong with a file, by what the system said last.
  func cannotWrite(_ path: String) -> PublishingError {
    let isFull = errno == ENOSPC || errno == EDQUOT
    let error = PublishingError.cannotWrite(
      path: path, reason: isFull ? "the disk takes no more" : String(cString: strerror(errno)))
    self.error = error
    return error
  }
}
