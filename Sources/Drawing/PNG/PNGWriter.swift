public import Layout

/// Writes a page as a PNG picture. A picture is one page: a second one is an error.
public final class PNGWriter: PageWriter {
  private let sink: any ByteSink
  private let metadata: DocumentMetadata
  private let dpi: Double
  private let measurer: PangoMeasurer
  private var raster: Raster?

  /// From this resolution on, letters need no help.
  static let sharpResolution = 200.0

  /// Begins a picture.
  ///
  /// - Parameters:
  ///   - sink: where it goes.
  ///   - metadata: what the picture says about itself.
  ///   - dpi: pixels an inch of paper.
  ///   - measurer: the measurer that shaped the frame's text.
  public init(to sink: any ByteSink, metadata: DocumentMetadata, dpi: Double, measurer: PangoMeasurer) {
    self.sink = sink
    self.metadata = metadata
    self.dpi = dpi
    self.measurer = measurer
  }

  /// Draws the page.
  ///
  /// - Throws: ``DrawingError``.
  public func add(page frame: Frame, outline: String?) throws(DrawingError) {
    if raster != nil { throw .alreadyClosed(path: sink.name) }
    raster = try Raster.render(frame, dpi: dpi, isSmooth: dpi < Self.sharpResolution, measurer: measurer)
  }

  /// Writes the picture.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``.
  public func finish() throws(DrawingError) {
    guard let raster else { throw .alreadyClosed(path: sink.name) }
    try raster.writePNG(to: sink, dpi: dpi, title: metadata.title)
  }

  /// Forgets the picture.
  public func abandon() {
    raster = nil
    sink.abandon()
  }
}
