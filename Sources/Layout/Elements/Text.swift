/// A paragraph in one style. It breaks into lines at the width it is given and into parts at the height.
public struct Text: Element {
  /// What it says; a line feed breaks a line.
  public var text: String
  /// How it looks.
  public var style: TextStyle
  /// Where its lines stand.
  public var alignment: TextAlignment
  /// Whether lines may be broken where the width ends; otherwise a line that is too wide does not fit.
  public var wraps: Bool
  /// The level of the heading it is, 1 to 6; nil for a paragraph.
  public var headingLevel: Int?
  /// The width to keep after the decimal sign, in points, so that a column's signs stand under one another; set by ``Table``.
  var decimalTail: Double?

  /// Makes a paragraph.
  public init(
    _ text: String, style: TextStyle, alignment: TextAlignment = .start, wraps: Bool = true,
    headingLevel: Int? = nil
  ) {
    self.text = text
    self.style = style
    self.alignment = alignment
    self.wraps = wraps
    self.headingLevel = headingLevel
  }

  /// Places as many lines as fit; the rest is the text from the next line on.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let shaped = try shape(text, within: wraps ? space.width.limit : .infinity, context)
    if let width = try tooWide(shaped, for: space, context) {
      return .none(Misfit(.tooWide(needed: width, available: space.width.limit)))
    }
    let lineHeight = style.size * context.fontScale * style.lineHeight
    var count = shaped.lines.count
    if !space.fits(height: Double(count) * lineHeight) {
      count = max(0, Int((space.height + 0.001) / lineHeight))
      if count == 0 { return .none(Misfit(.tooHigh(needed: lineHeight, available: space.height))) }
    }
    let lines = shaped.lines[..<count]
    let shift = try decimalShift(context)
    let width = space.frameWidth(around: min(space.width.limit, (lines.map(\.width).max() ?? 0) + shift))

    // The type stands in the middle of its line, as in CSS; a fallback font never moves the line.
    let first = (lineHeight - shaped.ascent - shaped.descent) / 2 + shaped.ascent
    var frame = Frame(size: Size(width, Double(count) * lineHeight), baseline: first)
    if context.hasRoles { frame.role = headingLevel.map { .heading(level: $0) } ?? .paragraph }
    frame.items.reserveCapacity(count)
    for (index, line) in lines.enumerated() where line.end > 0 {
      let x = horizontalOrigin(of: line, in: width, direction: context.direction, shift: shift)
      frame.add(.text(line, style), at: Point(x, first + Double(index) * lineHeight))
    }
    if count == shaped.lines.count { return .whole(frame) }
    var rest = self
    rest.text = String(decoding: text.utf8.dropFirst(shaped.lines[count - 1].end), as: UTF8.self)
    return .part(frame, rest: rest)
  }

  /// The longest line's width, with the room its decimals keep.
  public func naturalWidth(within limit: Double, _ context: LayoutContext) throws(LayoutError) -> Double {
    let shaped = try shape(text, within: wraps ? limit : .infinity, context)
    let space = Constraints(width: .atMost(limit), height: .infinity)
    if let width = try tooWide(shaped, for: space, context) {
      throw .overflow(Misfit(.tooWide(needed: width, available: limit)))
    }
    let widest = shaped.lines.reduce(0) { max($0, $1.width) }
    return min(limit, widest + (try decimalShift(context)))
  }

  private func shape(_ text: String, within limit: Double, _ context: LayoutContext) throws(LayoutError) -> ShapedText {
    do {
      // Shaped without a width first: most texts fit, and the shaped line then serves at every width.
      let natural = try context.measurer.shape(
        text, style: style, scale: context.fontScale, direction: context.direction, width: nil)
      if natural.lines.allSatisfy({ $0.width <= limit + 0.001 }) { return natural }
      return try context.measurer.shape(
        text, style: style, scale: context.fontScale, direction: context.direction, width: limit)
    } catch {
      throw .content(error, nil)
    }
  }

  /// The width of something that no break makes fit: a letter, a word where words are kept whole, a line where nothing may be
  /// broken; nil when there is none.
  private func tooWide(_ shaped: ShapedText, for space: Constraints, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  {
    if !wraps { return shaped.lines.map(\.width).filter { !space.fits(width: $0) }.max() }
    guard context.keepsWordsWhole || shaped.lines.contains(where: { !space.fits(width: $0.width) }) else { return nil }
    var start = text.startIndex
    for line in shaped.lines {
      let end = text.utf8.index(text.startIndex, offsetBy: line.end)
      // A longer line that sticks out does so with the blanks at its end.
      let letters = text[start..<end].count { !$0.isWhitespace }
      if letters <= 1, !space.fits(width: line.width) { return line.width }
      if context.keepsWordsWhole, let word = word(cutAt: end) {
        return try shape(word, within: .infinity, context).lines.first?.width
      }
      start = end
    }
    return nil
  }

  /// The word that is cut when a line ends here; nil when it ends between words.
  private func word(cutAt index: String.Index) -> String? {
    guard let last = text[..<index].last, let next = text[index...].first else { return nil }
    guard !last.mayEndLine, !next.mayBeginLine else { return nil }
    let before = text[..<index].reversed().prefix { !$0.mayEndLine }.reversed()
    return String(before) + text[index...].prefix { !$0.mayBeginLine && !$0.mayEndLine }
  }

  private func horizontalOrigin(of line: ShapedLine, in width: Double, direction: Direction, shift: Double) -> Double {
    let free = width - line.width
    return switch (alignment, direction) {
    case (.center, _): free / 2
    case (.start, .leftToRight), (.end, .rightToLeft): 0
    case (.start, .rightToLeft), (.end, .leftToRight): free
    // Figures run left to right in every language, so their fractions stand at the right.
    case (.decimal, _): max(0, free - shift)
    }
  }
}

extension Text: DecimalAligned {
  /// Whether it is aligned so.
  public var alignsOnDecimalSign: Bool { alignment == .decimal }

  func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double {
    guard let tail = tail(behind: context.decimalSign), !tail.isEmpty else { return 0 }
    return try shape(String(tail), within: .infinity, context).lines.first?.width ?? 0
  }

  func aligned(tail: Double) -> any Element {
    var copy = self
    copy.decimalTail = tail
    return copy
  }

  /// How far the figures stand from the end, so that their sign comes under those of longer fractions.
  private func decimalShift(_ context: LayoutContext) throws(LayoutError) -> Double {
    guard alignsOnDecimalSign, let decimalTail else { return 0 }
    return max(0, decimalTail - (try widthAfterDecimalSign(context)))
  }

  /// The text from its decimal sign on. A whole number has none, yet what follows its last figure ("€") belongs there, too.
  private func tail(behind sign: Character) -> Substring? {
    var end: String.Index?
    var index = text.endIndex
    while index > text.startIndex {
      let next = index
      index = text.index(before: index)
      if next < text.endIndex, text[index] == sign, text[next].isFigure { return text[index...] }
      if end == nil, text[index].isFigure { end = next }
    }
    return end.map { text[$0...] }
  }
}

extension Character {
  /// Whether this is a figure of a decimal number, in any script; a power (²) is none.
  fileprivate var isFigure: Bool {
    if let ascii = asciiValue { return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(ascii) }
    return unicodeScalars.first?.properties.numericType == .decimal
  }

  /// Whether a line may end behind this character without cutting a word.
  fileprivate var mayEndLine: Bool { mayBeginLine || "-\u{2010}–—/\u{AD}\u{200B}".contains(self) }

  /// Whether a line may end before this character: a blank, or a letter of a script that sets none between words.
  fileprivate var mayBeginLine: Bool {
    guard !isWhitespace, let scalar = unicodeScalars.first?.value else { return true }
    return switch scalar {
    // Thai to Myanmar, Khmer, and the scripts of East Asia.
    case 0x0E00...0x109F, 0x1780...0x17FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

/// An element that can stand on its decimal sign within a table's column.
protocol DecimalAligned: Element {
  /// The width from the decimal sign to the end, in points.
  func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double
  /// The same element, keeping this much room after its decimal sign.
  func aligned(tail: Double) -> any Element
}
