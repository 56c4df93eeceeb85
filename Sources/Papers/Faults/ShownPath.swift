package import Bookkeeping
import Foundation

/// Paths as people write them.
package enum ShownPath {
  /// A path relative to where somebody stands, if it lies below.
  package static func of(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  private static let sheetMark = ", sheet \""

  /// A path with the sheet of a workbook, such as `prices.xlsx, sheet "Prices"`.
  ///
  /// - Parameters:
  ///   - path: the path as people know it.
  ///   - sheet: the sheet; nil for a file that is text.
  /// - Returns: both, or the path alone.
  package static func of(_ path: String, sheet: ReadSheet?) -> String {
    sheet.map { "\(path)\(sheetMark)\($0.name)\"" } ?? path
  }

  /// Whether a path is that of a sheet, whose lines and columns are cells.
  package static func isSheet(_ path: String) -> Bool { path.hasSuffix("\"") && path.contains(sheetMark) }
}
