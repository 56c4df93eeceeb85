/// Looks once through the rows of an order file: where its invoices begin, and what all its rows together tell.
struct OrderIndex {
  private(set) var head: HeadedTable.Head?
  private(set) var parts: [OrderFile.Part] = []
  private(set) var evidence: NumberEvidence
  /// Whether the file parts its rows into invoices; a column in which nobody wrote anything is no grouping.
  private(set) var isGrouped = false
  private(set) var faults: [InputFault] = []
  private(set) var notes: [InputNote] = []

  private static let required: [InputColumn] = [.item, .quantity]
  private static let optional: [InputColumn] = [.invoice]

  private let source: ByteSource
  private let start: Int
  private let partSize: Int
  private let pieceSize: Int
  private let names: [String]
  private var seen: Set<String> = []
  /// Whether the rows of an invoice stand apart, so that no piece of the file is whole.
  private var isScattered = false
  private var last: String?

  init(_ source: ByteSource, start: Int, partSize: Int, pieceSize: Int, _ hints: ReadingHints) {
    names = hints.names
    evidence = NumberEvidence(.quantities, asked: hints.decimal)
    self.source = source
    self.start = start
    self.partSize = partSize
    self.pieceSize = pieceSize
  }

  mutating func build() throws(InputFault) {
    let head = try source.bytes(start..<min(source.count, start + TableShape.headSize))
    let shape = TableShape(head, required: Self.required, optional: Self.optional, names: names, sheet: source.sheet)
    var scanner = RowScanner(source, start: start + shape.start, line: shape.firstLine, pieceSize: pieceSize)
    guard let head = try self.head(shape, &scanner) else { return }

    self.head = head
    let body = scanner.position
    let firstLine = scanner.line
    var hasRows = false
    var begun: [(offset: Int, line: Int)] = [(body, firstLine)]
    while let (table, offset) = try scanner.next(separator: head.separator) {
      let rows = HeadedTable(head, table)
      for row in rows.rows {
        hasRows = true
        guard !row.isBroken else { continue }
        evidence.append(rows.text(.quantity, of: row), line: row.line)
        let key = rows.text(.invoice, of: row).collapsed
        guard !key.isEmpty, key != last else { continue }
        isGrouped = true
        last = key
        guard seen.insert(key).inserted else {
          isScattered = true
          continue
        }
        if seen.count > 1, (seen.count - 1).isMultiple(of: partSize) {
          begun.append((offset + rows.table.start(of: row), row.line))
        }
      }
    }
    if !hasRows { faults.append(InputFault(scanner.hasBlankRows ? .onlyBlankRows : .headerOnly)) }
    if let note = evidence.note(of: .quantity) { notes.append(note) }
    cut(at: begun)
  }

  /// What the header says, or the columns themselves; what follows begins behind it.
  private mutating func head(_ shape: TableShape, _ scanner: inout RowScanner) throws(InputFault) -> HeadedTable.Head? {
    if let places = shape.places {
      let order = places.sorted { $0.value < $1.value }.map(\.key)
      notes.append(InputNote(line: scanner.line, .noHeader(order)))
      return HeadedTable.Head(separator: shape.separator, places: places, width: shape.width)
    }
    let index = shape.header ?? 0
    guard let top = try scanner.first(index + 1, separator: shape.separator), !top.rows.isEmpty || !top.faults.isEmpty
    else {
      faults.append(InputFault(.empty))
      return nil
    }
    let headed = HeadedTable(top, header: index, required: Self.required, optional: Self.optional)
    faults = headed.faults.all
    notes += headed.notes
    return headed.isReadable ? headed.head : nil
  }

  /// The pieces between the places where they begin; all in one where no piece is whole.
  private mutating func cut(at begun: [(offset: Int, line: Int)]) {
    let count = isGrouped ? seen.count : 1
    let starts = isScattered ? Array(begun.prefix(1)) : begun
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].offset : source.count
      let invoices = index * partSize..<(index + 1 < starts.count ? (index + 1) * partSize : count)
      parts.append(OrderFile.Part(invoices: invoices, bytes: start.offset..<end, firstLine: start.line))
    }
  }
}
