internal import CCairo
internal import Layout

/// Keeps the content of groups that blend as drawing commands, so that each blends as a whole.
final class Recordings {
  private var kept: [ObjectIdentifier: (frame: SharedFrame, surface: OpaquePointer)] = [:]
  /// How many are kept at the most; past it all are dropped, and stored again when they are met again.
  private static let limit = 256

  deinit { clear() }

  /// The recording of a group's content.
  func surface(of shared: SharedFrame, measurer: PangoMeasurer) throws(DrawingError) -> OpaquePointer {
    if let known = kept[ObjectIdentifier(shared)]?.surface { return known }
    let surface = try record(shared, measurer: measurer)
    keep(surface, for: shared)
    return surface
  }

  private func record(_ shared: SharedFrame, measurer: PangoMeasurer) throws(DrawingError) -> OpaquePointer {
    let bounds = shared.frame.inkBounds
    var extents = cairo_rectangle_t(
      x: bounds.minX, y: bounds.minY, width: bounds.size.width, height: bounds.size.height)
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents) else {
      throw .cannotDraw(reason: "out of memory")
    }
    do {
      let painter = try Painter(on: surface, measurer: measurer, recordings: self)
      try painter.paint(shared.frame, at: .zero)
      try painter.check()
    } catch {
      cairo_surface_destroy(surface)
      throw error
    }
    return surface
  }

  /// The frame is kept with its recording, so that no other one can come to have its identity.
  private func keep(_ surface: OpaquePointer, for shared: SharedFrame) {
    if kept.count >= Self.limit { clear() }
    kept[ObjectIdentifier(shared)] = (shared, surface)
  }

  private func clear() {
    for (_, surface) in kept.values { cairo_surface_destroy(surface) }
    kept.removeAll(keepingCapacity: true)
  }
}
