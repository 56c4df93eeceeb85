public import Layout

/// Measures text with Pango, pictures and codes. One worker's own: make one for each thread.
public final class PangoMeasurer: ContentMeasurer {
  let setting: TypeSetting
  /// The BCP 47 tag of the text's language.
  let language: String
  let pictures: Pictures
  let codes = Codes()
  private var shaper: Shaper
  private var faces: [TextStyle: Typeface] = [:]
  private var last: Typeface?
  /// A few hundred texts: a desk that is open all day holds no more after ten thousand receipts than after a thousand.
  private var shaped = GenerationCache<TextKey, Entry>(limit: 24 * 1024)

  private struct TextKey: Hashable {
    var text: String
    var style: ObjectIdentifier
    /// In ems: at all sizes a text has the same shape.
    var width: Double?
    var direction: Direction
  }

  private struct Entry {
    /// Keeps the style alive, so that its identity stays its own.
    let face: Typeface
    let rows: [ShapedRow]
    /// The size last asked for, in points, and the text at that size.
    private(set) var size: Double
    private(set) var shaped: ShapedText

    init(_ rows: [ShapedRow], face: Typeface, size: Double) {
      (self.face, self.rows, self.size) = (face, rows, size)
      shaped = Self.text(rows, face: face, size: size)
    }

    mutating func grow(to size: Double) {
      self.size = size
      shaped = Self.text(rows, face: face, size: size)
    }

    private static func text(_ rows: [ShapedRow], face: Typeface, size: Double) -> ShapedText {
      let scale = size / face.shapingSize
      return ShapedText(
        lines: rows.map {
          ShapedLine(width: $0.shape.width * scale, end: $0.end, content: GlyphLine($0.shape, size: size))
        }, ascent: face.ascent * size, descent: face.descent * size)
    }
  }

  /// Sets up a worker.
  ///
  /// - Parameters:
  ///   - fonts: the fonts; all workers may share them.
  ///   - language: the BCP 47 tag of the text's language; it chooses between variants of one character, such as those of Han.
  /// - Throws: ``DrawingError/cannotDraw(reason:)`` when Pango cannot be set up.
  public init(fonts: Fonts, language: String) throws(DrawingError) {
    self.language = language
    setting = try FontLock.opening { () throws(DrawingError) in try TypeSetting(fonts: fonts, language: language) }
    pictures = Pictures(setting)
    shaper = Shaper(setting)
  }

  /// Shapes a text; see ``ContentMeasurer``. White space at the end of a wrapped line takes no room.
  public func shape(_ text: String, style: TextStyle, scale: Double, direction: Direction, width: Double?)
    throws(ContentError) -> ShapedText
  {
    let size = style.size * scale
    let ems = size > 0 ? width.map { $0 / size } : nil
    let key = TextKey(text: text, style: ObjectIdentifier(style), width: ems, direction: direction)
    let weight = text.utf8.count + 32
    if var known = shaped.value(for: key, weight: weight) {
      if known.size != size {
        known.grow(to: size)
        shaped.replace(known, for: key)
      }
      return known.shaped
    }
    let entry = try FontLock.opening { () throws(ContentError) -> Entry in
      let face = try self.face(of: style)
      let rows = try shaper.shape(
        text, face: face, direction: direction, width: ems.map { $0 * face.shapingSize })
      return Entry(rows, face: face, size: size)
    }
    shaped.insert(entry, for: key, weight: weight)
    return entry.shaped
  }

  /// The natural size of a picture in points; a pixel is 1/96 inch, as in CSS.
  public func size(ofPicture path: String) throws(ContentError) -> Size {
    try pictures.picture(at: path).size
  }

  /// The words in a picture of others, a text element in each.
  package func texts(ofPicture path: String) throws(ContentError) -> [String] { try pictures.picture(at: path).texts }

  /// The number of modules along one side of a QR code at level M, without its quiet zone.
  public func modules(ofCode text: String) throws(ContentError) -> Int {
    try codes.code(for: text).modules
  }

  private func face(of style: TextStyle) throws(ContentError) -> Typeface {
    if let last, last.style == style { return last }
    if let known = faces[style] {
      last = known
      return known
    }
    let face = try Typeface(style, setting: setting)
    if faces.count >= 256 { faces.removeAll(keepingCapacity: true) }
    faces[style] = face
    last = face
    return face
  }
}
