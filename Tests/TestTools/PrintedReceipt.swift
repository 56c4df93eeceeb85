import Foundation

/// A receipt as a printer makes it of what it is told.
package struct PrintedReceipt: Sendable {
  /// Dots across.
  package var width = 0
  /// The rows, each a dot a value.
  package var rows: [[Bool]] = []
  /// How high each band was.
  package var bands: [Int] = []
  package var isCut = false
  /// The first two bytes of each command but those of the pictures.
  package var commands: [[UInt8]] = []

  package struct Unknown: Error, CustomStringConvertible {
    package var description: String
  }

  /// The eight dots of each byte.
  private static let dots = (0..<256).map { byte in (0..<8).map { byte & (0x80 >> $0) != 0 } }

  /// The receipts in a stream, each up to its cut.
  package static func decode(_ bytes: [UInt8]) throws -> [PrintedReceipt] {
    var (receipts, receipt, at): ([PrintedReceipt], PrintedReceipt, Int) = ([], PrintedReceipt(), 0)
    guard bytes.drop(while: { $0 == 0 }).starts(with: [0x1B, 0x40]) else {
      throw Unknown(description: "it does not begin anew")
    }
    while at < bytes.count {
      // What fills up a picture that was cut off is passed over.
      if bytes[at] == 0 {
        at += 1
        continue
      }
      let command = Array(bytes[at..<min(at + 2, bytes.count)])
      switch command {
      case [0x1B, 0x40]: at += 2
      case [0x1B, 0x64]: at += 3
      case [0x1D, 0x56]:
        at += 4
        receipt.isCut = true
        receipt.commands.append(command)
        receipts.append(receipt)
        receipt = PrintedReceipt()
        continue
      case [0x1D, 0x76]:
        let (row, height) = (
          Int(bytes[at + 4]) + 256 * Int(bytes[at + 5]), Int(bytes[at + 6]) + 256 * Int(bytes[at + 7])
        )
        guard bytes[at + 2] == 0x30, bytes[at + 3] == 0, at + 8 + row * height <= bytes.count else {
          throw Unknown(description: "a picture that ends early")
        }
        receipt.width = row * 8
        receipt.bands.append(height)
        for y in 0..<height {
          let start = at + 8 + y * row
          receipt.rows.append(bytes[start..<start + row].flatMap { dots[Int($0)] })
        }
        at += 8 + row * height
      default: throw Unknown(description: "command \(command) at \(at)")
      }
      receipt.commands.append(command)
    }
    return receipts
  }

  /// The same with a share of its dots turned over, by chance that is the same each time.
  package func flipping(_ share: Double) -> PrintedReceipt {
    var (noisy, seed) = (self, UInt64(42))
    for y in rows.indices {
      for x in rows[y].indices {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if Double(seed >> 11) / Double(1 << 53) < share { noisy.rows[y][x].toggle() }
      }
    }
    return noisy
  }

  /// Writes it as a picture, with the blank that paper has around it, each dot two pixels wide, as a camera would see it.
  package func write(pbm path: String) throws {
    let (factor, margin) = (2, 40)
    let across = width * factor + 2 * margin
    var data = Data("P4\n\(across) \(rows.count * factor + 2 * margin)\n".utf8)
    // Eight dots to a byte; widths and margins are multiples of eight.
    let blank = [UInt8](repeating: 0, count: across / 8)
    for _ in 0..<margin { data += blank }
    for row in rows {
      var line = blank
      for (x, isBlack) in row.enumerated() where isBlack {
        let place = margin + x * factor
        line[place / 8] |= 0xC0 >> UInt8(place % 8)
      }
      for _ in 0..<factor { data += line }
    }
    for _ in 0..<margin { data += blank }
    try data.write(to: URL(fileURLWithPath: path))
  }

  /// Writes it as a camera sees it: no lens keeps single dots apart, so each is the mean of those around it, twice over.
  package func write(photograph path: String) throws {
    let (margin, height) = (40, rows.count + 80)
    let across = width + 2 * margin
    var grey = [Int](repeating: 255, count: across * height)
    for (y, row) in rows.enumerated() {
      for (x, isBlack) in row.enumerated() where isBlack { grey[(y + margin) * across + x + margin] = 0 }
    }
    for _ in 0..<2 {
      let sharp = grey
      for y in 1..<height - 1 {
        for x in 1..<across - 1 {
          var sum = 0
          for dy in -1...1 { for dx in -1...1 { sum += sharp[(y + dy) * across + x + dx] } }
          grey[y * across + x] = sum / 9
        }
      }
    }
    let data = Data("P5\n\(across) \(height)\n255\n".utf8) + Data(grey.map { UInt8($0) })
    try data.write(to: URL(fileURLWithPath: path))
  }
}
