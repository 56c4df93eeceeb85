package import Bookkeeping
package import Drawing
package import Layout
package import Ledger

/// What an opened office has for whoever makes papers of it. Each file is read when it is first asked for; what is wrong with
/// it goes among the faults, and nil stands for what cannot be used.
package protocol OfficeMaterials: Sendable {
  /// What office.yaml says.
  func settings(_ faults: inout Faults) -> OfficeSettings?

  /// The price book.
  ///
  /// - Parameters:
  ///   - named: its path; nil for the office's own.
  ///   - faults: takes what is wrong with it.
  /// - Returns: as much of it as serves to look at orders; nil where nothing could be read.
  func prices(_ named: String?, _ faults: inout Faults) -> PriceBook?

  /// A path that somebody named, as people know it, with the sheet that was read where it is a workbook's.
  func shown(_ named: String) -> String

  /// The price book's path as people know it, with its sheet.
  func shownPrices(_ named: String?) -> String

  /// What items are called in other languages; nothing where nobody has said it.
  func names(of prices: PriceBook, _ faults: inout Faults) -> ItemNames?

  /// The file in which those stand, as people know it.
  var shownNames: String { get }

  /// What the value of all gifts is compared with; nothing where nobody has said it.
  func milestones(_ faults: inout Faults) -> Milestones?

  /// Which signs hang where.
  ///
  /// - Parameters:
  ///   - named: a sign list's path; nil for all that the price book has.
  ///   - prices: the price book.
  ///   - faults: takes what is wrong with it.
  /// - Returns: the list, and its path as people know it.
  func signs(_ named: String?, _ prices: PriceBook, _ faults: inout Faults) -> SignList?

  /// What helps to read an order.
  ///
  /// - Parameter prices: the price book, whose items it names; nil where that cannot be read.
  /// - Returns: what settings and price book tell.
  func hints(for prices: PriceBook?) -> ReadingHints

  /// The bytes of an order, piece by piece, the sheet that is asked for, and its path as people know it.
  ///
  /// - Throws: ``Diagnostics`` when it is not there.
  func order(_ path: String) throws(Diagnostics) -> (bytes: ByteSource, sheet: String?, shown: String)

  /// The words of a locale's language.
  ///
  /// - Throws: ``Diagnostics`` when there are none at all.
  func strings(_ locale: String) throws(Diagnostics) -> Strings

  /// Where a locale's long words may be parted; nil where there is no dictionary of its language.
  func hyphenator(_ locale: String) -> Hyphenator?

  /// How papers of a kind look.
  ///
  /// - Parameters:
  ///   - kind: the kind.
  ///   - look: what differs from the settings.
  ///   - settings: the office's, or those of another time.
  ///   - paper: the paper, where it is none that has a name.
  /// - Returns: the template, words and fonts, ready to compose with.
  /// - Throws: ``Diagnostics`` with everything that is wrong with words, template or fonts.
  func design(_ kind: any PaperKind, _ look: PaperLook, _ settings: OfficeSettings, on paper: Paper?)
    throws(Diagnostics) -> PaperDesign

  /// What the ledger comes to; nothing where there is no ledger yet.
  ///
  /// - Throws: ``Diagnostics`` when it cannot be read.
  func ledgerTotals(by grouping: LedgerTotal.Grouping) throws(Diagnostics) -> [LedgerTotal]

  /// The keys that the ledger's chains are signed with, in the order of the chains; none where there is no ledger yet.
  ///
  /// - Throws: ``Diagnostics`` when it cannot be read.
  func ledgerKeys() throws(Diagnostics) -> [ShownKey]

  /// The day of the last gift in the ledger, as far as can be told; nil where there is none.
  func lastRecorded() -> CalendarDay?

  /// A file that a kind of paper adds to an office, such as licence.yaml.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - kind: the kind.
  /// - Returns: its text and its path as people know it; that which comes with the kind's template where the office has none.
  /// - Throws: ``Diagnostics`` when it cannot be read.
  func ownFile(_ name: String, of kind: any PaperKind) throws(Diagnostics) -> (text: String, shown: String)
}

/// The key that a chain of the ledger is signed with, as people compare it.
package struct ShownKey: Hashable, Sendable {
  /// The chain, such as `RIVER-A7K2`.
  package var chain: String
  /// The key's fingerprint.
  package var fingerprint: String

  /// Names both.
  package init(chain: String, fingerprint: String) { (self.chain, self.fingerprint) = (chain, fingerprint) }
}
