import Foundation
import Synchronization

/// Files that appear whole or not at all: each is written beside its final place under a hidden name and takes its name only
/// when all are complete. Until then nothing can be seen; if something fails, nothing is left.
///
/// Used from several workers at once: each writes files of its own; only the folders are shared.
final class AsideFiles: Sendable {
  private let folder: String
  private let isFleeting: Bool
  private let madeFolders: [String]
  private let paths = Mutex<[String]>([])
  private let mark = String(UUID().uuidString.prefix(8))

  /// Prepares to write files into a folder, making it where it is not there.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - isFleeting: whether the files are gone in a moment, so that no power cut need find them.
  /// - Throws: a ``Diagnostic`` when it cannot be made.
  init(folder: String, isFleeting: Bool = false) throws(Diagnostics) {
    self.folder = folder
    self.isFleeting = isFleeting
    madeFolders = try Files.make(folder: folder, hint: "choose another one with --output DIR")
  }

  /// Begins a file.
  ///
  /// - Parameter path: the name that it will have, in the folder.
  /// - Returns: where it is written until all are complete.
  func begin(_ path: String) -> String {
    paths.withLock { $0.append(path) }
    return aside(path)
  }

  /// Gives every file its name.
  ///
  /// - Parameter force: whether a file that has the name already is replaced.
  /// - Throws: a ``Diagnostic`` when a name was taken meanwhile or the disk refuses; what has its name by then is taken back.
  func publish(force: Bool) throws(Diagnostics) {
    let paths = paths.withLock { $0 }
    for (index, path) in paths.enumerated() {
      do { try publish(aside(path), as: path, force: force) } catch {
        if !force { for done in paths[..<index] { try? FileManager.default.removeItem(atPath: done) } }
        discard()
        throw error
      }
    }
  }

  /// Removes everything that was written and the folders that were made for it.
  func discard() {
    for path in paths.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: aside(path)) }
    Files.remove(folders: madeFolders)
  }

  private func aside(_ path: String) -> String {
    "\(folder)/.\(path.split(separator: "/").last ?? "").\(mark).part"
  }

  private func publish(_ aside: String, as path: String, force: Bool) throws(Diagnostics) {
    func fault(_ message: String, _ hint: String) -> Diagnostics {
      Diagnostics(.error, .cannotWrite, file: Files.shown(path), message: message, hint: hint)
    }
    // The bytes are on the disk before the name is, so that a power cut cannot leave an empty file under it.
    let descriptor = open(aside, O_RDONLY)
    guard descriptor >= 0, isFleeting || fsync(descriptor) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw fault("the file could not be brought to the disk", "check the space on the disk")
    }
    close(descriptor)
    if !force {
      // A link takes a name only if it is free, in one step; where a file system has no links, a look before must do.
      if link(aside, path) == 0 {
        unlink(aside)
        return
      }
      if errno == EEXIST || Files.exists(path) {
        throw fault(
          "this file has appeared meanwhile",
          "keep it and choose another place with --output, or overwrite it with --force")
      }
    }
    guard rename(aside, path) == 0 else {
      throw fault("the file cannot be given its name", "check that you may write in its folder")
    }
  }
}
