/// Operators of dictionaries that are looked at (Adobe Technical Note 5176, tables 9, 10 and 23).
enum CompactOperator {
  static let (fontBox, charset, charStrings, privateDictionary, subroutines) = (5, 15, 17, 18, 19)
  static let (charStringType, fontMatrix, registry) = (0x0C06, 0x0C07, 0x0C1E)
  static let (identifierCount, fontDictionaries, fontSelection) = (0x0C22, 0x0C24, 0x0C25)
}

/// Reads the parts of a table of the kind `CFF ` (Adobe Technical Note 5176): big-endian numbers, lists and dictionaries, each step
/// within bounds.
struct CompactReader {
  let bytes: UnsafeRawBufferPointer

  /// A list of data (5, INDEX Data).
  struct Index {
    var count: Int
    var offsetSize: Int
    /// Where its offsets stand.
    var offsets: Int
    /// The byte before its data, from which offsets count.
    var base: Int
    /// Where what follows begins.
    var end: Int
  }

  func number(at place: Int, size: Int) -> Int? {
    guard place >= 0, size >= 1, size <= 4, place + size <= bytes.count else { return nil }
    return bytes[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
  }

  func index(at place: Int) -> Index? {
    guard let count = number(at: place, size: 2) else { return nil }
    if count == 0 { return Index(count: 0, offsetSize: 1, offsets: place, base: place, end: place + 2) }
    guard let size = number(at: place + 2, size: 1), (1...4).contains(size) else { return nil }
    let base = place + 3 + (count + 1) * size - 1
    guard let last = number(at: place + 3 + count * size, size: size), base + last <= bytes.count else { return nil }
    return Index(count: count, offsetSize: size, offsets: place + 3, base: base, end: base + last)
  }

  func item(_ item: Int, of index: Index) -> Range<Int>? {
    guard let start = number(at: index.offsets + item * index.offsetSize, size: index.offsetSize),
      let end = number(at: index.offsets + (item + 1) * index.offsetSize, size: index.offsetSize), start <= end,
      start >= 1, index.base + end <= bytes.count
    else { return nil }
    return index.base + start..<index.base + end
  }

  /// An operator of a dictionary with what stands before it (4, DICT Data).
  struct Entry {
    /// An operator of two bytes is 0x0C00 and the second.
    var code: Int
    /// Its whole numbers; a real one counts as 0.
    var operands: [Int]
    /// All its bytes.
    var bytes: Range<Int>
  }

  /// What is in a dictionary, in its order.
  func entries(in range: Range<Int>) -> [Entry] {
    var (found, operands): ([Entry], [Int]) = ([], [])
    var (place, start) = (range.lowerBound, range.lowerBound)
    while place < range.upperBound {
      let byte = Int(bytes[place])
      place += 1
      switch byte {
      case 0...21:
        var code = byte
        if byte == 12, place < range.upperBound {
          code = 0x0C00 | Int(bytes[place])
          place += 1
        }
        found.append(Entry(code: code, operands: operands, bytes: start..<place))
        (operands, start) = ([], place)
      case 28:
        operands.append(number(at: place, size: 2).map { Int(Int16(truncatingIfNeeded: $0)) } ?? 0)
        place += 2
      case 29:
        operands.append(number(at: place, size: 4).map { Int(Int32(truncatingIfNeeded: $0)) } ?? 0)
        place += 4
      case 30:
        // In half bytes, of which F is the end.
        while place < range.upperBound, bytes[place] & 0xF != 0xF, bytes[place] >> 4 != 0xF { place += 1 }
        place += 1
        operands.append(0)
      case 32...246: operands.append(byte - 139)
      case 247...250:
        operands.append((byte - 247) * 256 + (number(at: place, size: 1) ?? 0) + 108)
        place += 1
      case 251...254:
        operands.append(-(byte - 251) * 256 - (number(at: place, size: 1) ?? 0) - 108)
        place += 1
      default: break
      }
    }
    return found
  }

  /// The same by operator.
  func operators(in range: Range<Int>) -> [Int: [Int]] {
    Dictionary(entries(in: range).map { ($0.code, $0.operands) }) { _, last in last }
  }

  /// The identifiers of all glyphs (13, Charsets).
  func charset(at offset: Int, glyphs: Int) -> [UInt16]? {
    var all: [UInt16] = [0]
    all.reserveCapacity(glyphs)
    guard let format = number(at: offset, size: 1) else { return nil }
    var place = offset + 1
    while all.count < glyphs {
      guard let first = number(at: place, size: 2) else { return nil }
      place += 2
      var left = 0
      if format > 0 {
        guard format <= 2, let more = number(at: place, size: format) else { return nil }
        left = more
        place += format
      }
      for step in 0...left where all.count < glyphs { all.append(UInt16(truncatingIfNeeded: first + step)) }
    }
    return all
  }
}
