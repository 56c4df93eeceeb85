internal import CCairo

/// Leads what Cairo writes to a sink, and keeps why the sink refused it: Cairo knows only that it did.
final class CairoStream {
  private let sink: any ByteSink
  private let watch: ((UnsafeBufferPointer<UInt8>) -> Void)?
  /// Cairo writes a few bytes at a time.
  private var waiting: [UInt8] = []
  private var isClosed = false
  /// Why the sink takes no more; nil as long as it does.
  private(set) var fault: DrawingError?

  /// How many bytes are handed over at once.
  private static let portion = 1 << 16

  /// - Parameters:
  ///   - sink: where the bytes go.
  ///   - watch: sees every piece as Cairo writes it.
  init(to sink: any ByteSink, watch: ((UnsafeBufferPointer<UInt8>) -> Void)? = nil) {
    (self.sink, self.watch) = (sink, watch)
  }

  /// Calls what takes one of Cairo's streams. The stream must outlive a surface that is made so.
  func lead<T>(_ body: (cairo_write_func_t, UnsafeMutableRawPointer) -> T) -> T {
    body(
      { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let stream = Unmanaged<CairoStream>.fromOpaque(closure).takeUnretainedValue()
        return stream.take(UnsafeBufferPointer(start: data, count: Int(count)))
          ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Hands over what still waits.
  ///
  /// - Throws: the sink's fault.
  func flush() throws(DrawingError) {
    if let fault { throw fault }
    do { try sink.write(waiting) } catch {
      fault = error
      throw error
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Drops what still comes.
  func close() {
    isClosed = true
    waiting = []
  }

  private func take(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    if isClosed { return true }
    if fault != nil { return false }
    watch?(piece)
    waiting.append(contentsOf: piece)
    if waiting.count >= Self.portion { try? flush() }
    return fault == nil
  }
}
