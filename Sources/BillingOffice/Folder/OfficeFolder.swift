import Foundation

/// The folder of an office: the one with office.yaml.
enum OfficeFolder {
  static let settingsFile = "office.yaml"

  /// Finds the office: the folder that was named, or the one somebody stands in, or its nearest parent with an office.yaml.
  static func find(named: String?, from here: String) throws(Diagnostics) -> String {
    if let named {
      let folder = Files.absolute(named)
      if Files.exists(folder + "/" + settingsFile) { return folder }
      throw Diagnostics(
        .error, .noInput, file: named, message: "there is no \(settingsFile) in this folder",
        hint: "begin an office with: billing-office new \(named)")
    }
    var folder = URL(fileURLWithPath: here)
    while true {
      if Files.exists(folder.appendingPathComponent(settingsFile).path) { return folder.path }
      if folder.path == "/" { break }
      folder.deleteLastPathComponent()
    }
    throw Diagnostics(
      .error, .noInput, message: "no office here: there is no \(settingsFile) in this folder or above it",
      hint: "begin one with: billing-office new my-market, or name one with --office DIR")
  }
}
