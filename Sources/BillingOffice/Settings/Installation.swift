import Foundation

/// Where the program's own templates, words and fonts are.
package struct Installation: Sendable {
  /// The folder that holds `Templates/` and `Fonts/`.
  package let root: String
  /// A writable folder for what may be forgotten (fontconfig's cache).
  package let cache: String

  /// A writable folder for what belongs to this machine and this person, and may not be forgotten: the names of their chains.
  package let state: String

  /// How this program is started as a cell, in which files of strangers are read.
  package struct Cell: Sendable {
    /// The program.
    package let program: String
    /// Its first argument, behind which it hands the others to ``CellWorker/run(_:)``.
    package let word: String

    /// What it needs to be told to start, such as `NAME=value`.
    package let surroundings: [String]

    package init(program: String, word: String, surroundings: [String] = []) {
      (self.program, self.word, self.surroundings) = (program, word, surroundings)
    }
  }

  /// How strangers' pictures and fonts are read; nil for in this process.
  package var cell: Cell?

  /// The folder of the templates.
  package var templates: String { root + "/Templates" }
  /// Where Debian's packages keep the dictionaries by which words are parted.
  package var dictionaries: String { "/usr/share/hyphen" }
  /// The fonts' configuration.
  package var fontConfiguration: String { root + "/Fonts/fonts.conf" }

  /// Names an installation.
  ///
  /// - Parameters:
  ///   - root: the folder that holds `Templates/` and `Fonts/`.
  ///   - cache: a writable folder for what may be forgotten; it is made when it is needed.
  ///   - state: a writable folder for what may not.
  package init(root: String, cache: String, state: String) {
    self.root = root
    self.cache = cache
    self.state = state
  }

  /// Looks for the installation around a program: in the folders above it (a checkout), or in `share/billing-office` beside
  /// its `bin`.
  ///
  /// - Parameters:
  ///   - executable: the program's path, links followed.
  ///   - cache: a writable folder for what may be forgotten.
  ///   - state: a writable folder for what may not.
  /// - Returns: the installation; nil when there is none.
  package static func around(executable: String, cache: String, state: String) -> Installation? {
    var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    while true {
      for candidate in [folder.path, folder.appendingPathComponent("share/billing-office").path] {
        let installation = Installation(root: candidate, cache: cache, state: state)
        if Files.exists(installation.fontConfiguration), Files.exists(installation.templates) { return installation }
      }
      if folder.path == "/" { return nil }
      folder.deleteLastPathComponent()
    }
  }
}
