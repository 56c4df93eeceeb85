import Bookkeeping
import Drawing
import Layout
import Templating

/// One worker's tools: it turns invoices into finished, stamped pages. Not shared between threads.
final class Press {
  let studio: Studio
  let measurer: PangoMeasurer
  private let formats: Formats
  private let context: LayoutContext
  private let figures: @Sendable (Int) -> String
  private var layers: [String: VoidLayer] = [:]
  /// The covers under which the stamp has been seen.
  private var seen: Set<[PageSurvey.Cover]> = []

  init(_ studio: Studio, hasRoles: Bool = false) throws(Diagnostics) {
    self.studio = studio
    let formats = Formats(locale: studio.settings.locale)
    self.formats = formats
    figures = { [locale = formats.locale] in Formats.text(of: ExactDecimal(Int64($0)), nil, locale) }
    do { measurer = try PangoMeasurer(fonts: studio.fonts, language: studio.settings.locale) } catch {
      throw Diagnostics([.of(error)])
    }
    context = LayoutContext(
      measurer: VettingMeasurer(measurer, ledger: studio.settings.ledger), direction: formats.direction,
      decimalSign: formats.decimalSign, hasRoles: hasRoles)
  }

  /// The pages of an invoice, stamped.
  ///
  /// - Throws: a ``Diagnostic`` when something does not fit, cannot be printed, or hides the stamp.
  func pages(of invoice: Invoice, number: InvoiceNumber?, issued: CalendarDay) throws(Diagnostic) -> [Frame] {
    let values = InvoiceData.values(
      of: invoice, number: number, issued: issued, ledger: studio.settings.ledger, wording: studio.wording,
      formats: formats)
    var (content, master) = studio.template.document(for: values, figures: figures)
    master.margins.bottom = max(master.margins.bottom, VoidLayer.foot)
    do {
      var pages = try Paginator.pages(of: content, on: master, context)
      for index in pages.indices { try makeVoid(&pages[index], invoice.currency) }
      return pages
    } catch let error as LayoutError {
      throw .of(error)
    } catch let error as DrawingError {
      throw .of(error)
    } catch let violation as VoidViolation {
      throw .of(violation, at: studio.template.stamp.mark)
    } catch {
      throw Diagnostic(message: "\(error)")
    }
  }

  /// Puts the void over a page, and makes sure that it can be seen.
  private func makeVoid(_ page: inout Frame, _ currency: Currency) throws {
    let layer = try layer(for: page.size, currency)
    let survey = PageSurvey(page)
    if let violation = VoidRules.violation(of: survey, under: layer) { throw violation }
    // The first page is looked at in any case; another where something could hide the stamp that has not been seen yet.
    let suspects = VoidRules.suspects(survey, under: layer)
    if !seen.contains(suspects) {
      if let violation = try VoidRules.look(at: page, under: layer, measurer) { throw violation }
      if seen.count >= 256 { seen.removeAll(keepingCapacity: true) }
      seen.insert(suspects)
    }
    layer.apply(to: &page, leavingOut: survey.codes)
  }

  private func layer(for page: Size, _ currency: Currency) throws -> VoidLayer {
    let key = "\(currency.code) \(page.width) \(page.height)"
    if let layer = layers[key] { return layer }
    let layer = try VoidLayer(
      page: page, placement: studio.template.stamp, wording: studio.wording, office: studio.settings.name,
      zero: formats.money(.zero(currency)), context)
    if let violation = VoidRules.violation(of: layer, studio.template.stamp, page: page) { throw violation }
    layers[key] = layer
    return layer
  }
}
