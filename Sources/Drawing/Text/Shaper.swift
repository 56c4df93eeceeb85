internal import CCairo
internal import CPango
internal import Layout

/// A line of a text, whatever size it will have.
struct ShapedRow {
  var shape: GlyphShape
  /// Where in the text's UTF-8 the next line begins.
  var end: Int
}

/// Turns text into lines of glyphs.
struct Shaper {
  let setting: TypeSetting
  private var draft = GlyphDraft()
  /// What the layout holds: setting the same text again would make Pango look for its breaks again.
  private var held: String?

  /// How many bytes of a long text are broken into lines at a time.
  private let piece: Int

  /// - Parameters:
  ///   - setting: Pango, set up.
  ///   - piece: how many bytes of a long text are broken into lines at a time.
  init(_ setting: TypeSetting, piece: Int = 2048) { (self.setting, self.piece) = (setting, piece) }

  /// Shapes a text at the size its face is shaped at.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - face: what it is set in.
  ///   - direction: which way the language is read.
  ///   - width: where lines are broken, in points at that size; nil for nowhere.
  /// - Returns: its lines.
  /// - Throws: `ContentError` where no font has one of its characters.
  mutating func shape(_ text: String, face: Typeface, direction: Direction, width: Double?) throws(ContentError)
    -> [ShapedRow]
  {
    // Pango's text ends at a zero: whatever follows would be lost without a word.
    if text.utf8.contains(0) { throw .missingGlyph("\0", text: text, families: face.style.families) }
    let layout = setting.layout
    let base = BaseDirection.of(text, on: direction) == .rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR
    if pango_context_get_base_dir(setting.context) != base {
      pango_context_set_base_dir(setting.context, base)
      pango_layout_context_changed(layout)
    }
    pango_layout_set_font_description(layout, face.description)
    let hyphenates = text.unicodeScalars.contains("\u{AD}")
    pango_layout_set_attributes(layout, face.attributes(for: text, hyphenates: hyphenates))
    if face.style.trimsSideBearings, let width { return try trimmed(text, face: face, width: width) }
    return try broken(text, face: face, width: width)
  }

  /// Pango breaks lines by letters with their bearings, which these lines lose at their ends: a little more is offered, as long as it
  /// is not taken up by ink.
  private mutating func trimmed(_ text: String, face: Typeface, width: Double) throws(ContentError) -> [ShapedRow] {
    let rows = try broken(text, face: face, width: width + Self.mostBearings * face.shapingSize)
    if rows.allSatisfy({ $0.shape.width <= width + 0.001 }) { return rows }
    return try broken(text, face: face, width: width)
  }
  /// What two bearings take at the most, in ems.
  private static let mostBearings = 0.2

  private mutating func broken(_ text: String, face: Typeface, width: Double?) throws(ContentError) -> [ShapedRow] {
    let layout = setting.layout
    // Rounded up: a text that is offered its own natural width keeps its line.
    let limit = width.map { ($0 * Double(PANGO_SCALE)).rounded(.up) + 1 }
    pango_layout_set_width(layout, limit.map { Int32(clamping: Int(min(max($0, 0), 1e9))) } ?? -1)
    return width == nil ? try lines(of: text, face: face) : try piecemeal(text, face: face)
  }

  /// Pango goes through all that is left of a paragraph for each line that it breaks off: a text of ten thousand words would take
  /// minutes. It is given a piece at a time, whose last line, which may go on, begins the next.
  private mutating func piecemeal(_ text: String, face: Typeface) throws(ContentError) -> [ShapedRow] {
    let length = text.utf8.count
    guard length / 2 > piece else { return try lines(of: text, face: face) }
    var (all, start, size): ([ShapedRow], Int, Int) = ([], 0, piece)
    while start < length {
      let stop = Self.boundary(text, at: start + size)
      let from = text.utf8.index(text.startIndex, offsetBy: start)
      let part = String(text[from..<text.utf8.index(text.startIndex, offsetBy: stop)])
      var lines = try lines(of: part, face: face)
      if stop < length {
        lines.removeLast()
        // Where a single line is longer than a piece, it is tried with a longer one.
        guard let last = lines.last, last.end > 0 else {
          size *= 2
          continue
        }
      }
      for var line in lines {
        line.end += start
        all.append(line)
      }
      guard stop < length, let last = all.last else { break }
      (start, size) = (last.end, piece)
    }
    return all
  }

  /// The last place up to a byte where no character's bytes are parted.
  private static func boundary(_ text: String, at byte: Int) -> Int {
    guard byte < text.utf8.count else { return text.utf8.count }
    var index = text.utf8.index(text.startIndex, offsetBy: byte)
    while text.utf8[index] & 0xC0 == 0x80 { index = text.utf8.index(before: index) }
    return text.utf8.distance(from: text.startIndex, to: index)
  }

  /// The lines as Pango breaks them.
  private mutating func lines(of text: String, face: Typeface) throws(ContentError) -> [ShapedRow] {
    if held != text { pango_layout_set_text(setting.layout, text, -1) }
    held = text
    return try readLines(of: text, face: face)
  }

  private mutating func readLines(of text: String, face: Typeface) throws(ContentError) -> [ShapedRow] {
    guard let bytes = pango_layout_get_text(setting.layout) else { return [] }
    let length = text.utf8.count
    var lines: [ShapedRow] = []
    // Combining marks begin with U+0300, whose first byte is CC.
    let mayReachFar =
      setting.fonts.own != nil || face.style.letterSpacing < 0 || text.utf8.contains { $0 >= 0xCC }
    var next = pango_layout_get_lines_readonly(setting.layout)
    while let node = next {
      next = node.pointee.next
      guard let line = node.pointee.data?.assumingMemoryBound(to: PangoLayoutLine.self).pointee else { continue }
      let following = next?.pointee.data?.assumingMemoryBound(to: PangoLayoutLine.self).pointee
      let end = following.map { Int($0.start_index) } ?? length
      let lineEnd = Int(line.start_index + line.length)
      let isWrapped = following != nil && lineEnd == end
      let ink = isWrapped ? Self.inkEnd(of: bytes, from: Int(line.start_index), to: lineEnd) : lineEnd
      draft.clear()
      var reader = LineReader(text: bytes, setting: setting, inkEnd: ink)
      reader.read(line, into: &draft)
      if face.style.trimsSideBearings { draft.trimSideBearings() }
      if let missing = reader.missing { throw Self.missingGlyph(at: missing, of: text, face: face) }
      lines.append(
        ShapedRow(
          shape: GlyphShape(draft, size: face.shapingSize, mayReachFar: mayReachFar), end: end))
    }
    return lines
  }

  /// Where the white space at the end of a wrapped line begins.
  private static func inkEnd(of bytes: UnsafePointer<CChar>, from start: Int, to end: Int) -> Int {
    var ink = end
    while ink > start, bytes[ink - 1] == 0x20 || bytes[ink - 1] == 0x09 { ink -= 1 }
    return ink
  }

  private static func missingGlyph(at byte: Int, of text: String, face: Typeface) -> ContentError {
    let index = text.utf8.index(text.utf8.startIndex, offsetBy: byte, limitedBy: text.utf8.endIndex) ?? text.startIndex
    let start = text.indices.last { $0 <= index } ?? text.startIndex
    return .missingGlyph(text[start], text: text, families: face.style.families)
  }
}
