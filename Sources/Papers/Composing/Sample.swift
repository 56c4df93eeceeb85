package import Bookkeeping

/// An order nobody made, at the starter office's prices, with which papers are shown.
package struct Sample: Sendable {
  package var invoice: Invoice
  /// The same order many times over, so that it runs over several pages.
  package var long: Invoice
  /// The office's settings, with the sample's own name and place.
  package var settings: OfficeSettings
  /// The file in which it stands.
  package var file: String

  package init(invoice: Invoice, long: Invoice, settings: OfficeSettings, file: String) {
    self.invoice = invoice
    self.long = long
    self.settings = settings
    self.file = file
  }
}
