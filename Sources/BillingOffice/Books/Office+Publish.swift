import Bookkeeping
import Foundation
import Ledger
import Papers
package import Publishing
import Templating
import Vetting

extension OfficeLedger {
  /// Writes the package ledger as static pages, or what has changed of them.
  ///
  /// - Parameters:
  ///   - output: the folder; nil for `output/ledger` in the office.
  ///   - locale: a BCP 47 locale; nil for the office's own.
  ///   - isAnew: whether to go through all entries, even where only gifts have been added.
  ///   - notice: told what is waited for, while it is.
  /// - Returns: the folder, and what was done.
  /// - Throws: ``Diagnostics``; pages that were there before are whole all the same.
  package func publish(
    to output: String?, locale: String?, isAnew: Bool = false, notice: (Diagnostic) -> Void = { _ in }
  ) throws(Diagnostics) -> (path: String, site: PublishedSite) {
    let path = output.map(Files.absolute) ?? office.path("output/ledger")
    let settings = try office.settings()
    let ledger = try open()
    // A slip in the price book keeps no ledger from being published.
    var untold = Faults()
    let prices = office.prices(nil, &untold) ?? PriceBook([])
    let site = Site(
      try siteLook(locale ?? settings.locale, settings, prices),
      templates: office.installation.templates + "/ledger-site",
      sensitive: SensitiveNames.categories(settings.sensitive),
      offers: prices.entries.filter { InputCheck.vet([$0], file: "").isEmpty },
      milestones: office.milestones(&untold) ?? Milestones(), seal: office.siteSeal())
    var asides: [String] = []
    defer { asides.forEach(Asides.end) }
    do throws(PublishingError) {
      let made = try site.publish(
        ledger, to: path, isAnew: isAnew,
        waiting: {
          notice(Diagnostic(SiteFact.waiting(seconds: Int(Site.patience)), .warning, file: ShownPath.of(path)))
        },
        aside: { files in
          asides = files
          files.forEach(Asides.begin)
        })
      if let first = made.strangers.first {
        notice(Diagnostic(SiteFact.strangers(first, count: made.strangers.count), .warning, file: ShownPath.of(path)))
      }
      return (path, made)
    } catch {
      switch error {
      case .ledger(let error): throw Diagnostics(.of(error))
      case .link(let path): throw Diagnostics(SiteFact.link, file: ShownPath.of(path))
      case .foreignFolder(let path): throw Diagnostics(SiteFact.foreignFolder, file: ShownPath.of(path))
      case .busy(let path, let seconds):
        throw Diagnostics(SiteFact.busy(seconds: Int(seconds)), file: ShownPath.of(path))
      case .badTemplate(let path, let reason):
        throw Diagnostics(SiteFact.badTemplate(reason: reason), file: ShownPath.of(path))
      case .cannotWrite(let path, let reason):
        throw Diagnostics(SiteFact.pageNotWritten(reason: reason), file: ShownPath.of(path))
      }
    }
  }

  private func siteLook(_ asked: String, _ settings: OfficeSettings, _ prices: PriceBook) throws(Diagnostics)
    -> SiteLook
  {
    let locale = try LocaleName.asked(asked)
    let formats = Formats(locale: locale)
    let strings = try office.strings(locale)
    let isOffered = OfferedLanguage.named(LocaleName.language(of: locale)) != nil
    var untold = Faults()
    let names = office.names(of: prices, &untold) ?? ItemNames()
    // A price book whose items are called something else in the office's own language is written in another: English, as the starter's.
    let bookLanguage =
      names.items(of: prices, in: settings.locale).isEmpty ? LocaleName.language(of: settings.locale) : "en"
    // What somebody writes beside the ledger stands on its pages as little as what is in it.
    func vetted(_ names: [String: String]) -> [String: String] {
      names.filter { Vetting.paymentData(in: $0.value) == nil }
    }
    return SiteLook(
      // Where there are no words in a language, those are English.
      language: isOffered ? locale : "en", isRightToLeft: formats.direction == .rightToLeft,
      words: try office.wordList(of: "ledger-site", LocaleName.language(of: locale)),
      office: (settings.name, settings.place),
      zero: strings.words["zero"] ?? formats.whole(0), bookLanguage: bookLanguage,
      itemNames: vetted(names.items(of: prices, in: locale)),
      categoryNames: vetted(names.categories(of: prices, in: locale)),
      money: { formats.money($0) }, price: { formats.price($0) },
      asked: { ($0.askedPrice(formats), $0.askedFor(strings, formats.locale)) },
      number: { Formats.text(of: $0.trimmed, nil, formats.locale) }, unit: { strings.units.name(of: $0, for: $1) },
      day: { formats.day($0) }, month: { month in CheckedDate(month).map { formats.checked($0) } ?? month },
      checked: { formats.checked($0) })
  }
}

extension Office {
  /// Tells what this machine has written in a site's folder from what others have.
  fileprivate func siteSeal() -> SiteSeal {
    guard let key = machineKey() else { return .none }
    return SiteSeal(seal: { key.mark(of: $0) }, isSeal: { key.isMark($0, of: $1) })
  }
}
