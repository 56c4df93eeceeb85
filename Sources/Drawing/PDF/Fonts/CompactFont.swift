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
    let reader = CompactReader(bytes: table)
    guard let headerSize = reader.number(at: 2, size: 1), let names = reader.index(at: headerSize),
      let tops = reader.index(at: names.end), tops.count > 0, let top = reader.item(0, of: tops)
    else { return nil }
    let operators = reader.operators(in: top)
    // Registry, ordering and supplement of its identifiers.
    guard operators[CompactOperator.registry] != nil else {
      (isCIDKeyed, identifiers) = (false, nil)
      return
    }
    isCIDKeyed = true
    guard let offset = operators[CompactOperator.charset]?.first, offset > 2 else {
      identifiers = nil
      return
    }
    guard let all = reader.charset(at: offset, glyphs: glyphs) else { return nil }
    identifiers = all.enumerated().allSatisfy { $0 == Int($1) } ? nil : all
  }
}
