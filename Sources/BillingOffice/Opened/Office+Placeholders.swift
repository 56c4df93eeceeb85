import Foundation
import Papers

extension Office {
  /// What office.yaml still says as the starter office does, so that whoever begins is told before it stands on many papers.
  ///
  /// - Parameter settings: what office.yaml says.
  /// - Returns: a warning where anything is left; nil where the office says its own.
  func placeholders(_ settings: OfficeSettings) -> Diagnostic? {
    // Where the program's own files are not whole, that is told by what needs them.
    guard let starter = try? StarterOffice.settings(installation) else { return nil }
    var (left, keys): ([Placeholder], [String]) = ([], [])
    if settings.name == starter.name { (left, keys) = (left + [.name(settings.name)], keys + ["name"]) }
    // A code that follows from the starter's name is its as well, unless one's own name gives the same.
    let isStarters = [starter.code, OfficeSettingsReader.code(from: starter.name)].contains(settings.code)
    if isStarters, settings.code != OfficeSettingsReader.code(from: settings.name) || settings.name == starter.name {
      (left, keys) = (left + [.code(settings.code)], keys + ["code"])
    }
    if let ledger = settings.ledger, Self.host(of: ledger) == starter.ledger.flatMap(Self.host) {
      (left, keys) = (left + [.ledger(ledger)], keys + ["ledger.url"])
    }
    if left.isEmpty { return nil }
    let mark = keys.lazy.compactMap { settings.written[$0]?.mark }.first
    return Diagnostic(
      OfficeFact.placeholders(left), .warning, file: shown(ofOwn: OfficeFolder.settingsFile), line: mark?.line,
      column: mark?.column)
  }

  private static func host(of address: String) -> String? { URLComponents(string: address)?.host }
}
