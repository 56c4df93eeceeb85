package import Bookkeeping
package import Layout
package import Templating

/// Something that becomes pages: an invoice with its number, a board, a sheet of signs.
package protocol Printable: Sendable {
  /// What it is called in lists of contents and in messages.
  func name(_ wording: VoidWording) -> String

  /// What it is called in the list of contents; nil where it has no entry there.
  func outline(_ wording: VoidWording) -> String?

  /// Where its pages are cut; nil where they are not.
  var boxes: PageBoxes? { get }

  /// Whether its pages are made of others, and so are still to be judged.
  var isImposed: Bool { get }

  /// The same in plain text; nil for what is made to be looked at.
  func text(_ composer: PageComposer) -> String?

  /// What templates receive for it, a document each; none where no template makes it.
  func documents(_ composer: PageComposer) -> [[String: TemplateData]]

  /// Its finished pages.
  ///
  /// - Throws: ``Diagnostics`` when something does not fit, cannot be printed, or hides the stamp.
  func pages(_ composer: PageComposer) throws(Diagnostics) -> [Frame]
}

extension Printable {
  /// Every paper has an entry of its name.
  package func outline(_ wording: VoidWording) -> String? { name(wording) }
  /// Most papers are not cut.
  package var boxes: PageBoxes? { nil }
  /// Most papers are what their template makes.
  package var isImposed: Bool { false }
  /// Most papers are made to be looked at.
  package func text(_ composer: PageComposer) -> String? { nil }
}

/// A paper that is one document of its template.
package protocol TemplatePaper: Printable {
  /// What its template receives.
  func values(_ design: PaperDesign, _ formats: Formats) -> [String: TemplateData]
  /// The currency in which nothing is owed.
  func currency(_ design: PaperDesign) -> Currency
}

extension TemplatePaper {
  package func documents(_ composer: PageComposer) -> [[String: TemplateData]] {
    [values(composer.design, composer.formats)]
  }

  package func pages(_ composer: PageComposer) throws(Diagnostics) -> [Frame] {
    try composer.pages(
      showing: values(composer.design, composer.formats), in: currency(composer.design))
  }
}
