import Bookkeeping
import Layout

/// A licence for the wall.
struct LicencePaper: Printable {
  var text: LicenceText
  var issued: CalendarDay

  func name(_ wording: VoidWording) -> String { text.title }

  func pages(_ composer: PageComposer) throws(Diagnostics) -> [Frame] {
    let settings = composer.design.settings
    let values = LicenceData.values(text, issued: issued, ledger: settings.ledger, composer.formats)
    return try composer.pages(showing: values, in: settings.currency)
  }
}
