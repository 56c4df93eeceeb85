import Foundation
import TestTools

/// Draws pictures that hide what is below them, or part of it.
struct HidingArt {
  var random: SplitMix64

  /// A drawing of shapes.
  ///
  /// - Parameters:
  ///   - first: the colour of what is in front.
  ///   - second: the colour of what is behind.
  ///   - isPale: whether it is mostly to be seen through.
  /// - Returns: an SVG file.
  mutating func shapes(_ first: String, _ second: String, isPale: Bool) -> Data {
    let (width, height) = (random.one(of: 400, 600), random.one(of: 200, 400, 800))
    let whole = "<rect width='\(width)' height='\(height)'"
    let opacity = isPale ? random.number(5...60) : random.number(30...100)
    let inner: String
    switch random.number(0...6) {
    case 0: inner = "\(whole) fill='\(first)'/>"
    case 1:
      let pitch = random.number(3...60)
      let part = random.number(1...pitch)
      inner = """
        \(whole) fill='\(second)' fill-opacity='0.\(random.number(0...9))'/><g transform='rotate(\(random.number(0...90)) 200 200)'>\
        \(stride(from: -800, to: 1600, by: pitch).map { "<rect x='-900' y='\($0)' width='2500' height='\(part)' fill='\(first)'/>" }.joined())</g>
        """
    case 2:
      let side = random.number(4...50)
      inner = stride(from: 0, to: min(height, side * 40), by: side).map { y in
        stride(from: y / side % 2 * side, to: min(width, side * 40), by: 2 * side).map {
          "<rect x='\($0)' y='\(y)' width='\(side)' height='\(side)' fill='\(first)'/>"
        }.joined()
      }.joined()
    case 3:
      inner = (0..<random.number(10...200)).map { index in
        "<circle cx='\(random.number(0...width))' cy='\(random.number(0...height))' r='\(random.number(1...40))' fill='\(index % 2 == 0 ? first : second)'/>"
      }.joined()
    case 4:
      inner = """
        <defs><linearGradient id='g' x2='\(random.number(0...1))' y2='1'><stop stop-color='\(first)'/><stop offset='1' stop-color='\(second)'/>\
        </linearGradient></defs>\(whole) fill='url(#g)'/>
        """
    case 5:
      let wide = random.number(1...60)
      inner =
        "<rect x='\(wide)' y='\(wide)' width='\(width - 2 * wide)' height='\(height - 2 * wide)' fill='none' stroke='\(first)' stroke-width='\(wide)'/>"
    default:
      inner =
        "\(whole) fill='\(second)'/><path d='M0 0L\(width) \(height)M\(width) 0L0 \(height)' stroke='\(first)' stroke-width='\(random.number(2...120))'/>"
    }
    return Data(
      """
      <svg xmlns='http://www.w3.org/2000/svg' width='\(width)' height='\(height)' viewBox='0 0 \(width) \(height)'>\
      <g opacity='\(opacity == 100 ? "1" : "0.\(opacity < 10 ? "0" : "")\(opacity)")'>\(inner)</g></svg>
      """.utf8)
  }

  /// Coarse pixels, with or without holes to be seen through.
  mutating func pixels(_ first: String, _ second: String, isClear: Bool) -> Data {
    func parts(_ color: String) -> [UInt8] {
      let word = UInt32(color.dropFirst(), radix: 16) ?? 0
      return [UInt8(word >> 16 & 0xFF), UInt8(word >> 8 & 0xFF), UInt8(word & 0xFF)]
    }
    let side = random.one(of: 2, 8, 32, 64)
    let share = random.number(1...9)
    let veil = isClear ? UInt8(random.number(20...200)) : random.one(of: 255, 255, 160)
    let (front, back) = (parts(first), parts(second))
    let rows = (0..<side).map { _ -> [UInt8] in
      (0..<side).flatMap { _ -> [UInt8] in (random.number(1...10) <= share ? front : back) + [veil] }
    }
    return PlainPNG.file(rows, width: side)
  }
}

/// Writes small PNG files without packing them (RFC 1950, 1951: one block that is stored as it is).
enum PlainPNG {
  /// A file of rows of pixels, each of red, green, blue and how much it covers.
  static func file(_ rows: [[UInt8]], width: Int) -> Data {
    let raw: [UInt8] = rows.flatMap { [0] + $0 }
    var (low, high) = (UInt32(1), UInt32(0))
    for byte in raw {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    let count = UInt16(raw.count)
    let head: [UInt8] = [0x78, 0x01, 1] + [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let sum: [UInt8] = bytes(high << 16 | low)
    let size: [UInt8] = bytes(UInt32(width)) + bytes(UInt32(rows.count))
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return Data(
      signature + chunk("IHDR", size + [8, 6, 0, 0, 0]) + chunk("IDAT", head + raw + sum) + chunk("IEND", []))
  }

  private static func bytes(_ word: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let checked = Array(name.utf8) + content
    var sum = ~UInt32(0)
    for byte in checked {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return bytes(UInt32(content.count)) + checked + bytes(~sum)
  }
}
