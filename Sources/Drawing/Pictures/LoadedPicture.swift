internal import CCairo
internal import Layout

/// A picture ready to be painted any number of times.
final class LoadedPicture {
  /// Natural size in points.
  let size: Size
  /// How many units of the surface are a point.
  let unitsPerPoint: Double
  let surface: OpaquePointer

  /// Takes over a surface.
  init(size: Size, unitsPerPoint: Double, surface: OpaquePointer) {
    self.size = size
    self.unitsPerPoint = unitsPerPoint
    self.surface = surface
  }

  deinit { cairo_surface_destroy(surface) }
}
