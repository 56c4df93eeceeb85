import Bookkeeping
import Papers
import Synchronization

/// A table that somebody named: a file, and, behind a `#`, the sheet of a workbook.
struct TablePath: Hashable, Sendable {
  /// The file's absolute path.
  let file: String
  /// The sheet; nil for the first that is visible.
  let sheet: String?
  /// What tells it from others.
  var key: String { [file, sheet ?? ""].joined(separator: "\u{1F}") }

  /// A file as a whole.
  init(file: String, sheet: String? = nil) { (self.file, self.sheet) = (file, sheet) }

  /// Takes a path as somebody typed it. A file of the whole name comes first, since names of files may hold any sign.
  init(_ named: String) {
    guard named != Files.standardInput, !Files.exists(Files.absolute(named)) else {
      self.init(file: Files.absolute(named))
      return
    }
    for index in named.indices where named[index] == "#" {
      let path = Files.absolute(String(named[..<index]))
      guard Files.exists(path), !Files.isFolder(path) else { continue }
      self.init(file: path, sheet: String(named[named.index(after: index)...]))
      return
    }
    self.init(file: Files.absolute(named))
  }
}

/// Which sheets were read, so that whatever is found in their rows later is told at the same place.
final class SheetsRead: Sendable {
  private let names = Mutex<[TablePath: ReadSheet]>([:])

  /// Notes what was read; nil for a file that was text.
  func note(_ sheet: ReadSheet?, of table: TablePath) { names.withLock { $0[table] = sheet } }

  /// The table as people know it.
  func shown(_ table: TablePath) -> String {
    ShownPath.of(ShownPath.of(table.file), sheet: names.withLock { $0[table] })
  }
}
