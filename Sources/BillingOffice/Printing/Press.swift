import Bookkeeping
import Drawing
import Layout
import Templating

/// One worker's tools: it turns invoices into finished, stamped pages. Not shared between threads.
final class Press {
  let studio: Studio
  let measurer: PangoMeasurer
  let formats: Formats
  /// Which way the language is read.
  var direction: Direction { formats.direction }
  private let context: LayoutContext
  private let vetting: VettingMeasurer
  /// Whether the papers have been printed before.
  let isReprint: Bool
  private let figures: @Sendable (Int) -> String
  private var layers: [String: VoidLayer] = [:]
  /// The covers under which the stamp has been seen.
  private var seen: Set<[PageSurvey.Cover]> = []
  /// What does not fit on the pages so far, and is outlined; each thing once.
  private(set) var outlined: [Diagnostic] = []

  /// The presses for signs of other sizes and languages, which share this one's letters.
  private var others: [ObjectIdentifier: (look: SignLook, press: Press)] = [:]
  /// The signs that were laid out last, since copies of one mostly follow one another.
  private var faces: [ObjectIdentifier: (sign: Sign, face: SignFace)] = [:]
  /// The voids of whole sheets of signs.
  let sheetVoids = SheetVoids()
  /// The sign that is the hardest to read so far.
  private(set) var hardest: Legibility?

  init(
    _ studio: Studio, sharing measurer: PangoMeasurer? = nil, hasRoles: Bool = false, showsOverflow: Bool = false,
    isReprint: Bool = false
  ) throws(Diagnostics) {
    self.studio = studio
    self.isReprint = isReprint
    let formats = Formats(locale: studio.settings.locale)
    self.formats = formats
    figures = { [locale = formats.locale] in Formats.text(of: ExactDecimal(Int64($0)), nil, locale) }
    if let measurer {
      self.measurer = measurer
    } else {
      do { self.measurer = try PangoMeasurer(fonts: studio.fonts, language: studio.settings.locale) } catch {
        throw Diagnostics([.of(error)])
      }
    }
    vetting = VettingMeasurer(self.measurer, ledger: studio.settings.ledger, own: studio.template.texts)
    context = LayoutContext(
      measurer: vetting, direction: formats.direction,
      decimalSign: formats.decimalSign, hasRoles: hasRoles, showsOverflow: showsOverflow)
  }

  /// The pages of a document, stamped.
  ///
  /// - Parameters:
  ///   - values: what its template receives.
  ///   - currency: the currency in which nothing is owed.
  /// - Returns: the pages.
  /// - Throws: a ``Diagnostic`` when something does not fit, cannot be printed, or hides the stamp.
  func pages(showing values: [String: TemplateData], in currency: Currency) throws(Diagnostic) -> [Frame] {
    do { return try stamped(values, in: currency) } catch { throw told(error) }
  }

  /// The pages of a document, stamped; with what is wrong as it was found, for whoever can tell more about it.
  func stamped(_ values: [String: TemplateData], in currency: Currency) throws -> [Frame] {
    try pages(of: values, in: currency).map { page, void in
      var page = page
      void.apply(to: &page)
      return page
    }
  }

  /// The pages of a document, each with the void that must still be put over it.
  func pages(of values: [String: TemplateData], in currency: Currency) throws -> [(page: Frame, void: PageVoid)] {
    vetting.data = values
    var (content, master) = studio.template.document(for: values, figures: figures)
    master.margins.bottom = max(master.margins.bottom, VoidLayer.foot(of: master.size))
    return try Paginator.pages(of: content, on: master, context).map { ($0, try void(of: $0, currency)) }
  }

  /// What is wrong with a document, in words.
  func told(_ error: any Error) -> Diagnostic {
    switch error {
    case let error as LayoutError: .of(error)
    case let error as DrawingError: .of(error)
    case let violation as VoidViolation: .of(violation, at: studio.template.stamp.mark)
    default: Diagnostic(message: "\(error)")
    }
  }

  // MARK: - Signs

  /// A sign, laid out.
  func face(of sign: Sign) throws(Diagnostic) -> SignFace {
    if let known = faces[ObjectIdentifier(sign)] { return known.face }
    let face = try SignFace(sign, self)
    hardest = Legibility.harder(hardest, face.legibility)
    if faces.count >= 64 { faces.removeAll(keepingCapacity: true) }
    faces[ObjectIdentifier(sign)] = (sign, face)
    return face
  }

  /// The press for signs that look so.
  func beside(_ look: SignLook) throws(Diagnostic) -> Press {
    if let known = others[ObjectIdentifier(look)] { return known.press }
    let press: Press
    // With roles, the item is known as what the template calls a heading.
    do { press = try Press(look.studio, sharing: measurer, hasRoles: true) } catch { throw error.all[0] }
    others[ObjectIdentifier(look)] = (look, press)
    return press
  }

  // MARK: - The void

  /// What makes a page void, once it is sure that it can be seen there.
  private func void(of page: Frame, _ currency: Currency) throws -> PageVoid {
    let survey = PageSurvey(page)
    for misfit in survey.misfits {
      var warning = Diagnostic.of(LayoutError.overflow(misfit))
      warning.severity = .warning
      if !outlined.contains(warning) { outlined.append(warning) }
    }
    for address in survey.links { try vet(address) }
    let layer = try layer(for: survey, page.size, currency)
    // The first page is looked at in any case; another where something could hide the stamp that has not been seen yet.
    let suspects = VoidRules.suspects(survey, under: layer)
    if !seen.contains(suspects) {
      if let violation = try VoidRules.look(at: page, under: layer, measurer) { throw violation }
      if seen.count >= 256 { seen.removeAll(keepingCapacity: true) }
      seen.insert(suspects)
    }
    return PageVoid(layer: layer, codes: survey.codes)
  }

  private func vet(_ address: String) throws(LayoutError) {
    do { try vetting.vet(address) } catch { throw .content(error, nil) }
  }

  /// The layer for a page: the stamp where the template wants it, or, where a code would take too much of it away, as near
  /// above or below as it is whole.
  private func layer(for survey: PageSurvey, _ page: Size, _ currency: Currency) throws -> VoidLayer {
    let wanted = try layer(for: page, currency, shift: 0)
    guard let violation = VoidRules.violation(of: survey, under: wanted) else { return wanted }
    guard violation == .codeOverStamp else { throw violation }
    for step in 1...16 {
      for shift in [0.05 * Double(step), -0.05 * Double(step)] {
        let moved = try layer(for: page, currency, shift: shift)
        let isOnPage = VoidRules.violation(of: moved, studio.template.stamp, studio.kind, page: page) == nil
        if isOnPage, VoidRules.violation(of: survey, under: moved) == nil { return moved }
      }
    }
    throw violation
  }

  /// The layer with the stamp moved down by a share of the page's height.
  private func layer(for page: Size, _ currency: Currency, shift: Double) throws -> VoidLayer {
    let key = "\(currency.code) \(page.width) \(page.height) \(shift)"
    if let layer = layers[key] { return layer }
    var placement = studio.template.stamp
    placement.center.y += shift
    let layer = try VoidLayer(
      page: page, placement: placement, wording: studio.wording,
      issuer: studio.kind.issuer(studio.settings.name, studio.wording), zero: formats.money(.zero(currency)),
      isReprint: isReprint, isRoll: !studio.template.paper.size.height.isFinite, context)
    if shift == 0, let violation = VoidRules.violation(of: layer, placement, studio.kind, page: page) {
      throw violation
    }
    layers[key] = layer
    return layer
  }
}
