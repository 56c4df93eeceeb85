internal import CZlib

/// Compresses streams for the filter FlateDecode (ISO 32000-1, 7.4.4), one after another with the same memory.
final class Deflater {
  private var stream = z_stream()

  /// - Parameter compression: how hard.
  init(_ compression: PDFCompression) {
    // It fails for want of memory alone; what is compressed then is refused, too.
    deflateInit_(&stream, compression.level, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit { deflateEnd(&stream) }

  /// The bytes as zlib's format has them (RFC 1950).
  ///
  /// - Throws: ``DrawingError/cannotDraw(reason:)`` when memory is short.
  func deflated(_ bytes: [UInt8]) throws(DrawingError) -> [UInt8] {
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
    guard isWhole else { throw .cannotDraw(reason: "a stream of \(bytes.count) bytes cannot be compressed") }
    return deflated
  }
}
