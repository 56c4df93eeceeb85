public import Layout

/// Writes frames as pages, in one format. One worker's own; a document ends with ``finish()`` or
/// ``abandon()``, and so does its sink.
///
/// All writers draw the same frames by the same painter; they differ in what they write around them, to a ``ByteSink``.
public protocol PageWriter {
  /// Adds a page of the frame's size.
  ///
  /// - Parameters:
  ///   - frame: the page.
  ///   - outline: the page's name in the list of contents, where the format has one; nil for none.
  /// - Throws: ``DrawingError``, after which the document is good for nothing but ``abandon()``.
  func add(page frame: Frame, outline: String?) throws(DrawingError)

  /// Ends the document: only now it is whole.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``, for example when the disk is full.
  func finish() throws(DrawingError)

  /// Gives the document up; a file that was begun for it is for the caller to delete. Does nothing after ``finish()``.
  func abandon()
}
