import Foundation

/// Pixels as other programs than ours make them of what came out: poppler of PDF and pictures, librsvg of SVG.
package struct Pixels: Sendable {
  package var width: Int
  package var height: Int
  /// Red, green and blue, or one shade of grey.
  package var bytes: [UInt8]

  package struct Unreadable: Error, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  package init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// Draws one page.
  package init(pdf: String, page: Int = 1, dpi: Int = 72) throws {
    let run = try Tool.pdftoppm.run(["-r", "\(dpi)", "-f", "\(page)", "-l", "\(page)", pdf])
    guard let drawn = try Self.read(run.data).first else { throw Unreadable(description: "\(pdf): \(run.errors)") }
    self = drawn
  }

  /// Reads pictures that stand one behind the other, as poppler writes them (`P5` or `P6`, with the greatest value 255).
  package static func read(_ data: Data) throws -> [Pixels] {
    let all = [UInt8](data)
    var (pictures, at): ([Pixels], Int) = ([], 0)
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
      guard fields.count == 3, fields[2] == 255, at + fields[0] * fields[1] * parts <= all.count else {
        throw Unreadable(description: "a picture that ends early")
      }
      let count = fields[0] * fields[1] * parts
      pictures.append(Pixels(width: fields[0], height: fields[1], bytes: Array(all[at..<at + count])))
      at += count
    }
    return pictures
  }

  package subscript(x: Int, y: Int) -> [UInt8] {
    let at = (y * width + x) * 3
    return Array(bytes[at..<at + 3])
  }

  /// How far two drawings differ, on average over all bytes: less than a half where only the edges of letters do.
  package func distance(to other: Pixels) -> Double {
    if bytes.count != other.bytes.count { return .infinity }
    return Double(zip(bytes, other.bytes).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }) / Double(bytes.count)
  }

  /// Pixels that are neither white nor nearly so.
  package var inked: Int {
    stride(from: 0, to: bytes.count, by: 3).count { bytes[$0..<$0 + 3].contains { $0 < 200 } }
  }
}
