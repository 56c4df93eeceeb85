/// A picture in dots, as the head of a receipt printer burns them: black or nothing.
struct DotImage: Hashable, Sendable {
  /// Dots from left to right; a multiple of eight.
  let width: Int
  /// Dots from top to bottom.
  let height: Int
  /// Row by row, eight dots a byte, the leftmost in the highest bit; a set bit is black.
  private(set) var bytes: [UInt8]

  /// Makes a blank picture.
  ///
  /// - Parameters:
  ///   - width: dots from left to right; what is no multiple of eight is rounded up to one.
  ///   - height: dots from top to bottom.
  init(width: Int, height: Int) {
    self.width = (max(0, width) + 7) / 8 * 8
    self.height = max(0, height)
    bytes = [UInt8](repeating: 0, count: self.width / 8 * self.height)
  }

  /// Whether a dot is black; what lies outside is not. Black outside is lost.
  subscript(x: Int, y: Int) -> Bool {
    get {
      guard x >= 0, y >= 0, x < width, y < height else { return false }
      return bytes[y * width / 8 + x / 8] & (0x80 >> UInt8(x % 8)) != 0
    }
    set {
      guard x >= 0, y >= 0, x < width, y < height else { return }
      let bit: UInt8 = 0x80 >> UInt8(x % 8)
      if newValue { bytes[y * width / 8 + x / 8] |= bit } else { bytes[y * width / 8 + x / 8] &= ~bit }
    }
  }

  /// Gives the bytes away to be changed, with how many there are to a row.
  mutating func withBytes(_ body: (UnsafeMutablePointer<UInt8>, _ row: Int) -> Void) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      if let start = bytes.baseAddress { body(start, width / 8) }
    }
  }
}
