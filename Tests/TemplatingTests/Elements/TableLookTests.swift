import Layout
import Testing

@testable import Templating

@Suite struct TableLookTests {
  @Test func fillsARow() {
    let look = RowLook(
      Insets(top: 1, end: 2, bottom: 3, start: 4), rule: Box.Border(width: 1, color: .black), alignment: .bottom)
    let cells: [Blueprint] = [.fixed(Spacer(Size(1, 1)), leaves: 0), .bound { _ in [] }]
    let row = look.filled(with: cells, spans: [2, 3], in: Scope([:]))
    #expect(row.cells.map(\.span) == [2, 3])
    #expect(row.cells.map { ($0.element as? Spacer)?.size } == [Size(1, 1), .zero])
    #expect(row.padding == (1, 3))
    #expect(row.rule?.width == 1)
    #expect(row.alignment == .bottom)
    let bare = look.withoutRule.filled(with: cells, in: Scope([:]))
    #expect(bare.rule == nil)
    #expect(bare.padding == (1, 3))
    #expect(bare.cells.map(\.span) == [1, 1])
  }
}
