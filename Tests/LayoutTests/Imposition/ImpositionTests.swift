import Layout
import TestTools
import Testing

@Suite struct ImpositionTests {
  @Test func readingOrderFillsSheetBySheet() {
    let imposition = Imposition(pieces: 5, cells: 4, first: 2)
    #expect(imposition.sheets.map { $0.map(\.piece) } == [[0, 1], [2, 3, 4]])
    #expect(imposition.sheets.map { $0.map(\.cell) } == [[2, 3], [0, 1, 2]])
  }

  @Test func cutOncePilesAreSorted() {
    let imposition = Imposition(pieces: 10, cells: 4, order: .stack)
    #expect(imposition.sheets.map { $0.map(\.piece) } == [[0, 3, 6, 9], [1, 4, 7], [2, 5, 8]])
  }

  @Test func whatBelongsTogetherStandsOnOneSheet() {
    let imposition = Imposition(groups: [2, 1, 2, 4, 5, 0, 3], cells: 4)
    #expect(
      imposition.sheets.map { $0.map(\.piece) } == [
        [0, 1, 2], [3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16],
      ])
    #expect(imposition.sheets.allSatisfy { $0.map(\.cell) == Array(0..<$0.count) })
    #expect(Imposition(groups: [], cells: 4).sheets.isEmpty)
    #expect(Imposition(groups: [0], cells: 4).sheets.isEmpty)
  }

  @Test func nothingNeedsNoSheet() {
    #expect(Imposition(pieces: 0, cells: 4).sheets.isEmpty)
    #expect(Imposition(pieces: 0, cells: 4, first: 3, order: .stack).sheets.isEmpty)
  }

  /// Every piece once, no cell twice, none of the used-up ones, as few sheets as possible; and stacks that are sorted.
  @Test func lawsOfImposition() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<600 {
      let (pieces, cells) = (random.number(1...90), random.number(1...12))
      let first = random.number(0...cells - 1)
      for order in Imposition.Order.allCases {
        let sheets = Imposition(pieces: pieces, cells: cells, first: first, order: order).sheets
        #expect(sheets.flatMap { $0.map(\.piece) }.sorted() == Array(0..<pieces))
        #expect(sheets.count == (pieces + first + cells - 1) / cells)
        for (index, sheet) in sheets.enumerated() {
          #expect(Set(sheet.map(\.cell)).count == sheet.count)
          #expect(sheet.allSatisfy { (0..<cells).contains($0.cell) && (index > 0 || $0.cell >= first) })
        }
        switch order {
        case .reading: #expect(sheets.flatMap { $0.map(\.piece) } == Array(0..<pieces))
        case .stack:
          // Cut the pile: each cell is a stack from the first sheet to the last. Laid on one another they are sorted.
          let stacks = (0..<cells).flatMap { cell in sheets.compactMap { $0.first { $0.cell == cell }?.piece } }
          #expect(stacks == Array(0..<pieces))
        }
      }
    }
  }
}
