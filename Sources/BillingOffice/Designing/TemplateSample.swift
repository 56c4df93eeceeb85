import Bookkeeping
import Foundation
import Papers

/// Which template to show, and how: a paper of its sample, as a draft.
package struct SampleRequest: Sendable {
  /// A template's name or folder.
  package var template: String
  /// A paper's name; nil for the office's own.
  package var paper: String?
  /// A BCP 47 locale, such as `es-MX`; nil for the office's own.
  package var locale: String?
  /// What it is written as, and where; without a path, `sample-<name>` in the office's `output` folder, or where there is no
  /// office, in the folder somebody stands in. That file is made anew each time.
  package var output: OutputWish
  /// The day of issue. A library reads no clock, so whoever asks says it.
  package var issued: CalendarDay

  /// Makes a request.
  package init(
    template: String, paper: String? = nil, locale: String? = nil, output: OutputWish = OutputWish(),
    issued: CalendarDay
  ) {
    (self.template, self.paper, self.locale) = (template, paper, locale)
    (self.output, self.issued) = (output, issued)
  }
}

/// The first paper of a template's sample.
private struct SamplePapers: PaperRequest {
  let templates: OfficeTemplates
  let found: TemplateLibrary.Found
  let paper: String?
  let locale: String?
  var output: OutputWish
  var issued: CalendarDay
  var kind: any PaperKind { templates.paperKind(of: found) }

  func prepare(_ office: some OfficeMaterials, _ faults: inout Faults) -> PreparedPapers? {
    let sample = faults.collect { () throws(Diagnostics) in try templates.readSample(of: found) }
    let settings = sample?.settings ?? office.settings(&faults)
    let design = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in
        try templates.design(found, settings, paper: paper, locale: locale)
      }
    }
    guard let sample, let design else { return nil }
    let papers = faults.collect { () throws(Diagnostics) in
      try kind.samples(sample, design, office, issued: issued)
    }
    guard let first = papers?.first else { return nil }
    faults.add(design.warnings)
    let batch = Batch([first], kind: kind, title: design.settings.name)
    return PreparedPapers(design, .single(""), isTagged: true) { _, _ in batch }
  }
}

extension OfficeTemplates {
  /// Prints a template with its sample, as a draft.
  ///
  /// - Parameter request: which template, and how.
  /// - Returns: the file that was written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  package func printSample(_ request: SampleRequest) throws(Diagnostics) -> PrintedPapers {
    let found = try find(request.template)
    var output = request.output
    if output.path == nil {
      output.path = "\(usualOutput("sample", found)).\(output.format.fileExtension)"
      output.force = true
    }
    return try office.make(
      SamplePapers(
        templates: self, found: found, paper: request.paper, locale: request.locale, output: output,
        issued: request.issued))
  }

  /// Where something about a template goes if nobody says so: the office's `output` folder, or where there is no office, the
  /// folder somebody stands in.
  ///
  /// - Returns: the file's path without an ending.
  func usualOutput(_ what: String, _ found: TemplateLibrary.Found) -> String {
    let stem = URL(fileURLWithPath: found.folder).lastPathComponent
    return Files.absolute((own.map { $0.folder + "/output/" } ?? "") + "\(what)-\(stem)")
  }

  /// Reads the sample of a template; that of the program's invoice where it has none of its own.
  ///
  /// - Throws: ``Diagnostics`` with everything that is wrong with it.
  func readSample(of found: TemplateLibrary.Found) throws(Diagnostics) -> Sample {
    let own = "\(found.folder)/\(SampleOrder.file)"
    let path = Files.exists(own) ? own : "\(installation.templates)/invoice/\(SampleOrder.file)"
    let settingsFile = office.path(OfficeFolder.settingsFile)
    return try office.kept.value("sample \(path)", of: [path, settingsFile]) { () throws(Diagnostics) in
      let file = ShownPath.of(path)
      let (order, wrong) = SampleOrder.read(try Files.text(path), file: file)
      guard !order.rows.isEmpty else { throw Diagnostics(wrong) }
      var faults = Faults()
      let prices = Office.starter(installation).prices(nil, &faults)
      try faults.check()
      guard let prices else { throw Diagnostics(faults.all) }
      let (invoice, unpriced) = order.invoice(prices, file: file)
      let (long, _) = order.repeated.invoice(prices, file: file)
      guard let invoice, let long, wrong.isEmpty else { throw Diagnostics(wrong + unpriced) }
      var settings = try office.settings()
      settings.name = order.office ?? settings.name
      settings.place = order.place ?? settings.place
      return Sample(invoice: invoice, long: long, settings: settings, file: SampleOrder.file)
    }
  }
}
