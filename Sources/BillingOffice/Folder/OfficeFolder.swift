import Foundation

/// The folder of an office: the one with office.yaml.
enum OfficeFolder {
  static let settingsFile = "office.yaml"

  /// Finds the office: the folder that was named, or the one somebody stands in, or its nearest parent with an office.yaml.
  static func find(named: String?, from here: String) throws(Diagnostic) -> String {
    if let named {
      let folder = Files.absolute(named)
      if Files.exists(folder + "/" + settingsFile) { return folder }
      throw Diagnostic(
        .error, .noInput, file: named, message: "there is no \(settingsFile) in this folder",
        hint: "begin an office with: billing-office new \(named)")
    }
    var folder = URL(fileURLWithPath: here)
    while true {
      if Files.exists(folder.appendingPathComponent(settingsFile).path) { return folder.path }
      if folder.path == "/" { break }
      folder.deleteLastPathComponent()
    }
    throw Diagnostic(
      .error, .noInput, message: "no office here: there is no \(settingsFile) in this folder or above it",
      hint: "begin one with: billing-office new my-market, or name one with --office DIR")
  }
}

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
    let source = installation.templates + "/office"
    let files = FileManager.default
    if Files.exists(folder) {
      let content = try? files.contentsOfDirectory(atPath: folder)
      guard let content, content.isEmpty else {
        throw Diagnostics([
          Diagnostic(
            .error, .cannotWrite, file: folder, message: "there is something here already",
            hint: "choose a name that is not taken; nothing was changed")
        ])
      }
    }
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    let aside = parent + "/.\(URL(fileURLWithPath: folder).lastPathComponent).\(UUID().uuidString.prefix(8)).part"
    do {
      try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try files.copyItem(atPath: source, toPath: aside)
      if Files.exists(folder) { try files.removeItem(atPath: folder) }
      try files.moveItem(atPath: aside, toPath: folder)
    } catch {
      try? files.removeItem(atPath: aside)
      throw Diagnostics([
        Diagnostic(
          .error, .cannotWrite, file: folder, message: "the folder cannot be made",
          hint: "check that you may write in \(Files.shown(parent))")
      ])
    }
    let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { folder + "/" + $0 }
  }
}
