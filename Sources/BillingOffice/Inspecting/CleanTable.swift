import Bookkeeping
import Foundation
import Papers

/// A copy of a table in one way of writing: the columns' own names, numbers in full, dates as 2026-05-31. Text becomes UTF-8 with
/// commas, a workbook an OpenDocument sheet. Rows with a fault stay as they were written.
package struct CleanTable: Sendable {
  /// The copy's path.
  package let path: String
  /// What is different in it, a line each.
  package let changes: [String]
  private let bytes: [UInt8]

  /// Makes the copy; nothing is written yet.
  ///
  /// - Parameter report: the table.
  /// - Throws: ``Diagnostics`` when it is no table whose columns are known.
  package init(_ report: TableReport) throws(Diagnostics) {
    guard let kind = report.inspection.kind else {
      throw Diagnostics(report.faults.isEmpty ? [Diagnostic(OfficeFact.noTable, file: report.file)] : report.faults)
    }
    let file = URL(fileURLWithPath: report.path)
    let inspection = report.inspection
    let isWorkbook = inspection.sheet != nil
    path = file.deletingPathExtension().path + "-clean." + (isWorkbook ? "ods" : "csv")
    // A number that can be read in two ways, or that is written otherwise than in the copy, would be read there without a doubt.
    let raw = inspection.rows.filter { row in
      row.read == nil
        && row.written.contains { column, text in
          column.isNumber && text.contains(where: \.isNumber) && !text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }
    let doubts = report.faults.filter { fault in
      (fault.fact as? InputFault.Fact)?.isDoubtOfNumber == true || raw.contains { $0.line == fault.line }
    }
    guard doubts.isEmpty else { throw Diagnostics(doubts) }
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
    var rows: [[String]] = []
    for row in inspection.rows {
      let cells = columns.map { column in
        let (written, read) = (row.written[column] ?? "", row.read?[column])
        if let read, !written.isEmpty, read != written {
          changes.append(
            "line \(row.line): \(column.rawValue) \(ShownText.quoted(written)) is written \(ShownText.quoted(read))")
        }
        return read ?? written
      }
      rows.append(cells)
    }
    self.changes = changes
    do {
      bytes =
        try isWorkbook
        ? Self.sheet(columns, rows, name: inspection.sheet?.name ?? "")
        : Array(([columns.map(\.rawValue)] + rows).map(CSVText.row).joined().utf8)
    } catch {
      throw Diagnostics(.of(InputFault(.workbook(error)), file: report.file))
    }
  }

  private static func sheet(_ columns: [InputColumn], _ rows: [[String]], name: String) throws(WorkbookFault) -> [UInt8]
  {
    var sheet = OpenDocumentWriter(sheet: name, header: columns.map(\.rawValue))
    for row in rows {
      sheet.add(
        zip(columns, row).map { column, text in
          if column.isNumber, let number = ExactDecimal(plain: text) { return .number(number) }
          if column == .checked, let date = CheckedDate(text) { return .date(date) }
          return text.isEmpty ? .blank : .text(text)
        })
    }
    return try sheet.file()
  }

  /// Writes the copy, whole or not at all.
  ///
  /// - Parameter force: whether a file that is there already is overwritten.
  /// - Throws: ``Diagnostics`` when it cannot be written.
  package func write(force: Bool) throws(Diagnostics) {
    if !force, Files.exists(path) { throw Diagnostics(OutputFact.alreadyThere, file: ShownPath.of(path)) }
    try AtomicFiles.replace(path, with: bytes)
  }
}
