internal import CCairo
internal import Layout

/// A line's glyphs at the size of its type.
final class GlyphLine: ShapedContent {
  typealias Run = GlyphShape.Run

  /// Where its glyphs stand; lines of all sizes share it.
  let shape: GlyphShape
  /// Size of the type in points.
  let size: Double
  /// How many times as large it is as it was shaped.
  let scale: Double
  /// What the ink lies within, in points from the left end of the baseline; nil for ordinary letters, of which size and width tell
  /// enough.
  let ink: Rect?

  /// - Parameters:
  ///   - shape: where its glyphs stand.
  ///   - size: the size of its type in points.
  init(_ shape: GlyphShape, size: Double) {
    self.shape = shape
    self.size = size
    scale = size / shape.size
    ink = shape.ink?.scaled(by: scale)
  }

  var runs: [Run] { shape.runs }

  /// Size in points of a run's glyphs, which a font's own settings may make another than that of the type.
  func size(of run: Run) -> Double { run.instance.size * scale }
}

/// A line's glyphs at the size it was shaped at, as Cairo draws them, so that showing them again costs no Pango.
///
/// Immutable once shaped, and Cairo counts references to fonts atomically: safe to hand from one thread to another.
final class GlyphShape: @unchecked Sendable {
  /// Glyphs of one font and one direction.
  struct Run {
    /// What Cairo draws it with, at the size it was shaped at.
    var font: OpaquePointer
    /// What a document embeds for it.
    var instance: FontInstance
    var glyphs: Range<Int>
    var clusters: Range<Int>
    var bytes: Range<Int>
    var flags: cairo_text_cluster_flags_t
    /// Where in its text it begins, in bytes of UTF-8, so that what hears it knows the order.
    var start: Int32
    /// The script of its letters, by Pango's number (`PangoScript`).
    var script: UInt8
  }

  let runs: [Run]
  /// Size of the type in points.
  let size: Double
  /// How far the line advances, in points.
  let width: Double
  /// What the ink lies within, in points from the left end of the baseline; nil for ordinary letters.
  let ink: Rect?
  /// Where its glyphs stand, in points from the left end of the baseline.
  let glyphs: UnsafeBufferPointer<cairo_glyph_t>
  let clusters: UnsafeBufferPointer<cairo_text_cluster_t>
  let bytes: UnsafeBufferPointer<CChar>

  /// - Parameters:
  ///   - draft: the glyphs.
  ///   - size: the size of the type in points.
  ///   - mayReachFar: whether ink may lie far from the line: marks may be stacked, letters set into one another, and a font of
  ///     somebody else may have any glyphs.
  init(_ draft: GlyphDraft, size: Double, mayReachFar: Bool) {
    runs = draft.runs
    self.size = size
    width = draft.width
    ink = mayReachFar ? draft.ink ?? Rect(.zero, .zero) : nil
    glyphs = Self.kept(draft.glyphs)
    clusters = Self.kept(draft.clusters)
    bytes = Self.kept(draft.bytes)
    for run in runs { cairo_scaled_font_reference(run.font) }
  }

  deinit {
    for run in runs { cairo_scaled_font_destroy(run.font) }
    glyphs.deallocate()
    clusters.deallocate()
    bytes.deallocate()
  }

  private static func kept<T>(_ values: [T]) -> UnsafeBufferPointer<T> {
    let buffer = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
    _ = buffer.initialize(from: values)
    return UnsafeBufferPointer(buffer)
  }
}

/// A line's glyphs while they are gathered; used again from line to line.
struct GlyphDraft {
  var runs: [GlyphShape.Run] = []
  var glyphs: [cairo_glyph_t] = []
  var clusters: [cairo_text_cluster_t] = []
  var bytes: [CChar] = []
  /// How far the line has advanced, in points.
  var width = 0.0

  mutating func clear() {
    runs.removeAll(keepingCapacity: true)
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    width = 0
  }

  /// What the ink lies within, in points from the left end of the baseline; nil where there is none.
  var ink: Rect? {
    var all: Rect?
    for run in runs {
      var extents = cairo_text_extents_t()
      glyphs[run.glyphs].withUnsafeBufferPointer {
        cairo_scaled_font_glyph_extents(run.font, $0.baseAddress, Int32($0.count), &extents)
      }
      guard extents.width > 0, extents.height > 0, let first = glyphs[run.glyphs].first else { continue }
      let box = Rect(
        x: first.x + extents.x_bearing, y: first.y + extents.y_bearing, width: extents.width, height: extents.height)
      all = all?.union(box) ?? box
    }
    return all
  }

  /// Takes away the blank on either side of the ink.
  mutating func trimSideBearings() {
    guard let ink else { return }
    for index in glyphs.indices { glyphs[index].x -= ink.minX }
    width = ink.size.width
  }
}
