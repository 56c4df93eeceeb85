/// A font whose glyphs were known by names, with character identifiers in their place (Adobe Technical Note 5176, 18, CID-keyed
/// Fonts), as a CIDFont wants it (ISO 32000-1, 9.7.4). Each identifier is the glyph's number in the font it was taken from.
struct CIDKeyedFont {
  let bytes: [UInt8]

  /// Puts a table of the kind `CFF ` together anew; nil where it is none.
  ///
  /// - Parameters:
  ///   - table: the table of a font whose glyphs have names.
  ///   - identifiers: for each of its glyphs in their order, the identifier; the first is 0.
  init?(_ table: UnsafeRawBufferPointer, identifiers: [UInt16]) {
    let reader = CompactReader(bytes: table)
    guard let header = reader.number(at: 2, size: 1), let names = reader.index(at: header),
      let tops = reader.index(at: names.end), let top = reader.item(0, of: tops),
      let strings = reader.index(at: tops.end), let global = reader.index(at: strings.end)
    else { return nil }
    let entries = reader.entries(in: top)
    func operands(_ code: Int) -> [Int]? { entries.last { $0.code == code }?.operands }
    guard let place = operands(CompactOperator.charStrings)?.first, let charStrings = reader.index(at: place),
      charStrings.count == identifiers.count, let own = operands(CompactOperator.privateDictionary), own.count == 2,
      own[0] >= 0, own[1] >= 0, own[0] + own[1] <= table.count
    else { return nil }
    let parts = Parts(
      names: Array(table[header..<names.end]), strings: Self.index([Array("Adobe".utf8), Array("Identity".utf8)]),
      global: Array(table[strings.end..<global.end]), charset: Self.charset(identifiers),
      // All glyphs have the first and only font dictionary: format 3, one range.
      selection: [3, 0, 1, 0, 0, 0] + Self.word(identifiers.count), charStrings: Array(table[place..<charStrings.end]),
      privates: Self.privates(reader, at: own[1]..<own[1] + own[0]))
    let kept = entries.filter { Self.kept.contains($0.code) }.flatMap { Array(table[$0.bytes]) }
    bytes = Self.joined(parts, kept: kept, identifierCount: Int(identifiers.max() ?? 0) + 1)
  }

  /// Puts a font together from outlines alone.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - outlines: for each glyph in order, its Type 2 charstring.
  ///   - identifiers: for each, the identifier; the first is 0.
  ///   - unitsPerEm: how many of the outlines' units are an em.
  init(name: String, outlines: [[UInt8]], identifiers: [UInt16], unitsPerEm: Int) {
    // What a unit is, across and up, in em: the only numbers that are not whole.
    let unit = Self.fraction(of: unitsPerEm)
    let matrix = unit + Self.number(0) + Self.number(0) + unit + Self.number(0) + Self.number(0)
    let parts = Parts(
      names: Self.index([Array(name.utf8)]), strings: Self.index([Array("Adobe".utf8), Array("Identity".utf8)]),
      global: Self.word(0), charset: Self.charset(identifiers),
      selection: [3, 0, 1, 0, 0, 0] + Self.word(identifiers.count), charStrings: Self.index(outlines),
      privates: ([], []))
    bytes = Self.joined(
      parts, kept: matrix + Self.code(CompactOperator.fontMatrix), identifierCount: Int(identifiers.max() ?? 0) + 1)
  }

  /// One part of so many, as a real number of a dictionary (4, table 5): decimal figures, two a byte.
  private static func fraction(of parts: Int) -> [UInt8] {
    var halves: [UInt8] = [0xA]
    var rest = 1
    for _ in 0..<12 {
      rest *= 10
      halves.append(UInt8(rest / parts % 10))
      rest %= parts
    }
    halves += halves.count % 2 == 0 ? [0xF, 0xF] : [0xF]
    return [30] + stride(from: 0, to: halves.count, by: 2).map { halves[$0] << 4 | halves[$0 + 1] }
  }

  private struct Parts {
    var names, strings, global, charset, selection, charStrings: [UInt8]
    /// The private dictionary, and the subroutines behind it.
    var privates: (dictionary: [UInt8], subroutines: [UInt8])
  }

  /// What the top dictionary says of outlines; all else tells names.
  private static let kept: Set<Int> = [
    CompactOperator.fontBox, CompactOperator.fontMatrix, CompactOperator.charStringType,
  ]

  private static func joined(_ parts: Parts, kept: [UInt8], identifierCount: Int) -> [UInt8] {
    // Offsets are written with five bytes each, so that the dictionary is as long whatever they are.
    func top(_ charset: Int, _ selection: Int, _ charStrings: Int, _ dictionaries: Int) -> [UInt8] {
      // Strings of a font's own begin at 391, behind the standard ones.
      var out = number(391) + number(392) + number(0) + code(CompactOperator.registry) + kept
      for (value, name) in [
        (identifierCount, CompactOperator.identifierCount), (charset, CompactOperator.charset),
        (selection, CompactOperator.fontSelection), (charStrings, CompactOperator.charStrings),
        (dictionaries, CompactOperator.fontDictionaries),
      ] { out += number(value) + code(name) }
      return out
    }
    func dictionaries(_ place: Int) -> [UInt8] {
      index([number(parts.privates.dictionary.count) + number(place) + code(CompactOperator.privateDictionary)])
    }
    let head: [UInt8] = [1, 0, 4, 4] + parts.names
    let before = head.count + index([top(0, 0, 0, 0)]).count + parts.strings.count + parts.global.count
    let selection = before + parts.charset.count
    let charStrings = selection + parts.selection.count
    let list = charStrings + parts.charStrings.count
    let own = list + dictionaries(0).count
    var out = head + index([top(before, selection, charStrings, list)]) + parts.strings + parts.global
    out += parts.charset + parts.selection + parts.charStrings + dictionaries(own)
    return out + parts.privates.dictionary + parts.privates.subroutines
  }

  /// A private dictionary whose subroutines stand just behind it.
  private static func privates(_ reader: CompactReader, at range: Range<Int>) -> (
    dictionary: [UInt8], subroutines: [UInt8]
  ) {
    let entries = reader.entries(in: range)
    let plain = entries.filter { $0.code != CompactOperator.subroutines }.flatMap { Array(reader.bytes[$0.bytes]) }
    guard let offset = entries.last(where: { $0.code == CompactOperator.subroutines })?.operands.first,
      let list = reader.index(at: range.lowerBound + offset)
    else { return (plain, []) }
    // The offset counts from the dictionary's beginning, and takes six bytes itself.
    let dictionary = plain + number(plain.count + 6) + code(CompactOperator.subroutines)
    return (dictionary, Array(reader.bytes[range.lowerBound + offset..<list.end]))
  }

  /// Ranges of identifiers that follow one another (13, Charsets, format 2); that of the first glyph goes without saying.
  private static func charset(_ identifiers: [UInt16]) -> [UInt8] {
    var (out, next): ([UInt8], Int) = ([2], 1)
    while next < identifiers.count {
      var end = next + 1
      while end < identifiers.count, Int(identifiers[end]) == Int(identifiers[next]) + end - next { end += 1 }
      out += word(Int(identifiers[next])) + word(end - next - 1)
      next = end
    }
    return out
  }

  /// A list of data (5, INDEX Data), with offsets of four bytes.
  private static func index(_ items: [[UInt8]]) -> [UInt8] {
    var (out, offset): ([UInt8], Int) = (word(items.count) + [4], 1)
    for length in [0] + items.map(\.count) {
      offset += length
      out += word(offset >> 16) + word(offset & 0xFFFF)
    }
    return out + items.joined()
  }

  /// A whole number of a dictionary, in five bytes.
  private static func number(_ value: Int) -> [UInt8] { [29] + word(value >> 16) + word(value & 0xFFFF) }

  private static func code(_ code: Int) -> [UInt8] { code > 0xFF ? word(code) : [UInt8(code)] }

  private static func word(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }
}
