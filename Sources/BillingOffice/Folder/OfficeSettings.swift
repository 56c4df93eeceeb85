public import Bookkeeping
import Layout

/// What office.yaml says.
public struct OfficeSettings: Sendable {
  /// What the numbers of its papers begin with: 2 to 12 of A–Z and 0–9.
  public var code: String
  /// The office's name.
  public var name: String
  /// Where the market is.
  public var place: String
  /// The desk's letter or name.
  public var desk: String
  /// The currency of papers that have none of their own.
  public var currency: Currency
  /// The BCP 47 locale, such as `en-US`.
  public var locale: String
  /// The name of the paper.
  public var paper: String
  /// The ledger's base address, without a slash at the end.
  public var ledger: String
  /// The categories that the public ledger shows as totals only.
  public var sensitive: Set<String>
  /// The template used for each kind of paper.
  public var templates: [String: String]
  /// What was written under each key (such as `name`, `templates.invoice`), with its place, so that a fault can name it.
  var written: [String: WrittenText] = [:]
}

/// A text as somebody wrote it, with its place.
struct WrittenText: Hashable, Sendable {
  var text: String
  var mark: Mark
}
