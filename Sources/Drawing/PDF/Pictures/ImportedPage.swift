internal import CCairo
internal import Layout

/// A page that Cairo has drawn, as objects that another document takes over: the page becomes a form (ISO 32000-1, 8.10), and what it
/// refers to comes with it under new numbers.
struct ImportedPage: Sendable {
  /// An object: its syntax up to its stream, and the stream's bytes.
  struct Object: Sendable {
    var syntax: [UInt8]
    var stream: [UInt8]?
  }

  /// By number, what the page refers to, near and far.
  private let objects: [Int: Object]
  private let size: Size
  private let resources: [UInt8]
  private let content: Int

  /// Draws a picture on a page of its own size.
  ///
  /// - Throws: ``DrawingError/cannotDraw(reason:)``.
  init(_ picture: LoadedPicture) throws(DrawingError) {
    size = picture.size
    let reader = CairoDocument(try Self.drawn(picture))
    let catalog = reader.tailReference("/Root")
    guard
      let page = catalog.flatMap({ reader.reference("/Pages", in: $0) }).flatMap({ reader.reference("/Kids [", in: $0) }
      ),
      let content = reader.reference("/Contents", in: page), let resources = reader.resources(of: page)
    else { throw .cannotDraw(reason: "a picture's page has no content") }
    (self.content, self.resources) = (content, resources)
    var (found, waiting): ([Int: Object], [Int]) = (
      [:], [content] + CairoDocument.references(in: resources).map(\.number)
    )
    while let next = waiting.popLast() {
      guard found[next] == nil, let object = reader.object(next) else { continue }
      found[next] = object
      waiting += CairoDocument.references(in: object.syntax).map(\.number)
    }
    objects = found
  }

  private static func drawn(_ picture: LoadedPicture) throws(DrawingError) -> [UInt8] {
    let memory = MemorySink(name: "")
    let stream = CairoStream(to: memory)
    let surface = stream.lead { cairo_pdf_surface_create_for_stream($0, $1, picture.size.width, picture.size.height) }
    guard let surface else { throw .cannotDraw(reason: "out of memory") }
    // It may still write when it goes.
    defer { withExtendedLifetime(stream) { cairo_surface_destroy(surface) } }
    // What is imported must not be of a version beyond the document's own.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    // There may be words in it, whose font files nobody holds.
    FontLock.opening {
      let cr = cairo_create(surface)
      cairo_set_source_surface(cr, picture.surface, 0, 0)
      cairo_paint(cr)
      cairo_show_page(cr)
      cairo_destroy(cr)
      cairo_surface_finish(surface)
    }
    let status = cairo_surface_status(surface)
    if status != CAIRO_STATUS_SUCCESS { throw .cannotDraw(reason: String(cString: cairo_status_to_string(status))) }
    try stream.flush()
    return memory.bytes
  }

  /// Writes the form and all it refers to.
  ///
  /// - Returns: the form's number.
  /// - Throws: ``DrawingError``.
  func write(to file: ObjectFile) throws(DrawingError) -> ObjectNumber {
    var numbers: [Int: ObjectNumber] = [:]
    for number in objects.keys.sorted() where number != content { numbers[number] = file.reserve() }
    for number in objects.keys.sorted() where number != content {
      guard let object = objects[number], let own = numbers[number] else { continue }
      var syntax = Self.renumbered(object.syntax, numbers)
      if let stream = object.stream {
        syntax += Array("\nstream\n".utf8) + stream + Array("\nendstream".utf8)
        try file.writePlain(own, syntax)
      } else {
        var bytes = PDFBytes()
        bytes.add(syntax)
        try file.write(own, bytes)
      }
    }
    var dictionary = PDFBytes("/Type/XObject/Subtype/Form/BBox")
    dictionary.add(rectangle: (0, 0, size.width, size.height))
    // It may blend within itself alone.
    dictionary.add("/Group<</S/Transparency/I true/CS/DeviceRGB>>/Resources ")
    dictionary.add(Self.renumbered(resources, numbers))
    return try file.add(dictionary, stream: objects[content]?.stream ?? [], isPacked: true)
  }

  /// Syntax with its references led to where the objects stand now.
  private static func renumbered(_ syntax: [UInt8], _ numbers: [Int: ObjectNumber]) -> [UInt8] {
    var (out, end): ([UInt8], Int) = ([], 0)
    for reference in CairoDocument.references(in: syntax) {
      out += syntax[end..<reference.range.lowerBound]
      // What was never written reads as null (ISO 32000-1, 7.3.10).
      out += numbers[reference.number].map { Array("\($0.value) 0 R".utf8) } ?? Array("null".utf8)
      end = reference.range.upperBound
    }
    return out + syntax[end...]
  }
}
