import Bookkeeping
import Foundation
import Papers

/// A table's report for programs: the rows as they were read, every number as the exact text of it.
extension TableReport {
  /// The report as JSON, its keys in the order of the alphabet.
  ///
  /// - Throws: never; the encoder says that it may.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }

  private struct Document: Encodable {
    var file: String
    var sheet: String?
    var kind: String?
    var encoding: String
    var headerLine: Int?
    var columns: [Column]
    var ignoredColumns: [String]
    var rows: [Row]
    var messages: [Message]
  }

  private struct Column: Encodable {
    var column: String
    var header: String
  }

  private struct Row: Encodable {
    var line: Int
    var isSound: Bool
    var cells: [String: String]
  }

  private struct Message: Encodable {
    var severity: String
    var line: Int?
    var column: Int?
    var message: String
    var hint: String?
  }

  private var document: Document {
    Document(
      file: ShownPath.of(path), sheet: inspection.sheet?.name,
      kind: inspection.kind?.rawValue ?? (list == nil ? nil : "list"),
      encoding: inspection.encoding, headerLine: inspection.headerLine,
      columns: inspection.columns.map { Column(column: $0.column.rawValue, header: $0.header) },
      ignoredColumns: inspection.ignored,
      rows: inspection.rows.map { row in
        let cells = (row.read ?? row.written).map { ($0.key.rawValue, $0.value) }
        return Row(line: row.line, isSound: row.read != nil, cells: Dictionary(uniqueKeysWithValues: cells))
      },
      messages: faults.map {
        Message(severity: $0.severity.rawValue, line: $0.line, column: $0.column, message: $0.message, hint: $0.hint)
      })
  }
}
