internal import Layout

extension ContentPainter {
  /// Draws a picture, stretched to a size.
  mutating func draw(pictureAt path: String, size: Size, at origin: Point) throws(DrawingError) {
    let picture = try studio.picture(at: path)
    markPicture(Rect(origin, size))
    stream.save()
    stream.concatenate(
      FixedPoint.factor(size.width / picture.unit.width), 0, 0, FixedPoint.factor(size.height / picture.unit.height),
      x(origin.x), y(origin.y + size.height))
    stream.operand("X", place(of: .picture(picture)))
    stream.operate("Do")
    stream.restore()
  }

  /// Draws a QR code on white, so that it is read on coloured ground too.
  mutating func draw(_ item: CodeItem, at origin: Point) throws(DrawingError) {
    let code = try studio.code(for: item.text)
    markLeaf(Rect(origin, Size(item.side, item.side)))
    structure?.describe(item.text)
    let modules = Double(code.modules)
    // Four modules on every side (ISO/IEC 18004), whatever narrower zone was asked for.
    let quietZone = max(item.quietZone, 4 * item.side / (modules + 8))
    let side = item.side - 2 * quietZone
    stream.endText()
    stream.fill(with: .white)
    rectangle(Rect(origin, Size(item.side, item.side)))
    stream.operate("f")
    stream.fill(with: .black)
    stream.save()
    stream.concatenate(
      FixedPoint.factor(side), 0, 0, FixedPoint.factor(side), x(origin.x + quietZone), y(origin.y + quietZone + side))
    stream.operand("X", place(of: .code(code)))
    stream.operate("Do")
    stream.restore()
  }
}
