import Foundation
import Papers

/// The folder of an office: the one with office.yaml.
enum OfficeFolder {
  static let settingsFile = "office.yaml"

  /// Finds the office: the folder that was named, or the one somebody stands in, or its nearest parent with an office.yaml.
  static func find(named: String?, from here: String) throws(Diagnostics) -> String {
    if let named {
      let folder = Files.absolute(named)
      if Files.exists(folder + "/" + settingsFile) { return folder }
      throw Diagnostics(OfficeFact.noOfficeIn(named), file: named)
    }
    var folder = URL(fileURLWithPath: here)
    while true {
      if Files.exists(folder.appendingPathComponent(settingsFile).path) { return folder.path }
      if folder.path == "/" { break }
      folder.deleteLastPathComponent()
    }
    throw Diagnostics(OfficeFact.noOfficeHere)
  }
}
