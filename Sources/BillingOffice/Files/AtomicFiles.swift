import Drawing
import Foundation
import Papers
import Synchronization

/// Files that appear whole or not at all: each is written beside its final place under a hidden name and takes its name only
/// when all are complete. Until then nothing can be seen; if something fails, nothing is left.
///
/// Used from several workers at once: each writes files of its own; only the folders are shared.
final class AtomicFiles: Sendable {
  private let folder: String
  private let isFleeting: Bool
  private let isPrivate: Bool
  private let madeFolders: [String]
  private let begun = Mutex<[(path: String, aside: String)]>([])
  private let mark = String(UUID().uuidString.prefix(8))

  /// Prepares to write files into a folder, making it where it is not there.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - isFleeting: whether the files are gone in a moment, so that no power cut need find them.
  ///   - use: what the folder is for.
  /// - Throws: ``Diagnostics`` when it cannot be made.
  init(folder: String, isFleeting: Bool = false, for use: FolderUse = .papers) throws(Diagnostics) {
    self.folder = folder
    (self.isFleeting, isPrivate) = (isFleeting, use == .state)
    madeFolders = try Files.make(folder: folder, for: use)
    Asides.begin(folders: madeFolders)
    if madeFolders.isEmpty { Asides.sweep(folder) }
  }

  /// Begins a file.
  ///
  /// - Parameter path: the name that it will have, in the folder.
  /// - Returns: where it is written until all are complete.
  func begin(_ path: String) -> String {
    begun.withLock { begun in
      // The name aside is short, however long its own is: a name may have 255 bytes.
      let aside = "\(folder)/\(Asides.name("\(mark)-\(begun.count)"))"
      Asides.begin(aside)
      begun.append((path, aside))
      return aside
    }
  }

  /// Writes a whole file, which appears at once; one that is there is replaced.
  ///
  /// - Parameters:
  ///   - path: its name; its folder is made where it is missing.
  ///   - use: what the folder is for.
  ///   - write: writes it to a path aside.
  /// - Throws: ``Diagnostics`` when it cannot be written; then the old one is as it was.
  static func replace(_ path: String, for use: FolderUse = .papers, write: (String) throws -> Void) throws(Diagnostics)
  {
    let files = try AtomicFiles(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path, for: use)
    do { try write(files.begin(path)) } catch {
      files.discard()
      if let fault = error as? Diagnostics { throw fault }
      guard case .cannotWrite(_, let reason)? = error as? DrawingError else {
        throw Diagnostics(FileFact.cannotWrite, file: ShownPath.of(path))
      }
      throw Diagnostics(.of(.cannotWrite(path: path, reason: reason)))
    }
    try files.publish(.everything)
  }

  /// The same with a text.
  static func replace(_ path: String, with text: String, for use: FolderUse = .papers) throws(Diagnostics) {
    try replace(path, with: Array(text.utf8), for: use)
  }

  /// Writes a file of bytes, whole or not at all.
  static func replace(_ path: String, with bytes: [UInt8], for use: FolderUse = .papers) throws(Diagnostics) {
    try replace(path, for: use) { aside in
      let sink = try FileSink(path: aside)
      try sink.write(bytes)
      try sink.finish()
    }
  }

  /// Gives every file its name.
  ///
  /// - Parameter overwriting: which files that have a name already are replaced.
  /// - Throws: ``Diagnostics`` when a name was taken meanwhile or the disk refuses; what has its name by then is taken back.
  func publish(_ overwriting: Overwriting) throws(Diagnostics) {
    try Asides.whileNaming { () throws(Diagnostics) in try publishAll(overwriting) }
  }

  private func publishAll(_ overwriting: Overwriting) throws(Diagnostics) {
    let all = begun.withLock { $0 }
    for (index, file) in all.enumerated() {
      do { try publish(file.aside, as: file.path, overwriting) } catch {
        if overwriting == .nothing {
          for done in all[..<index] { try? FileManager.default.removeItem(atPath: done.path) }
        }
        discard()
        throw error
      }
    }
    for file in all { Asides.end(file.aside) }
    Asides.end(folders: madeFolders)
  }

  /// Removes everything that was written and the folders that were made for it.
  func discard() {
    for file in begun.withLock({ $0 }) {
      try? FileManager.default.removeItem(atPath: file.aside)
      Asides.end(file.aside)
    }
    Files.remove(folders: madeFolders)
    Asides.end(folders: madeFolders)
  }

  private func publish(_ aside: String, as path: String, _ overwriting: Overwriting) throws(Diagnostics) {
    func fault(_ fact: OutputFact) -> Diagnostics { Diagnostics(fact, file: ShownPath.of(path)) }
    // The bytes are on the disk before the name is, so that a power cut cannot leave an empty file under it.
    let descriptor = open(aside, O_RDONLY)
    if descriptor >= 0, isPrivate { fchmod(descriptor, 0o600) }
    guard descriptor >= 0, isFleeting || fsync(descriptor) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw fault(.notOnDisk)
    }
    close(descriptor)
    if !Files.exists(path) || !overwriting.allows(path) {
      // A link takes a name only if it is free, in one step; where a file system has no links, a look before must do.
      if link(aside, path) == 0 {
        unlink(aside)
        return
      }
      if errno == EEXIST || Files.exists(path) { throw fault(.appearedMeanwhile) }
    }
    guard rename(aside, path) == 0 else {
      throw fault(errno == ENAMETOOLONG ? .nameTooLong : .notNamed)
    }
  }
}
