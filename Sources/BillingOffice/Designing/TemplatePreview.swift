public import Bookkeeping
import Drawing
import Foundation
import Layout
import Templating

/// A picture of a template that is made again and again while a designer works on it.
public final class TemplatePreview {
  /// What a look at the template came to.
  public struct Look: Sendable {
    /// What is different from the last look, in a line; nil at the first.
    public var change: String?
    /// How many pages the picture shows; 0 where it was not made anew.
    public var pages: Int
    /// Everything that is wrong, and everything worth a look.
    public var faults: [Diagnostic]
  }

  /// The picture: a PNG file that appears whole.
  public let picture: String
  /// What the picture depends on: folders whose files are worth watching, and files.
  public let watched: [String]
  private let desk: TemplateDesk
  private let found: TemplateLibrary.Found
  private let request: PreviewRequest
  private var texts: [String: String] = [:]

  /// The most pages a picture shows.
  private static let mostPages = 8

  init(_ desk: TemplateDesk, _ request: PreviewRequest) throws(Diagnostics) {
    self.desk = desk
    self.request = request
    do { found = try desk.find(request.template) } catch { throw Diagnostics([error]) }
    picture = request.output.map(Files.absolute) ?? desk.usualOutput("preview", found) + ".png"
    guard picture.lowercased().hasSuffix(".png") else {
      throw Diagnostics([
        Diagnostic(
          .error, .usage, message: "\"\(request.output ?? picture)\" is no name for a picture",
          hint: "name a file that ends in .png")
      ])
    }
    watched = [
      found.folder, found.folder + "/art", desk.installation.templates + "/strings",
      "\(desk.usualOffice)/\(OfficeFolder.settingsFile)",
    ]
  }

  /// Looks at the template as it is now, and makes the picture anew where nothing is wrong.
  public func render() -> Look {
    let change = noteChange()
    do {
      let sample = try desk.readSample(of: found)
      let studio = try Studio(
        sample.settings, desk.installation, office: desk.usualOffice,
        look: .init(template: found.folder, paper: request.paper, locale: request.locale),
        kind: desk.paperKind(of: found))
      let press = try Press(studio, showsOverflow: request.showsOverflow)
      let pages = try sample.papers(studio, desk.installation, issued: request.issued)[0].pages(press)
      try draw(Array(pages.prefix(Self.mostPages)), press)
      return Look(change: change, pages: pages.count, faults: studio.warnings + press.outlined)
    } catch {
      let faults = (error as? Diagnostics)?.all ?? [(error as? Diagnostic) ?? Diagnostic(message: "\(error)")]
      return Look(change: change, pages: 0, faults: faults)
    }
  }

  private func draw(_ pages: [Frame], _ press: Press) throws(Diagnostic) {
    let folder = URL(fileURLWithPath: picture).deletingLastPathComponent().path
    let files = try AsideFiles(folder: folder)
    do {
      let sheet = ContactSheet.frame(of: pages, press.direction)
      let raster = try Raster.render(sheet, dpi: request.dpi, isSmooth: true, measurer: press.measurer)
      try raster.writePNG(to: FileSink(path: files.begin(picture)), dpi: request.dpi)
    } catch {
      files.discard()
      if case .cannotWrite(_, let reason) = error { throw .of(.cannotWrite(path: picture, reason: reason)) }
      throw .of(error)
    }
    try files.publish(force: true)
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
public struct PreviewRequest: Sendable {
  /// A template's name or folder.
  public var template: String
  /// The picture to write, ending in .png; nil for `preview-<name>.png` where samples go.
  public var output: String?
  /// A paper's name; nil for the office's own.
  public var paper: String?
  /// A BCP 47 locale; nil for the office's own.
  public var locale: String?
  /// Pixels an inch of paper.
  public var dpi: Double
  /// Whether what does not fit is outlined rather than refused.
  public var showsOverflow: Bool
  /// The day of issue. A library reads no clock, so whoever asks says it.
  public var issued: CalendarDay

  /// Makes a request.
  public init(
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

extension TemplateDesk {
  /// Begins to preview a template.
  ///
  /// - Throws: ``Diagnostics`` when there is no such template.
  public func preview(_ request: PreviewRequest) throws(Diagnostics) -> TemplatePreview {
    try TemplatePreview(self, request)
  }
}
