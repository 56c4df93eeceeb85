/// Looks once through the rows of an order file: where its invoices begin, and what all its rows together tell.
struct OrderIndex {
  private(set) var head: HeadedTable.Head?
  private(set) var parts: [OrderFile.Part] = []
  private(set) var evidence: NumberEvidence
  /// Whether the file parts its rows into invoices; a column in which nobody wrote anything is no grouping.
  private(set) var isGrouped = false
  private(set) var faults = FaultList()
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
    let file = try HeadedFile(
      source, start: start, required: Self.required, optional: Self.optional, names: names, pieceSize: pieceSize)
    (head, faults, notes) = (file.head, file.faults, file.notes)
    guard head != nil else { return }
    var begun: [(offset: Int, line: Int)] = [(file.rows.position, file.rows.line)]
    let empty = try file.forEachPiece { rows, offset in
      for row in rows.rows where !row.isBroken {
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
    if let empty { faults.append(empty) }
    if let note = evidence.note(of: .quantity) { notes.append(note) }
    cut(at: begun)
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
