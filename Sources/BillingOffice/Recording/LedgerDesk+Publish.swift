import Bookkeeping
import Foundation
public import Publishing
import Templating

extension LedgerDesk {
  /// Writes the public ledger as static pages, or what has changed of them.
  ///
  /// - Parameters:
  ///   - output: the folder; nil for `output/ledger` in the office.
  ///   - locale: a BCP 47 locale; nil for the office's own.
  ///   - isAnew: whether to go through all entries, even where only gifts have been added.
  /// - Returns: the folder, and what was done.
  /// - Throws: ``Diagnostics``; pages that were there before are whole all the same.
  public func publish(to output: String?, locale: String?, isAnew: Bool = false) throws(Diagnostics) -> (
    path: String, site: PublishedSite
  ) {
    let path = output.map(Files.absolute) ?? folder + "/output/ledger"
    let ledger = try open()
    let site = Site(
      try siteLook(locale), templates: installation.templates + "/ledger-site", sensitive: sensitive,
      offers: offers)
    do { return (path, try site.publish(ledger, to: path, isAnew: isAnew)) } catch {
      switch error {
      case .ledger(let error): throw Diagnostics(.of(error))
      case .foreignFolder(let path):
        throw Diagnostics(
          .error, .cannotWrite, file: Files.shown(path), message: "other files are in this folder",
          hint: "name a new folder, or one that was published before")
      case .badTemplate(let path, let reason):
        throw Diagnostics(file: Files.shown(path), message: "the page's template cannot be read: \(reason)")
      case .cannotWrite(let path, let reason):
        throw Diagnostics(
          .error, .cannotWrite, file: Files.shown(path), message: "the page cannot be written: \(reason)",
          hint: "check the space on the disk, and that you may write there")
      }
    }
  }

  /// What the price book offers, as far as it can be read: a slip in it keeps no ledger from being published.
  private var offers: [PriceBook.Entry] {
    guard let bytes = FileManager.default.contents(atPath: folder + "/prices.csv") else { return [] }
    return PriceBook.read([UInt8](bytes)).value.entries
  }

  private func siteLook(_ asked: String?) throws(Diagnostics) -> SiteLook {
    let locale: String
    if let asked {
      guard let plain = LocaleName.plain(asked) else {
        let (message, hint) = LocaleName.unknown(asked)
        throw Diagnostics(.error, .usage, message: message, hint: hint)
      }
      locale = plain
    } else {
      locale = self.locale
    }
    let formats = Formats(locale: locale)
    let strings = try Strings.read(language: formats.language, folder: installation.templates + "/strings")
    return SiteLook(
      language: locale, isRightToLeft: formats.direction == .rightToLeft, words: try siteWords(formats.language),
      money: { formats.money($0) }, price: { formats.price($0) },
      number: { Formats.text(of: $0.trimmed, nil, formats.locale) }, unit: { strings.units.name(of: $0, for: $1) },
      day: { formats.day($0) }, month: { month in CheckedDate(month).map { formats.checked($0) } ?? month },
      checked: { formats.checked($0) })
  }

  /// The site's words in a language; those that it lacks in English.
  private func siteWords(_ language: String) throws(Diagnostics) -> [String: String] {
    var words: [String: String] = [:]
    for name in ["en", language] {
      let path = "\(installation.templates)/ledger-site/words/\(name).yaml"
      guard Files.exists(path) else { continue }
      let file = Files.shown(path)
      do {
        guard case .mapping(let entries, _) = try YAMLNode.read(try Files.text(path, shown: file), file: file) else {
          continue
        }
        for entry in entries {
          if case .scalar(let text?, _) = entry.value { words[entry.key] = text }
        }
      } catch let fault as YAMLFault {
        throw Diagnostics(.notYAML(fault))
      } catch {
        throw Diagnostics([(error as? Diagnostic) ?? Diagnostic(file: file, message: "the file cannot be read")])
      }
    }
    return words
  }
}
