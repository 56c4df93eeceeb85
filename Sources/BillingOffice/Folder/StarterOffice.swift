import Foundation

/// The office that a newcomer begins with.
public enum StarterOffice {
  /// Copies the starter office.
  ///
  /// - Parameters:
  ///   - folder: the folder to make; it must not exist, or be empty.
  ///   - installation: where the starter office is.
  /// - Returns: the files that were made, in the order of their names.
  /// - Throws: ``Diagnostics`` when the folder is in use or cannot be written; nothing is left behind then.
  public static func copy(to folder: String, from installation: Installation) throws(Diagnostics) -> [String] {
    return try copy(installation.templates + "/office", into: Files.absolute(folder))
  }

  private static func copy(_ source: String, into folder: String) throws(Diagnostics) -> [String] {
    let files = FileManager.default
    guard let names = try? files.contentsOfDirectory(atPath: source).sorted() else {
      throw Diagnostics(
        .error, .noInput, file: Files.shown(source), message: "the starter office is not here",
        hint: "it comes with the program; get it back from there")
    }
    let inUse = Files.exists(folder) && (try? files.contentsOfDirectory(atPath: folder))?.isEmpty != true
    guard !inUse else {
      throw Diagnostics(
        .error, .cannotWrite, file: Files.shown(folder), message: "there is something here already",
        hint: "choose a name that is not taken; nothing was changed")
    }
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let hint = "check that you may write in \(Files.shown(parent))"
    let made = try Files.make(folder: folder, hint: hint)
    // Copied aside first, so that no file is ever seen half-written.
    let aside = "\(folder)/.\(UUID().uuidString.prefix(8)).part"
    do {
      try files.copyItem(atPath: source, toPath: aside)
      for name in names { try files.moveItem(atPath: "\(aside)/\(name)", toPath: "\(folder)/\(name)") }
      try files.removeItem(atPath: aside)
    } catch {
      for name in names + [URL(fileURLWithPath: aside).lastPathComponent] {
        try? files.removeItem(atPath: "\(folder)/\(name)")
      }
      Files.remove(folders: made)
      throw Diagnostics(
        .error, .cannotWrite, file: Files.shown(folder), message: "the starter office cannot be copied here",
        hint: "check that you may write here, and the space on the disk")
    }
    return names.map { Files.shown("\(folder)/\($0)") }
  }
}
