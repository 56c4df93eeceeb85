import Bookkeeping
import Foundation
import Papers

/// A copy of a table in one way of writing: UTF-8, the columns' own names, numbers in full with a point, dates as 2026-05-31.
/// Rows with a fault stay as they were written.
package struct CleanTable: Sendable {
  /// The copy's path.
  package let path: String
  /// What is different in it, a line each.
  package let changes: [String]
  private let text: String

  /// Makes the copy; nothing is written yet.
  ///
  /// - Parameter report: the table.
  /// - Throws: ``Diagnostics`` when it is no table whose columns are known.
  package init(_ report: TableReport) throws(Diagnostics) {
    guard let kind = report.inspection.kind else {
      throw Diagnostics(report.faults.isEmpty ? [Diagnostic(OfficeFact.noTable, file: report.file)] : report.faults)
    }
    let file = URL(fileURLWithPath: report.path)
    path = file.deletingPathExtension().path + "-clean.csv"
    let inspection = report.inspection
    let columns = kind.all.filter { column in
      inspection.rows.contains { ($0.read?[column] ?? $0.written[column])?.isEmpty == false }
    }
    var changes: [String] = []
    for column in inspection.columns where !column.header.isEmpty && column.header != column.column.rawValue {
      changes.append(
        "line \(inspection.headerLine ?? 1): column \(ShownText.quoted(column.header)) is called \(column.column.rawValue)"
      )
    }
    for column in columns where !inspection.columns.contains(where: { $0.column == column }) {
      changes.append("a column \(column.rawValue) is added, as it was understood")
    }
    for name in inspection.ignored { changes.append("the column \(ShownText.quoted(name)) is left out") }
    var text = CSVText.row(columns.map(\.rawValue))
    for row in inspection.rows {
      let cells = columns.map { column in
        let (written, read) = (row.written[column] ?? "", row.read?[column])
        if let read, !written.isEmpty, read != written {
          changes.append(
            "line \(row.line): \(column.rawValue) \(ShownText.quoted(written)) is written \(ShownText.quoted(read))")
        }
        return read ?? written
      }
      text += CSVText.row(cells)
    }
    (self.changes, self.text) = (changes, text)
  }

  /// Writes the copy, whole or not at all.
  ///
  /// - Parameter force: whether a file that is there already is overwritten.
  /// - Throws: ``Diagnostics`` when it cannot be written.
  package func write(force: Bool) throws(Diagnostics) {
    if !force, Files.exists(path) { throw Diagnostics(OutputFact.alreadyThere, file: ShownPath.of(path)) }
    try AtomicFiles.replace(path, with: text)
  }
}
