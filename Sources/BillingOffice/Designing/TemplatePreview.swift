import Bookkeeping
import Drawing
import Foundation
import Layout
import Papers

/// A picture of a template that is made again and again while a designer works on it.
package final class TemplatePreview {
  /// What a look at the template came to.
  package struct Rendering: Sendable {
    /// What is different from the last look, in a line; nil at the first.
    package var change: String?
    /// How many pages the picture shows; 0 where it was not made anew.
    package var pages: Int
    /// Everything that is wrong, and everything worth a look.
    package var faults: [Diagnostic]
  }

  /// The picture: a PNG file that appears whole.
  package let picture: String
  /// What the picture depends on: folders whose files are worth watching, and files.
  package let watched: [String]
  private let templates: OfficeTemplates
  private let found: TemplateLibrary.Found
  private let request: PreviewRequest
  private var texts: [String: String] = [:]

  /// The most pages a picture shows.
  private static let mostPages = 8

  init(_ templates: OfficeTemplates, _ request: PreviewRequest) throws(Diagnostics) {
    self.templates = templates
    self.request = request
    found = try templates.find(request.template)
    picture = request.output.map(Files.absolute) ?? templates.usualOutput("preview", found) + ".png"
    guard picture.lowercased().hasSuffix(".png") else {
      throw Diagnostics(TemplateFact.noPicture(request.output ?? picture))
    }
    watched = [
      found.folder, found.folder + "/art", templates.installation.templates + "/strings",
      templates.office.path(OfficeFolder.settingsFile),
    ]
  }

  /// Looks at the template as it is now, and makes the picture anew where nothing is wrong.
  package func render() -> Rendering {
    let change = noteChange()
    do {
      let sample = try templates.readSample(of: found)
      let design = try templates.design(found, sample.settings, paper: request.paper, locale: request.locale)
      let composer = try PageComposer(design, showsOverflow: request.showsOverflow)
      let papers = try design.kind.samples(sample, design, templates.office, issued: request.issued)
      let pages = try papers[0].pages(composer)
      try draw(Array(pages.prefix(Self.mostPages)), composer)
      return Rendering(change: change, pages: pages.count, faults: design.warnings + composer.outlined)
    } catch {
      return Rendering(change: change, pages: 0, faults: error.all)
    }
  }

  private func draw(_ pages: [Frame], _ composer: PageComposer) throws(Diagnostics) {
    let sheet = ContactSheet.frame(of: pages, composer.direction)
    try AtomicFiles.replace(picture) { aside in
      let raster = try Raster.render(sheet, dpi: request.dpi, isSmooth: true, measurer: composer.measurer)
      try raster.writePNG(to: try FileSink(path: aside), dpi: request.dpi)
    }
  }

  /// Remembers the texts as they are, and says what is different from last time.
  private func noteChange() -> String? {
    var changes: [String] = []
    let names = ["template.yaml", SampleOrder.file]
    let isFirst = texts.isEmpty
    for name in names {
      let text = (try? String(contentsOfFile: "\(found.folder)/\(name)", encoding: .utf8)) ?? ""
      if let old = texts[name], let change = TextChange(from: old, to: text) {
        changes.append("\(name):\(change.line): \(change.summary)")
      }
      texts[name] = text
    }
    if isFirst { return nil }
    return changes.isEmpty ? "saved" : changes.joined(separator: ", ")
  }
}

/// What to preview, and how.
package struct PreviewRequest: Sendable {
  /// A template's name or folder.
  package var template: String
  /// The picture to write, ending in .png; nil for `preview-<name>.png` where samples go.
  package var output: String?
  /// A paper's name; nil for the office's own.
  package var paper: String?
  /// A BCP 47 locale; nil for the office's own.
  package var locale: String?
  /// Pixels an inch of paper.
  package var dpi: Double
  /// Whether what does not fit is outlined rather than refused.
  package var showsOverflow: Bool
  /// The day of issue. A library reads no clock, so whoever asks says it.
  package var issued: CalendarDay

  /// Makes a request.
  package init(
    template: String, output: String? = nil, paper: String? = nil, locale: String? = nil, dpi: Double = 96,
    showsOverflow: Bool = false, issued: CalendarDay
  ) {
    self.template = template
    self.output = output
    self.paper = paper
    self.locale = locale
    self.dpi = dpi
    self.showsOverflow = showsOverflow
    self.issued = issued
  }
}

extension OfficeTemplates {
  /// Begins to preview a template.
  ///
  /// - Throws: ``Diagnostics`` when there is no such template.
  package func preview(_ request: PreviewRequest) throws(Diagnostics) -> TemplatePreview {
    try TemplatePreview(self, request)
  }
}
