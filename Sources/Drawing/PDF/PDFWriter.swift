public import Layout

/// Writes frames as the pages of a PDF (ISO 32000-1). One worker's own; a document ends with ``finish()`` or ``abandon()``.
///
/// The same frames, fonts and metadata give the same bytes.
public final class PDFWriter: PageWriter {
  private let sink: any ByteSink
  private let metadata: DocumentMetadata
  private let measurer: PangoMeasurer
  private let options: PDFOptions
  private let file: ObjectFile
  /// Makes those pages that come as frames.
  private lazy var studio = PageStudio(options, measurer: measurer)
  private let fonts: EmbeddedFonts
  private let externals: ExternalObjects
  private var tree = PageTree()
  private var outline = Outline()
  private var structure: StructureTree?
  private var isClosed = false

  /// Begins a document. Until ``finish()`` it is not whole: write a file aside, then rename it.
  ///
  /// - Parameters:
  ///   - sink: where it goes.
  ///   - metadata: what the document says about itself.
  ///   - measurer: the measurer that shaped the text of those frames that are handed to this writer.
  ///   - options: how it is written.
  public init(
    to sink: any ByteSink, metadata: DocumentMetadata, measurer: PangoMeasurer, _ options: PDFOptions = PDFOptions()
  ) {
    (self.sink, self.metadata, self.measurer, self.options) = (sink, metadata, measurer, options)
    file = ObjectFile(to: sink, version: options.version, deflater: Deflater(.zlib, level: options.compression.level))
    fonts = EmbeddedFonts(file)
    externals = ExternalObjects(file, fonts)
    if options.isTagged { structure = StructureTree(file) }
  }

  deinit { abandon() }

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
    try append(try studio.page(frame), outline: outline, boxes: boxes)
  }

  /// Adds a page that any worker has made.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - outline: the page's name in the list of contents; nil for none.
  ///   - boxes: where the page is cut; nil where it is not.
  /// - Throws: ``DrawingError``, after which the document is good for nothing but ``abandon()``.
  public func add(page: PDFPage, outline: String?, boxes: PageBoxes? = nil) throws(DrawingError) {
    if isClosed { throw .alreadyClosed(path: sink.name) }
    try append(page.painted, outline: outline, boxes: boxes)
  }

  private func append(_ page: PaintedPage, outline title: String?, boxes: PageBoxes?) throws(DrawingError) {
    let number = file.reserve()
    let parent = tree.add(number, file)
    let content = try file.add(PDFBytes(), stream: page.content, isPacked: true)
    let links = page.links.map { _ in file.reserve() }
    let keys = try structure?.add(page, number: number, links: links, file)
    for (index, link) in page.links.enumerated() {
      try file.write(links[index], annotation(link, pageHeight: page.size.height, key: keys?.links[index]))
    }
    var out = PDFBytes("<</Type/Page/Parent ")
    out.add(parent)
    out.add("/MediaBox")
    out.add(rectangle: (0, 0, page.size.width, page.size.height))
    if let boxes {
      for (name, box) in [("TrimBox", boxes.trim), ("BleedBox", boxes.bleed)] {
        out.add(name: name)
        let height = page.size.height
        out.add(rectangle: (box.minX, height - box.maxY, box.maxX, height - box.minY))
      }
    }
    out.add("/Contents ")
    out.add(content)
    out.add("/Resources")
    out.add(try externals.dictionary(of: page.resources).bytes)
    if page.resources.multiplies { out.add("/Group<</S/Transparency/CS/DeviceRGB>>") }
    if !links.isEmpty {
      out.add("/Annots[")
      for (index, link) in links.enumerated() {
        if index > 0 { out.add(" ") }
        out.add(link)
      }
      out.add("]")
    }
    if let keys {
      out.add("/StructParents ")
      out.add(keys.page)
      // Who goes from one link to the next does so in the order of the structure (ISO 14289-1, 7.18.3).
      out.add("/Tabs/S")
    }
    out.add(">>")
    try file.write(number, out)
    if let title { outline.add(title, page: number) }
  }

  /// A link annotation (12.5.6.5).
  private func annotation(_ link: PaintedLink, pageHeight: Double, key: Int?) -> PDFBytes {
    let area = link.area
    var out = PDFBytes("<</Type/Annot/Subtype/Link/Rect")
    out.add(rectangle: (area.minX, pageHeight - area.maxY, area.maxX, pageHeight - area.minY))
    out.add("/BS<</W 0>>/A<</S/URI/URI")
    out.add(ascii: link.address)
    out.add(">>")
    // It is printed with its page, which matters to nobody but ISO 19005-2, 6.3.2.
    out.add("/F 4")
    if let key {
      out.add("/StructParent ")
      out.add(key)
      out.add("/Contents")
      out.add(ascii: link.address)
    }
    out.add(">>")
    return out
  }

  /// Ends the document: only now it is whole.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``, for example when the disk is full.
  public func finish() throws(DrawingError) {
    if isClosed { throw .alreadyClosed(path: sink.name) }
    isClosed = true
    do {
      try end()
      try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }

  private func end() throws(DrawingError) {
    try fonts.finish()
    let facts = DocumentFacts(metadata: metadata, isAccessible: options.isTagged)
    // Every program finds title and description, without unpacking anything.
    let info = file.reserve()
    try file.write(info, isPlain: true, facts.info)
    let catalog = file.reserve()
    var out = PDFBytes("<</Type/Catalog/Pages ")
    out.add(try tree.finish(file))
    out.add("/Metadata ")
    out.add(try writeMetadata(facts))
    let tag = metadata.language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    out.add("/Lang")
    out.add(ascii: tag)
    out.add("/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>")
    if let root = try outline.finish(file) {
      out.add("/Outlines ")
      out.add(root)
      out.add("/PageMode/UseOutlines")
    }
    if let structure {
      out.add("/MarkInfo<</Marked true>>/StructTreeRoot ")
      out.add(try structure.finish(file))
    }
    out.add(">>")
    try file.write(catalog, out)
    try file.finish(root: catalog, info: info)
  }

  /// The XMP packet stands as it is, so that whoever does not know PDF can find it (14.3.2).
  private func writeMetadata(_ facts: DocumentFacts) throws(DrawingError) -> ObjectNumber {
    let number = file.reserve()
    let packet = facts.packet
    var out = PDFBytes("<</Type/Metadata/Subtype/XML/Length ")
    out.add(packet.count)
    out.add(">>\nstream\n")
    try file.writePlain(number, out.bytes + packet + Array("\nendstream".utf8))
    return number
  }

  /// Gives the document up and closes its sink; what there is of it is not whole. Does nothing after ``finish()``.
  public func abandon() {
    if isClosed { return }
    isClosed = true
    sink.abandon()
  }
}
