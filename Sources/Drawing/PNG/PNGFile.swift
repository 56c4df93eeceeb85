internal import CCairo

/// The bytes of a PNG file (ISO/IEC 15948), with what Cairo leaves out of it: how large the picture is on paper, and its title.
struct PNGFile {
  private(set) var bytes: [UInt8]

  /// A signature of 8 bytes and the header chunk of 25: what we add stands behind them.
  private static let headerEnd = 33
  private static let metresAnInch = 0.0254

  /// Takes a picture from an image surface.
  ///
  /// - Throws: ``DrawingError/cannotDraw(reason:)``.
  init(_ surface: OpaquePointer) throws(DrawingError) {
    let memory = MemorySink(name: "")
    let stream = CairoStream(to: memory)
    let status = stream.lead { cairo_surface_write_to_png_stream(surface, $0, $1) }
    try stream.flush()
    bytes = memory.bytes
    guard status == CAIRO_STATUS_SUCCESS, bytes.count > Self.headerEnd else {
      throw .cannotDraw(reason: String(cString: cairo_status_to_string(status)))
    }
  }

  /// Says how many pixels an inch has.
  mutating func set(dpi: Double) {
    let perMetre = Self.bigEndian(UInt32((dpi / Self.metresAnInch).rounded()))
    add("pHYs", perMetre + perMetre + [1])
  }

  /// Adds a text under one of the standard keywords, such as `Title`.
  mutating func set(_ keyword: String, _ text: String) {
    // An international text chunk: not compressed, in no language that is told, with no translated keyword.
    add("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(text.utf8))
  }

  private mutating func add(_ kind: String, _ content: [UInt8]) {
    let checked = Array(kind.utf8) + content
    let chunk = Self.bigEndian(UInt32(content.count)) + checked + Self.bigEndian(Self.checksum(of: checked))
    bytes.insert(contentsOf: chunk, at: Self.headerEnd)
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The CRC-32 that PNG asks for (ISO/IEC 15948, annex D), bit by bit: our chunks are a few bytes long.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }
    return crc ^ 0xFFFF_FFFF
  }
}
