internal import CCairo
public import Layout

/// A letter of a shaped line, or a group of glyphs that stand for some together.
public struct GlyphPlace: Hashable, Sendable {
  /// What it stands for.
  public var text: String
  /// The bounds of its ink, in points from the left end of the line's baseline.
  public var box: Rect
}

extension ShapedLine {
  /// The size of its type in points; nil where no measurer of this room has shaped it.
  public var typeSize: Double? { (content as? GlyphLine)?.size }

  /// What its ink lies within, generously, in points from the left end of its baseline.
  ///
  /// - Parameter usual: the size of its type where no measurer of this room has shaped it.
  /// - Returns: the rectangle.
  public func reach(usual: Double) -> Rect {
    let size = typeSize ?? usual
    // Marks of some scripts stand far above and below their line.
    let letters = Rect(x: -0.2 * size, y: -1.3 * size, width: width + 0.4 * size, height: 1.9 * size)
    return (content as? GlyphLine)?.ink.map(letters.union) ?? letters
  }

  /// What it says, part by part as they stand from left to right.
  public var text: String {
    guard let line = content as? GlyphLine else { return "" }
    if line.runs.count == 1 { return line.text(of: line.runs[0]) }
    return line.runs.map(line.text).joined()
  }

  /// The letters that leave ink, each with where it does.
  public var glyphPlaces: [GlyphPlace] { (content as? GlyphLine)?.places ?? [] }
}

extension GlyphLine {
  /// What a run says.
  fileprivate func text(of run: Run) -> String {
    String(decoding: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: shape.bytes[run.bytes])), as: UTF8.self)
  }

  fileprivate var places: [GlyphPlace] {
    runs.flatMap { run -> [GlyphPlace] in
      let isBackward = run.flags.rawValue != 0
      var (byte, glyph) = (run.bytes.lowerBound, isBackward ? run.glyphs.upperBound : run.glyphs.lowerBound)
      return shape.clusters[run.clusters].compactMap { cluster in
        let (length, count) = (Int(cluster.num_bytes), Int(cluster.num_glyphs))
        let range = isBackward ? glyph - count..<glyph : glyph..<glyph + count
        let text = String(decoding: shape.bytes[byte..<byte + length].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        byte += length
        glyph += isBackward ? -count : count
        return box(of: range, in: run).map { GlyphPlace(text: text, box: $0) }
      }
    }
  }

  private func box(of range: Range<Int>, in run: Run) -> Rect? {
    var box: Rect?
    for index in range {
      var glyph = shape.glyphs[index]
      var extents = cairo_text_extents_t()
      cairo_scaled_font_glyph_extents(run.font, &glyph, 1, &extents)
      guard extents.width > 0, extents.height > 0 else { continue }
      let ink = Rect(
        x: glyph.x + extents.x_bearing, y: glyph.y + extents.y_bearing, width: extents.width, height: extents.height)
      box = box?.union(ink) ?? ink
    }
    return box?.scaled(by: scale)
  }
}

/// How much ink letters lay down. One worker's own; it remembers every glyph that it has measured.
public final class GlyphInk {
  private struct Key: Hashable {
    var font: OpaquePointer
    var glyph: UInt
  }

  private var areas: [Key: Double] = [:]
  private var boxes: [Key: Rect?] = [:]
  /// The fonts of these glyphs, each held, so that no other comes to have its identity.
  private var fonts: Set<OpaquePointer> = []
  /// The lines that have been asked about, which keeps them alive, so that no other comes to have their identity.
  private var lines: [ObjectIdentifier: (line: GlyphLine, density: Density)] = [:]
  private let cr: OpaquePointer?

  /// Gets ready.
  public init() {
    // Nothing is drawn on it: only outlines are asked for.
    let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
    cr = surface.flatMap { cairo_create($0) }
    if let surface { cairo_surface_destroy(surface) }
  }

  deinit {
    if let cr { cairo_destroy(cr) }
    for font in fonts { cairo_scaled_font_destroy(font) }
  }

  /// How much ink a line lays down: running text leaves much paper between and within its letters, blocks do not.
  public struct Density: Sendable {
    /// The share of what the line takes: its width times the size of its type.
    public var ofLine: Double
    /// The most that a glyph of it takes of a square em.
    public var ofGlyph: Double
  }

  /// The bounds of a line's ink.
  ///
  /// - Parameter line: the line.
  /// - Returns: the bounds, in points from the left end of its baseline; empty where there is no ink, and nil where it is not known
  ///   what the line is.
  public func box(of line: ShapedLine) -> Rect? {
    guard let glyphs = line.content as? GlyphLine else { return nil }
    var all: Rect?
    for run in glyphs.runs {
      for index in run.glyphs {
        let glyph = glyphs.shape.glyphs[index]
        guard let box = box(of: glyph.index, in: run.font)?.moved(by: Point(glyph.x, glyph.y)) else { continue }
        all = all?.union(box) ?? box
      }
    }
    return all?.scaled(by: glyphs.scale) ?? Rect(.zero, .zero)
  }

  /// How much ink a line lays down.
  ///
  /// - Parameter line: the line.
  /// - Returns: nil where it is not known what the line is.
  public func density(of line: ShapedLine) -> Density? {
    guard let glyphs = line.content as? GlyphLine, glyphs.size > 0, line.width > 0 else { return nil }
    if let known = lines[ObjectIdentifier(glyphs)] { return known.density }
    let size = glyphs.shape.size
    var (all, most) = (0.0, 0.0)
    for run in glyphs.runs {
      for index in run.glyphs {
        let ink = area(of: glyphs.shape.glyphs[index], in: run.font)
        all += ink
        most = max(most, ink)
      }
    }
    let density = Density(
      ofLine: all * glyphs.scale / (line.width * size), ofGlyph: most / (size * size))
    if lines.count >= 4096 { lines.removeAll(keepingCapacity: true) }
    lines[ObjectIdentifier(glyphs)] = (glyphs, density)
    return density
  }

  /// The bounds of a glyph's ink from its origin; nil where there is none.
  private func box(of glyph: UInt, in font: OpaquePointer) -> Rect? {
    let key = Key(font: font, glyph: glyph)
    if let box = boxes[key] { return box }
    if fonts.insert(font).inserted { cairo_scaled_font_reference(font) }
    var own = cairo_glyph_t(index: glyph, x: 0, y: 0)
    var extents = cairo_text_extents_t()
    cairo_scaled_font_glyph_extents(font, &own, 1, &extents)
    let box =
      extents.width > 0 && extents.height > 0
      ? Rect(x: extents.x_bearing, y: extents.y_bearing, width: extents.width, height: extents.height) : nil
    if boxes.count >= 4096 { boxes.removeAll(keepingCapacity: true) }
    boxes[key] = .some(box)
    return box
  }

  private func area(of glyph: cairo_glyph_t, in font: OpaquePointer) -> Double {
    let key = Key(font: font, glyph: glyph.index)
    if let known = areas[key] { return known }
    var area = 0.0
    if let box = box(of: glyph.index, in: font) {
      area = outlineArea(of: glyph, in: font)
      // A glyph that is a picture has no outline.
      if area == 0 { area = box.area }
    }
    if areas.count >= 4096 { areas.removeAll(keepingCapacity: true) }
    areas[key] = area
    return area
  }

  /// The area within a glyph's outline: what turns the one way less what turns the other, as counters do.
  private func outlineArea(of glyph: cairo_glyph_t, in font: OpaquePointer) -> Double {
    guard let cr else { return .infinity }
    var glyph = cairo_glyph_t(index: glyph.index, x: 0, y: 0)
    cairo_set_scaled_font(cr, font)
    cairo_new_path(cr)
    cairo_glyph_path(cr, &glyph, 1)
    guard let path = cairo_copy_path_flat(cr) else { return .infinity }
    defer { cairo_path_destroy(path) }
    var (area, start, last) = (0.0, Point.zero, Point.zero)
    func line(to next: Point) {
      area += last.x * next.y - next.x * last.y
      last = next
    }
    var index = 0
    while index < Int(path.pointee.num_data) {
      let head = path.pointee.data[index].header
      let point = head.length > 1 ? path.pointee.data[index + 1].point : .init(x: 0, y: 0)
      switch head.type {
      case CAIRO_PATH_MOVE_TO:
        line(to: start)
        (start, last) = (Point(point.x, point.y), Point(point.x, point.y))
      case CAIRO_PATH_LINE_TO: line(to: Point(point.x, point.y))
      default: line(to: start)
      }
      index += Int(head.length)
    }
    line(to: start)
    return abs(area) / 2
  }
}
