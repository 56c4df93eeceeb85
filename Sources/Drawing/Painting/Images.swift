internal import CCairo
internal import Layout

extension Painter {
  /// Draws a picture, stretched to a size.
  func draw(pictureAt path: String, size: Size, at origin: Point) throws(DrawingError) {
    let picture: LoadedPicture
    do { picture = try measurer.pictures.picture(at: path) } catch { throw .content(error) }
    try aside { () throws(DrawingError) in
      cairo_translate(cr, origin.x, origin.y)
      let unit = picture.unitsPerPoint
      cairo_scale(cr, size.width / picture.size.width / unit, size.height / picture.size.height / unit)
      cairo_rectangle(cr, 0, 0, picture.size.width * unit, picture.size.height * unit)
      cairo_clip(cr)
      cairo_set_source_surface(cr, picture.surface(least: leastHere), 0, 0)
      cairo_paint(cr)
    }
  }

  /// Draws a QR code on white, so that it is read on coloured ground too.
  func draw(_ item: CodeItem, at origin: Point) throws(DrawingError) {
    let code: QRSymbol
    do { code = try measurer.codes.code(for: item.text) } catch { throw .content(error) }
    let modules = Double(code.modules)
    // Four modules on every side (ISO/IEC 18004), whatever narrower zone was asked for.
    let quietZone = max(item.quietZone, 4 * item.side / (modules + 8))
    let module = (item.side - 2 * quietZone) / modules
    use(.white)
    cairo_rectangle(cr, origin.x, origin.y, item.side, item.side)
    cairo_fill(cr)
    use(.black)
    // Readers of SVG blur an image that they enlarge.
    if cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_SVG {
      let corner = origin + Point(quietZone, quietZone)
      return draw(code.darkRuns.map { $0.scaled(by: module) }, in: .black, at: corner)
    }
    try aside { () throws(DrawingError) in
      cairo_translate(cr, origin.x + quietZone, origin.y + quietZone)
      cairo_scale(cr, module, module)
      guard let pattern = cairo_pattern_create_for_surface(code.mask) else { return }
      cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
      cairo_mask(cr, pattern)
      cairo_pattern_destroy(pattern)
    }
  }
}

extension Rect {
  fileprivate func scaled(by factor: Double) -> Rect {
    Rect(x: minX * factor, y: minY * factor, width: size.width * factor, height: size.height * factor)
  }
}
