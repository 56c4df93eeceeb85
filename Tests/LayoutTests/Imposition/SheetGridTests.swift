import Layout
import TestTools
import Testing

/// Cells on sheets: what organisers know by heart, and laws over sizes made up by chance.
@Suite struct SheetGridTests {
  private static let mm = Length.millimetre

  private static func size(_ width: Double, _ height: Double) -> Size { Size(width * mm, height * mm) }

  @Test(arguments: [
    // Cell and sheet in millimetres, the bleed, how many in columns and rows, whether the sheet lies across.
    (size(105, 148), size(210, 297), 0.0, 2, 2, false), (size(148, 210), size(210, 297), 0, 2, 1, true),
    (size(74, 105), size(210, 297), 0, 4, 2, true), (size(148, 210), size(297, 420), 0, 2, 2, false),
    (size(148, 210), size(297, 420), 3, 2, 1, true), (size(210, 297), size(210, 297), 0, 1, 1, false),
    (size(148, 210), size(210, 297), 3, 1, 1, false),
  ])
  func asManyAsFit(cell: Size, sheet: Size, bleed: Double, columns: Int, rows: Int, isAcross: Bool) throws {
    let grid = try #require(SheetGrid(cell: cell, on: sheet, bleed: bleed * Self.mm))
    #expect([grid.columns, grid.rows] == [columns, rows])
    #expect((grid.sheet == sheet) != isAcross)
  }

  @Test func whatIsTooLargeFitsNowhere() {
    #expect(SheetGrid(cell: Self.size(300, 50), on: Self.size(210, 297)) == nil)
    #expect(SheetGrid(cell: Self.size(210, 297), on: Self.size(210, 297), bleed: 1) == nil)
    #expect(SheetGrid(cell: .zero, on: Self.size(210, 297)) == nil)
    let roll = Size(Self.mm * 80, .infinity)
    #expect(SheetGrid(cell: roll, on: roll) == nil)
    #expect(SheetGrid(cell: Self.size(50, 50), on: roll) == nil)
  }

  /// No two cells or their bleeds overlap, all are inside the sheet, and cuts go straight through.
  @Test func lawsOfTheGrid() throws {
    var random = SplitMix64(seed: 5)
    var seen = 0
    for _ in 0..<400 {
      let cell = Self.size(Double(random.number(20...200)), Double(random.number(20...200)))
      let sheet = Self.size(Double(random.number(60...500)), Double(random.number(60...500)))
      let bleed = Double(random.number(0...5)) * Self.mm
      let margin = Double(random.number(0...8)) * Self.mm
      guard let grid = SheetGrid(cell: cell, on: sheet, bleed: bleed, margin: margin) else { continue }
      seen += 1
      let rects = (0..<grid.count).map { grid.rect(of: $0) }
      let page = Rect(.zero, grid.sheet)
      for (index, rect) in rects.enumerated() {
        #expect(page.contains(rect.grown(by: bleed + margin), slack: 0.01))
        for other in rects[(index + 1)...] {
          let shared = rect.grown(by: bleed).intersection(other.grown(by: bleed))
          #expect((shared?.area ?? 0) < 0.01 * rect.area)
          #expect(shared.map { min($0.size.width, $0.size.height) < 0.01 } ?? true)
        }
      }
      // Every column has one left edge and every row one upper edge.
      #expect(Set(rects.map { ($0.minX * 100).rounded() }).count == grid.columns)
      #expect(Set(rects.map { ($0.minY * 100).rounded() }).count == grid.rows)
      // The other way round no more would fit.
      let other = SheetGrid(cell: Size(cell.height, cell.width), on: sheet, bleed: bleed, margin: margin)
      #expect(other?.count == grid.count, "turning cells is turning the sheet")
    }
    #expect(seen > 200)
  }

  @Test func theSmallestRectangleAroundSomeCells() throws {
    let grid = try #require(SheetGrid(cell: Size(100, 50), on: Size(300, 200)))
    #expect(grid.rect(around: []) == nil)
    #expect(grid.rect(around: [0]) == grid.rect(of: 0))
    #expect(grid.rect(around: [0, 4]) == Rect(x: 0, y: 0, width: 200, height: 100))
  }
}
