public import Layout

/// Measures text with Pango, pictures and codes. One worker's own: make one for each thread.
public final class PangoMeasurer: ContentMeasurer {
  let setting: TypeSetting
  let pictures: Pictures
  let codes = Codes()
  private var shaper: Shaper
  private var faces: [FaceKey: Typeface] = [:]
  private var last: (key: FaceKey, face: Typeface)?
  private var shaped = GenerationCache<TextKey, Entry>(limit: 96 * 1024)

  private struct FaceKey: Hashable {
    var style: TextStyle
    var scale: Double
  }

  private struct TextKey: Hashable {
    var text: String
    var style: ObjectIdentifier
    var scale: Double
    var width: Double?
    var direction: Direction
  }

  private struct Entry {
    var shaped: ShapedText
    /// Keeps the style alive, so that its identity stays its own.
    var face: Typeface
  }

  /// Sets up a worker.
  ///
  /// - Parameters:
  ///   - fonts: the fonts; all workers may share them.
  ///   - language: the BCP 47 tag of the text's language; it chooses between variants of one character, such as those of Han.
  /// - Throws: ``DrawingError/cannotDraw(reason:)`` when Pango cannot be set up.
  public init(fonts: Fonts, language: String) throws(DrawingError) {
    setting = try FontLock.opening { () throws(DrawingError) in try TypeSetting(fonts: fonts, language: language) }
    pictures = Pictures(setting)
    shaper = Shaper(setting)
  }

  /// Shapes a text; see ``ContentMeasurer``. White space at the end of a wrapped line takes no room.
  public func shape(_ text: String, style: TextStyle, scale: Double, direction: Direction, width: Double?)
    throws(ContentError) -> ShapedText
  {
    let key = TextKey(text: text, style: ObjectIdentifier(style), scale: scale, width: width, direction: direction)
    let weight = text.utf8.count + 32
    if let known = shaped.value(for: key, weight: weight) { return known.shaped }
    let entry = try FontLock.opening { () throws(ContentError) -> Entry in
      let face = try self.face(of: style, scale: scale)
      return Entry(shaped: try shaper.shape(text, face: face, direction: direction, width: width), face: face)
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

  private func face(of style: TextStyle, scale: Double) throws(ContentError) -> Typeface {
    let key = FaceKey(style: style, scale: scale)
    if let last, last.key == key { return last.face }
    if let known = faces[key] {
      last = (key, known)
      return known
    }
    let face = try Typeface(style, scale: scale, setting: setting)
    if faces.count >= 256 { faces.removeAll(keepingCapacity: true) }
    faces[key] = face
    last = (key, face)
    return face
  }
}
