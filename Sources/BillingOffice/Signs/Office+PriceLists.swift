import Bookkeeping
import Layout
import Templating

extension Office {
  /// Makes posters of all that a stall gives.
  ///
  /// - Parameter request: which, and how.
  /// - Returns: the files that were written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  public func printPriceLists(_ request: PriceListRequest) throws(Diagnostics) -> PrintedPapers {
    var faults = Faults()
    let settings = readSettings(&faults)
    let market = readMarket(request.list, request.prices, &faults)
    let studio = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in
        try Studio(settings, installation, office: folder, look: request.look, kind: .priceList)
      }
    }
    guard let studio, let (list, listFile, names) = market else { throw Diagnostics(faults.all) }
    let language = try SignLanguage(studio.settings.locale, names, installation)
    let stalls = Stalls.of(list, wanted: request.stall, &faults)
    let lists = stalls.map { name, rows in
      PriceList(entries: rows.map(\.entry).uniqued, stall: name, issued: request.issued, language: language)
    }
    if lists.isEmpty, !faults.hasErrors {
      faults.add([Diagnostic(file: listFile, message: "there is nothing to list")])
    }

    let check = InputCheck(studio)
    let entries = lists.flatMap(\.entries).uniqued
    faults.add(check.checkWords() + check.check(entries, file: shownPrices(request.prices)))
    faults.add(check.check(names, of: entries, file: shown(Self.namesFile)))
    faults.add(check.check(stallsOf: list.rows, file: listFile))
    faults.add(InputCheck.pricesFromTheFuture(entries, issued: request.issued, file: shownPrices(request.prices)))
    faults.add(studio.warnings)

    let isUsual = request.output == nil
    let parts: [(name: String?, sheets: Range<Int>)] =
      request.isSplit ? lists.enumerated().map { ($1.stall, $0..<$0 + 1) } : [(nil, 0..<lists.count)]
    let plan = faults.collect { () throws(Diagnostics) in
      try OutputPlan.sheets(
        output: request.output, usual: folder + "/output", stem: "price-list", parts: parts, format: request.format)
    }
    faults.add(plan?.obstacles(force: request.force || isUsual) ?? [])
    try faults.check()
    guard let plan else { throw Diagnostics(faults.all) }
    let run = PrintRun(
      studio: studio, batch: Batch(lists, kind: .priceList, title: studio.settings.name), plan: plan,
      issued: request.issued,
      force: request.force || isUsual, workers: 1, isTagged: lists.count == 1)
    var papers = try run.print { _, _ in }
    papers.warnings = faults.all + papers.warnings
    return papers
  }
}
