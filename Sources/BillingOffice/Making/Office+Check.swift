import Bookkeeping
import Layout
import Papers

/// What to check.
package struct CheckRequest: Sendable {
  /// The orders' paths; nil for order.csv and orders.csv in the office, where they exist.
  package var orders: [String]?
  /// The price book's path; nil for the office's own.
  package var prices: String?
  /// How the papers look.
  package var look: PaperLook
  /// The day of issue.
  package var issued: CalendarDay
  /// Whether the day is what this machine's clock says.
  package var isDayOfClock = false

  /// Makes a request.
  package init(orders: [String]? = nil, prices: String? = nil, look: PaperLook = PaperLook(), issued: CalendarDay) {
    (self.orders, self.prices, self.look, self.issued) = (orders, prices, look, issued)
  }
}

extension Office {
  /// Checks the office, its prices, its orders, its templates and its fonts, and writes nothing.
  ///
  /// - Parameter request: the orders to check; prices, template and paper as for printing.
  /// - Returns: everything that is wrong and everything worth a look, and what was found in order.
  package func check(_ request: CheckRequest) -> CheckReport {
    var (faults, report) = (Faults(), CheckReport())
    let settings = self.settings(&faults)
    if let settings {
      let file = shown(ofOwn: OfficeFolder.settingsFile)
      report.sound.append(.settings(file: file, name: settings.name, place: settings.place))
      if !faults.hasErrors, let placeholders = placeholders(settings) { faults.add(placeholders) }
    }
    if hasLedger {
      // One that is just being made is none yet.
      do { _ = try ledgers.open(ledgerPath, .readOnly) } catch {
        if case .notThere = error {} else { faults.add([.of(error)]) }
      }
    }
    if let settings, let lost = try? lostHeads(settings) {
      faults.add(
        lost.map { Diagnostic(RecordFact.lostPapers(upTo: $0.number), .warning, file: ShownPath.of(ledgerPath)) })
    }
    let prices = self.prices(request.prices, &faults)
    if let prices {
      faults.add(check(unitsOf: prices, file: shownPrices(request.prices)))
      report.sound.append(.prices(file: shownPrices(request.prices), count: prices.entries.count))
    }
    let names = prices.flatMap { self.names(of: $0, &faults) }
    if let names, !names.rows.isEmpty { report.sound.append(.names(file: shownNames, count: names.rows.count)) }
    if let milestones = milestones(&faults), !milestones.rows.isEmpty {
      report.sound.append(.milestones(file: shownMilestones, count: milestones.rows.count))
    }
    if let printers = readPrinters(&faults)?.printers {
      report.sound.append(.printers(file: shown(ofOwn: Self.printersFile), count: printers.count))
    }
    let design = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in try self.design(InvoiceKind(), request.look, settings, on: nil) }
    }
    // What has been told where it was written is not told again where a template shows it.
    var spoilt: Set<Int> = []
    var canBeTried = true
    if let design {
      report.sound.append(.template(design.templateName, paper: design.template.paper.name))
      faults.add(design.warnings)
      let check = InputCheck(design)
      let words = check.checkWords()
      let rows = check.check(prices?.entries ?? [], file: shownPrices(request.prices))
      faults.add(words + rows)
      if let names { faults.add(check.check(names, of: prices?.entries ?? [], file: shownNames)) }
      canBeTried = words.isEmpty
      let shown = shownPrices(request.prices)
      spoilt = Set(faults.all.filter { $0.severity == .error && $0.file == shown }.compactMap(\.line))
    }
    for order in request.orders ?? usualOrders() {
      var own = Faults()
      var gifts = GiftRequest(
        InvoiceKind(), .order(order), prices: request.prices, look: request.look, issued: request.issued)
      gifts.isDayOfClock = request.isDayOfClock
      let prepared = gifts.prepare(self, &own)
      faults.add(own.all.filter { !faults.all.contains($0) })
      guard let prepared, let orders = prepared.gifts else { continue }
      if let design = prepared.design, canBeTried {
        let tools = ComposerTools(composers, design, hasRoles: false, edition: .first, showsOverflow: false)
        let found = faults.collect { () throws(Diagnostics) in
          let composer = try tools.take()
          defer { tools.giveBack(composer) }
          return PaperRun.tryOut(prepared.batch(.drafts, false), on: composer) { paper in
            (paper as? GiftPaper)?.invoice.lines.contains { spoilt.contains($0.entry.line) } ?? false
          }
        }
        faults.add(found ?? [])
      }
      report.sound.append(.order(file: shown(order), count: orders.count))
    }
    report.faults = faults.all
    return report
  }

  /// Looks whether every unit is known in one of the languages, so that no hours are lost.
  func check(unitsOf prices: PriceBook, file: String) -> [Diagnostic] {
    // What is wrong with words is told where a paper needs them.
    let units = OfferedLanguage.all.compactMap { language in
      (try? strings(language.code)).map(\.units)
    }
    return units.isEmpty ? [] : InputCheck.check(unitsOf: prices.entries, units, file: file)
  }

  private func usualOrders() -> [String] { ["order.csv", "orders.csv"].map(path).filter(Files.exists) }
}
