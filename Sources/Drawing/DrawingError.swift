public import Layout

/// Why something cannot be drawn. Facts only; whoever shows them to people finds the words.
public enum DrawingError: Error, Hashable, Sendable {
  /// The font configuration is missing or is not one.
  case unreadableFontConfiguration(path: String)
  /// The font configuration is sound, but none of the fonts it names is installed.
  case noFonts(configuration: String)
  /// A font of a further folder calls itself by the name of a family that it may not bring.
  case takenFamily(String, path: String)
  /// A file cannot be written; the reason is the writing library's own.
  case cannotWrite(path: String, reason: String)
  /// The drawing library refused to draw; the reason is its own.
  case cannotDraw(reason: String)
  /// A document that was finished or abandoned was asked for more.
  case alreadyClosed(path: String)
  /// Content of a frame that cannot be drawn.
  case content(ContentError)
  /// A line of text that another measurer shaped.
  case foreignText
}
