import BillingOffice
import Foundation
import TestTools

@testable import Drawing

/// Pixels as other programs than ours make them of what came out: poppler of PDF and pictures, librsvg of SVG; dots are as they are
/// sent.
struct SeenPixels {
  var width: Int
  var height: Int
  /// Red, green and blue, or one shade of grey.
  var bytes: [UInt8]

  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  /// Reads pictures that stand one behind the other, as poppler writes them (`P5` or `P6`, with the greatest value 255).
  static func read(_ data: Data) throws -> [SeenPixels] {
    let all = [UInt8](data)
    var (pictures, at): ([SeenPixels], Int) = ([], 0)
    while at < all.count {
      guard at + 2 < all.count, all[at] == 0x50, [0x35, 0x36].contains(all[at + 1]) else {
        throw Unreadable(description: "no picture at \(at)")
      }
      let parts = all[at + 1] == 0x36 ? 3 : 1
      at += 2
      var fields: [Int] = []
      while fields.count < 3, at < all.count {
        while at < all.count, all[at] <= 0x20 { at += 1 }
        var number = 0
        while at < all.count, all[at] > 0x20 {
          number = number * 10 + Int(all[at]) - 48
          at += 1
        }
        fields.append(number)
      }
      at += 1
      guard fields.count == 3, at + fields[0] * fields[1] * parts <= all.count else {
        throw Unreadable(description: "a picture that ends early")
      }
      let count = fields[0] * fields[1] * parts
      pictures.append(SeenPixels(width: fields[0], height: fields[1], bytes: Array(all[at..<at + count])))
      at += count
    }
    return pictures
  }
}

/// A page that came out, of which any part can be seen.
enum SeenPage {
  /// A page of a PDF; also a picture, once it is put into one, where an inch may be another length.
  case pdf(path: String, page: Int, scale: Double = 1)
  /// The dots of a receipt, with how many of the page's pixels lie left of the first.
  case dots(PrintedReceipt, left: Int)

  /// A part of it.
  ///
  /// - Parameters:
  ///   - area: which, in pixels of the page.
  ///   - dpi: pixels an inch.
  /// - Returns: pixels of red, green and blue.
  /// - Throws: when poppler cannot read it.
  func part(_ area: PixelArea, dpi: Double) throws -> SeenPixels {
    switch self {
    case .pdf(let path, let page, let scale):
      let run = try Tool.pdftoppm.run([
        "-r", "\(dpi * scale)", "-f", "\(page)", "-l", "\(page)", "-x", "\(area.x)", "-y", "\(area.y)", "-W",
        "\(area.width)",
        "-H", "\(area.height)", path,
      ])
      guard let pixels = try SeenPixels.read(run.data).first, pixels.width == area.width, pixels.height == area.height
      else { throw SeenPixels.Unreadable(description: "\(path), page \(page): \(run.errors)") }
      return pixels
    case .dots(let receipt, let left):
      var bytes = [UInt8](repeating: 255, count: area.width * area.height * 3)
      for y in 0..<area.height where receipt.rows.indices.contains(y + area.y) {
        let row = receipt.rows[y + area.y]
        for x in 0..<area.width where row.indices.contains(x + area.x - left) && row[x + area.x - left] {
          for part in 0..<3 { bytes[(y * area.width + x) * 3 + part] = 0 }
        }
      }
      return SeenPixels(width: area.width, height: area.height, bytes: bytes)
    }
  }
}

/// A rectangle of pixels.
struct PixelArea {
  var x: Int
  var y: Int
  var width: Int
  var height: Int
}
