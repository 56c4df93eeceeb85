/// Writes a zip file into memory: the same parts give the same bytes.
enum ZipWriter {
  struct Part {
    var name: String
    var bytes: [UInt8]
    /// Whether it is stored as it is.
    var isStored = false
  }

  private typealias Raw = UnsafeMutableRawPointer
  private typealias Pointer = OpaquePointer

  /// Writes parts, in their order.
  ///
  /// - Throws: ``WorkbookFault/noLibrary``, where libzip is not installed.
  static func write(_ parts: [Part]) throws(WorkbookFault) -> [UInt8] {
    guard let library = ZipLibrary.shared,
      let keep: @convention(c) (Pointer) -> Void = ZipLibrary.function("zip_source_keep"),
      let close: @convention(c) (Pointer) -> Int32 = ZipLibrary.function("zip_close"),
      let source = library.sourceOfBytes(nil, 0, 0, nil)
    else { throw .noLibrary }
    defer { library.freeSource(source) }
    // The archive takes one of the two.
    keep(source)
    // 1 and 8 are ZIP_CREATE and ZIP_TRUNCATE.
    guard let archive = library.open(source, 1 | 8, nil) else {
      library.freeSource(source)
      throw .noLibrary
    }
    // They are read when the archive is closed.
    let held = parts.map { part in
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
      part.bytes.withUnsafeBytes { bytes.copyMemory(from: $0) }
      return bytes
    }
    defer { for bytes in held { bytes.deallocate() } }
    for (part, bytes) in zip(parts, held) { try add(part, bytes, to: archive) }
    guard close(archive) == 0 else {
      library.discard(archive)
      throw .noLibrary
    }
    return try content(of: source)
  }

  private static func add(_ part: Part, _ bytes: UnsafeMutableRawBufferPointer, to archive: Pointer)
    throws(WorkbookFault)
  {
    guard
      let source: @convention(c) (Pointer, Raw?, UInt64, Int32) -> Pointer? = ZipLibrary.function("zip_source_buffer"),
      let add: @convention(c) (Pointer, UnsafePointer<CChar>, Pointer, UInt32) -> Int64 =
        ZipLibrary.function("zip_file_add"),
      let compress: @convention(c) (Pointer, UInt64, Int32, UInt32) -> Int32 =
        ZipLibrary.function("zip_set_file_compression"),
      let date: @convention(c) (Pointer, UInt64, UInt16, UInt16, UInt32) -> Int32 =
        ZipLibrary.function("zip_file_set_dostime"),
      let piece = source(archive, bytes.baseAddress, UInt64(part.bytes.count), 0)
    else { throw .noLibrary }
    let index = add(archive, part.name, piece, 0)
    guard index >= 0 else { throw .noLibrary }
    // 0 stores, 8 deflates. The first day of 1980 is where the dates of zip files begin.
    _ = compress(archive, UInt64(index), part.isStored ? 0 : 8, 0)
    _ = date(archive, UInt64(index), 0, 1 << 5 | 1, 0)
  }

  private static func content(of source: Pointer) throws(WorkbookFault) -> [UInt8] {
    guard let open: @convention(c) (Pointer) -> Int32 = ZipLibrary.function("zip_source_open"),
      let read: @convention(c) (Pointer, Raw?, UInt64) -> Int64 = ZipLibrary.function("zip_source_read"),
      let close: @convention(c) (Pointer) -> Int32 = ZipLibrary.function("zip_source_close"), open(source) == 0
    else { throw .noLibrary }
    defer { _ = close(source) }
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = Int(read(source, piece.baseAddress, UInt64(piece.count)))
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
    }
  }
}
