internal import CCairo
internal import CPango
internal import Foundation
internal import Layout

extension LoadedPicture {
  /// Reads an SVG file and records it, so that a document holds its shapes once. Words in it are set in our fonts.
  convenience init(svg path: String, setting: TypeSetting) throws(ContentError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missingPicture(path: path) }
    guard let rsvg = RsvgLibrary.shared else {
      throw .unreadablePicture(path: path, reason: "the system has no librsvg, which the package librsvg2-2 brings")
    }
    var failure: UnsafeMutablePointer<GError>?
    guard let handle = rsvg.newFromFile(path, &failure) else { throw Self.unreadable(path, failure) }
    defer { g_object_unref(handle) }
    rsvg.setDPI(handle, 96)
    guard let size = Self.naturalSize(of: handle, rsvg) else {
      throw .unreadablePicture(path: path, reason: "neither width and height nor a viewBox")
    }
    var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents) else {
      throw .unreadablePicture(path: path, reason: "out of memory")
    }
    // Where there is no cell, nobody says whose it is.
    let texts =
      setting.fonts.cell == nil
      ? PictureTexts.texts(in: Array(FileManager.default.contents(atPath: path) ?? Data())) : []
    self.init(size: size, unitsPerPoint: 1, surface: surface, texts: texts)
    // Words in a picture are set by the default font map of this thread: while it is drawn, that one is ours.
    pango_cairo_font_map_set_default(OpaquePointer(setting.map))
    defer { pango_cairo_font_map_set_default(nil) }
    let cr = cairo_create(surface)
    defer { cairo_destroy(cr) }
    guard rsvg.renderDocument(handle, cr, &extents, &failure) != 0 else { throw Self.unreadable(path, failure) }
  }

  private static func unreadable(_ path: String, _ failure: UnsafeMutablePointer<GError>?) -> ContentError {
    defer { if let failure { g_error_free(failure) } }
    let reason = failure.flatMap { $0.pointee.message }.map { String(cString: $0) }
    return .unreadablePicture(path: path, reason: reason ?? "not an SVG picture")
  }

  /// Width and height as the file states them, or else those of its viewBox; a CSS pixel is 1/96 inch.
  static func naturalSize(of handle: RsvgLibrary.Handle, _ rsvg: RsvgLibrary) -> Size? {
    var width = 0.0
    var height = 0.0
    if rsvg.intrinsicSizeInPixels(handle, &width, &height) == 0 {
      var hasBox: gboolean = 0
      var box = cairo_rectangle_t()
      rsvg.intrinsicDimensions(handle, nil, nil, nil, nil, &hasBox, &box)
      guard hasBox != 0 else { return nil }
      (width, height) = (box.width, box.height)
    }
    return width > 0 && height > 0 ? Size(width * 0.75, height * 0.75) : nil
  }
}
