package import Bookkeeping

/// What office.yaml says.
package struct OfficeSettings: Sendable {
  /// What the numbers of its papers begin with: 2 to 12 of A–Z and 0–9.
  package var code: String
  /// The office's name.
  package var name: String
  /// Where the market is.
  package var place: String
  /// The desk's letter or name.
  package var desk: String
  /// The currency of papers that have none of their own.
  package var currency: Currency
  /// The BCP 47 locale of papers, such as `en-US`.
  package var locale: String
  /// The office's own, in which its price book is written, in whichever papers are asked for.
  package var ownLocale: String
  /// The name of the paper.
  package var paper: String
  /// The ledger's base address, without a slash at the end; nil where it has no site.
  package var ledger: String?
  /// The categories that the package ledger shows as totals only.
  package var sensitive: Set<String>
  /// The decimal sign of numbers in its tables that can be read in two ways; nil where nobody has said it.
  package var decimal: DecimalSign?
  /// The template used for each kind of paper.
  package var templates: [String: String]
  /// What was written under each key (such as `name`, `templates.invoice`), with its place, so that a fault can name it.
  package var written: [String: WrittenText] = [:]

  package init(
    code: String, name: String, place: String, desk: String, currency: Currency, locale: String, paper: String,
    ledger: String?, sensitive: Set<String>, templates: [String: String]
  ) {
    self.code = code
    self.name = name
    self.place = place
    self.desk = desk
    self.currency = currency
    self.locale = locale
    ownLocale = locale
    self.paper = paper
    self.ledger = ledger
    self.sensitive = sensitive
    self.templates = templates
  }
}
