package import Bookkeeping
package import Drawing
package import Layout
package import Templating

/// Makes finished, stamped pages of what a template receives. One worker's own; it keeps its letters, formats and stamps, so
/// that the next paper of the same design is made in a millisecond.
package final class PageComposer {
  package let design: PaperDesign
  package let measurer: PangoMeasurer
  package let formats: Formats
  /// Which way the language is read.
  package var direction: Direction { formats.direction }
  private let context: LayoutContext
  /// The same with the program's own letters alone: what makes papers void is set in none of the office's fonts.
  private let voidContext: LayoutContext
  private let vetting: VettingMeasurer
  /// Whether pages say what is a heading, a table or a link.
  package let hasRoles: Bool
  /// Whether the papers have been printed before.
  package let edition: Edition
  private let figures: @Sendable (Int) -> String
  private var layers: [LayerKey: VoidLayer] = [:]
  /// What the pages come out as, in which they are judged.
  package var output = PageOutput.vector(.none)
  /// Judges finished pages.
  let judge: VoidJudge
  /// What does not fit on the pages so far, and is outlined; each thing once.
  package private(set) var outlined: [Diagnostic] = []

  /// What kinds of paper keep beside it, such as the faces of signs; by its type.
  private var companions: [ObjectIdentifier: AnyObject] = [:]
  /// The voids of whole sheets.
  let sheetVoids = SheetVoids()

  /// Gets ready.
  ///
  /// - Parameters:
  ///   - design: how papers look.
  ///   - measurer: letters that another composer has got ready in the same thread; nil for new ones.
  ///   - hasRoles: whether pages say what is a heading, a table or a link.
  ///   - showsOverflow: whether what does not fit is outlined rather than refused.
  ///   - edition: whether the papers have been printed before.
  /// - Throws: ``Diagnostics`` when there are no letters to be had.
  package init(
    _ design: PaperDesign, sharing measurer: PangoMeasurer? = nil, hasRoles: Bool = false, showsOverflow: Bool = false,
    edition: Edition = .first
  ) throws(Diagnostics) {
    self.design = design
    self.hasRoles = hasRoles
    self.edition = edition
    let formats = Formats(locale: design.settings.locale)
    self.formats = formats
    figures = { [locale = formats.locale] in Formats.text(of: ExactDecimal(Int64($0)), nil, locale) }
    if let measurer {
      self.measurer = measurer
    } else {
      do { self.measurer = try PangoMeasurer(fonts: design.fonts, language: design.settings.locale) } catch {
        throw Diagnostics(.of(error))
      }
    }
    judge = VoidJudge(self.measurer)
    vetting = VettingMeasurer(self.measurer, ledger: design.settings.ledger, own: design.template.texts)
    context = LayoutContext(
      measurer: vetting, direction: formats.direction,
      decimalSign: formats.decimalSign, hasRoles: hasRoles, showsOverflow: showsOverflow)
    var own = context
    if let fonts = design.fonts.own {
      do {
        own.measurer = VettingMeasurer(
          try PangoMeasurer(fonts: fonts, language: design.settings.locale), ledger: nil)
      } catch { throw Diagnostics(.of(error)) }
    }
    voidContext = own
  }

  /// The pages of a document, stamped, and judged as they come out.
  ///
  /// - Parameters:
  ///   - values: what its template receives.
  ///   - currency: the currency in which nothing is owed.
  /// - Returns: the pages.
  /// - Throws: ``Diagnostics`` when something does not fit, cannot be printed, or hides what makes it void.
  package func pages(showing values: [String: TemplateData], in currency: Currency) throws(Diagnostics) -> [Frame] {
    do {
      return try pages(of: values, in: currency).map { page, voids in
        var page = page
        for void in voids { void.apply(to: &page) }
        return page
      }
    } catch { throw Diagnostics(explained(error, values, currency) ?? diagnostic(of: error)) }
  }

  /// Judges a page that is made of others, such as a sheet of several, as it comes out.
  ///
  /// - Parameters:
  ///   - page: the page as a writer is given it.
  ///   - output: what it comes out as; nil for what the pages that it is made of do.
  /// - Throws: ``Diagnostics`` when what makes it void cannot be read.
  package func judge(_ page: Frame, as output: PageOutput? = nil) throws(Diagnostics) {
    do {
      if let violation = try violation(on: page, as: output) { throw violation }
    } catch { throw Diagnostics(diagnostic(of: error)) }
  }

  /// Why what makes a page void cannot be read; nil when it can be, or where it need not be void.
  private func violation(on page: Frame, as other: PageOutput? = nil) throws(DrawingError) -> VoidViolation? {
    design.kind.void == nil ? nil : try judge.violation(on: page, as: other ?? output)
  }

  /// What is too long, where the template is the program's own; nil for anything else that is wrong.
  private func explained(_ error: any Error, _ values: [String: TemplateData], _ currency: Currency) -> Diagnostic? {
    guard design.isProgramsOwn else { return nil }
    let paper = design.template.paper.name
    let culprit = { Culprit.text(in: values) { (try? self.pages(of: $0, in: currency)) != nil } }
    switch error {
    case LayoutError.overflow(let misfit):
      guard let text = culprit() else { return Diagnostic(RoomFact.tooMuch(paper: paper)) }
      if case .modulesTooSmall = misfit.reason { return Diagnostic(RoomFact.addressTooLong(text, paper: paper)) }
      return Diagnostic(RoomFact.tooLong(text, paper: paper))
    case VoidViolation.tooFewPixels: return nil
    case is VoidViolation: return culprit().map { Diagnostic(RoomFact.hidesStamp($0, paper: paper)) }
    default: return nil
    }
  }

  /// The pages of a document, each with the voids that must still be put over it; none on papers that name no price.
  ///
  /// - Throws: what is wrong as it was found, for whoever can tell more about it.
  package func pages(of values: [String: TemplateData], in currency: Currency) throws -> [(
    page: Frame, voids: [PageVoid]
  )] {
    vetting.data = values
    func pages(of content: any Element, on master: PageMaster) throws -> [Frame] {
      let pages = try Paginator.pages(of: content, on: master, context)
      let longest = (pages.map(\.size.height).max() ?? 0) / Length.millimetre / 1000
      // As long as a roll is; no sheet is.
      guard longest <= Double(Self.mostMetres) else {
        throw Diagnostics(SheetFact.rollTooLong(metres: Int(longest.rounded(.up)), most: Self.mostMetres))
      }
      return pages
    }
    var (content, master) = design.template.document(for: values, figures: figures)
    guard let need = design.kind.void else {
      return try pages(of: content, on: master).map { page in
        let leaves = PageLeaves(page)
        try look(over: leaves.survey)
        do throws(ContentError) {
          try vetting.vet(PaperLines(on: leaves, direction))
          try vetting.vet(withoutVoid: leaves)
        } catch { throw LayoutError.content(error, nil) }
        return (page, [])
      }
    }
    let isRoll = !master.size.height.isFinite
    let area = PrintableArea(output, width: master.size.width, isRoll: isRoll)
    master.margins.bottom = max(
      master.margins.bottom, VoidLayer.foot(of: master.size, type: design.template.stamp.leastType, in: area))
    var pages = try pages(of: content, on: master)
    if isRoll { pages = pages.map { RollParts.inWholeDots($0, as: output) } }
    if isRoll, let page = pages.first, page.size.height > RollParts.longest {
      try vet(PageLeaves(page))
      let parts = try RollParts.pages(of: content, on: master, context).map { RollParts.inWholeDots($0, as: output) }
      let (roll, voids) = try RollParts.joined(parts) { try void(of: PageLeaves($0), isFirst: true, need, currency) }
      var page = roll
      for void in voids { void.apply(to: &page) }
      if let violation = try violation(on: page) { throw violation }
      return [(roll, voids)]
    }
    // What may not be printed is told first, on whichever page it is.
    var voided: [(page: Frame, voids: [PageVoid])] = []
    var fault: (any Error)?
    for (index, page) in pages.enumerated() {
      let leaves = PageLeaves(page)
      try vet(leaves)
      if fault != nil { continue }
      do { voided.append((page, [try void(of: leaves, isFirst: index == 0, need, currency)])) } catch { fault = error }
    }
    if let fault { throw fault }
    return voided
  }

  /// Lets the lines of a page pass.
  private func vet(_ page: PageLeaves) throws(LayoutError) {
    do { try vetting.vet(PaperLines(on: page, direction)) } catch { throw .content(error, nil) }
  }

  /// How long a paper on a roll may be: as long as usual rolls are.
  private static let mostMetres = 50

  /// What is wrong with a document, at its place.
  package func diagnostic(of error: any Error) -> Diagnostic {
    switch error {
    case let error as LayoutError: .of(error)
    case let error as DrawingError: .of(error)
    // How a printer is corrected is no fault of the template's, nor what kind of picture is asked for.
    case let violation as VoidViolation where [.pushedOff, .tooFewPixels].contains(violation): Diagnostic(violation)
    case let violation as VoidViolation: Diagnostic(violation, at: design.template.stamp.mark)
    case let error as Diagnostics: error.all.first ?? Diagnostic(UnexpectedFact("\(error)"))
    default: Diagnostic(UnexpectedFact("\(error)"))
    }
  }

  /// What a kind of paper keeps beside this composer; made when it is first asked for.
  package func companion<Companion: AnyObject>(_ make: () -> Companion) -> Companion {
    if let known = companions[ObjectIdentifier(Companion.self)] as? Companion { return known }
    let new = make()
    companions[ObjectIdentifier(Companion.self)] = new
    return new
  }

  /// The same, where one that nobody has asked for need not be made.
  package func companion<Companion: AnyObject>(_ type: Companion.Type) -> Companion? {
    companions[ObjectIdentifier(type)] as? Companion
  }

  /// Forgets what was found on the pages so far, and what kinds of paper kept beside it.
  package func forgetReports() {
    outlined = []
    companions = [:]
  }

  // MARK: - The void

  /// What makes a page void, once it is sure that it can be seen there.
  private func void(of page: PageLeaves, isFirst: Bool, _ need: VoidNeed, _ currency: Currency) throws -> PageVoid {
    let (survey, size) = (page.survey, page.frame.size)
    try look(over: survey)
    let place = try place(on: page, isFirst: isFirst, need, currency)
    let void = PageVoid(layer: try layer(for: survey, size, at: place, need, currency), codes: survey.codes)
    guard let violation = try judge.violation(on: page, under: void, as: output) else { return void }
    // What hides the stamp of the program's own template is what somebody gave; where it is but a long name in large type, no
    // template is to blame. A template that puts a ground or a picture there is.
    guard violation == .hidden, design.isProgramsOwn || judge.isHiddenByText else { throw violation }
    let moved = try moved(on: size, from: place, need, currency) { layer in
      try VoidRules.violation(of: survey, under: layer) == nil
        && judge.violation(on: page, under: PageVoid(layer: layer, codes: survey.codes), as: output) == nil
    }
    guard let moved else { throw violation }
    return PageVoid(layer: moved, codes: survey.codes)
  }

  /// Keeps what does not fit and is outlined, and vets where links lead.
  private func look(over survey: PageSurvey) throws(LayoutError) {
    for misfit in survey.misfits {
      let warning = Diagnostic(misfit.reason, .warning, at: misfit.mark)
      if !outlined.contains(warning) { outlined.append(warning) }
    }
    for address in survey.links {
      do { try vetting.vet(link: address) } catch { throw .content(error, nil) }
    }
  }

  /// Where on a page the stamp's middle is, as shares of it: the first of the template's places where it lies on nothing, else the one
  /// where it lies on the least.
  private func place(on page: PageLeaves, isFirst: Bool, _ need: VoidNeed, _ currency: Currency) throws -> Point {
    let places = design.template.stamp.centers(isRoll: design.template.paper.isRoll, isFirst: isFirst)
    guard places.count > 1 else { return places[0] }
    let ground = StampGround(page)
    var best: (place: Point, cost: Double)?
    for place in places {
      // A place that is off a paper of some size is none there.
      guard let layer = try? layer(for: page.frame.size, at: place, need, currency, shift: 0) else { continue }
      let least = best?.cost ?? .infinity
      let cost = ground.cost(of: layer, limit: least)
      if cost < least { best = (place, cost) }
      if cost == 0 { break }
    }
    return best?.place ?? places[0]
  }

  /// The layer for a page: the stamp where the template wants it, or, where a code would take too much of it away or it would stand over
  /// the sentence, as near above or below as it is whole. A sentence of two lines that a code reaches into is made smaller.
  private func layer(
    for survey: PageSurvey, _ page: Size, at place: Point, _ need: VoidNeed, _ currency: Currency
  ) throws -> VoidLayer {
    let wanted = try layer(for: page, at: place, need, currency, shift: 0)
    guard let violation = VoidRules.violation(of: survey, under: wanted) else { return wanted }
    if violation == .codeOverSentence {
      let tight = try layer(for: page, at: place, need, currency, shift: 0, isTight: true)
      if VoidRules.violation(of: survey, under: tight) == nil { return tight }
    }
    guard violation == .codeOverStamp || violation == .stampOverSentence else { throw violation }
    if let moved = try moved(
      on: page, from: place, need, currency, { VoidRules.violation(of: survey, under: $0) == nil })
    {
      return moved
    }
    throw violation
  }

  /// The layer with the stamp as near above or below where the template wants it as something holds; nil where it nowhere does.
  private func moved(
    on page: Size, from place: Point, _ need: VoidNeed, _ currency: Currency, _ isFine: (VoidLayer) throws -> Bool
  ) throws -> VoidLayer? {
    for step in 1...16 {
      for shift in [0.05 * Double(step), -0.05 * Double(step)] {
        let moved = try layer(for: page, at: place, need, currency, shift: shift)
        let isOnPage = VoidRules.violation(of: moved, design.template.stamp, need, page: page) == nil
        if isOnPage, try isFine(moved) { return moved }
      }
    }
    return nil
  }

  /// The layer with the stamp moved down by a share of the page's height, or of 10 cm on a roll, and perhaps a small sentence.
  private func layer(
    for page: Size, at place: Point, _ need: VoidNeed, _ currency: Currency, shift: Double, isTight: Bool = false
  ) throws -> VoidLayer {
    // A printer's correction moves the sentence.
    let corrected = output.correction == .none ? nil : output
    let key = LayerKey(
      currency: currency.code, page: page, place: place, shift: shift, isTight: isTight, corrected: corrected)
    if let layer = layers[key] {
      judge.known.add(layer)
      return layer
    }
    let placement = design.template.stamp
    let isRoll = design.template.paper.isRoll
    let center = Point(place.x, isRoll ? place.y - shift * 100 * Length.millimetre : place.y + shift)
    let layer = try VoidLayer(
      page: page, placement: placement, at: center, wording: design.wording,
      issuer: design.kind.issuer(design.settings.name, design.wording), zero: formats.money(.zero(currency)),
      edition: edition, isRoll: isRoll, isTight: isTight, output: output,
      look: "\(design.serial) \(edition.rawValue) \(key.look(withHeight: !isRoll || edition == .takenBack))",
      voidContext)
    judge.known.add(layer)
    if shift == 0, let violation = VoidRules.violation(of: layer, placement, need, page: page) {
      throw violation
    }
    // Pages of a roll are of many lengths.
    if layers.count >= 128 { layers.removeAll(keepingCapacity: true) }
    layers[key] = layer
    return layer
  }
}

/// What tells one void of a composer from another.
private struct LayerKey: Hashable {
  var currency: String
  var page: Size
  /// Where the stamp is to stand.
  var place: Point
  /// How far it was moved from there.
  var shift: Double
  var isTight: Bool
  /// What the page comes out as, where a printer's correction counts.
  var corrected: PageOutput?

  /// The same in one word.
  func look(withHeight hasHeight: Bool) -> String {
    let size = hasHeight ? "\(page.width) \(page.height)" : "\(page.width)"
    return "\(currency) \(size) \(place.x) \(place.y) \(shift) \(isTight)" + (corrected.map { " \($0)" } ?? "")
  }
}
