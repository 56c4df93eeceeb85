import Foundation
import Papers

/// A folder that is filled with copies, which are never seen half-written: they are made aside, and take their names at the end.
enum AtomicFolder {
  /// What one of its files or folders is made of.
  enum Content {
    /// The bytes of a file, or of all files of a folder: whose they are and who may read them belongs to the program's own files.
    case copy(of: String)
    /// A text.
    case text(String)
    /// An empty folder.
    case folder
  }

  /// Fills a folder that is not there, or is empty.
  ///
  /// - Parameters:
  ///   - folder: the folder, which is made where it is missing; so are those above it.
  ///   - contents: what goes into it, by name.
  ///   - use: what it is for.
  ///   - fact: what is so when it cannot be filled; then nothing is left behind.
  /// - Throws: ``Diagnostics`` when it is in use or cannot be written.
  static func fill(_ folder: String, with contents: [String: Content], for use: FolderUse, else fact: any Fact)
    throws(Diagnostics)
  {
    let files = FileManager.default
    try checkFree(folder)
    let made = try Files.make(folder: folder, for: use)
    let aside = "\(folder)/\(Asides.name(String(UUID().uuidString.prefix(8))))"
    Asides.begin(aside)
    Asides.begin(folders: made)
    defer {
      Asides.end(aside)
      Asides.end(folders: made)
    }
    do {
      try files.createDirectory(atPath: aside, withIntermediateDirectories: false)
      for (name, content) in contents {
        let path = "\(aside)/\(name)"
        switch content {
        case .copy(let source): try copy(source, to: path)
        case .text(let text): try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        case .folder: try files.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
      }
      for name in contents.keys.sorted() { try files.moveItem(atPath: "\(aside)/\(name)", toPath: "\(folder)/\(name)") }
      try files.removeItem(atPath: aside)
    } catch {
      try? files.removeItem(atPath: aside)
      for name in contents.keys { try? files.removeItem(atPath: "\(folder)/\(name)") }
      Files.remove(folders: made)
      throw (error as? Diagnostics) ?? Diagnostics(fact, file: ShownPath.of(folder))
    }
  }

  /// Looks whether a folder can be filled.
  ///
  /// - Parameter folder: its path.
  /// - Throws: ``Diagnostics`` when there is something in it.
  static func checkFree(_ folder: String) throws(Diagnostics) {
    guard Files.exists(folder) else { return }
    guard (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true else {
      throw Diagnostics(OfficeFact.inUse, file: ShownPath.of(folder))
    }
  }

  private static func copy(_ source: String, to path: String) throws {
    guard Files.isFolder(source) else {
      try Data(try Files.read(source, .program)).write(to: URL(fileURLWithPath: path))
      return
    }
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    for name in try files.contentsOfDirectory(atPath: source) { try copy("\(source)/\(name)", to: "\(path)/\(name)") }
  }
}
