/// An order file that is read piece by piece: however many invoices there are, memory holds those of one piece.
public struct OrderFile: Sendable {
  /// A piece of the file with the rows of whole invoices.
  public struct Part: Hashable, Sendable {
    /// Which of the file's invoices they are, counted from 0.
    public var invoices: Range<Int>
    var bytes: Range<Int>
    var firstLine: Int
  }

  /// The pieces, in the order of the file.
  public let parts: [Part]
  private let source: ByteSource
  private let head: HeadedTable.Head
  private let evidence: NumberEvidence
  private let isGrouped: Bool

  /// How many invoices a piece has.
  public static let partSize = 1000

  /// Looks through a file once and remembers where its pieces are.
  ///
  /// - Parameters:
  ///   - source: the file: CSV in any encoding that spreadsheets save, or a workbook, with the columns item and quantity and,
  ///     optionally, invoice.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - partSize: how many invoices a piece has.
  ///   - hints: what is known of the office.
  /// - Returns: the file, and what is wrong with its header; nil where that cannot be understood. What is wrong with its rows is
  ///   told when their piece is read.
  public static func open(
    _ source: ByteSource, sheet: String? = nil, partSize: Int = OrderFile.partSize,
    hints: ReadingHints = ReadingHints()
  ) -> Reading<OrderFile?> {
    open(source, sheet: sheet, partSize: partSize, pieceSize: RowScanner.usualSize, hints: hints)
  }

  static func open(
    _ source: ByteSource, sheet: String? = nil, partSize: Int, pieceSize: Int, hints: ReadingHints = ReadingHints()
  ) -> Reading<OrderFile?> {
    do {
      let text = try TextSource(source, sheet: sheet, hints)
      var index = OrderIndex(
        text.source, start: text.start, partSize: partSize, pieceSize: pieceSize, hints)
      try index.build()
      let notes = text.notes + index.notes
      guard let head = index.head else {
        return Reading(nil, faults: index.faults.all, notes: notes, sheet: text.source.sheet)
      }
      let file = OrderFile(
        parts: index.parts, source: text.source, head: head, evidence: index.evidence, isGrouped: index.isGrouped)
      return Reading(file, faults: index.faults.all, notes: notes, sheet: text.source.sheet)
    } catch {
      return Reading(nil, faults: [error])
    }
  }

  /// Reads a piece.
  ///
  /// - Parameter part: one of this file's pieces.
  /// - Returns: its orders as far as they can be read, and the faults of the rest.
  public func list(of part: Part) -> Reading<ItemList> {
    do {
      let rows = CSVTable(
        utf8: try source.bytes(part.bytes), separator: head.separator, firstLine: part.firstLine, sheet: source.sheet)
      var reader = ItemListReader(HeadedTable(head, rows), evidence: evidence, isGrouped: isGrouped)
      var reading = reader.read()
      reading.sheet = source.sheet
      return reading
    } catch {
      return Reading(ItemList([]), faults: [error])
    }
  }
}
