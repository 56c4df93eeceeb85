/// What an outline table of the kind `CFF ` says about itself (Adobe Technical Note 5176, The Compact Font Format Specification).
struct CompactFont: Sendable {
  /// Whether its glyphs are known by character identifiers (CIDs) rather than by names.
  let isCIDKeyed: Bool
  /// By glyph, the CID; nil where each is the glyph's own number.
  let identifiers: [UInt16]?

  /// Reads a table; nil where it is none.
  ///
  /// - Parameters:
  ///   - table: the table's bytes.
  ///   - glyphs: how many glyphs the font has.
  init?(_ table: UnsafeRawBufferPointer, glyphs: Int) {
    let reader = Reader(bytes: table)
    guard let headerSize = reader.number(at: 2, size: 1), let names = reader.index(at: headerSize),
      let tops = reader.index(at: names.end), tops.count > 0, let top = reader.item(0, of: tops)
    else { return nil }
    let operators = reader.operators(in: top)
    // ROS: registry, ordering, supplement.
    guard operators[0x0C1E] != nil else {
      (isCIDKeyed, identifiers) = (false, nil)
      return
    }
    isCIDKeyed = true
    guard let offset = operators[15]?.first, offset > 2 else {
      identifiers = nil
      return
    }
    guard let all = reader.charset(at: offset, glyphs: glyphs) else { return nil }
    identifiers = all.enumerated().allSatisfy { $0 == Int($1) } ? nil : all
  }
}

/// Reads big-endian numbers, and lists of data, each step within bounds.
private struct Reader {
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

  /// The operators of a dictionary and what stands before each (4, DICT Data); those of two bytes are 0x0C00 and the second.
  func operators(in range: Range<Int>) -> [Int: [Int]] {
    var (found, operands): ([Int: [Int]], [Int]) = ([:], [])
    var place = range.lowerBound
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
        found[code] = operands
        operands = []
      case 28:
        operands.append(number(at: place, size: 2).map { Int(Int16(truncatingIfNeeded: $0)) } ?? 0)
        place += 2
      case 29:
        operands.append(number(at: place, size: 4).map { Int(Int32(truncatingIfNeeded: $0)) } ?? 0)
        place += 4
      case 30:
        // A real number, in half bytes up to an F; none that is looked at here is one.
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
