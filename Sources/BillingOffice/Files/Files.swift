import Bookkeeping
import Foundation
import Papers

/// Looks at files, and reads them with facts that name them. It is the only place that opens a file to read it whole.
package enum Files {
  /// The path of what is piped into the program.
  package static let standardInput = "/dev/stdin"

  /// Whether something exists at a path.
  package static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether there is a file at a path in which nothing is.
  static func isEmpty(_ path: String) -> Bool {
    var about = stat()
    return stat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFREG && about.st_size == 0
  }

  /// Whether a name is a link to nothing.
  static func isDangling(_ path: String) -> Bool {
    var about = stat()
    return lstat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFLNK && !exists(path)
  }

  /// Whether a file's name, or that of a folder it is in, is longer than file systems take, in bytes (NAME_MAX of ext4, btrfs and
  /// others; exFAT and NTFS take as many letters).
  static func isTooLong(_ path: String) -> Bool {
    path.utf8.count > 4095 || path.split(separator: "/").contains { $0.utf8.count > longestName }
  }

  /// How many bytes a file's name may have.
  static let longestName = 255

  /// Whether a folder exists at a path.
  package static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Whether a path leads to a pipe that lies in a folder, other than what a shell hands over under a number.
  static func isPipe(_ path: String) -> Bool {
    var about = stat()
    return stat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFIFO
      && !["/dev/", "/proc/"].contains(where: path.hasPrefix)
  }

  /// How many bytes of a file are read at once, as many as a table may have; a device gives them without end.
  private static let mostBytes = InputBounds.mostBytes

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - role: what it is for.
  /// - Returns: all of them.
  /// - Throws: ``Diagnostics`` when it is not there or cannot be read.
  static func read(_ path: String, _ role: FileRole = .other) throws(Diagnostics) -> [UInt8] {
    let shown = ShownPath.of(path)
    guard exists(path) else { throw Diagnostics(FileFact.notThere(role), file: shown) }
    guard !isFolder(path) else { throw Diagnostics(FileFact.isFolder, file: shown) }
    // Whoever opens a pipe that lies somewhere waits for somebody who writes into it.
    if isPipe(path) { throw Diagnostics(FileFact.isPipe, file: shown) }
    // What a shell pipes in has no size, and is read until whoever writes it is done. Standard input is read from where it is: it
    // may be a socket, which has no path.
    do {
      let handle =
        path == standardInput ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      var bytes = Data()
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes += piece
        if bytes.count > mostBytes { throw Diagnostics(FileFact.tooLarge(most: mostBytes), file: shown) }
      }
      return [UInt8](bytes)
    } catch let fault as Diagnostics { throw fault } catch {
      throw Diagnostics(FileFact.unreadable(path: shown), file: shown)
    }
  }

  /// The text of a UTF-8 file, without a mark at its head.
  static func text(_ path: String, _ role: FileRole = .other) throws(Diagnostics) -> String {
    let bytes = try read(path, role)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostics(FileFact.notUTF8, file: ShownPath.of(path))
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// Makes a folder and those above it that are missing.
  ///
  /// - Parameters:
  ///   - folder: its path.
  ///   - use: what it is for.
  /// - Returns: the folders that were made, the innermost first.
  /// - Throws: ``Diagnostics`` when it cannot be made; nothing is left of it then.
  static func make(folder: String, for use: FolderUse) throws(Diagnostics) -> [String] {
    var missing: [String] = []
    var url = URL(fileURLWithPath: folder)
    while !exists(url.path) {
      missing.append(url.path)
      url.deleteLastPathComponent()
    }
    if let link = missing.first(where: isDangling) {
      throw Diagnostics(FileFact.linkToNothing, file: ShownPath.of(link))
    }
    guard isFolder(url.path) else { throw Diagnostics(FileFact.insideFile, file: ShownPath.of(url.path)) }
    // What this machine remembers is its person's alone, whatever a folder was that is there already.
    if use == .state, missing.isEmpty { keepToOneself(folder) }
    let rights: [FileAttributeKey: Any]? = use == .state ? [.posixPermissions: 0o700] : nil
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: rights)
    } catch {
      remove(folders: missing)
      throw Diagnostics(FileFact.cannotMakeFolder(use), file: ShownPath.of(folder))
    }
    return missing
  }

  /// Takes from others what they may do in one's own folder.
  private static func keepToOneself(_ folder: String) {
    var about = stat()
    guard stat(folder, &about) == 0, about.st_uid == geteuid(), about.st_mode & 0o077 != 0 else { return }
    chmod(folder, 0o700)
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

  /// A path made absolute and plain, links left as they are.
  package static func absolute(_ path: String) -> String {
    // What this leads to has no path.
    path == standardInput ? path : URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
