internal import Foundation

/// The form in which a picture comes out of a cell: numbers in a row, of which each is looked at as it is read.
struct PictureBytesWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(byte: UInt8) { bytes.append(byte) }
  mutating func add(count: Int) {
    withUnsafeBytes(of: UInt32(clamping: count).littleEndian) { bytes.append(contentsOf: $0) }
  }
  mutating func add(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
  mutating func add(_ numbers: [Double]) { for number in numbers { add(number) } }
  mutating func add(_ more: [UInt8]) { bytes += more }
  mutating func add(texts: [String]) {
    add(count: texts.count)
    for text in texts {
      add(count: text.utf8.count)
      add(Array(text.utf8))
    }
  }
}

/// Reads that form. Whatever is not as it should be is nil, and the picture is refused: nobody believes what a cell says.
struct PictureBytesReader {
  private let bytes: [UInt8]
  private var place = 0

  /// No measure of a picture is beyond this; what is, would only make Cairo reckon wrongly.
  private static let largest = 1e7

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var rest: ArraySlice<UInt8> { bytes[place...] }
  var isAtEnd: Bool { place == bytes.count }

  mutating func byte() -> UInt8? {
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func count(upTo most: Int) -> Int? {
    guard place + 4 <= bytes.count else { return nil }
    let value = bytes[place..<place + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    place += 4
    return Int(value) <= most ? Int(value) : nil
  }

  mutating func number() -> Double? {
    guard place + 8 <= bytes.count else { return nil }
    let bits = bytes[place..<place + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    place += 8
    let number = Double(bitPattern: bits)
    return number.isFinite && abs(number) <= Self.largest ? number : nil
  }

  mutating func texts(upTo most: Int, longest: Int) -> [String]? {
    guard let count = count(upTo: most) else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let length = self.count(upTo: longest), place + length <= bytes.count else { return nil }
      texts.append(String(decoding: bytes[place..<place + length], as: UTF8.self))
      place += length
    }
    return texts
  }

  mutating func numbers(_ count: Int) -> [Double]? {
    var numbers: [Double] = []
    for _ in 0..<count {
      guard let number = number() else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
