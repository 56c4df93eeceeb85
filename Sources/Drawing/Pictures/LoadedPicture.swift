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
  /// Makes the same with nothing thinner than a length in its units; nil where it is of pixels.
  private let heavier: ((Double) -> OpaquePointer?)?
  private var heavy: (least: Double, surface: OpaquePointer)?

  /// Takes over a surface.
  init(
    size: Size, unitsPerPoint: Double, surface: OpaquePointer, texts: [String] = [],
    heavier: ((Double) -> OpaquePointer?)? = nil
  ) {
    self.size = size
    self.unitsPerPoint = unitsPerPoint
    self.surface = surface
    self.texts = texts
    self.heavier = heavier
  }

  deinit {
    cairo_surface_destroy(surface)
    if let heavy { cairo_surface_destroy(heavy.surface) }
  }

  /// The picture with nothing thinner than a length, in its units; as it is for 0, or where it is of pixels.
  func surface(least: Double) -> OpaquePointer {
    guard least > 0, let heavier else { return surface }
    if let heavy, heavy.least == least { return heavy.surface }
    guard let made = heavier(least) else { return surface }
    if let heavy { cairo_surface_destroy(heavy.surface) }
    heavy = (least, made)
    return made
  }
}
