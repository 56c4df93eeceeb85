/// What a part of a page is to somebody who hears it read: a node of the document's structure (ISO 32000-1, 14.8.4).
public enum Role: Hashable, Sendable {
  /// A heading, of level 1 to 6.
  case heading(level: Int)
  /// A paragraph.
  case paragraph
  /// A table.
  case table
  /// A row of a table.
  case row
  /// A cell that heads a column, or so many.
  case headerCell(span: Int)
  /// A cell that heads its row, across so many columns.
  case rowHeaderCell(span: Int)
  /// Any other cell, across so many columns.
  case cell(span: Int)
  /// A picture or a code.
  case figure
  /// What stands at the head of every page and has been heard on the first.
  case runningHeader
  /// What stands at the foot of every page and is heard on the last.
  case runningFooter
}
