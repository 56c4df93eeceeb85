internal import Foundation

/// Where a writer's bytes go while it makes them: into a file, into memory, or down the line to a printer.
public protocol ByteSink: AnyObject {
  /// What people know it by: a path or an address.
  var name: String { get }

  /// Takes bytes.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  func write(_ bytes: [UInt8]) throws(DrawingError)

  /// Says that everything of one document has been written.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  func finish() throws(DrawingError)

  /// Says that the document comes to no end; what has been written of it is good for nothing.
  func abandon()
}

extension ByteSink {
  /// Does nothing: most sinks hold nothing that they would have to let go.
  public func abandon() {}
}

/// A file. Bytes reach it while they are made, so that a disk that is full is noticed and a large file takes no memory.
public final class FileSink: ByteSink {
  /// The file's path.
  public let name: String
  /// Negative once the file is closed.
  private var descriptor: Int32
  /// What waits for more, so that the system is asked seldom.
  private var waiting: [UInt8] = []
  /// How many bytes wait at the most.
  private static let room = 1 << 16

  /// Begins the file; one that is there is overwritten.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public init(path: String) throws(DrawingError) {
    name = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw failure() }
  }

  deinit { abandon() }

  /// Takes bytes, and writes them once there are enough.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public func write(_ bytes: [UInt8]) throws(DrawingError) {
    if waiting.count + bytes.count > Self.room { try flush() }
    if bytes.count < Self.room { waiting += bytes } else { try send(bytes) }
  }

  /// Writes the rest and closes the file.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public func finish() throws(DrawingError) {
    try flush()
    let open = descriptor
    descriptor = -1
    // Some file systems say only now that they had no room.
    if close(open) != 0 { throw failure() }
  }

  /// Closes the file as it is; it is for the caller to delete.
  public func abandon() {
    waiting = []
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  private func flush() throws(DrawingError) {
    try send(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: [UInt8]) throws(DrawingError) {
    if descriptor < 0 { throw .alreadyClosed(path: name) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw failure() }
    }
  }

  /// Why the system refused what it was asked last.
  private func failure() -> DrawingError {
    let isFull = errno == ENOSPC || errno == EDQUOT
    return .cannotWrite(path: name, reason: isFull ? "the disk takes no more" : String(cString: strerror(errno)))
  }
}

/// Keeps the bytes, for whoever wants a page without a file.
public final class MemorySink: ByteSink {
  /// What people know the bytes by.
  public let name: String
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  /// Makes a sink that holds nothing yet.
  public init(name: String) { self.name = name }

  /// Takes bytes.
  public func write(_ bytes: [UInt8]) { self.bytes += bytes }

  /// Does nothing: the bytes are there.
  public func finish() {}

  /// Forgets the bytes.
  public func abandon() { bytes = [] }
}
