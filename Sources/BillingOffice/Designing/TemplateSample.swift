public import Bookkeeping
import Foundation
import Templating

/// Which template to show, and how.
public struct SampleRequest: Sendable {
  /// A template's name or folder.
  public var template: String
  /// The file to write, with the format's ending; nil for `sample-<name>` in the office's `output` folder, or where there is no
  /// office, in the folder somebody stands in.
  public var output: String?
  /// What it is written as.
  public var format: PaperFormat
  /// A paper's name; nil for the office's own.
  public var paper: String?
  /// A BCP 47 locale, such as `es-MX`; nil for the office's own.
  public var locale: String?
  /// Whether what does not fit is outlined rather than refused.
  public var showsOverflow: Bool
  /// Whether a file that was named and is there already is overwritten. The usual file is made anew each time.
  public var force: Bool
  /// The day of issue. A library reads no clock, so whoever asks says it.
  public var issued: CalendarDay

  /// Makes a request.
  public init(
    template: String, output: String? = nil, format: PaperFormat = .pdf, paper: String? = nil, locale: String? = nil,
    showsOverflow: Bool = false, force: Bool = false, issued: CalendarDay
  ) {
    self.template = template
    self.output = output
    self.format = format
    self.paper = paper
    self.locale = locale
    self.showsOverflow = showsOverflow
    self.force = force
    self.issued = issued
  }
}

extension TemplateDesk {
  /// Prints a template with its sample, as a draft.
  ///
  /// - Parameter request: which template, and how.
  /// - Returns: the file that was written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  public func printSample(_ request: SampleRequest) throws(Diagnostics) -> PrintedPapers {
    let found: TemplateLibrary.Found
    let plan: OutputPlan
    found = try find(request.template)
    plan = try samplePlan(found, request)
    var faults = Faults()
    faults.add(plan.obstacles(force: request.force || request.output == nil))
    let sample = faults.collect { () throws(Diagnostics) in try readSample(of: found) }
    let settings = if let sample { sample.settings } else { try settings() }
    let studio = faults.collect { () throws(Diagnostics) in
      try Studio(
        settings, installation, office: usualOffice,
        look: Look(template: found.folder, paper: request.paper, locale: request.locale), kind: paperKind(of: found))
    }
    try faults.check()
    guard let sample, let studio else { throw Diagnostics(faults.all) }
    let paper = try sample.papers(studio, installation, issued: request.issued)[0]
    let batch = Batch([paper], kind: studio.kind, title: studio.settings.name)
    let run = PrintRun(
      studio: studio, batch: batch, plan: plan, issued: request.issued, force: true, workers: 1, isTagged: true,
      showsOverflow: request.showsOverflow)
    var papers = try run.print { _, _ in }
    papers.warnings = studio.warnings + papers.warnings
    return papers
  }

  /// The kind of paper that a template makes; an invoice where it does not say.
  func paperKind(of found: TemplateLibrary.Found) -> PaperKind {
    library.kind(of: found).flatMap { PaperKind(rawValue: $0) } ?? .invoice
  }

  private func samplePlan(_ found: TemplateLibrary.Found, _ request: SampleRequest) throws(Diagnostics) -> OutputPlan {
    try OutputPlan.single(
      output: request.output, usual: usualOutput("sample", found), format: request.format)
  }

  /// Where something about a template goes if nobody says so: the office's `output` folder, or where there is no office, the
  /// folder somebody stands in.
  ///
  /// - Returns: the file's path without an ending.
  func usualOutput(_ what: String, _ found: TemplateLibrary.Found) -> String {
    Files.absolute((office.map { $0 + "/output/" } ?? "") + "\(what)-\(stem(of: found))")
  }

  private func stem(of found: TemplateLibrary.Found) -> String { URL(fileURLWithPath: found.folder).lastPathComponent }

  /// Reads the sample of a template; that of the program's invoice where it has none of its own.
  func readSample(of found: TemplateLibrary.Found) throws(Diagnostics) -> Sample {
    let own = "\(found.folder)/\(SampleOrder.file)"
    let path = Files.exists(own) ? own : "\(installation.templates)/invoice/\(SampleOrder.file)"
    let file = Files.shown(path)
    let text: String
    text = try Files.text(path, shown: file)
    let (order, wrong) = SampleOrder.read(text, file: file)
    guard !order.rows.isEmpty else { throw Diagnostics(wrong) }
    let prices = try starterPrices()
    let (invoice, unpriced) = order.invoice(prices, file: file)
    let (long, _) = order.repeated.invoice(prices, file: file)
    guard let invoice, let long, wrong.isEmpty else { throw Diagnostics(wrong + unpriced) }
    var settings = try settings()
    settings.name = order.office ?? settings.name
    settings.place = order.place ?? settings.place
    return Sample(invoice: invoice, long: long, settings: settings)
  }

  private func starterPrices() throws(Diagnostics) -> PriceBook {
    let path = installation.templates + "/office/prices.csv"
    let file = Files.shown(path)
    let bytes: [UInt8]
    bytes = try Files.read(path, shown: file, hint: "it comes with the program; get it back from there")
    let reading = PriceBook.read(bytes)
    guard reading.faults.isEmpty else { throw Diagnostics(reading.faults.map { .of($0, file: file) }) }
    return reading.value
  }
}
