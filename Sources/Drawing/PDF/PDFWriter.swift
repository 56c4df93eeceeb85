internal import CCairo
public import Layout

/// Writes frames as the pages of a PDF. One worker's own; a document ends with ``finish()`` or ``abandon()``.
///
/// The same frames, fonts and metadata give the same bytes.
public final class PDFWriter: PageWriter {
  private let sink: any ByteSink
  private let stream: CairoStream
  private let notes = PDFNotes()
  private let metadata: DocumentMetadata
  private let isTagged: Bool
  private let hasLinks: Bool
  private let correction: PrintCorrection
  private let surface: OpaquePointer
  private let painter: Painter
  private let measurer: PangoMeasurer
  private var pages = 0
  private var links = 0
  private var boxes: [Int: (boxes: PageBoxes, height: Double)] = [:]
  private var isClosed = false

  /// Begins a document. Until ``finish()`` it is not whole: write a file aside, then rename it.
  ///
  /// - Parameters:
  ///   - sink: where it goes.
  ///   - metadata: what the document says about itself.
  ///   - measurer: the measurer that shaped the frames' text.
  ///   - isTagged: whether the document has a structure that can be read aloud, from the roles of its frames. It costs about as
  ///     much time again and five times the size.
  ///   - hasLinks: whether what opens an address does so when it is clicked; no for what is printed and cut.
  ///   - correction: what makes good how the printer is off that the pages are for.
  /// - Throws: ``DrawingError/cannotDraw(reason:)``.
  public init(
    to sink: any ByteSink, metadata: DocumentMetadata, measurer: PangoMeasurer, isTagged: Bool = false,
    hasLinks: Bool = true, correction: PrintCorrection = .none
  ) throws(DrawingError) {
    let stream = CairoStream(to: sink, watch: notes.note)
    guard let surface = stream.lead({ cairo_pdf_surface_create_for_stream($0, $1, 1, 1) }) else {
      throw .cannotDraw(reason: "out of memory")
    }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw .cannotDraw(reason: String(cString: cairo_status_to_string(status)))
    }
    self.sink = sink
    self.stream = stream
    self.metadata = metadata
    self.measurer = measurer
    self.isTagged = isTagged
    self.hasLinks = hasLinks
    self.correction = correction
    self.surface = surface
    do { painter = try Painter(on: surface, measurer: measurer, recordings: Recordings(), isTagged: isTagged) } catch {
      cairo_surface_destroy(surface)
      throw error
    }
    for (key, value) in [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject), (CAIRO_PDF_METADATA_CREATE_DATE, metadata.created),
      (CAIRO_PDF_METADATA_MOD_DATE, metadata.created),
    ] {
      if let value { cairo_pdf_surface_set_metadata(surface, key, value) }
    }
  }

  deinit {
    abandon()
    cairo_surface_destroy(surface)
  }

  /// Adds a page that is not cut; see ``PageWriter``.
  public func add(page frame: Frame, outline: String?) throws(DrawingError) {
    try add(page: frame, outline: outline, boxes: nil)
  }

  /// Adds a page of the frame's size.
  ///
  /// - Parameters:
  ///   - frame: the page.
  ///   - outline: the page's name in the list of contents; nil for none.
  ///   - boxes: where the page is cut; nil where it is not.
  /// - Throws: ``DrawingError``, after which the document is good for nothing but ``abandon()``.
  public func add(page frame: Frame, outline: String?, boxes: PageBoxes?) throws(DrawingError) {
    if isClosed { throw .alreadyClosed(path: sink.name) }
    do { try draw(frame, outline, boxes) } catch { throw stream.fault ?? error }
  }

  private func draw(_ frame: Frame, _ outline: String?, _ boxes: PageBoxes?) throws(DrawingError) {
    cairo_pdf_surface_set_size(surface, frame.size.width, frame.size.height)
    // One document over all pages, or every page would be a tree of its own; a page's size must be set before.
    if isTagged, pages == 0 { cairo_tag_begin(painter.cr, "Document", nil) }
    painter.beginPage()
    try guarded { () throws(DrawingError) in
      if correction == .none { return try painter.paint(frame, at: .zero) }
      try painter.aside { () throws(DrawingError) in
        correction.apply(to: painter.cr)
        try painter.paint(frame, at: .zero)
      }
    }
    if !isTagged, hasLinks {
      for link in LinkArea.all(in: frame) {
        link.emit(on: painter.cr)
        links += 1
      }
    }
    if let boxes {
      self.boxes[pages] = (boxes, frame.size.height)
      notes.keepsPages = true
    }
    pages += 1
    if let outline {
      let flags = cairo_pdf_outline_flags_t(rawValue: 0)
      cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, outline, "page=\(pages)", flags)
    }
    guarded { cairo_show_page(painter.cr) }
    try painter.check()
  }

  /// Ends the document: only now it is whole.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``, for example when the disk is full.
  public func finish() throws(DrawingError) {
    if isClosed { throw .alreadyClosed(path: sink.name) }
    isClosed = true
    do { try end() } catch {
      stream.close()
      sink.abandon()
      throw stream.fault ?? error
    }
  }

  private func end() throws(DrawingError) {
    if isTagged, pages > 0 { cairo_tag_end(painter.cr, "Document") }
    try painter.check()
    guarded { cairo_surface_finish(surface) }
    let status = cairo_surface_status(surface)
    if status != CAIRO_STATUS_SUCCESS { throw .cannotDraw(reason: String(cString: cairo_status_to_string(status))) }
    try stream.flush()
    let update = CatalogUpdate(language: metadata.language, repairsLinks: links > 0, boxes: boxes)
    let text: String
    // What Cairo wrote ends as it always does, unless something has kept it from writing.
    do { text = try update.text(behind: notes) } catch {
      throw .cannotWrite(path: sink.name, reason: "it did not become whole")
    }
    try sink.write(Array(text.utf8))
    try sink.finish()
  }

  /// Draws; alone, where a picture may open font files that nobody holds.
  private func guarded<E: Error>(_ draw: () throws(E) -> Void) throws(E) {
    if measurer.pictures.mayHaveWords { try FontLock.opening(draw) } else { try draw() }
  }

  /// Gives the document up and closes its sink; what there is of it is not whole. Does nothing after ``finish()``.
  public func abandon() {
    if isClosed { return }
    isClosed = true
    stream.close()
    cairo_surface_finish(surface)
    sink.abandon()
  }
}
