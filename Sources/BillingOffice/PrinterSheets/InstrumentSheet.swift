import Drawing
import Layout
import Papers

/// A page on which a printer is looked at: words, rulers and bars at exact places.
struct InstrumentSheet {
  /// What has been placed so far.
  private(set) var frame: Frame
  /// How far down the page is used, in points.
  var y: Double
  /// Where the content begins at the left, and how wide it is, in points.
  let left: Double
  let width: Double
  let measurer: PangoMeasurer
  private let context: LayoutContext
  private let size: Double

  /// Begins a page.
  ///
  /// - Parameters:
  ///   - page: its size in points; a roll's height is infinite.
  ///   - margin: what stays blank around it, in points.
  ///   - size: the size of its type in points.
  ///   - design: the words' language and the fonts.
  /// - Throws: ``Diagnostics`` when there are no letters to be had.
  init(_ page: Size, margin: Double, type size: Double, _ design: PaperDesign) throws(Diagnostics) {
    let composer = try PageComposer(design)
    measurer = composer.measurer
    context = LayoutContext(
      measurer: composer.measurer, direction: composer.formats.direction, decimalSign: composer.formats.decimalSign)
    frame = Frame(size: page)
    (y, left, width, self.size) = (margin, margin, page.width - 2 * margin, size)
  }

  /// The finished page; a roll is cut below what is on it.
  func finished(below blank: Double) -> Frame {
    var frame = frame
    if !frame.size.height.isFinite { frame.size.height = y + blank }
    return frame
  }

  /// Writes a paragraph across the page, and goes on below it.
  mutating func say(_ text: String, scale: Double = 1, weight: Int = 400, gap: Double = 4) throws(Diagnostics) {
    let style = TextStyle(families: StampArt.textFamilies, size: size * scale, weight: weight)
    do {
      let space = Constraints(width: .exact(width), height: .infinity)
      guard case .whole(let block) = try Text(text, style: style).layout(in: space, context) else { return }
      frame.add(.frame(block), at: Point(left, y))
      y += block.size.height + gap
    } catch { throw Diagnostics(.of(error)) }
  }

  /// Writes a short text with the middle of its line at a point.
  mutating func label(_ text: String, at point: Point, scale: Double = 0.8) throws(Diagnostics) {
    let style = TextStyle(families: StampArt.textFamilies, size: size * scale, weight: 500)
    do {
      let line = try measurer.shape(text, style: style, scale: 1, direction: .leftToRight, width: nil)
      guard let first = line.lines.first else { return }
      frame.add(.text(first, style), at: Point(point.x - first.width / 2, point.y + 0.36 * style.size))
    } catch { throw Diagnostics(.of(LayoutError.content(error, nil))) }
  }

  /// Fills rectangles.
  mutating func fill(_ rects: [Rect]) { frame.add(.boxes(rects, .black), at: .zero) }

  /// Places a code with modules of a width; its quiet zone belongs to it.
  ///
  /// - Returns: the side of the whole, in points.
  func side(ofCode text: String, module: Double) throws(Diagnostics) -> Double {
    do { return module * Double(try measurer.modules(ofCode: text) + 2 * Code.quietModules) } catch {
      throw Diagnostics(.of(LayoutError.content(error, nil)))
    }
  }

  /// Places a code.
  mutating func code(_ text: String, module: Double, side: Double, at point: Point) {
    let item = CodeItem(text: text, side: side, quietZone: module * Double(Code.quietModules))
    frame.add(.code(item), at: point)
  }

  /// A ruler from a point, with a mark every millimetre and a number every centimetre.
  mutating func ruler(from start: Point, length: Double, isAcross: Bool = true) throws(Diagnostics) {
    let millimetre = Length.millimetre
    var marks: [Rect] = []
    for step in 0...Int(length / millimetre + 0.001) {
      let height = (step % 10 == 0 ? 4 : step % 5 == 0 ? 3 : 2) * millimetre
      let at = Double(step) * millimetre
      let thickness = 0.4
      marks.append(
        isAcross
          ? Rect(x: start.x + at - thickness / 2, y: start.y, width: thickness, height: height)
          : Rect(x: start.x, y: start.y + at - thickness / 2, width: height, height: thickness))
      if step % 10 == 0, step > 0, at < length - 2 * millimetre {
        let point =
          isAcross ? Point(start.x + at, start.y + 5.8 * millimetre) : Point(start.x + 6.2 * millimetre, start.y + at)
        try label("\(step / 10)", at: point, scale: 0.7)
      }
    }
    fill(marks)
  }
}
