/// Bytes in the syntax of PDF (ISO 32000-1, 7.2 and 7.3) while they are put together.
struct PDFBytes: Sendable {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Begins with some text.
  init(_ text: StaticString) { add(text) }

  var count: Int { bytes.count }

  /// Forgets everything and keeps the room.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Adds syntax as it is.
  mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds syntax as it is.
  mutating func add(syntax text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds bytes as they are.
  mutating func add(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Adds bytes as they are.
  mutating func add(_ more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }

  /// Takes away a byte.
  mutating func remove(at index: Int) { bytes.remove(at: index) }

  /// Adds a byte as it is.
  mutating func add(byte: UInt8) { bytes.append(byte) }

  // MARK: - Numbers

  /// Adds a whole number.
  mutating func add(_ number: Int) { add(number, decimals: 0) }

  /// Adds a number that is a count of decimal parts, with no more digits than it needs.
  ///
  /// - Parameters:
  ///   - number: the count, such as 1250 for 1.25 in thousandths.
  ///   - decimals: how many digits stand behind the point at the most.
  mutating func add(_ number: Int, decimals: Int) {
    var (rest, decimals) = (number.magnitude, decimals)
    while decimals > 0, rest % 10 == 0 {
      rest /= 10
      decimals -= 1
    }
    // Six figures at the most, a point and a sign are eight bytes: the rule, and quicker made in one word.
    guard rest < 1_000_000, decimals <= 6 else { return addLong(rest, decimals: decimals, isNegative: number < 0) }
    var (word, count) = (UInt64(0), 0)
    for _ in 0..<decimals {
      word = word << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
    }
    if decimals > 0 {
      word = word << 8 | 0x2E
      count = decimals + 1
    }
    while rest > 0 || count == 0 {
      word = word << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    }
    if number < 0 {
      word = word << 8 | 0x2D
      count += 1
    }
    withUnsafeBytes(of: word.littleEndian) { figures in
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: figures.baseAddress, count: count))
    }
  }

  /// The same for any number without its sign.
  private mutating func addLong(_ number: UInt, decimals: Int, isNegative: Bool) {
    var (rest, behind) = (number, 0)
    if isNegative { bytes.append(0x2D) }
    // Twenty figures hold every number of 64 bits, and a point stands among them.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = 24
      while rest > 0 || behind < decimals {
        if behind == decimals, decimals > 0 {
          start -= 1
          digits[start] = 0x2E
        }
        start -= 1
        digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        behind += 1
      }
      if behind == decimals, decimals > 0 {
        start -= 1
        digits[start] = 0x2E
      } else if behind == 0 {
        start -= 1
        digits[start] = 0x30
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start..<24]))
    }
  }

  /// Adds a length in thousandths of a point (``FixedPoint/length(_:)``).
  mutating func add(length: Int) { add(length, decimals: FixedPoint.lengthDecimals) }

  /// Adds a factor in millionths (``FixedPoint/factor(_:)``).
  mutating func add(factor: Int) { add(factor, decimals: FixedPoint.factorDecimals) }

  /// Adds a colour's part, 0 to 1, as exactly as eight bits need it.
  mutating func add(part: Double) { add(FixedPoint.length(min(max(part, 0), 1)), decimals: FixedPoint.lengthDecimals) }

  /// Adds a rectangle: left, bottom, right and top in points.
  mutating func add(rectangle sides: (left: Double, bottom: Double, right: Double, top: Double)) {
    add("[")
    for (index, side) in [sides.left, sides.bottom, sides.right, sides.top].enumerated() {
      if index > 0 { add(" ") }
      add(length: FixedPoint.length(side))
    }
    add("]")
  }

  // MARK: - References, names, strings

  /// Adds a reference to an object (ISO 32000-1, 7.3.10).
  mutating func add(_ reference: ObjectNumber) {
    add(reference.value)
    add(" 0 R")
  }

  /// Adds a name (7.3.5): what is no regular character is written as its code.
  mutating func add(name: String) {
    bytes.append(0x2F)
    for byte in name.utf8 {
      switch byte {
      case 0x21, 0x22, 0x24, 0x26, 0x27, 0x2A...0x2E, 0x30...0x3B, 0x3D, 0x3F...0x5A, 0x5C, 0x5E...0x7A, 0x7C, 0x7E:
        bytes.append(byte)
      default:
        bytes.append(0x23)
        add(hex: byte)
      }
    }
  }

  /// Adds a byte as two figures.
  mutating func add(hex byte: UInt8) {
    bytes.append(Self.figure(byte >> 4))
    bytes.append(Self.figure(byte & 0xF))
  }

  /// Adds sixteen bits as four figures.
  mutating func add(hex word: UInt16) {
    add(hex: UInt8(word >> 8))
    add(hex: UInt8(word & 0xFF))
  }

  /// Adds a string of ASCII (7.3.4.2).
  mutating func add(ascii text: String) {
    bytes.append(0x28)
    for byte in text.utf8 {
      if byte == 0x28 || byte == 0x29 || byte == 0x5C { bytes.append(0x5C) }
      bytes.append(byte)
    }
    bytes.append(0x29)
  }

  /// Adds bytes as a hexadecimal string (7.3.4.3).
  mutating func add(hexadecimal data: [UInt8]) {
    bytes.append(0x3C)
    for byte in data { add(hex: byte) }
    bytes.append(0x3E)
  }

  /// Adds a text string (7.9.2.2): as it is where all of it is in ASCII, which PDFDocEncoding has in the same places (annex D.3); else UTF-16
  /// behind its byte order mark, in figures.
  mutating func add(text: String) {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return add(ascii: text) }
    add("<FEFF")
    for unit in text.utf16 { add(hex: unit) }
    bytes.append(0x3E)
  }

  private static func figure(_ value: UInt8) -> UInt8 { value + (value < 10 ? 0x30 : 0x37) }
}
