import Foundation
import Papers

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
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: starter) else {
      throw Diagnostics(OfficeFact.noStarter, file: ShownPath.of(starter))
    }
    var sources = Dictionary(uniqueKeysWithValues: names.map { ($0, "\(starter)/\($0)") })
    // Some kinds of paper bring a file of their own.
    for kind in PaperKinds.all {
      for name in kind.ownFiles { sources[name] = "\(installation.templates)/\(kind.name)/\(name)" }
    }
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    try AtomicFolder.fill(
      folder, with: sources.mapValues { .copy(of: $0) }, for: .office(parent: ShownPath.of(parent)),
      else: OfficeFact.starterNotCopied)
    return sources.keys.sorted().map { ShownPath.of("\(folder)/\($0)") }
  }
}
