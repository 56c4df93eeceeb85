public import Layout

/// Makes pages for a ``PDFWriter``. Each worker has one of its own, and any number of them may work for one document: a page is the same
/// whoever makes it, and the document the same as long as its pages are added in the same order.
public final class PDFPageMaker {
  private let studio: PageStudio

  /// Gets ready.
  ///
  /// - Parameters:
  ///   - options: how the document is written; the writer's own.
  ///   - measurer: the measurer that shapes the text of the frames that this worker is given.
  public init(_ options: PDFOptions, measurer: PangoMeasurer) { studio = PageStudio(options, measurer: measurer) }

  /// Makes a page of a frame's size.
  ///
  /// - Parameter frame: the page.
  /// - Returns: the page, which any thread may add to a document.
  /// - Throws: ``DrawingError``.
  public func page(_ frame: Frame) throws(DrawingError) -> PDFPage { PDFPage(painted: try studio.page(frame)) }
}

/// A page that is ready to be added to a document.
public struct PDFPage: Sendable {
  let painted: PaintedPage
}
