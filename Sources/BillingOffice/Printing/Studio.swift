import Drawing
import Layout
import Templating

/// Everything that decides how papers look: the office's language, its template on its paper, its fonts.
struct Studio: Sendable {
  let settings: OfficeSettings
  let strings: Strings
  let wording: VoidWording
  let template: Template
  let templateName: String
  let fonts: Fonts
  /// What is worth a look.
  let warnings: [Diagnostic]

  /// Reads words, template and fonts, and makes sure that they go together.
  ///
  /// - Throws: ``Diagnostics`` with everything that is wrong with them.
  init(
    _ settings: OfficeSettings, _ installation: Installation, office: String, template named: String?, paper: String?
  )
    throws(Diagnostics)
  {
    self.settings = settings
    let language = Formats(locale: settings.locale).language
    wording = VoidWording.in(language)
    var faults = Faults()
    let strings = faults.collect { () throws(Diagnostics) in
      try Strings.read(language: language, folder: installation.templates + "/strings")
    }
    let paper = faults.attempt { () throws(Diagnostic) in try Studio.paper(paper ?? settings.paper) }
    let fonts = faults.attempt { () throws(Diagnostic) in try Studio.fonts(installation) }
    let found = faults.attempt { () throws(Diagnostic) in
      try TemplateLibrary(office: office, installation: installation)
        .find(named ?? settings.templates[InvoiceData.kind] ?? InvoiceData.kind)
    }
    guard let strings, let paper, let fonts, let found else { throw Diagnostics(faults.all) }
    let text = faults.attempt { () throws(Diagnostic) in try Files.text(found.file, shown: Files.shown(found.file)) }
    let (template, wrong) = Template.read(
      text ?? "", file: Files.shown(found.file), folder: found.folder,
      kinds: [InvoiceData.kind: InvoiceData.shape(strings)],
      constants: InvoiceData.constants(settings, strings), paper: paper)
    if text != nil { faults.add(wrong.map { .of($0) }) }
    for family in template?.families ?? [] where !fonts.has(family: family.name) {
      faults.add([.of(.missingFont(family: family.name), at: family.mark)])
    }
    for family in StampArt.displayFamilies + StampArt.textFamilies where !fonts.has(family: family) {
      faults.add([.of(.missingFont(family: family), at: nil)])
    }
    guard let template, !faults.hasErrors else { throw Diagnostics(faults.all) }
    self.strings = strings
    self.fonts = fonts
    self.template = template
    templateName = found.name
    warnings = strings.warnings
  }

  private static func fonts(_ installation: Installation) throws(Diagnostic) -> Fonts {
    do { return try Fonts(configuration: installation.fontConfiguration, cache: installation.cache) } catch {
      throw .of(error)
    }
  }

  private static func paper(_ name: String) throws(Diagnostic) -> Paper {
    if let paper = Paper.named(name) { return paper }
    throw Diagnostic(
      .error, .usage, message: "there is no paper \"\(name)\"",
      hint: .didYouMean(NearestNames.of(name, among: Paper.all.map(\.name))))
  }
}

/// Finds templates: the office's own before the program's.
struct TemplateLibrary {
  let office: String
  let installation: Installation

  /// A template that was found.
  struct Found {
    var name: String
    var folder: String
    var file: String { folder + "/template.yaml" }
  }

  /// Finds a template by its name or its folder.
  func find(_ name: String) throws(Diagnostic) -> Found {
    let isPath = name.contains("/") || name == "."
    let candidates = isPath ? [Files.absolute(name)] : shelves.map { "\($0)/\(name)" }
    for folder in candidates where Files.exists(folder + "/template.yaml") {
      return Found(name: name, folder: folder)
    }
    if isPath {
      throw Diagnostic(
        .error, .noInput, file: name, message: "there is no template.yaml in this folder",
        hint: "name a template, or a folder with a template.yaml")
    }
    throw Diagnostic(
      .error, .noInput, message: "there is no template \"\(name)\"",
      hint: .didYouMean(NearestNames.of(name, among: names)))
  }

  /// The names of all templates.
  var names: [String] {
    var names: Set<String> = []
    for shelf in shelves {
      names.formUnion(Files.folders(in: shelf).filter { Files.exists("\(shelf)/\($0)/template.yaml") })
    }
    return names.sorted()
  }

  private var shelves: [String] { [office + "/Templates", installation.templates] }
}
