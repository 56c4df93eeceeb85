internal import CZlib

/// Compresses bytes with zlib, one text after another with the same memory.
public final class Deflater {
  /// What stands round the compressed bytes.
  public enum Format: Sendable {
    /// zlib's format (RFC 1950), as the filter FlateDecode reads it (ISO 32000-1, 7.4.4).
    case zlib
    /// gzip's format (RFC 1952), as browsers read it.
    case gzip

    /// A window of 32 KiB, and for gzip's head and tail 16 more (zlib.h, deflateInit2).
    fileprivate var window: Int32 { self == .gzip ? 15 + 16 : 15 }
  }

  /// How hard, and with how much memory, as zlib has them by itself.
  public static let usualLevel: Int32 = 6
  private static let memory: Int32 = 8

  private var stream = z_stream()

  /// - Parameters:
  ///   - format: what stands round the bytes.
  ///   - level: how hard, from 0 to 9.
  public init(_ format: Format, level: Int32 = usualLevel) {
    // It fails for want of memory alone; what is compressed then is refused, too.
    deflateInit2_(
      &stream, level, Z_DEFLATED, format.window, Self.memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
  }

  deinit { deflateEnd(&stream) }

  /// The bytes, compressed.
  ///
  /// - Throws: ``DrawingError/cannotDraw(reason:)`` when memory is short.
  public func deflated(_ bytes: [UInt8]) throws(DrawingError) -> [UInt8] {
    guard deflateReset(&stream) == Z_OK else { throw .cannotDraw(reason: "out of memory") }
    let room = Int(deflateBound(&stream, uLong(bytes.count)))
    var isWhole = false
    let deflated = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      bytes.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(clamping: source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(clamping: room)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
      count = isWhole ? Int(stream.total_out) : 0
    }
    guard isWhole else { throw .cannotDraw(reason: "\(bytes.count) bytes cannot be compressed") }
    return deflated
  }
}
