internal import Layout

/// Paints pages for a document. One worker's own: several may paint for one, since no page depends on another.
final class PageStudio {
  let measurer: PangoMeasurer
  let options: PDFOptions
  let deflater: Deflater
  /// The forms of shared frames; nil for what is better painted each time.
  private var forms: [ObjectIdentifier: (frame: SharedFrame, form: PaintedForm?)] = [:]
  private var pictures: [ObjectIdentifier: (loaded: LoadedPicture, painted: PaintedPicture)] = [:]
  private var codes = GenerationCache<String, PaintedCode>(limit: 16)
  private var widths: [ObjectIdentifier: GlyphWidths] = [:]
  /// The runs of lines that have been shown, which are kept, so that no other comes to have their identity.
  private var shown = GenerationCache<ObjectIdentifier, (line: GlyphLine, runs: [ShownRun])>(limit: 1024)

  /// How many forms and pictures are kept at the most; past it all are dropped, and made again when they are met again.
  private static let (mostForms, mostPictures, mostFaces) = (256, 64, 256)

  init(_ options: PDFOptions, measurer: PangoMeasurer) {
    (self.options, self.measurer) = (options, measurer)
    deflater = Deflater(.zlib, level: options.compression.level)
  }

  /// Paints a page.
  ///
  /// - Throws: ``DrawingError``.
  func page(_ frame: Frame) throws(DrawingError) -> PaintedPage {
    var painter = ContentPainter(self, height: frame.size.height, isForm: false, isTagged: options.isTagged)
    if options.correction != .none { painter.correct(by: options.correction) }
    try painter.paint(frame, at: .zero)
    painter.finish()
    return PaintedPage(
      size: frame.size, content: try deflater.deflated(painter.stream.out.bytes), resources: painter.resources,
      links: painter.links, structure: painter.structure?.nodes ?? [])
  }

  /// The form of a frame that is the same on many pages; nil where it is better painted each time.
  func form(ofShared shared: SharedFrame) throws(DrawingError) -> PaintedForm? {
    if let known = forms[ObjectIdentifier(shared)] { return known.form }
    let form = shared.frame.isWorthRecording ? try paint(shared, isGroup: false) : nil
    keep(form, of: shared)
    return form
  }

  /// The form of a group's content, which meets what is below as a whole.
  func form(ofGroup shared: SharedFrame) throws(DrawingError) -> PaintedForm {
    if let known = forms[ObjectIdentifier(shared)]?.form, known.isGroup { return known }
    let form = try paint(shared, isGroup: true)
    keep(form, of: shared)
    return form
  }

  private func paint(_ shared: SharedFrame, isGroup: Bool) throws(DrawingError) -> PaintedForm {
    var painter = ContentPainter(self, height: 0, isForm: true, isTagged: false)
    try painter.paint(shared.frame, at: .zero)
    painter.finish()
    return PaintedForm(
      source: shared, bounds: shared.frame.inkBounds, isGroup: isGroup,
      content: try deflater.deflated(painter.stream.out.bytes), resources: painter.resources, links: painter.links)
  }

  private func keep(_ form: PaintedForm?, of shared: SharedFrame) {
    if forms.count >= Self.mostForms { forms.removeAll(keepingCapacity: true) }
    forms[ObjectIdentifier(shared)] = (shared, form)
  }

  /// A picture, ready to be written.
  func picture(at path: String) throws(DrawingError) -> PaintedPicture {
    let loaded: LoadedPicture
    do { loaded = try measurer.pictures.picture(at: path) } catch { throw .content(error) }
    if let known = pictures[ObjectIdentifier(loaded)] { return known.painted }
    let painted = try PaintedPicture(loaded, path: path)
    if pictures.count >= Self.mostPictures { pictures.removeAll(keepingCapacity: true) }
    pictures[ObjectIdentifier(loaded)] = (loaded, painted)
    return painted
  }

  /// A QR code, ready to be written.
  func code(for text: String) throws(DrawingError) -> PaintedCode {
    if let known = codes.value(for: text, weight: 1) { return known }
    let symbol: QRSymbol
    do { symbol = try measurer.codes.code(for: text) } catch { throw .content(error) }
    let code = PaintedCode(
      text: text, modules: symbol.modules, content: try deflater.deflated(symbol.packedRows))
    codes.insert(code, for: text, weight: 1)
    return code
  }

  /// The runs of a line as a page shows them on which none of its glyphs stands for another text.
  func runs(of line: GlyphLine) -> [ShownRun] {
    if let known = shown.value(for: ObjectIdentifier(line), weight: 1) { return known.runs }
    let runs = line.runs.map { ShownRun($0, of: line, widths(of: $0.instance.face), after: GlyphTexts()) }
    shown.insert((line, runs), for: ObjectIdentifier(line), weight: 1)
    return runs
  }

  /// How broad the glyphs of a face are.
  func widths(of face: FontFace) -> GlyphWidths {
    if let known = widths[ObjectIdentifier(face)] { return known }
    if widths.count >= Self.mostFaces { widths.removeAll(keepingCapacity: true) }
    // It keeps the face, so that no other comes to have its identity.
    let new = GlyphWidths(face)
    widths[ObjectIdentifier(face)] = new
    return new
  }
}

extension ContentPainter {
  /// Makes good how a printer is off.
  fileprivate mutating func correct(by correction: PrintCorrection) {
    let across = FixedPoint.factor(correction.across)
    let down = FixedPoint.factor(correction.down)
    // Heights are changed from the top, and PDF counts them from the bottom.
    let rise = FixedPoint.length(height * (1 - correction.down) - correction.y)
    stream.concatenate(across, 0, 0, down, FixedPoint.length(correction.x), rise)
    toPage = Placement(a: correction.across, b: 0, c: 0, d: correction.down, origin: Point(correction.x, correction.y))
  }
}
