internal import Foundation

/// Why a page could not be written, kept for whoever gets to hear only that reading the ledger came to a halt.
final class SiteTrouble {
  private(set) var error: PublishingError?

  /// Keeps that there is a link where a page, or a folder of pages, is to be.
  func link(_ path: String) -> PublishingError {
    let error = PublishingError.link(path: path)
    self.error = error
    return error
  }

  /// Keeps what went wrong with a file, by what the system said last.
  func cannotWrite(_ path: String) -> PublishingError {
    let isFull = errno == ENOSPC || errno == EDQUOT
    let error = PublishingError.cannotWrite(
      path: path, reason: isFull ? "the disk takes no more" : String(cString: strerror(errno)))
    self.error = error
    return error
  }
}
