import Bookkeeping
import Layout
import Templating

extension Office {
  /// The file that says what items are called in other languages, beside office.yaml.
  static let namesFile = "names.csv"

  /// Whether a paper is an American one.
  static func isAmerican(_ paper: String) -> Bool {
    ["Letter", "Legal", "Tabloid"].contains(Paper.named(paper)?.name ?? paper)
  }

  /// Makes the signs of a market.
  ///
  /// - Parameters:
  ///   - request: which, and how.
  ///   - progress: told how many of how many sheets are laid out.
  ///   - isCancelled: asked before every sheet whether to stop.
  /// - Returns: the files that were written, how well the signs can be read, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  public func printSigns(
    _ request: SignRequest, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Diagnostics) -> PrintedPapers {
    var faults = Faults()

    // What is to be printed: items at the market's prices, in the languages of the market.
    let settings = readSettings(&faults)
    let market = readMarket(request.list, request.prices, &faults)
    guard let settings, let (list, listFile, names) = market else { throw Diagnostics(faults.all) }

    // How it is to look, and on which sheets.
    let book = SignBook(list, file: listFile, names: names, request, settings, self, &faults)
    let sheet = faults.collect { () throws(Diagnostics) in try Self.sheet(request.sheet ?? settings.paper) }
    guard let sheet, let studio = book.signs.first?.sign.look.studio else {
      if !faults.hasErrors { faults.add([Diagnostic(file: listFile, message: "there is nothing to make a sign for")]) }
      throw Diagnostics(faults.all)
    }
    let entries = book.signs.map(\.sign.entry)
    let check = InputCheck(studio)
    faults.add(check.checkWords() + check.check(entries.uniqued, file: shownPrices(request.prices)))
    faults.add(check.check(names, of: entries, file: shown(Self.namesFile)))
    faults.add(check.check(stallsOf: list.rows, file: listFile))
    faults.add(
      InputCheck.pricesFromTheFuture(entries.uniqued, issued: request.issued, file: shownPrices(request.prices)))
    var signs = book.signs
    if request.isProof, !faults.hasErrors { signs = try worst(of: signs, on: sheet, studio, request) }
    var plan = SignPlan(signs, on: sheet, request, &faults)
    if let pages = request.pages {
      _ = faults.collect { () throws(Diagnostics) in try plan.keep(pages) }
    }

    // Where it goes.
    let isUsual = request.output == nil
    let output = faults.collect { () throws(Diagnostics) in
      try OutputPlan.sheets(
        output: request.output, usual: folder + "/output", stem: request.isProof ? "signs-proof" : "signs",
        parts: plan.parts, format: request.format)
    }
    faults.add(output?.obstacles(force: request.force || isUsual) ?? [])
    try faults.check()
    guard let output else { throw Diagnostics(faults.all) }

    // Lay out, make void, draw, write aside, give the files their names.
    let run = PrintRun(
      studio: studio, batch: Batch(plan.sheets, kind: .sign, title: settings.name), plan: output,
      issued: request.issued, force: request.force || isUsual, workers: request.workers,
      isCancelled: isCancelled)
    var papers = try run.print(progress)
    papers.warnings = faults.all + papers.warnings
    return papers
  }

  /// The signs that are the hardest to read, as many as one sheet holds.
  private func worst(
    of signs: [(sign: Sign, copies: Int)], on sheet: Size, _ studio: Studio, _ request: SignRequest
  ) throws(Diagnostics) -> [(sign: Sign, copies: Int)] {
    let press = try Press(studio)
    var faults = Faults()
    var judged: [(sign: Sign, height: Double)] = []
    for (sign, _) in signs {
      let face = faults.collect { () throws(Diagnostics) in try press.face(of: sign) }
      judged.append((sign, face?.legibility?.letterHeight ?? .infinity))
    }
    try faults.check()
    let sorted = judged.enumerated().sorted { ($0.1.height, $0.0) < ($1.1.height, $1.0) }.map(\.element.sign)
    guard let size = sorted.first?.look.size else { return [] }
    let count = SheetGrid(cell: size.piece, on: sheet, bleed: request.bleed)?.count ?? 1
    return sorted.filter { $0.look.size == size }.prefix(count).map { ($0, 1) }
  }

  // MARK: - Reading

  private static func sheet(_ text: String) throws(Diagnostics) -> Size {
    if let size = SignSize.sheet(text) { return size }
    throw Diagnostics(
      .error, .usage, message: "there is no sheet \"\(text)\"",
      hint: .didYouMean(NearestNames.of(text, among: Paper.all.map(\.name), cutoff: 0.4))
        ?? "a sheet is a paper such as A4 or Letter, or such as 320x450mm")
  }

  /// What hangs at the stalls: a sign list, or else the whole price book, and what its items are called.
  func readMarket(_ named: String?, _ prices: String?, _ faults: inout Faults)
    -> (list: SignList, file: String, names: ItemNames)?
  {
    guard let book = readPrices(prices, &faults) else { return nil }
    let names = readNames(book, &faults)
    let file = named.map { Files.shown(Files.absolute($0)) } ?? shownPrices(prices)
    guard let list = readList(named, book, shown: file, &faults), let names else { return nil }
    return (list, file, names)
  }

  private func readList(_ named: String?, _ prices: PriceBook, shown: String, _ faults: inout Faults) -> SignList? {
    guard let named else { return .everything(in: prices) }
    let bytes = faults.collect { () throws(Diagnostics) in
      try Files.read(
        Files.absolute(named), shown: shown,
        hint: "a sign list is a CSV file with the column item, and perhaps stall, copies, size and language")
    }
    guard let reading = bytes.map({ SignList.read($0, prices: prices) }) else { return nil }
    faults.add(reading.faults.map { .of($0, file: shown) })
    return reading.value
  }

  /// What items are called in other languages; nothing where the office has no such file.
  private func readNames(_ prices: PriceBook, _ faults: inout Faults) -> ItemNames? {
    let path = "\(folder)/\(Self.namesFile)"
    guard Files.exists(path) else { return ItemNames() }
    let file = shown(Self.namesFile)
    let bytes = faults.collect { () throws(Diagnostics) in try Files.read(path, shown: file, hint: nil) }
    guard let reading = bytes.map({ ItemNames.read($0, prices: prices) }) else { return nil }
    faults.add(reading.faults.map { .of($0, file: file) })
    return reading.value
  }

  /// A file of the office, as people would write its path from where they stand.
  func shown(_ file: String) -> String { Files.shown("\(folder)/\(file)") }
}

extension [PriceBook.Entry] {
  /// Each entry once, in the order in which they are first met.
  var uniqued: [PriceBook.Entry] {
    var seen: Set<Int> = []
    return filter { seen.insert($0.line).inserted }
  }
}
