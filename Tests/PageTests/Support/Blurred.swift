import Foundation

/// A grey picture as a lens that is out of focus sees it: each pixel the mean of those around it, weighed by a bell curve.
struct Blurred {
  private let width: Int
  private let height: Int
  private let pixels: [UInt8]

  struct NoPicture: Error {}

  /// Blurs a picture.
  ///
  /// - Parameters:
  ///   - pgm: the picture, as pdftoppm writes it (PGM, `P5`).
  ///   - radius: the curve's standard deviation in pixels.
  /// - Throws: ``NoPicture``.
  init(_ pgm: Data, radius: Double) throws {
    let bytes = [UInt8](pgm)
    var (words, at) = ([String](), 0)
    while words.count < 4, at < bytes.count {
      let word = bytes[at...].prefix { $0 > 0x20 }
      words.append(String(decoding: word, as: UTF8.self))
      at += word.count + 1
    }
    guard words.first == "P5", words.count == 4, let width = Int(words[1]), let height = Int(words[2]),
      bytes.count >= at + width * height
    else { throw NoPicture() }
    (self.width, self.height) = (width, height)
    let reach = Int(3 * radius + 1)
    let curve = (-reach...reach).map { exp(-Double($0 * $0) / (2 * radius * radius)) }
    let sum = curve.reduce(0, +)
    let weights = curve.map { Int(($0 / sum * 65_536).rounded()) }
    var (from, to) = (bytes[at...].prefix(width * height).map(Int.init), [Int](repeating: 0, count: width * height))
    for (step, count, line) in [(1, width, width), (width, height, 1)] {
      for start in 0..<(step == 1 ? height : width) {
        for place in 0..<count {
          var value = 0
          for (index, weight) in weights.enumerated() {
            value += weight * from[start * line + min(max(place + index - reach, 0), count - 1) * step]
          }
          to[start * line + place * step] = value >> 16
        }
      }
      swap(&from, &to)
    }
    pixels = from.map { UInt8(min(255, max(0, $0))) }
  }

  func write(to path: String) throws {
    try Data(Array("P5\n\(width) \(height)\n255\n".utf8) + pixels).write(to: URL(fileURLWithPath: path))
  }
}
