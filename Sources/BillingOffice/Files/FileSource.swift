import Bookkeeping
import Foundation
import Papers

/// A file of any size whose bytes are asked for piece by piece. It notices when somebody changes the file meanwhile.
final class FileSource: @unchecked Sendable {  // The descriptor is only read from, by position.
  private let descriptor: Int32
  private let found: stat

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - role: what it is for.
  /// - Returns: its bytes.
  /// - Throws: ``Diagnostics`` when it is not there or cannot be read.
  static func bytes(_ path: String, _ role: FileRole) throws(Diagnostics) -> ByteSource {
    guard Files.exists(path), !Files.isFolder(path), !Files.isPipe(path), let file = FileSource(path) else {
      // A pipe can be read once only, and what is missing is told there.
      return ByteSource(try Files.read(path, role))
    }
    return ByteSource(count: Int(file.found.st_size)) { file.read($0) }
  }

  private init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var found = stat()
    guard descriptor >= 0, fstat(descriptor, &found) == 0 else { return nil }
    self.found = found
    guard found.st_mode & S_IFMT == S_IFREG else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private func read(_ range: Range<Int>) -> [UInt8]? {
    var now = stat()
    guard fstat(descriptor, &now) == 0, now.st_size == found.st_size, now.st_mtim.tv_sec == found.st_mtim.tv_sec,
      now.st_mtim.tv_nsec == found.st_mtim.tv_nsec
    else { return nil }
    return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - count, off_t(range.lowerBound + count))
        guard got > 0 else { return }
        count += got
      }
    }
  }
}
