import ArgumentParser
import BillingOffice
import Foundation

/// `billing-office signs`
struct SignsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signs",
    abstract: "Makes stall signs: the item, its market price struck through, Solidarity price 0.",
    discussion: """
      Without a list there is a sign for every item of the price book. A list is a CSV file with the column item, and perhaps \
      stall, copies, size and language. Signs are A6 on the office's paper unless something else is said: A3 to A7, Letter, \
      Letter-half, Letter-quarter, tent or tent-A5, which fold to stand on a table, or such as 90x60mm. Cut along the marks.

      Examples:
        billing-office signs
        billing-office signs --proof
        billing-office signs signs.csv --stall Repair --size A5 --sheet A3 --bleed 3mm
        billing-office signs --size tent --language en+ar
        billing-office signs --pages 12-20
        billing-office signs --readable-from 3m
      """)

  @Argument(
    help: "The sign list: a CSV file with the column item, and perhaps stall, copies, size and language.",
    completion: Completions.tables)
  var list: String?

  @OptionGroup var place: OfficeOptions

  @OptionGroup var stalls: StallOptions

  @Option(
    help: ArgumentHelp(
      "The template: a name or a folder (default: sign, or what office.yaml says).", valueName: "NAME"),
    completion: Completions.templates)
  var template: String?

  @Option(
    help: ArgumentHelp("A language, or two on one sign, such as es or en+ar.", valueName: "LANG"),
    completion: Completions.locales)
  var language: String?

  @Option(
    help: ArgumentHelp("The signs' size (default: A6, or on American sheets Letter-quarter).", valueName: "SIZE"),
    completion: Completions.sizes)
  var size: String?

  @Option(
    help: ArgumentHelp(
      "The sheet to print on, such as A3 or 320x450mm (default: the office's paper).", valueName: "SIZE"),
    completion: Completions.sheets)
  var sheet: String?

  enum Marks: String, ExpressibleByArgument, CaseIterable {
    case crop, none
  }

  @Option(help: "Marks to cut by: crop or none.")
  var marks = Marks.crop

  @Option(help: ArgumentHelp("How far colours go on beyond the cut, such as 3mm (default: 0).", valueName: "LENGTH"))
  var bleed: String?

  enum Order: String, ExpressibleByArgument, CaseIterable {
    case reading, stack
  }

  @Option(
    help: "reading: sheet by sheet. stack: cut the pile once, lay the stacks on one another, and it is sorted.")
  var order = Order.reading

  @Flag(help: "Let a stall begin on the sheet where another one ends.")
  var runOn = false

  @Option(help: ArgumentHelp("The first free place of a half-used sheet, counted row by row.", valueName: "N"))
  var startAt = 1

  @Option(help: ArgumentHelp("Only these sheets, such as 12-20, 7 or 12-.", valueName: "PAGES"))
  var pages: String?

  @Flag(inversion: .prefixedNo, help: "A code on each sign that opens its item in the ledger.")
  var codes = true

  @Flag(help: "One sheet of the worst cases, to look at before printing them all.")
  var proof = false

  @Option(
    help: ArgumentHelp(
      "An error for every sign that cannot be read from so far, such as 3m or 10ft.", valueName: "DISTANCE"))
  var readableFrom: String?

  @Option(help: ArgumentHelp("How many sheets to make at the same time (default: one a processor).", valueName: "N"))
  var jobs: Int?

  @Flag(help: "Say nothing but errors and the files' paths.")
  var quiet = false

  func validate() throws {
    try stalls.check()
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if startAt < 1 { throw ValidationError("--start-at must be at least 1.") }
    if let pages, PageRange.read(pages) == nil {
      throw ValidationError("--pages must be such as 12-20, 7 or 12-, not '\(pages)'.")
    }
    if let bleed, !(Measure.points(bleed).map { (0...Measure.mostBleed).contains($0) } ?? false) {
      throw ValidationError("--bleed must be from 0 to 10mm, such as 3mm or 0.125in, not '\(bleed)'.")
    }
    if let readableFrom, Measure.metres(readableFrom) == nil {
      throw ValidationError("--readable-from must be a distance such as 3m or 10ft, not '\(readableFrom)'.")
    }
    if proof, pages != nil || startAt > 1 {
      throw ValidationError("--proof is one sheet; leave out --pages and --start-at.")
    }
  }

  func run() throws {
    try Terminal.reporting {
      let office = try place.open()
      let request = try request()
      let progress = quiet ? nil : ProgressReport(of: "sheets")
      defer { progress?.finish() }
      let papers = try ClockQuestion.asking(request, day: stalls.issued) {
        try office.make($0, Interruption.observer(progress))
      }
      progress?.finish()
      Terminal.tell(papers, isQuiet: quiet)
      guard !quiet else { return }
      for sentence in Self.sentences(papers.legibility) { Terminal.note(sentence) }
    }
  }

  /// What is asked for.
  func request() throws -> SignRequest {
    SignRequest(
      list: list.map(Surroundings.input), prices: place.prices, stall: stalls.stall, template: template,
      language: language, size: size,
      sheet: sheet, hasMarks: marks == .crop, bleed: bleed.flatMap(Measure.points) ?? 0, isStacked: order == .stack,
      runsOn: runOn,
      start: startAt, pages: pages.flatMap(PageRange.read), hasCodes: codes, isProof: proof,
      readableFrom: readableFrom.flatMap(Measure.metres),
      output: try stalls.wish(workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount),
      issued: Day.meant(stalls.issued))
  }

  /// How well the name and the price can be read that are the hardest to.
  static func sentences(_ signs: SignLegibility) -> [String] {
    func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
    return [("name:", "capitals", signs.name), ("price: that of", "figures", signs.price)].compactMap {
      what, letters, text in
      text.map { text in
        "Smallest \(what) \"\(text.item)\", \(letters) \(tenths(text.millimetres)) mm high"
          + "\(text.isCondensed ? " and narrow" : "") on \(text.size): comfortable to read from "
          + "\(tenths(text.comfortable)) m, readable from \(tenths(text.farthest)) m at the most."
      }
    }
  }
}
