import BillingOffice
import Foundation
import TestTools

@testable import Drawing

/// A page that came out, of which any part can be seen.
enum SeenPage {
  /// A page of a PDF.
  case pdf(path: String, page: Int)
  /// A picture in a PNG file, with so many pixels an inch.
  case png(path: String, dpi: Double)
  /// The dots of a receipt, with how many of the page's pixels lie left of the first.
  case dots(PrintedReceipt, left: Int)

  /// A part of it.
  ///
  /// - Parameters:
  ///   - area: which, in pixels of the page.
  ///   - dpi: pixels an inch.
  /// - Returns: pixels of red, green and blue.
  /// - Throws: when poppler cannot read it.
  func part(_ area: PixelArea, dpi: Double) throws -> Pixels {
    switch self {
    case .pdf(let path, let page): return try Self.part(area, dpi: dpi, of: path, page)
    case .png(let path, let own):
      let document = path + ".pdf"
      if !FileManager.default.fileExists(atPath: document) { try Self.put(png: path, into: document) }
      return try Self.part(area, dpi: dpi * Self.usual / own, of: document, 1)
    case .dots(let receipt, let left):
      var bytes = [UInt8](repeating: 255, count: area.width * area.height * 3)
      for y in 0..<area.height where receipt.rows.indices.contains(y + area.y) {
        let row = receipt.rows[y + area.y]
        for x in 0..<area.width where row.indices.contains(x + area.x - left) && row[x + area.x - left] {
          for part in 0..<3 { bytes[(y * area.width + x) * 3 + part] = 0 }
        }
      }
      return Pixels(width: area.width, height: area.height, bytes: bytes)
    }
  }
}

extension SeenPage {
  /// How many pixels of an SVG an inch has.
  private static let usual = 96.0

  /// Puts a picture into a PDF, of which parts can be seen, pixel by pixel.
  private static func put(png path: String, into document: String) throws {
    // The width and the height stand in the first chunk (PNG, 11.2.2).
    let head = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)).prefix(24))
    guard head.count == 24 else { throw Pixels.Unreadable(description: "\(path) is no picture") }
    func number(_ at: Int) -> Int { head[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    let size = "width='\(number(16))' height='\(number(20))'"
    try Data(
      """
      <svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \(size)>\
      <image xlink:href='\(URL(fileURLWithPath: path).lastPathComponent)' \(size)/></svg>
      """.utf8
    ).write(to: URL(fileURLWithPath: path + ".svg"))
    _ = try Tool.rsvgConvert.run(["-f", "pdf", "-o", document, path + ".svg"])
  }

  private static func part(_ area: PixelArea, dpi: Double, of document: String, _ page: Int) throws -> Pixels {
    let run = try Tool.pdftoppm.run([
      "-r", "\(dpi)", "-f", "\(page)", "-l", "\(page)", "-x", "\(area.x)", "-y", "\(area.y)", "-W", "\(area.width)",
      "-H",
      "\(area.height)", document,
    ])
    guard let pixels = try Pixels.read(run.data).first, pixels.width == area.width, pixels.height == area.height
    else { throw Pixels.Unreadable(description: "\(document), page \(page): \(run.errors)") }
    return pixels
  }
}

/// A rectangle of pixels.
struct PixelArea {
  var x: Int
  var y: Int
  var width: Int
  var height: Int
}
