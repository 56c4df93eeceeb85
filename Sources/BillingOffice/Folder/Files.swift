import Foundation

/// Looks at files, and reads them with errors that name them.
enum Files {
  /// Whether something exists at a path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether a folder exists at a path.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - shown: its path as people know it.
  ///   - hint: what to do when it is not there.
  /// - Returns: its bytes.
  /// - Throws: a ``Diagnostic`` when it is not there or cannot be read.
  static func read(_ path: String, shown: String, hint: String? = nil) throws(Diagnostics) -> [UInt8] {
    guard exists(path) else {
      throw Diagnostics(.error, .noInput, file: shown, message: "there is no such file", hint: hint)
    }
    guard !isFolder(path) else {
      throw Diagnostics(
        .error, .noInput, file: shown, message: "this is a folder, not a file", hint: "name the file inside it")
    }
    do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
      throw Diagnostics(
        .error, .noInput, file: shown, message: "the file cannot be read",
        hint: "check that you may read it: ls -l \(shown)")
    }
  }

  /// The text of a UTF-8 file.
  static func text(_ path: String, shown: String, hint: String? = nil) throws(Diagnostics) -> String {
    let bytes = try read(path, shown: shown, hint: hint)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostics(file: shown, message: "the file is not UTF-8 text", hint: "save it again as UTF-8")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// Makes a folder and those above it that are missing.
  ///
  /// - Parameters:
  ///   - folder: its path.
  ///   - hint: what to do when it cannot be made.
  /// - Returns: the folders that were made, the innermost first.
  /// - Throws: a ``Diagnostic`` when it cannot be made; nothing is left of it then.
  static func make(folder: String, hint: String) throws(Diagnostics) -> [String] {
    var missing: [String] = []
    var url = URL(fileURLWithPath: folder)
    while !exists(url.path) {
      missing.append(url.path)
      url.deleteLastPathComponent()
    }
    guard isFolder(url.path) else {
      throw Diagnostics(
        .error, .cannotWrite, file: shown(url.path), message: "this is a file, so no folder can be made in it",
        hint: "choose another place")
    }
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      remove(folders: missing)
      throw Diagnostics(
        .error, .cannotWrite, file: shown(folder), message: "the folder cannot be made", hint: hint)
    }
    return missing
  }

  /// Removes folders that were made, the innermost first; one that somebody else uses by now is not empty and stays.
  static func remove(folders: [String]) {
    for folder in folders.sorted(by: { $0.count > $1.count }) { rmdir(folder) }
  }

  /// The names of the folders in a folder, sorted.
  static func folders(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { isFolder(path + "/" + $0) }.sorted()
  }

  /// A path as people would write it: relative to where they stand, if it lies below.
  static func shown(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  /// A path made absolute and plain, links left as they are.
  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
