/// A paragraph in one style. It breaks into lines at the width it is given and into parts at the height.
public struct Text: Element {
  /// What it says; a line feed breaks a line.
  public var text: String { didSet { broken = nil } }
  /// How it looks.
  public var style: TextStyle
  /// Where its lines stand.
  public var alignment: TextAlignment
  /// Whether lines may be broken where the width ends; otherwise a line that is too wide does not fit.
  public var wraps: Bool
  /// The level of the heading it is, 1 to 6; nil for a paragraph.
  public var headingLevel: Int?
  /// Its language, as a BCP 47 tag; nil for the document's.
  public var language: String?
  /// The text as it was typed, where it may be set in capitals; nil where it stands as it was typed.
  public var typed: String?
  /// The width to keep after the decimal sign, in points, so that a column's signs stand under one another; set by ``Table``.
  var decimalTail: Double?
  /// The lines that were left over on the page before.
  private var broken: BrokenLines?

  /// Makes a paragraph.
  public init(
    _ text: String, style: TextStyle, alignment: TextAlignment = .start, wraps: Bool = true,
    headingLevel: Int? = nil, language: String? = nil, typed: String? = nil
  ) {
    self.text = text
    self.style = style
    self.alignment = alignment
    self.wraps = wraps
    self.headingLevel = headingLevel
    self.language = language
    self.typed = typed
  }

  /// So many lines of a paragraph stand together at the least where a page ends (CSS Fragmentation 3, 3.3: orphans and widows).
  private static let leastLines = 2

  /// Places as many lines as fit; the rest is the text from the next line on. No line stands alone, unless a whole page has no more room.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    // Where no word may be cut, a soft hyphen must not tempt a line to end at it.
    if context.wordBreaks == .never, let whole = withoutSoftHyphens { return try whole.layout(in: space, context) }
    if let misfit = try hopeless(in: space, context) { return .none(misfit) }
    let scale = context.scale(of: style)
    let limit = breaksLines(context) ? space.width.limit : .infinity
    let known = broken?.lines(within: limit, scale: scale, context)
    let shaped = if let known { known } else { try shape(text, within: limit, context) }
    if let width = try tooWide(shaped, for: space, context) {
      return .none(Misfit(.tooWide(needed: width, available: space.width.limit)))
    }
    let lineHeight = style.size * scale * style.lineHeight
    var count = shaped.lines.count
    if !space.fits(height: Double(count) * lineHeight) {
      count = max(0, Int((space.height + 0.001) / lineHeight))
      if count == 0 { return .none(Misfit(.tooHigh(needed: lineHeight, available: space.height))) }
      let kept = min(count, shaped.lines.count - Self.leastLines)
      if kept >= Self.leastLines {
        count = kept
      } else if !space.isFreshPage {
        let needed = lineHeight * Double(min(shaped.lines.count, 2 * Self.leastLines))
        return .none(Misfit(.tooHigh(needed: needed, available: space.height)))
      }
    }
    let lines = shaped.lines[..<count]
    let shift = try decimalShift(context)
    let width = space.frameWidth(around: min(space.width.limit, lines.reduce(0) { max($0, $1.width) } + shift))

    // The type stands in the middle of its line, as in CSS; a fallback font never moves the line.
    let first = (lineHeight - shaped.ascent - shaped.descent) / 2 + shaped.ascent
    var frame = Frame(size: Size(width, Double(count) * lineHeight), baseline: first)
    frame.items.reserveCapacity(count)
    for (index, line) in lines.enumerated() where line.end > 0 {
      let x = horizontalOrigin(of: line, in: width, direction: context.direction, shift: shift)
      let baseline = first + Double(index) * lineHeight
      frame.add(.text(line, style), at: Point(x, baseline))
      style.strike?.through(line, at: Point(x, baseline), size: style.size * scale, in: &frame)
    }
    let isWhole = count == shaped.lines.count
    let end = isWhole ? text.utf8.count : shaped.lines[count - 1].end
    if context.hasRoles {
      frame.role = headingLevel.map { .heading(level: $0) } ?? .paragraph
      if !context.isTrial, let span = span(upTo: end, isWhole: isWhole) { frame.become(span) }
    }
    if isWhole { return .whole(frame) }
    var rest = self
    rest.typed = nil
    rest.text = String(decoding: text.utf8.dropFirst(end), as: UTF8.self)
    rest.broken = BrokenLines(shaped, from: count, end: end, within: limit, scale: scale, context)
    return .part(frame, rest: rest)
  }

  /// How the text up to a byte is heard; nil where it is heard as it stands there.
  private func span(upTo end: Int, isWhole: Bool) -> TextSpan? {
    // Nobody can tell which of the letters that were typed stand on which page.
    var span = TextSpan(
      language: language, typed: isWhole && typed != text ? typed : nil, isStruck: style.strike != nil)
    if let wording = style.strike?.wording {
      span.description = wording.description(of: span.typed ?? String(decoding: text.utf8.prefix(end), as: UTF8.self))
    }
    return span.isPlain ? nil : span
  }

  /// Why a trial need not even break lines: the text is longer than all the lines there is room for. A blank at the end of a
  /// line takes no room, and is less than an em.
  private func hopeless(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Misfit? {
    guard context.isTrial, breaksLines(context), space.height.isFinite, space.width.limit.isFinite else { return nil }
    let size = style.size * context.scale(of: style)
    let rows = ((space.height + 0.001) / (size * style.lineHeight)).rounded(.down)
    let length = try shape(text, within: .infinity, context).lines.reduce(0) { $0 + $1.width }
    guard length > rows * (space.width.limit + size) else { return nil }
    return Misfit(.tooHigh(needed: (rows + 1) * size * style.lineHeight, available: space.height))
  }

  /// Narrower and narrower columns have more and more lines, each as wide as its words allow: of all these ways to break the
  /// text, the one whose lines can be the largest.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  {
    let text = withoutSoftHyphens ?? self
    guard breaksLines(context), context.wordBreaks == .never, alignment != .decimal, space.width.limit.isFinite,
      space.height.isFinite, !text.text.utf8.contains(0x0A)
    else { return nil }
    let lineHeight = style.size * context.fontScale * style.lineHeight
    var (best, column) = (0.0, Double.infinity)
    for _ in 0..<16 {
      let lines = try text.columns(within: column, context)
      let widest = lines.reduce(0) { max($0, $1.width) }
      let isCut = lines.dropLast().contains { line in
        text.word(cutAt: text.text.utf8.index(text.text.startIndex, offsetBy: line.end), .never) != nil
      }
      // A word that is wider than the column is cut: there are no further ways.
      guard !isCut, widest > 0 else { break }
      best = max(
        best, min(space.width.limit / (widest * context.fontScale), space.height / (Double(lines.count) * lineHeight)))
      // More lines leave less height for each.
      if best * 0.9998 >= most || space.height / (Double(lines.count + 1) * lineHeight) <= best { break }
      column = widest - 0.01
    }
    // A little less, so that the rounding of measures costs nothing. Type that would get too small is larger than that.
    best *= 0.9998
    return best > 0 && best * context.fontScale * style.size >= context.leastSize ? best : nil
  }

  /// The lines in type of its own size, in a column of a width.
  private func columns(within width: Double, _ context: LayoutContext) throws(LayoutError) -> [ShapedLine] {
    do {
      return try context.measurer.shape(
        text, style: style, scale: 1, direction: context.direction, width: width.isFinite ? width : nil
      ).lines
    } catch {
      throw .content(error, nil)
    }
  }

  private var withoutSoftHyphens: Text? {
    guard text.utf8.contains(0xC2), text.unicodeScalars.contains("\u{AD}") else { return nil }
    var whole = self
    whole.text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{AD}" }))
    return whole
  }

  /// The longest line's width, with the room its decimals keep.
  public func naturalWidth(within limit: Double, _ context: LayoutContext) throws(LayoutError) -> Double {
    if context.wordBreaks == .never, let whole = withoutSoftHyphens {
      return try whole.naturalWidth(within: limit, context)
    }
    let shaped = try shape(text, within: breaksLines(context) ? limit : .infinity, context)
    let space = Constraints(width: .atMost(limit), height: .infinity)
    if let width = try tooWide(shaped, for: space, context) {
      throw .overflow(Misfit(.tooWide(needed: width, available: limit)))
    }
    let widest = shaped.lines.reduce(0) { max($0, $1.width) }
    return min(limit, widest + (try decimalShift(context)))
  }

  /// Whether its lines may be broken where the width ends.
  private func breaksLines(_ context: LayoutContext) -> Bool { wraps || context.breaksAllLines == true }

  private func shape(_ text: String, within limit: Double, _ context: LayoutContext) throws(LayoutError) -> ShapedText {
    do {
      // A trial is reckoned from one size of type: all its measures grow alike.
      let wanted = context.scale(of: style)
      let (scale, growth) = context.isTrial ? (1, wanted) : (wanted, 1)
      // Shaped without a width first: most texts fit, and the shaped line then serves at every width.
      let natural = try context.measurer.shape(
        text, style: style, scale: scale, direction: context.direction, width: nil)
      if natural.lines.allSatisfy({ $0.width * growth <= limit + 0.001 }) { return natural.grown(by: growth) }
      return try context.measurer.shape(
        text, style: style, scale: scale, direction: context.direction, width: limit / growth
      ).grown(by: growth)
    } catch {
      throw .content(error, nil)
    }
  }

  /// The width of something that no break makes fit: a letter, a word where words are kept whole, a line where nothing may be
  /// broken; nil when there is none.
  private func tooWide(_ shaped: ShapedText, for space: Constraints, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  {
    let allFit = shaped.lines.allSatisfy { space.fits(width: $0.width) }
    if !breaksLines(context) { return allFit ? nil : shaped.lines.lazy.map(\.width).max() }
    // Where all is on one line, no word is cut.
    if allFit, shaped.lines.count <= 1 || context.wordBreaks == .anywhere { return nil }
    var start = text.startIndex
    for line in shaped.lines {
      let end = text.utf8.index(text.startIndex, offsetBy: line.end)
      // A longer line that sticks out does so with the blanks at its end.
      if !space.fits(width: line.width), text[start..<end].count(where: { !$0.isWhitespace }) <= 1 { return line.width }
      if let word = word(cutAt: end, context.wordBreaks) {
        return try shape(word, within: .infinity, context).lines.first?.width
      }
      start = end
    }
    return nil
  }

  /// The word that is cut when a line ends here, though it may not be; nil when it may, or the line ends between words.
  private func word(cutAt index: String.Index, _ breaks: WordBreaks) -> String? {
    if breaks == .anywhere || breaks == .atSoftHyphens && text[..<index].last == "\u{AD}" { return nil }
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

extension Frame {
  /// Makes one span of all that is in it.
  fileprivate mutating func become(_ span: TextSpan) {
    guard !items.isEmpty else { return }
    items = [Placed(origin: .zero, item: .span(Frame(size: size, baseline: baseline, items: items), span))]
  }
}

/// A text on its decimal sign within a table's column.
extension Text {
  /// Whether it is aligned so.
  public var alignsOnDecimalSign: Bool { alignment == .decimal }

  /// The width of the text from its sign on.
  public func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double {
    guard let tail = tail(behind: context.decimalSign), !tail.isEmpty else { return 0 }
    return try shape(String(tail), within: .infinity, context).lines.first?.width ?? 0
  }

  /// The same text with a tail.
  public func aligned(tail: Double) -> any Element {
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
    if let sign = sign.asciiValue, text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      return tail(behind: sign).map { text[text.utf8.index(text.startIndex, offsetBy: $0)...] }
    }
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

  /// The same byte by byte, where each is a character: in a table most are.
  private func tail(behind sign: UInt8) -> Int? {
    var (end, place, next): (Int?, Int, UInt8) = (nil, text.utf8.count, 0)
    for byte in text.utf8.reversed() {
      place -= 1
      let isFigure = 0x30...0x39 ~= byte
      if byte == sign, 0x30...0x39 ~= next { return place }
      if end == nil, isFigure { end = place + 1 }
      next = byte
    }
    return end
  }
}

extension Character {
  /// Whether this is a figure of a decimal number, in any script; a power (²) is none.
  fileprivate var isFigure: Bool {
    if let ascii = asciiValue { return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(ascii) }
    return unicodeScalars.first?.properties.numericType == .decimal
  }

  /// Whether a line may end behind this character without cutting a word.
  fileprivate var mayEndLine: Bool { mayBeginLine || "-\u{2010}–—/\u{200B}".contains(self) }

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
