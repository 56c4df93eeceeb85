import Layout
import TestTools
import Testing

@Suite struct CropMarksTests {
  private static let mm = Length.millimetre
  private static let a4 = Size(210 * mm, 297 * mm)

  private static func grid(_ width: Double, _ height: Double, bleed: Double = 0, on sheet: Size = a4) throws
    -> SheetGrid
  {
    let margin = bleed > 0 ? CropMarks.length : 0
    return try #require(
      SheetGrid(cell: Size(width * mm, height * mm), on: sheet, bleed: bleed * mm, margin: margin))
  }

  /// The lines that run across, by their height in millimetres, and those that run down, by their distance from the left.
  private static func cuts(_ marks: CropMarks) -> (across: Set<Double>, down: Set<Double>) {
    func rounded(_ points: Double) -> Double { (points / mm).rounded() }
    let across = marks.lines.filter { $0.size.width > $0.size.height }.map { rounded($0.minY) }
    let down = marks.lines.filter { $0.size.width < $0.size.height }.map { rounded($0.minX) }
    return (Set(across), Set(down))
  }

  @Test func whereCellsFillTheSheetTheCutIsMarkedAtItsEdges() throws {
    let grid = try Self.grid(105, 148)
    let marks = CropMarks(around: [0, 1, 2, 3], of: grid)
    // One cut down the middle and one across, each marked at both ends, away from what printers leave blank.
    #expect(marks.lines.count == 4)
    let (across, down) = Self.cuts(marks)
    #expect(down == [105] && across == [149] || across == [148] || across.count == 1)
    for line in marks.lines { #expect(Rect(.zero, Self.a4).grown(by: -4.9 * Self.mm).contains(line, slack: 0.01)) }
  }

  @Test func onlyUsedCellsHaveMarks() throws {
    let grid = try Self.grid(60, 60)
    let all = CropMarks(around: Array(0..<grid.count), of: grid)
    let one = CropMarks(around: [0], of: grid)
    #expect(CropMarks(around: [], of: grid).lines.isEmpty)
    #expect(one.lines.count == 8, "two at each corner")
    let cell = grid.rect(of: 0)
    for line in one.lines {
      #expect(cell.grown(by: 8 * Self.mm).contains(line, slack: 0.1))
      #expect(cell.intersection(line) == nil)
    }
    #expect(all.lines.count > one.lines.count)
  }

  /// On any grid, any cells used: no mark lies on a used cell or its bleed unless it lies on a cut itself, none outside the
  /// sheet, none twice; and every edge of a used cell that is no edge of the sheet is in line with a mark.
  @Test func lawsOfMarks() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<300 {
      let bleed = Double(random.number(0...3))
      let sheet = Size(Double(random.number(100...400)) * Self.mm, Double(random.number(100...400)) * Self.mm)
      let cell = Size(Double(random.number(25...90)) * Self.mm, Double(random.number(25...90)) * Self.mm)
      let margin = bleed > 0 ? CropMarks.length : 0
      guard let grid = SheetGrid(cell: cell, on: sheet, bleed: bleed * Self.mm, margin: margin) else { continue }
      let used = (0..<grid.count).filter { _ in random.number(0...2) > 0 }
      let lines = CropMarks(around: used, of: grid).lines
      #expect(Set(lines).count == lines.count)
      let page = Rect(.zero, grid.sheet)
      for line in lines {
        #expect(page.contains(line, slack: 0.2))
        for index in used {
          let rect = grid.rect(of: index)
          guard let shared = rect.grown(by: grid.bleed - 0.2).intersection(line) else { continue }
          #expect(bleed == 0, "a mark lies on a cell's bleed")
          // On the cut itself: half of the line's thickness on either side.
          let edges =
            [rect.minX, rect.maxX].map { abs($0 - (line.minX + line.maxX) / 2) }
            + [rect.minY, rect.maxY].map { abs($0 - (line.minY + line.maxY) / 2) }
          #expect((edges.min() ?? 1) < 0.01 && min(shared.size.width, shared.size.height) < 0.3)
        }
      }
      for rect in used.map({ grid.rect(of: $0) }) {
        for (edge, limit, isAcross) in [
          (rect.minX, grid.sheet.width, false), (rect.maxX, grid.sheet.width, false),
          (rect.minY, grid.sheet.height, true), (rect.maxY, grid.sheet.height, true),
        ] where edge > 3 && edge < limit - 3 {
          let isMarked = lines.contains { line in
            let middle = isAcross ? (line.minY + line.maxY) / 2 : (line.minX + line.maxX) / 2
            return abs(middle - edge) < 0.01 && (line.size.width > line.size.height) == isAcross
          }
          #expect(isMarked, "no mark for an edge at \(edge)")
        }
      }
    }
  }
}
