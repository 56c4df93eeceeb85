import Drawing
import Foundation
import Layout
import Ledger
import Papers

/// Makes a source of random numbers.
package typealias Randomness = @Sendable () -> any RandomNumberGenerator

/// A pop-up billing office, opened: a folder with office.yaml, prices and orders, and what was read of it.
///
/// The whole line, from an order to a stamped paper:
///
///     office.yaml + prices.csv + order.csv ─▶ Invoice ─▶ TemplateData ─▶ elements ─▶ frames ─▶ the void ─▶ PDF, PNG, SVG
///
/// Everything that is printed, shown, added up, published or checked goes through it. It holds what was read, and reads a file
/// again only when it has changed; copies of the value share that. It may be used from several threads.
package struct Office: Sendable {
  /// The office's folder.
  package let folder: String
  /// Where the program's templates, words and fonts are.
  package let installation: Installation
  /// Where the names of chains and the salts of entries come from; it must not be guessable.
  let randomness: Randomness
  /// What somebody said of the tables that are read, such as their code page.
  package var asked = AskedReading()
  let kept = KeptFiles()
  let sheets = SheetsRead()
  let composers = ComposerPool()
  let ledgers = KeptLedger()
  /// Where its pictures and fonts are read; nil for in this process.
  let cell: StrangersCell?

  private init(folder: String, installation: Installation, randomness: @escaping Randomness) {
    (self.folder, self.installation, self.randomness) = (folder, installation, randomness)
    cell = installation.cell.map { cell in
      StrangersCell(
        program: cell.program, word: cell.word, trusted: installation.templates,
        configuration: installation.fontConfiguration, cache: installation.cache, folders: [folder + "/Fonts"],
        surroundings: cell.surroundings)
    }
  }

  /// Opens an office. Nothing is read before it is asked for.
  ///
  /// - Parameters:
  ///   - named: the folder that was named; nil to look from `here` upwards.
  ///   - here: the folder somebody stands in.
  ///   - installation: where the program's own files are.
  ///   - randomness: where the names of chains and the salts of entries come from.
  /// - Returns: the office, of which nothing but its place is known yet.
  /// - Throws: ``Diagnostics`` when there is no office.
  package static func open(
    named: String?, from here: String, installation: Installation,
    randomness: @escaping Randomness = { SystemRandomNumberGenerator() }
  ) throws(Diagnostics) -> Office {
    Office(
      folder: try OfficeFolder.find(named: named, from: here), installation: installation, randomness: randomness)
  }

  /// The starter office, for whoever looks at templates where there is no office.
  static func starter(_ installation: Installation) -> Office {
    Office(
      folder: installation.templates + "/office", installation: installation,
      randomness: { SystemRandomNumberGenerator() })
  }

  /// The path of a file of the office.
  func path(_ file: String) -> String { "\(folder)/\(file)" }

  /// A file of the office, as people would write its path from where they stand.
  func shown(ofOwn file: String) -> String { ShownPath.of(path(file)) }
}
