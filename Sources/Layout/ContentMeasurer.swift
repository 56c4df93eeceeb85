/// What Layout needs to know about content that only fonts, pictures and code tables can tell. The one seam between placing
/// and drawing: tests use a fake with letters of one width.
///
/// A measurer is used by one worker at a time.
public protocol ContentMeasurer: AnyObject {
  /// Shapes a text in one style and breaks it into lines.
  ///
  /// - Parameters:
  ///   - text: the text; a line feed breaks a line.
  ///   - style: how it looks.
  ///   - scale: a factor on the style's size (``LayoutContext/fontScale``).
  ///   - direction: the reading direction of the paragraph as a whole.
  ///   - width: the widest a line may be in points; nil to break at line feeds only. A single word that is wider is broken
  ///     anywhere rather than left to stick out.
  /// - Returns: the lines.
  /// - Throws: ``ContentError`` when a character has no glyph.
  func shape(_ text: String, style: TextStyle, scale: Double, direction: Direction, width: Double?) throws(ContentError)
    -> ShapedText

  /// The natural size of a picture in points.
  ///
  /// - Parameter path: the picture's file.
  /// - Returns: its size.
  /// - Throws: ``ContentError`` when there is no such picture or it cannot be read.
  func size(ofPicture path: String) throws(ContentError) -> Size

  /// The number of modules along one side of a QR code, without its quiet zone.
  ///
  /// - Parameter text: what the code says.
  /// - Returns: the modules of one side: 21 for version 1, four more for each further version (ISO/IEC 18004).
  /// - Throws: ``ContentError`` when the text is too long for a code.
  func modules(ofCode text: String) throws(ContentError) -> Int
}

/// A text broken into lines.
public struct ShapedText: Sendable {
  /// The lines from top to bottom.
  public var lines: [ShapedLine]
  /// From the baseline to the top of the style's first font, in points.
  public var ascent: Double
  /// From the baseline to the bottom of the style's first font, in points.
  public var descent: Double

  /// Gathers lines.
  public init(lines: [ShapedLine], ascent: Double, descent: Double) {
    self.lines = lines
    self.ascent = ascent
    self.descent = descent
  }
}

extension ShapedText {
  /// The same text in type so many times as large, as far as its measures go; its glyphs stay as they are.
  func grown(by factor: Double) -> ShapedText {
    guard factor != 1 else { return self }
    var grown = ShapedText(lines: lines, ascent: ascent * factor, descent: descent * factor)
    for index in grown.lines.indices { grown.lines[index].width *= factor }
    return grown
  }
}

/// One line of shaped text. What it holds for the exporter is opaque to Layout.
public struct ShapedLine: Sendable {
  /// How far the line advances, in points.
  public var width: Double
  /// Where in the text's UTF-8 the next line begins.
  public var end: Int
  /// The glyphs, as the measurer that shaped them keeps them.
  public var content: any ShapedContent

  /// Makes a line.
  public init(width: Double, end: Int, content: any ShapedContent) {
    self.width = width
    self.end = end
    self.content = content
  }
}

/// Glyphs ready to be drawn; only the exporter that belongs to the measurer knows what is inside.
public protocol ShapedContent: AnyObject, Sendable {}

/// Why content cannot be measured, and so cannot be printed.
public enum ContentError: Error, Hashable, Sendable {
  /// No font has a glyph for this character of this text.
  case missingGlyph(Character, text: String, families: [String])
  /// A character of the text is only in a font of coloured pictures, which cannot be used.
  case colouredGlyph(Character, text: String, font: String)
  /// There is no such font.
  case missingFont(family: String)
  /// There is no such picture.
  case missingPicture(path: String)
  /// The picture cannot be read; the reason is the reader's own.
  case unreadablePicture(path: String, reason: String)
  /// The text does not fit into a QR code (at most 2,331 bytes at level M).
  case codeTooLong(bytes: Int)
  /// Content that may not be printed, by whoever vets what is printed; with the rule's name.
  case refused(text: String, because: String)
}
