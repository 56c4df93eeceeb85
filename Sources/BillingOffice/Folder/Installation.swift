import Foundation

/// Where the program's own templates, words and fonts are.
public struct Installation: Sendable {
  /// The folder that holds `Templates/` and `Fonts/`.
  public let root: String
  /// A writable folder for what may be forgotten (fontconfig's cache).
  public let cache: String

  /// The folder of the templates.
  public var templates: String { root + "/Templates" }
  /// The fonts' configuration.
  public var fontConfiguration: String { root + "/Fonts/fonts.conf" }

  /// Names an installation.
  ///
  /// - Parameters:
  ///   - root: the folder that holds `Templates/` and `Fonts/`.
  ///   - cache: a writable folder; it is made when it is needed.
  public init(root: String, cache: String) {
    self.root = root
    self.cache = cache
  }

  /// Looks for the installation around a program: in the folders above it (a checkout), or in `share/billing-office` beside
  /// its `bin`.
  ///
  /// - Parameters:
  ///   - executable: the program's path, links followed.
  ///   - cache: a writable folder.
  /// - Returns: the installation; nil when there is none.
  public static func around(executable: String, cache: String) -> Installation? {
    var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    while true {
      for candidate in [folder.path, folder.appendingPathComponent("share/billing-office").path] {
        let installation = Installation(root: candidate, cache: cache)
        if Files.exists(installation.fontConfiguration), Files.exists(installation.templates) { return installation }
      }
      if folder.path == "/" { return nil }
      folder.deleteLastPathComponent()
    }
  }
}
