internal import Foundation

/// Where a writer's bytes go while it makes them: into a file, or down the line to a printer.
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
}

/// A file, which is written when it is whole.
public final class FileSink: ByteSink {
  /// The file's path.
  public let name: String
  private var bytes: [UInt8] = []

  /// Names the file; one that is there is overwritten.
  public init(path: String) { name = path }

  /// Keeps bytes for the end.
  public func write(_ bytes: [UInt8]) { self.bytes += bytes }

  /// Writes the file.
  public func finish() throws(DrawingError) { try Data(bytes).written(to: name) }
}
