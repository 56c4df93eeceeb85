/// What glyphs of one font stand for: each for one text, as a map from codes to Unicode can say it (ISO 32000-1, 9.10.3).
struct GlyphTexts: Sendable {
  /// By glyph: a scalar, or past the last one a place in ``longer``.
  private var single = GlyphTable()
  private var longer: [String] = []
  /// What glyphs stand for that have been met only among others, whose text is told apart from them.
  private var weak: [UInt16: String] = [:]

  private static let beyondScalars: UInt32 = 0x11_0000

  /// Notes that a glyph stands for one character.
  ///
  /// - Returns: false where it stands for another text already.
  mutating func note(_ glyph: UInt16, scalar: UInt32) -> Bool {
    if let known = single[glyph] { return known == scalar }
    single[glyph] = scalar
    return true
  }

  /// Notes that a glyph stands for some text.
  ///
  /// - Returns: false where it stands for another one already.
  mutating func note(_ glyph: UInt16, text: String) -> Bool {
    if let known = single[glyph] { return Self.same(self.text(known), text) }
    single[glyph] = value(of: text)
    return true
  }

  /// Notes what a glyph may be said to stand for, where nothing else is known of it.
  mutating func noteWeakly(_ glyph: UInt16, text: String) {
    if single[glyph] == nil, weak[glyph] == nil { weak[glyph] = text }
  }

  /// Takes over what another page says, unless it says otherwise.
  ///
  /// - Returns: whether it agreed.
  mutating func merge(_ other: GlyphTexts) -> Bool {
    for (glyph, value) in other.single.entries {
      guard let known = single[glyph], known != value || value >= Self.beyondScalars else { continue }
      guard value >= Self.beyondScalars, known >= Self.beyondScalars, Self.same(text(known), other.text(value)) else {
        return false
      }
    }
    for (glyph, value) in other.single.entries where single[glyph] == nil {
      single[glyph] = value < Self.beyondScalars ? value : self.value(of: other.text(value))
    }
    for (glyph, text) in other.weak where weak[glyph] == nil { weak[glyph] = text }
    return true
  }

  /// All glyphs in their order, each with its text.
  var all: [(glyph: UInt16, text: String)] {
    let strong = single.entries.map { (glyph: $0.glyph, text: text($0.value)) }
    let others = weak.filter { single[$0.key] == nil }.map { (glyph: $0.key, text: $0.value) }
    return (strong + others).sorted { $0.glyph < $1.glyph }
  }

  /// The glyphs themselves, in no order.
  func forEachGlyph(_ body: (UInt16) -> Void) {
    for entry in single.entries { body(entry.glyph) }
    for glyph in weak.keys { body(glyph) }
  }

  /// Whether two texts are the same, letter by letter: for Swift Ω and the sign of the ohm are equal.
  private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  private func text(_ value: UInt32) -> String {
    if let scalar = Unicode.Scalar(value) { return String(Character(scalar)) }
    return longer[Int(value - Self.beyondScalars)]
  }

  private mutating func value(of text: String) -> UInt32 {
    let scalars = text.unicodeScalars
    if let first = scalars.first, scalars.count == 1 { return first.value }
    longer.append(text)
    return Self.beyondScalars + UInt32(longer.count - 1)
  }
}

/// A number for each of some glyphs of a font, found without hashing: a page asks for each glyph that it shows.
private struct GlyphTable: Equatable {
  /// The glyphs that have a number, in the order in which they got it.
  private(set) var entries: [(glyph: UInt16, value: UInt32)] = []
  /// By a glyph's upper bits, which leaf of ``places`` has it, from 1; 0 for none.
  private var leaves: [UInt16] = []
  /// In leaves of 256, the place of a glyph's entry, from 1; 0 for none. No font has more than 65535 glyphs.
  private var places: [UInt16] = []

  subscript(glyph: UInt16) -> UInt32? {
    get {
      // A short list is gone through faster than it is built up.
      if places.isEmpty { return entries.first { $0.glyph == glyph }?.value }
      guard let place = place(of: glyph), places[place] != 0 else { return nil }
      return entries[Int(places[place]) - 1].value
    }
    set {
      guard let newValue, self[glyph] == nil else { return }
      entries.append((glyph, newValue))
      if !places.isEmpty {
        note(glyph, entries.count)
      } else if entries.count > Self.mostListed {
        for (index, entry) in entries.enumerated() { note(entry.glyph, index + 1) }
      }
    }
  }

  private static let mostListed = 8

  private func place(of glyph: UInt16) -> Int? {
    let upper = Int(glyph >> 8)
    guard upper < leaves.count, leaves[upper] > 0 else { return nil }
    return (Int(leaves[upper]) - 1) << 8 | Int(glyph & 0xFF)
  }

  private mutating func note(_ glyph: UInt16, _ entry: Int) {
    let upper = Int(glyph >> 8)
    while leaves.count <= upper { leaves.append(0) }
    if leaves[upper] == 0 {
      places.append(contentsOf: repeatElement(0, count: 256))
      leaves[upper] = UInt16(places.count >> 8)
    }
    if let place = place(of: glyph) { places[place] = UInt16(clamping: entry) }
  }

  static func == (a: GlyphTable, b: GlyphTable) -> Bool {
    a.entries.count == b.entries.count && a.entries.allSatisfy { b[$0.glyph] == $0.value }
  }
}

extension GlyphTexts: Equatable {
  static func == (a: GlyphTexts, b: GlyphTexts) -> Bool {
    a.single == b.single && a.longer.count == b.longer.count && a.weak.count == b.weak.count
      && zip(a.longer, b.longer).allSatisfy { same($0, $1) }
      && a.weak.allSatisfy { glyph, text in b.weak[glyph].map { same($0, text) } ?? false }
  }
}
