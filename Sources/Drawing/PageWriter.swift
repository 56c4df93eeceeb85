public import Layout

/// Writes frames as pages, in one format. One worker's own; a file ends with ``finish()`` or ``abandon()``.
///
/// All writers draw the same frames by the same painter; they differ in the file around them.
public protocol PageWriter {
  /// Adds a page of the frame's size.
  ///
  /// - Parameters:
  ///   - frame: the page.
  ///   - outline: the page's name in the list of contents, where the format has one; nil for none.
  /// - Throws: ``DrawingError``, after which the file is good for nothing but ``abandon()``.
  func add(page frame: Frame, outline: String?) throws(DrawingError)

  /// Ends the file: only now it is whole.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)``, for example when the disk is full.
  func finish() throws(DrawingError)

  /// Gives the file up; what there is of it is not whole and for the caller to delete. Does nothing after ``finish()``.
  func abandon()
}
