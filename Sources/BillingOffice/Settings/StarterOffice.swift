import Foundation
package import Papers

/// The office that a newcomer begins with.
package enum StarterOffice {
  /// Copies the starter office.
  ///
  /// - Parameters:
  ///   - folder: the folder to make; it must not exist, or be empty.
  ///   - installation: where the starter office is.
  /// - Returns: the files that were made, in the order of their names.
  /// - Throws: ``Diagnostics`` when the folder is in use or cannot be written; nothing is left behind then.
  package static func copy(to folder: String, from installation: Installation) throws(Diagnostics) -> [String] {
    let folder = Files.absolute(folder)
    let starter = installation.templates + "/office"
    let files = FileManager.default
    guard var names = try? files.contentsOfDirectory(atPath: starter) else {
      throw Diagnostics(OfficeFact.noStarter, file: ShownPath.of(starter))
    }
    var sources = Dictionary(uniqueKeysWithValues: names.map { ($0, "\(starter)/\($0)") })
    // Some kinds of paper bring a file of their own.
    for kind in PaperKinds.all {
      for name in kind.ownFiles { sources[name] = "\(installation.templates)/\(kind.name)/\(name)" }
    }
    names = sources.keys.sorted()
    let inUse = Files.exists(folder) && (try? files.contentsOfDirectory(atPath: folder))?.isEmpty != true
    guard !inUse else { throw Diagnostics(OfficeFact.inUse, file: ShownPath.of(folder)) }
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let made = try Files.make(folder: folder, for: .office(parent: ShownPath.of(parent)))
    // Copied aside first, so that no file is ever seen half-written.
    let aside = "\(folder)/.\(UUID().uuidString.prefix(8)).part"
    do {
      try files.createDirectory(atPath: aside, withIntermediateDirectories: false)
      for (name, source) in sources { try files.copyItem(atPath: source, toPath: "\(aside)/\(name)") }
      for name in names { try files.moveItem(atPath: "\(aside)/\(name)", toPath: "\(folder)/\(name)") }
      try files.removeItem(atPath: aside)
    } catch {
      for name in names + [URL(fileURLWithPath: aside).lastPathComponent] {
        try? files.removeItem(atPath: "\(folder)/\(name)")
      }
      Files.remove(folders: made)
      throw Diagnostics(OfficeFact.starterNotCopied, file: ShownPath.of(folder))
    }
    return names.map { ShownPath.of("\(folder)/\($0)") }
  }
}
