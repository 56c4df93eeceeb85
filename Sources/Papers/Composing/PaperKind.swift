package import Bookkeeping
package import Templating

/// A kind of paper. All that is known of it stands in its own folder under `Kinds/`; ``PaperKinds/all`` lists them, and the
/// command line, the samples, the schema, the template book and the tests walk that list.
package protocol PaperKind: Sendable {
  init()
  /// What templates, office.yaml and commands call it, such as `price-list`.
  var name: String { get }
  /// What a document's title begins with.
  var title: String { get }
  /// With an article, as sentences say it.
  var spoken: String { get }
  /// What it needs of the void; nil for a kind that names no price, so that nobody could take it for a bill.
  var void: VoidNeed? { get }
  /// Whether its papers are of gifts that the ledger records and numbers.
  var isRecorded: Bool { get }
  /// Whether a receipt printer takes it.
  var mayGoToReceiptPrinter: Bool { get }
  /// The files that it adds to an office; each begins as the one beside the kind's own template.
  var ownFiles: [String] { get }
  /// Whether it is cut from a sheet at any size that somebody names.
  var takesAnySize: Bool { get }
  /// Whether links in it may be clicked: what is only hung up has none.
  var hasLinks: Bool { get }

  /// What its templates receive, with any words.
  func shape(words: DataShape) -> DataShape

  /// Papers of it, made of a sample: first as it is usually shown, then as long as it can be and with all that it may lack.
  ///
  /// - Parameters:
  ///   - sample: an order nobody made.
  ///   - design: how they look.
  ///   - office: what else there is.
  ///   - issued: the day of issue.
  /// - Returns: the papers; one at least.
  /// - Throws: ``Diagnostics`` when words cannot be read or sums do not fit.
  func samples(_ sample: Sample, _ design: PaperDesign, _ office: some OfficeMaterials, issued: CalendarDay)
    throws(Diagnostics) -> [any Printable]
}

extension PaperKind {
  package var isRecorded: Bool { false }
  package var mayGoToReceiptPrinter: Bool { false }
  package var takesAnySize: Bool { false }
  package var hasLinks: Bool { true }
  package var ownFiles: [String] { [] }

  /// Who issues it, as the sentence at its foot begins.
  package func issuer(_ office: String, _ wording: VoidWording) -> String {
    void?.isMockBill == true ? "\(wording.issuedBy) \(office)" : office
  }
}

/// A kind of which an office has one at a time: its request is its look, its file and its day.
package protocol SheetKind: PaperKind {
  /// What its command does, in a sentence.
  var abstract: String { get }
  /// What is worth knowing about its command before the examples.
  var about: String { get }
  /// The paper that it is made for, where nobody says; nil for the office's own.
  func usualPaper(_ settings: OfficeSettings) -> String?

  /// The sheet of an office.
  ///
  /// - Parameters:
  ///   - office: what there is.
  ///   - design: how it looks.
  ///   - issued: the day that stands on it.
  /// - Returns: the sheet, ready to be drawn.
  /// - Throws: ``Diagnostics`` when what it shows cannot be read.
  func sheet(of office: some OfficeMaterials, _ design: PaperDesign, issued: CalendarDay) throws(Diagnostics)
    -> any Printable
}

extension SheetKind {
  package func usualPaper(_ settings: OfficeSettings) -> String? { nil }
}
