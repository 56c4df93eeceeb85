import Bookkeeping
import Foundation
import Ledger
import Papers
import Templating

extension Office {
  /// What the desk in the browser is made of: its pages, styles and scripts, and its words in the office's language.
  package struct DeskFiles: Sendable {
    /// The files by their names.
    package let texts: [String: String]
    package let words: [String: String]
    package let office, code, place, language, locale, currency: String
    package let isRightToLeft: Bool
    /// What is owed: zero as an amount or, where that is but a dot, as a word.
    package let zero: String
    /// What changes with any of the files.
    package let version: String
    private let folder: String

    fileprivate init(
      _ texts: [String: String], _ words: [String: String], _ settings: OfficeSettings, zero: String?, folder: String
    ) {
      let formats = Formats(locale: settings.locale)
      (self.texts, self.words, self.folder) = (texts, words, folder)
      (office, code, place, locale) = (settings.name, settings.code, settings.place, settings.locale)
      language = LocaleName.language(of: settings.locale)
      currency = settings.currency.code
      isRightToLeft = formats.direction == .rightToLeft
      self.zero = zero ?? formats.money(.zero(settings.currency))
      var print = RunPrint()
      for (name, text) in texts.sorted(by: { $0.key < $1.key }) + [("", settings.locale)] { print.add(name + text) }
      version = String(print.text.prefix(12))
    }

    /// What is wrong with one of them.
    package func fault(in name: String, _ reason: String) -> Diagnostics {
      Diagnostics(UnexpectedFact(reason), file: ShownPath.of("\(folder)/\(name)"))
    }
  }

  /// Reads what the desk is made of.
  ///
  /// - Throws: ``Diagnostics`` when it is not there, or office.yaml cannot be read.
  package func deskFiles() throws(Diagnostics) -> DeskFiles {
    let settings = try settings()
    let folder = "\(installation.templates)/desk"
    var texts: [String: String] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.contains(".") { texts[name] = try Files.text("\(folder)/\(name)", .program) }
    if texts.isEmpty { throw Diagnostics(FileFact.notThere(.program), file: ShownPath.of(folder)) }
    let words = try wordList(of: "desk", LocaleName.language(of: settings.locale))
    let zero = try strings(settings.locale).words["zero"].flatMap { $0.contains(where: \.isNumber) ? nil : $0 }
    return DeskFiles(texts, words, settings, zero: zero, folder: folder)
  }
}
