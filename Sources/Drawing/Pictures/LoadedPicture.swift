internal import CCairo
internal import Layout

/// A picture ready to be painted any number of times.
final class LoadedPicture {
  /// Natural size in points.
  let size: Size
  /// How many units of the surface are a point.
  let unitsPerPoint: Double
  let surface: OpaquePointer
  /// The words in it, where somebody else has made it; those of the program's own are known.
  let texts: [String]

  /// Takes over a surface.
  init(size: Size, unitsPerPoint: Double, surface: OpaquePointer, texts: [String] = []) {
    self.size = size
    self.unitsPerPoint = unitsPerPoint
    self.surface = surface
    self.texts = texts
  }

  deinit { cairo_surface_destroy(surface) }
}
