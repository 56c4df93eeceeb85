internal import CCairo
internal import Layout

/// A picture as it is written into a document.
final class PaintedPicture: Sendable {
  /// What is written for it.
  enum Content: Sendable {
    /// Pixels (ISO 32000-1, 8.9).
    case image(PixelImage)
    /// Shapes: a page that Cairo has drawn, which becomes a form.
    case page(ImportedPage)
  }

  let path: String
  let content: Content
  /// How large it is where it is painted without being stretched: a point for an image (8.9.5), a page's own size else.
  let unit: Size

  /// - Parameters:
  ///   - picture: the picture.
  ///   - path: where it came from.
  /// - Throws: ``DrawingError/cannotDraw(reason:)``.
  init(_ picture: LoadedPicture, path: String) throws(DrawingError) {
    self.path = path
    if cairo_surface_get_type(picture.surface) == CAIRO_SURFACE_TYPE_IMAGE {
      content = .image(try PixelImage(picture.surface))
      unit = Size(1, 1)
    } else {
      content = .page(try ImportedPage(picture))
      unit = picture.size
    }
  }
}
