/// What glyphs of one font stand for: each for one text, as a map from codes to Unicode can say it (ISO 32000-1, 9.10.3).
struct GlyphTexts: Sendable {
  /// By glyph: a scalar, or past the last one a place in ``longer``.
  private var single: [UInt16: UInt32] = [:]
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
    for (glyph, value) in other.single {
      guard let known = single[glyph] else { continue }
      let agrees =
        value < Self.beyondScalars || known < Self.beyondScalars
        ? known == value : Self.same(text(known), other.text(value))
      if !agrees { return false }
    }
    for (glyph, value) in other.single where single[glyph] == nil {
      single[glyph] = value < Self.beyondScalars ? value : self.value(of: other.text(value))
    }
    for (glyph, text) in other.weak where weak[glyph] == nil { weak[glyph] = text }
    return true
  }

  /// All glyphs in their order, each with its text.
  var all: [(glyph: UInt16, text: String)] {
    let strong = single.map { (glyph: $0.key, text: text($0.value)) }
    let others = weak.filter { single[$0.key] == nil }.map { (glyph: $0.key, text: $0.value) }
    return (strong + others).sorted { $0.glyph < $1.glyph }
  }

  /// The glyphs themselves, in no order.
  func forEachGlyph(_ body: (UInt16) -> Void) {
    for glyph in single.keys { body(glyph) }
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

extension GlyphTexts: Equatable {
  static func == (a: GlyphTexts, b: GlyphTexts) -> Bool {
    a.single == b.single && a.longer.count == b.longer.count && a.weak.count == b.weak.count
      && zip(a.longer, b.longer).allSatisfy { same($0, $1) }
      && a.weak.allSatisfy { glyph, text in b.weak[glyph].map { same($0, text) } ?? false }
  }
}
