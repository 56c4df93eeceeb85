package import Bookkeeping
import Layout

/// Which signs to print, and how.
package struct SignRequest: ClockedRequest {
  /// The sign list's path; nil for a sign for every item of the price book.
  package var list: String?
  /// The price book's path; nil for the office's own.
  package var prices: String?
  /// The only stall whose signs are wanted, in any case; nil for all.
  package var stall: String?
  /// The template's name or folder; nil for the office's own.
  package var template: String?
  /// The language, or two joined by a plus, such as `en+ar`, where the list does not say; nil for the office's own.
  package var language: String?
  /// The size where the list does not say; nil for A6, or a quarter of a Letter in offices that print on American paper.
  package var size: String?
  /// The sheet they are printed on; nil for the office's paper.
  package var sheet: String?
  /// Whether there are crop marks.
  package var hasMarks: Bool
  /// How far colour goes on beyond the cut, in points.
  package var bleed: Double
  /// Whether signs fill the sheets so that the pile is sorted once it is cut, rather than sheet by sheet.
  package var isStacked: Bool
  /// Whether a stall may begin on another one's sheet.
  package var runsOn: Bool
  /// The first cell of the first sheet that is still blank, from 1.
  package var start: Int
  /// The sheets that are wanted, from 1; nil for all.
  package var pages: ClosedRange<Int>?
  /// Whether each sign has a code that opens its item in the ledger.
  package var hasCodes: Bool
  /// Whether only one sheet of the worst cases is printed.
  package var isProof: Bool
  /// From how far every item must be readable, in metres; nil for wherever it ends up.
  package var readableFrom: Double?
  /// What they are written as, and where; without a path, `signs` in the office's `output` folder, which is made anew each
  /// time. Where each is to have a file of its own, every stall has one.
  package var output: OutputWish
  /// The day of issue. A library reads no clock, so whoever asks says it.
  package var issued: CalendarDay
  package var isDayOfClock = false
  package var kind: any PaperKind { SignKind() }

  /// Makes a request for all signs, in the usual size.
  package init(
    list: String? = nil, prices: String? = nil, stall: String? = nil, template: String? = nil, language: String? = nil,
    size: String? = nil, sheet: String? = nil, hasMarks: Bool = true, bleed: Double = 0,
    isStacked: Bool = false, runsOn: Bool = false, start: Int = 1, pages: ClosedRange<Int>? = nil,
    hasCodes: Bool = true, isProof: Bool = false, readableFrom: Double? = nil,
    output: OutputWish = OutputWish(), issued: CalendarDay
  ) {
    self.list = list
    self.prices = prices
    self.stall = stall
    self.template = template
    self.language = language
    self.size = size
    self.sheet = sheet
    self.hasMarks = hasMarks
    self.bleed = bleed
    self.isStacked = isStacked
    self.runsOn = runsOn
    self.start = start
    self.pages = pages
    self.hasCodes = hasCodes
    self.isProof = isProof
    self.readableFrom = readableFrom
    self.output = output
    self.issued = issued
  }
}

extension SignRequest {
  package func prepare(_ office: some OfficeMaterials, _ faults: inout Faults) -> PreparedPapers? {
    if output.format == .share, size == nil, sheet == nil { return asCards.prepare(office, &faults) }
    // What is to be printed: items at the market's prices, in the languages of the market.
    let settings = office.settings(&faults)
    let market = Market(office, list: list, prices: prices, &faults)
    guard let settings, let market else { return nil }

    // How it is to look, and on which sheets.
    let book = SignBook(market.list, file: market.file, names: market.names, self, settings, office, &faults)
    let sheet = faults.collect { () throws(Diagnostics) in try CutSheet(self.sheet ?? settings.paper).size }
    guard let sheet, let design = book.signs.first?.sign.look.design else {
      if !faults.hasErrors { faults.add(Diagnostic(SignFact.nothingToShow, file: market.file)) }
      return nil
    }
    market.check(book.signs.map(\.sign.entry), design, office, prices: prices, self, &faults)
    var signs = book.signs
    if isProof, !faults.hasErrors {
      signs = faults.collect { () throws(Diagnostics) in try worst(of: signs, on: sheet, design) } ?? []
    }
    var plan = SignPlan(signs, on: sheet, self, &faults)
    if let pages { _ = faults.collect { () throws(Diagnostics) in try plan.keep(pages) } }
    let batch = Batch(plan.sheets, kind: kind, title: settings.name)
    var papers = PreparedPapers(
      design, .sheets(isProof ? "signs-proof" : "signs", parts: plan.parts), isTagged: false
    ) { _, _ in batch }
    papers.isRemade = true
    return papers
  }

  /// The same as pictures to post, each a sign.
  private var asCards: SignRequest {
    var cards = self
    (cards.size, cards.sheet) = (Paper.card.name, Paper.card.name)
    return cards
  }

  /// The signs that are the hardest to read, as many as one sheet holds.
  private func worst(of signs: [(sign: Sign, copies: Int)], on sheet: Size, _ design: PaperDesign)
    throws(Diagnostics) -> [(sign: Sign, copies: Int)]
  {
    let composer = try PageComposer(design)
    var faults = Faults()
    var judged: [(sign: Sign, farthest: Double)] = []
    for (sign, _) in signs {
      let face = faults.collect { () throws(Diagnostics) in try composer.signs.face(of: sign, isBack: false, composer) }
      judged.append((sign, face?.legibility.name?.farthest ?? .infinity))
    }
    try faults.check()
    let sorted = judged.enumerated().sorted { ($0.1.farthest, $0.0) < ($1.1.farthest, $1.0) }.map(\.element.sign)
    guard let size = sorted.first?.look.size else { return [] }
    let count = SheetGrid(cell: size.piece, on: sheet, bleed: bleed)?.count ?? 1
    return sorted.filter { $0.look.size == size }.prefix(count).map { ($0, 1) }
  }
}
