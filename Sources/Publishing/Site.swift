public import Bookkeeping
internal import Foundation
public import Ledger

/// The public ledger as static pages: no program runs when they are read, and nothing is asked of any other place.
public struct Site {
  let look: SiteLook
  let templates: String
  let copy: LedgerCopy
  let offers: [PriceBook.Entry]
  let milestones: Milestones
  let seal: SiteSeal

  /// Prepares a site.
  ///
  /// - Parameters:
  ///   - look: how it speaks.
  ///   - templates: the folder of the pages' templates.
  ///   - sensitive: the categories that are shown as totals only.
  ///   - offers: what the market offers. Each has a page before it is first given, since signs lead there; what is sensitive has none.
  ///   - milestones: what the value of all gifts is compared with.
  ///   - seal: tells what this machine has written in the site's folder from what it has not.
  public init(
    _ look: SiteLook, templates: String, sensitive: SensitiveCategories, offers: [PriceBook.Entry] = [],
    milestones: Milestones = Milestones(), seal: SiteSeal = .none
  ) {
    self.look = look
    self.templates = templates
    self.offers = offers.filter { !sensitive.contains($0.category) }
    (self.milestones, self.seal) = (milestones, seal)
    copy = .published(sensitive: sensitive)
  }

  /// How long to wait for somebody else who publishes into the same folder, in seconds.
  public static let patience = 60.0

  /// Writes the site of a ledger, or what has changed of it.
  ///
  /// Where gifts have only been added since the last time, only they are read, and only the pages written that they change.
  ///
  /// - Parameters:
  ///   - ledger: the ledger.
  ///   - path: the folder: a new one, an empty one, or one that was published before.
  ///   - isAnew: whether to go through all entries in any case.
  ///   - patience: how long to wait for somebody else who publishes into the folder, in seconds.
  ///   - begins: told once, where somebody is waited for.
  ///   - owns: told, once nobody else writes into the folder, where long files lie while they are written: whoever ends the process
  ///     early takes them away.
  /// - Returns: what was done.
  /// - Throws: ``PublishingError``; pages that were there before are whole all the same.
  public func publish(
    _ ledger: Ledger, to path: String, isAnew: Bool = false, patience: Double = Site.patience,
    waiting begins: () -> Void = {}, aside owns: ([String]) -> Void = { _ in }
  ) throws(PublishingError) -> PublishedSite {
    let pages = try SitePages(templates, look)
    let folder = try SiteFolder(path, seal, patience: patience, waiting: begins)
    owns(SiteNames.grown.map { "\(path)/\(SiteFile.aside($0))" })
    do {
      let signature = signature(pages)
      var book = folder.book.flatMap { $0.signature == signature && !isAnew ? $0 : nil }
      let additions = try book.flatMap { try SiteAdditions($0, ledger) }
      if let additions, var known = book {
        try SiteWriter(self, ledger, pages, folder).add(additions, to: &known)
        book = known
      } else {
        try folder.forgetBook()
        book = try SiteWriter(self, ledger, pages, folder).writeAll(signature)
      }
      try folder.finish(book, keepsRest: additions != nil)
    } catch {
      // Pages are written while the ledger is read, which then comes to a halt, too.
      if let trouble = folder.trouble.error { throw trouble }
      if let error = error as? LedgerError { throw .ledger(error) }
      throw (error as? PublishingError) ?? .cannotWrite(path: path, reason: "\(error)")
    }
    return folder.result
  }

  /// A short text that is another when anything that all pages depend on is another.
  private func signature(_ pages: SitePages) -> String {
    var texts = pages.texts + look.words.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    texts += offers.flatMap {
      let asked = look.asked($0)
      return [
        $0.item, $0.category, $0.unit, "\($0.price)", "\($0.checked)", "\($0.source)", "\($0.basis)", asked.price,
        asked.per,
      ]
    }
    texts += milestones.rows.flatMap { ["\($0.name)", "\($0.amount)", "\($0.source)", "\($0.checked, default: "")"] }
    texts += [
      look.language, look.isRightToLeft ? "rtl" : "ltr", look.office.name, look.office.place, look.zero,
      look.bookLanguage,
    ]
    for names in [look.itemNames, look.categoryNames] {
      texts += ["\(names.count)"] + names.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    }
    if case .published(let sensitive) = copy { texts.append(sensitive.text) }
    var list = Netstrings("billing-office site 8")
    for text in texts { list.add(text) }
    return list.hash.description
  }
}
