import Drawing
import Layout
import Synchronization

/// A document whose pieces workers make at the same time. Its pages come in the order of the pieces, whoever is done first: what is
/// made of a piece before all others before it have ended waits in memory, which is as much as the others make meanwhile.
final class SharedDocument: Sendable {
  /// A page, and how it stands in the document.
  struct Sheet: Sendable {
    var page: PDFPage
    /// The page's name in the list of contents; nil for none.
    var outline: String?
    /// Where the page is cut; nil where it is not.
    var boxes: PageBoxes?
    /// Its size in points.
    var size: Size
  }

  /// The writer is nobody else's, and is spoken to by one worker at a time.
  private struct State: @unchecked Sendable {
    let writer: PDFWriter
    /// The first piece that has not ended, whose pages are written as they come.
    var current = 0
    /// By piece, pages that wait for those before them.
    var waiting: [Int: [Sheet]] = [:]
    var ended: Set<Int> = []
    var size = Size.zero

    mutating func write(_ sheet: Sheet) throws(DrawingError) {
      try writer.add(page: sheet.page, outline: sheet.outline, boxes: sheet.boxes)
      size = sheet.size
    }
  }

  private let state: Mutex<State>
  private let pieces: Int

  /// - Parameters:
  ///   - writer: the document, which nobody else writes.
  ///   - pieces: how many pieces it has.
  init(_ writer: PDFWriter, pieces: Int) {
    state = Mutex(State(writer: writer))
    self.pieces = pieces
  }

  /// Adds the next page of a piece.
  ///
  /// - Throws: ``DrawingError``.
  func add(_ sheet: Sheet, to piece: Int) throws(DrawingError) {
    try state.withLock { (state) throws(DrawingError) in
      if piece == state.current { try state.write(sheet) } else { state.waiting[piece, default: []].append(sheet) }
    }
  }

  /// Says that a piece has all its pages. With the last one the document is finished.
  ///
  /// - Returns: the size of the document's last page; nil while pieces are missing.
  /// - Throws: ``DrawingError``.
  func end(_ piece: Int) throws(DrawingError) -> Size? {
    try state.withLock { (state) throws(DrawingError) -> Size? in
      state.ended.insert(piece)
      while state.ended.remove(state.current) != nil {
        state.current += 1
        for sheet in state.waiting.removeValue(forKey: state.current) ?? [] { try state.write(sheet) }
      }
      guard state.current == pieces else { return nil }
      try state.writer.finish()
      return state.size
    }
  }

  /// Gives the document up, unless it is finished.
  func abandon() { state.withLock { $0.writer.abandon() } }
}

/// The documents of a run that are begun and not finished.
final class OpenDocuments: Sendable {
  private let open = Mutex<[Int: SharedDocument]>([:])

  /// A file's document.
  ///
  /// - Parameters:
  ///   - file: the file, by its place in the plan.
  ///   - begin: begins it, where no worker has.
  /// - Returns: the document.
  /// - Throws: ``Diagnostics`` when it cannot be begun.
  func document(of file: Int, _ begin: () throws(Diagnostics) -> SharedDocument) throws(Diagnostics) -> SharedDocument {
    try open.withLock { (open) throws(Diagnostics) in
      if let known = open[file] { return known }
      let new = try begin()
      open[file] = new
      return new
    }
  }

  /// Lets a document go that is finished.
  func close(_ file: Int) { open.withLock { $0[file] = nil } }

  /// Gives up what is not finished.
  func abandon() {
    for document in open.withLock({ $0.values }) { document.abandon() }
  }
}
