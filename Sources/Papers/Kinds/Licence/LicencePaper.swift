import Bookkeeping
import Templating

/// A licence for the wall.
struct LicencePaper: TemplatePaper {
  var text: LicenceText
  var issued: CalendarDay

  func name(_ wording: VoidWording) -> String { text.title }

  func currency(_ design: PaperDesign) -> Currency { design.settings.currency }

  func values(_ design: PaperDesign, _ formats: Formats) -> [String: TemplateData] {
    LicenceData.values(text, issued: issued, ledger: design.settings.ledger, formats)
  }
}
