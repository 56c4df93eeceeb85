internal import CCairo
internal import CPango
internal import CRsvg
internal import Layout

extension Picture {
  /// Reads an SVG file and records it, so that a document holds its shapes once. Words in it are set in our fonts.
  convenience init(svg path: String, setting: TypeSetting) throws(ContentError) {
    let file: OpaquePointer = g_file_new_for_path(path)
    defer { g_object_unref(UnsafeMutableRawPointer(file)) }
    guard g_file_query_exists(file, nil) != 0 else { throw .missingPicture(path: path) }
    var failure: UnsafeMutablePointer<GError>?
    guard let handle = rsvg_handle_new_from_gfile_sync(file, RSVG_HANDLE_FLAGS_NONE, nil, &failure) else {
      throw Self.unreadable(path, failure)
    }
    defer { g_object_unref(handle) }
    rsvg_handle_set_dpi(handle, 96)
    guard let size = Self.naturalSize(of: handle) else {
      throw .unreadablePicture(path: path, reason: "neither width and height nor a viewBox")
    }
    var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents) else {
      throw .unreadablePicture(path: path, reason: "out of memory")
    }
    self.init(size: size, unitsPerPoint: 1, surface: surface)
    // Words in a picture are set by the default font map of this thread: while it is drawn, that one is ours.
    pango_cairo_font_map_set_default(OpaquePointer(setting.map))
    defer { pango_cairo_font_map_set_default(nil) }
    let cr = cairo_create(surface)
    defer { cairo_destroy(cr) }
    var viewport = RsvgRectangle(x: 0, y: 0, width: size.width, height: size.height)
    guard rsvg_handle_render_document(handle, cr, &viewport, &failure) != 0 else {
      throw Self.unreadable(path, failure)
    }
  }

  private static func unreadable(_ path: String, _ failure: UnsafeMutablePointer<GError>?) -> ContentError {
    defer { if let failure { g_error_free(failure) } }
    let reason = failure.flatMap { $0.pointee.message }.map { String(cString: $0) }
    return .unreadablePicture(path: path, reason: reason ?? "not an SVG picture")
  }

  /// Width and height as the file states them, or else those of its viewBox; a CSS pixel is 1/96 inch.
  private static func naturalSize(of handle: UnsafeMutablePointer<RsvgHandle>) -> Size? {
    var width = 0.0
    var height = 0.0
    if rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) == 0 {
      var hasWidth: gboolean = 0
      var hasHeight: gboolean = 0
      var hasBox: gboolean = 0
      var (w, h, box) = (RsvgLength(), RsvgLength(), RsvgRectangle())
      rsvg_handle_get_intrinsic_dimensions(handle, &hasWidth, &w, &hasHeight, &h, &hasBox, &box)
      guard hasBox != 0 else { return nil }
      (width, height) = (box.width, box.height)
    }
    return width > 0 && height > 0 ? Size(width * 0.75, height * 0.75) : nil
  }
}
