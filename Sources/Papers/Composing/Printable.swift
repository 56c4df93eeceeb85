package import Layout

/// Something that becomes pages: an invoice with its number, a board, a sheet of signs.
package protocol Printable: Sendable {
  /// What it is called in lists of contents and in messages.
  func name(_ wording: VoidWording) -> String

  /// What it is called in the list of contents; nil where it has no entry there.
  func outline(_ wording: VoidWording) -> String?

  /// Where its pages are cut; nil where they are not.
  var boxes: PageBoxes? { get }

  /// The same in plain text; nil for what is made to be looked at.
  func text(_ composer: PageComposer) -> String?

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
  /// Most papers are made to be looked at.
  package func text(_ composer: PageComposer) -> String? { nil }
}
