import Foundation

/// A page of a PDF as another program draws it, read from a binary PPM.
package struct Pixels: Sendable {
  package var width: Int
  package var height: Int
  package var bytes: [UInt8]

  struct Unreadable: Error {}

  package init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// Draws one page.
  package init(pdf: String, page: Int = 1, dpi: Int = 72) throws {
    let all = [UInt8](try Tool.pdftoppm.run(["-r", "\(dpi)", "-f", "\(page)", "-l", "\(page)", pdf]).data)
    var fields: [Int] = []
    var at = 2  // After "P6": width, height, greatest value, then one white space and the pixels.
    while fields.count < 3, at < all.count {
      while at < all.count, all[at] <= 0x20 { at += 1 }
      var number = 0
      while at < all.count, all[at] > 0x20 {
        number = number * 10 + Int(all[at]) - 48
        at += 1
      }
      fields.append(number)
    }
    guard all.starts(with: Array("P6".utf8)), fields.count == 3, fields[2] == 255 else { throw Unreadable() }
    (width, height) = (fields[0], fields[1])
    bytes = Array(all[(at + 1)...])
    guard bytes.count == width * height * 3 else { throw Unreadable() }
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
