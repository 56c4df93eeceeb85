import CCairo
import Foundation
import TestTools

/// A picture in shades of grey, a byte a pixel.
struct GreyPicture: Sendable {
  var width: Int
  var height: Int
  var bytes: [UInt8]

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// A drawn page, every colour as bright as it looks (ITU-R BT.601).
  init(_ pixels: Pixels) {
    (width, height) = (pixels.width, pixels.height)
    bytes = stride(from: 0, to: pixels.bytes.count, by: 3).map { at in
      let (red, green, blue) = (Int(pixels.bytes[at]), Int(pixels.bytes[at + 1]), Int(pixels.bytes[at + 2]))
      return UInt8((299 * red + 587 * green + 114 * blue + 500) / 1000)
    }
  }

  init(width: Int, height: Int, bytes: [UInt8]) {
    (self.width, self.height, self.bytes) = (width, height, bytes)
  }

  /// Reads a PNG file that ``write(to:)`` has written.
  init(png path: String) throws {
    guard let surface = cairo_image_surface_create_from_png(path) else { throw Failure(description: "out of memory") }
    defer { cairo_surface_destroy(surface) }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
      throw Failure(description: "\(path): \(String(cString: cairo_status_to_string(status)))")
    }
    (width, height) = (Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface)))
    let row = Int(cairo_image_surface_get_stride(surface))
    // Cairo reads grey as words of 0x00RRGGBB; green lies in the second byte or in the third.
    let green = 1.littleEndian == 1 ? 1 : 2
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * height)
    for y in 0..<height { for x in 0..<width { bytes.append(data[y * row + 4 * x + green]) } }
    self.bytes = bytes
  }

  /// Writes a grey PNG file.
  func write(to path: String) throws {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)),
      let data = cairo_image_surface_get_data(surface)
    else { throw Failure(description: "out of memory") }
    defer { cairo_surface_destroy(surface) }
    let row = Int(cairo_image_surface_get_stride(surface))
    cairo_surface_flush(surface)
    for y in 0..<height { for x in 0..<width { data[y * row + x] = bytes[y * width + x] } }
    cairo_surface_mark_dirty(surface)
    let status = cairo_surface_write_to_png(surface, path)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw Failure(description: "\(path): \(String(cString: cairo_status_to_string(status)))")
    }
  }

  /// The picture in sixteen shades, whose file is half as large.
  var inSixteenShades: GreyPicture {
    GreyPicture(width: width, height: height, bytes: bytes.map { UInt8((Int($0) + 8) / 17 * 17) })
  }

  subscript(x: Int, y: Int) -> UInt8 {
    x >= 0 && y >= 0 && x < width && y < height ? bytes[y * width + x] : 255
  }
}
