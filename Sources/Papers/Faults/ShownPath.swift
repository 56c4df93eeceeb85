import Foundation

/// Paths as people write them.
package enum ShownPath {
  /// A path relative to where somebody stands, if it lies below.
  package static func of(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
