internal import CCairo
internal import CQREncode
internal import Layout

/// Makes QR codes and keeps the last few, since a code is measured first and drawn afterwards. One worker's own.
final class Codes {
  private var known = GenerationCache<String, QRSymbol>(limit: 16)

  func code(for text: String) throws(ContentError) -> QRSymbol {
    if let code = known.value(for: text, weight: 1) { return code }
    guard let code = QRSymbol(text) else { throw .codeTooLong(bytes: text.utf8.count) }
    known.insert(code, for: text, weight: 1)
    return code
  }
}

/// A QR code at error correction level M (ISO/IEC 18004), as a one-bit mask with a pixel for a module.
final class QRSymbol {
  /// Modules along one side, without the quiet zone.
  let modules: Int
  /// Drawn with the nearest filter it stays sharp at any size; 1 KB in a PDF.
  let mask: OpaquePointer

  init?(_ text: String) {
    // Byte mode, split into shorter modes where that saves room; the case of letters is kept.
    guard let symbol = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
    defer { QRcode_free(symbol) }
    let width = symbol.pointee.width
    guard let image = cairo_image_surface_create(CAIRO_FORMAT_A1, width, width) else { return nil }
    guard let source = symbol.pointee.data, let target = cairo_image_surface_get_data(image) else {
      cairo_surface_destroy(image)
      return nil
    }
    modules = Int(width)
    mask = image
    let stride = Int(cairo_image_surface_get_stride(image))
    cairo_surface_flush(image)
    for row in 0..<modules {
      for column in 0..<modules where source[row * modules + column] & 1 == 1 {
        target[row * stride + column / 8] |= Self.bit(column % 8)
      }
    }
    cairo_surface_mark_dirty(image)
  }

  deinit { cairo_surface_destroy(mask) }

  /// The dark modules as rectangles, each a run in a row; a module is 1 by 1.
  var darkRuns: [Rect] {
    guard let bytes = cairo_image_surface_get_data(mask) else { return [] }
    let stride = Int(cairo_image_surface_get_stride(mask))
    func isDark(_ column: Int, _ row: Int) -> Bool {
      column < modules && bytes[row * stride + column / 8] & Self.bit(column % 8) != 0
    }
    var runs: [Rect] = []
    for row in 0..<modules {
      var column = 0
      while column < modules {
        let start = column
        while isDark(column, row) { column += 1 }
        if column > start {
          runs.append(Rect(x: Double(start), y: Double(row), width: Double(column - start), height: 1))
        }
        column += 1
      }
    }
    return runs
  }

  /// Cairo packs one-bit pixels in the machine's own order.
  private static func bit(_ column: Int) -> UInt8 {
    #if _endian(little)
      1 << UInt8(column)
    #else
      0x80 >> UInt8(column)
    #endif
  }
}

extension QRSymbol {
  /// The modules row by row, eight a byte, the leftmost in the highest bit, a dark one as 1; each row begins with a byte of its own.
  var packedRows: [UInt8] {
    let length = (modules + 7) / 8
    var rows = [UInt8](repeating: 0, count: length * modules)
    for run in darkRuns {
      let row = Int(run.minY)
      for column in Int(run.minX)..<Int(run.maxX) { rows[row * length + column / 8] |= 0x80 >> UInt8(column % 8) }
    }
    return rows
  }
}
