import Drawing
import Layout
import Templating

/// Everything that decides how papers look: the office's language, its template on its paper, its fonts.
struct Studio: Sendable {
  /// Which kind of paper it makes.
  let kind: PaperKind
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
  /// - Parameters:
  ///   - settings: the office's.
  ///   - installation: where the program's own files are.
  ///   - office: the office's folder.
  ///   - look: what differs from the settings.
  ///   - kind: which kind of paper it makes.
  ///   - paper: the paper, where it is none that has a name.
  ///   - shared: fonts that have been opened already.
  /// - Throws: ``Diagnostics`` with everything that is wrong with them.
  init(
    _ settings: OfficeSettings, _ installation: Installation, office: String, look: Look, kind: PaperKind = .invoice,
    on paper: Paper? = nil, sharing shared: Fonts? = nil
  ) throws(Diagnostics) {
    self.kind = kind
    // Whatever cannot be read, the rest is looked at all the same, so that everything is told at once.
    var faults = Faults()
    var settings = settings
    settings.locale = faults.collect { () throws(Diagnostics) in try Studio.locale(look, settings) } ?? settings.locale
    self.settings = settings
    let language = Formats(locale: settings.locale).language
    wording = VoidWording.in(language)
    let strings = faults.collect { () throws(Diagnostics) in
      try Strings.read(language: language, folder: installation.templates + "/strings")
    }
    faults.add(strings?.faults ?? [])
    let sheet = paper ?? faults.collect { () throws(Diagnostics) in try Studio.paper(look.paper ?? settings.paper) }
    let fonts = shared ?? faults.collect { () throws(Diagnostics) in try Studio.fonts(installation) }
    let found = faults.collect { () throws(Diagnostics) in
      try TemplateLibrary(office: office, installation: installation).find(look.template, settings, kind)
    }
    let text = found.flatMap { found in
      faults.collect { () throws(Diagnostics) in try Files.text(found.file, shown: Files.shown(found.file)) }
    }
    var template: Template?
    if let strings, let found, let text {
      let reading = Template.read(
        text, file: Files.shown(found.file), folder: found.folder,
        kinds: PaperKind.shapes(words: strings.shape), constants: OfficeData.constants(settings, strings),
        paper: sheet)
      template = reading.template
      faults.add(reading.faults.map { .of($0) })
      if let other = template.flatMap({ PaperKind(rawValue: $0.kind) }), other != kind {
        faults.add([
          Diagnostic(
            .error, .usage, file: Files.shown(found.file),
            message: "this template makes \(other.spoken), not \(kind.spoken)",
            hint: "name another one; billing-office template list shows what is here")
        ])
      }
    }
    if let fonts { faults.add(Studio.missing(fonts, template)) }
    guard let strings, let fonts, let found, let template, !faults.hasErrors else { throw Diagnostics(faults.all) }
    self.strings = strings
    self.fonts = fonts
    self.template = template
    templateName = found.name
    warnings = strings.warnings
  }

  private static func missing(_ fonts: Fonts, _ template: Template?) -> [Diagnostic] {
    let asked = (template?.families ?? []).filter { !fonts.has(family: $0.name) }
    let own = (StampArt.displayFamilies + StampArt.textFamilies).filter { !fonts.has(family: $0) }
    return asked.map { .of(.missingFont(family: $0.name), at: $0.mark) }
      + own.filter { name in !asked.contains { $0.name == name } }.map { .of(.missingFont(family: $0), at: nil) }
  }

  private static func fonts(_ installation: Installation) throws(Diagnostics) -> Fonts {
    do { return try Fonts(configuration: installation.fontConfiguration, cache: installation.cache) } catch {
      throw Diagnostics(.of(error))
    }
  }

  private static func locale(_ look: Look, _ settings: OfficeSettings) throws(Diagnostics) -> String {
    guard let asked = look.locale else { return settings.locale }
    if let locale = LocaleName.plain(asked) { return locale }
    let (message, hint) = LocaleName.unknown(asked)
    throw Diagnostics(.error, .usage, message: message, hint: hint)
  }

  private static func paper(_ name: String) throws(Diagnostics) -> Paper {
    if let paper = Paper.named(name) { return paper }
    throw Diagnostics(
      .error, .usage, message: "there is no paper \"\(name)\"",
      hint: .didYouMean(NearestNames.of(name, among: Paper.all.map(\.name))))
  }
}
