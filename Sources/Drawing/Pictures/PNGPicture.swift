internal import CCairo
internal import Layout

extension LoadedPicture {
  /// Reads a PNG file. A pixel is 1/96 inch, as in CSS, since Cairo does not tell the resolution that a file may state.
  convenience init(png path: String) throws(ContentError) {
    guard let image = cairo_image_surface_create_from_png(path) else { throw .missingPicture(path: path) }
    let status = cairo_surface_status(image)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(image)
      if status == CAIRO_STATUS_FILE_NOT_FOUND { throw .missingPicture(path: path) }
      // Cairo says of most that is broken that memory is short.
      throw .unreadablePicture(path: path, reason: "it is damaged, or ends too early")
    }
    let width = Double(cairo_image_surface_get_width(image))
    let height = Double(cairo_image_surface_get_height(image))
    self.init(size: Size(width * 0.75, height * 0.75), unitsPerPoint: 1 / 0.75, surface: image)
  }
}
