import Foundation

/// A folder that lasts as long as a test.
package final class Scratch: Sendable {
  package let folder: URL

  package init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("billing-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file and returns its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Everything there is, folders and hidden files too, but for what SQLite keeps beside a ledger while it is open.
  package var listing: [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
      .filter { !$0.hasSuffix(".sqlite-shm") && !$0.hasSuffix(".sqlite-wal") }.sorted()
  }

  /// Every file in the folder, hidden ones too, as sorted relative paths.
  package var files: [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: self.path(path), isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}

/// The checkout the tests are in.
package enum Repository {
  /// The names of the program's templates.
  package static func templates() throws -> [String] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: path("Templates")).sorted()
    return folders.filter { FileManager.default.fileExists(atPath: path("Templates/\($0)/template.yaml")) }
  }

  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }
}
