internal import CZlib

/// Compresses bytes in gzip's format (RFC 1952), as browsers read it.
public enum Gzip {
  /// zlib's sign for a window of 32 KiB and gzip's head and tail (zlib.h, deflateInit2).
  private static let window: Int32 = 15 + 16
  /// How hard, and with how much memory, as zlib has them by itself.
  private static let (level, memory): (Int32, Int32) = (6, 8)

  /// The bytes, compressed.
  ///
  /// - Throws: ``DrawingError/cannotDraw(reason:)`` when memory is short.
  public static func compressed(_ bytes: [UInt8]) throws(DrawingError) -> [UInt8] {
    var stream = z_stream()
    let begun = deflateInit2_(
      &stream, level, Z_DEFLATED, window, memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { throw .cannotDraw(reason: "out of memory") }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, uLong(bytes.count)))
    var isWhole = false
    let compressed = [UInt8](unsafeUninitializedCapacity: room) { target, count in
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
    return compressed
  }
}
