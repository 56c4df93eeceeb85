package import Bookkeeping
package import Drawing
import Foundation
package import Layout
package import Ledger
package import Papers
import Templating

/// What the office reads: each file here and nowhere else, and again only when it has changed.
extension Office: OfficeMaterials {
  /// The tables beside office.yaml: what items cost, and what they are called in other languages.
  static let pricesTable = "prices"
  static let namesTable = "names"
  /// The table with what the value of all gifts is compared with.
  static let milestonesTable = "milestones"

  /// Something that was read, with everything that is wrong with it.
  struct Read<Value: Sendable>: Sendable {
    var value: Value?
    var faults: [Diagnostic]

    /// Adds what is wrong, and gives what there is.
    func take(_ faults: inout Faults) -> Value? {
      faults.add(self.faults)
      return value
    }
  }

  /// Reads something, or takes what was read before; what cannot be read at all is a fault like any other.
  private func read<Value: Sendable>(
    _ key: String, of files: [String], _ faults: inout Faults, _ read: () throws(Diagnostics) -> Read<Value>
  ) -> Value? {
    faults.collect { () throws(Diagnostics) in try kept.value(key, of: files, read: read) }?.take(&faults)
  }

  // MARK: - Settings

  package func settings(_ faults: inout Faults) -> OfficeSettings? {
    let path = path(OfficeFolder.settingsFile)
    return read(path, of: [path], &faults) { () throws(Diagnostics) in
      let (settings, wrong) = OfficeSettingsReader.read(try Files.text(path), file: ShownPath.of(path))
      return Read(value: settings, faults: wrong)
    }
  }

  /// What office.yaml says, where nothing is wrong with it.
  ///
  /// - Throws: ``Diagnostics`` when something is.
  package func settings() throws(Diagnostics) -> OfficeSettings {
    var faults = Faults()
    let settings = settings(&faults)
    try faults.check()
    guard let settings else { throw Diagnostics(faults.all) }
    return settings
  }

  // MARK: - Tables

  package func shown(_ named: String) -> String { sheets.shown(TablePath(named)) }

  package func shownPrices(_ named: String?) -> String { sheets.shown(pricesPath(named)) }

  private func pricesPath(_ named: String?) -> TablePath { named.map { TablePath($0) } ?? ownTable(Self.pricesTable) }

  /// A table of the office's own: text, or else a workbook.
  func ownTable(_ name: String) -> TablePath {
    let paths = ["csv", "xlsx", "ods"].map { path("\(name).\($0)") }
    return TablePath(file: paths.first(where: Files.exists) ?? paths[0])
  }

  package func prices(_ named: String?, _ faults: inout Faults) -> PriceBook? {
    let table = pricesPath(named)
    let hints = hints()
    let book = read("prices \(table.key) \(hints)", of: [table.file], &faults) { () throws(Diagnostics) in
      let file = try FileSource.bytes(table.file, named == nil ? .priceBook : .namedPriceBook)
      let reading = PriceBook.read(file, sheet: table.sheet, hints: hints)
      sheets.note(reading.sheet, of: table)
      let shown = sheets.shown(table)
      // What could be read serves to look at the orders; where nothing could, every item would be called unknown.
      var faults = reading.told(of: ShownPath.of(table.file))
      // An office may begin without prices: what it gives meanwhile is recorded without an amount.
      let isBlank = reading.faults.map(\.fact) == [.headerOnly]
      if isBlank { for index in faults.indices { faults[index].severity = .warning } }
      faults += InputCheck.vet(reading.value.entries, file: shown)
      return Read(value: reading.value.entries.isEmpty && !isBlank ? nil : reading.value, faults: faults)
    }
    // Whoever names another price book means its currency. What is wrong with office.yaml is told by whoever asks for it.
    var told = Faults()
    if named == nil, let book, let settings = settings(&told), settings.written["currency"] != nil {
      faults.add(InputCheck.check(currenciesOf: book.entries, settings.currency, file: sheets.shown(table)))
    }
    return book
  }

  package var shownNames: String { sheets.shown(ownTable(Self.namesTable)) }

  package func names(of prices: PriceBook, _ faults: inout Faults) -> ItemNames? {
    let table = ownTable(Self.namesTable)
    guard Files.exists(table.file) else { return ItemNames() }
    // Names belong to the rows of a price book, so what is read depends on both, and is read anew with each list.
    let bytes = faults.collect { () throws(Diagnostics) in
      try kept.value("names \(table.key)", of: [table.file]) { () throws(Diagnostics) in try Files.read(table.file) }
    }
    guard let reading = bytes.map({ ItemNames.read($0, prices: prices, hints: hints(for: prices)) }) else { return nil }
    sheets.note(reading.sheet, of: table)
    faults.add(reading.told(of: ShownPath.of(table.file)))
    return reading.value
  }

  package func signs(_ named: String?, _ prices: PriceBook, _ faults: inout Faults) -> SignList? {
    guard let named else { return .everything(in: prices) }
    let table = TablePath(named)
    let bytes = faults.collect { () throws(Diagnostics) in try Files.read(table.file, .signList) }
    let reading = bytes.map { SignList.read($0, sheet: table.sheet, prices: prices, hints: hints(for: prices)) }
    guard let reading else { return nil }
    sheets.note(reading.sheet, of: table)
    faults.add(reading.told(of: ShownPath.of(table.file)))
    return reading.value
  }

  package func milestones(_ faults: inout Faults) -> Milestones? {
    let table = ownTable(Self.milestonesTable)
    guard Files.exists(table.file) else { return Milestones() }
    return read("milestones \(table.key)", of: [table.file], &faults) { () throws(Diagnostics) in
      let reading = Milestones.read(try Files.read(table.file), sheet: table.sheet, hints: hints())
      sheets.note(reading.sheet, of: table)
      let (kept, faults) = InputCheck.vetted(reading.value, file: sheets.shown(table))
      return Read(value: kept, faults: reading.told(of: ShownPath.of(table.file)) + faults)
    }
  }

  package var shownMilestones: String { sheets.shown(ownTable(Self.milestonesTable)) }

  package func order(_ path: String) throws(Diagnostics) -> (bytes: ByteSource, sheet: String?, shown: String) {
    let table = TablePath(path)
    return (try FileSource.bytes(table.file, .order), table.sheet, ShownPath.of(table.file))
  }

  // MARK: - Words

  package func hyphenator(_ locale: String) -> Hyphenator? {
    let folder = installation.dictionaries
    return try? kept.value("hyphenator \(locale)", of: [folder]) { Hyphenator(locale: locale, folder: folder) }
  }

  package func strings(_ locale: String) throws(Diagnostics) -> Strings {
    let language = LocaleName.language(of: locale)
    return try kept.value("strings \(language)", of: wordFiles(language)) { () throws(Diagnostics) in
      let english = try words("en", known: nil)
      guard let english, !english.words.isEmpty else {
        throw english.map { Diagnostics($0.faults) }
          ?? Diagnostics(FileFact.notThere(.program), file: ShownPath.of(programWords("en")))
      }
      let own = language == "en" ? english : try words(language, known: english)
      return Strings(own, english: english, language: language, file: ShownPath.of(programWords(language)))
    }
  }

  private func programWords(_ language: String) -> String { "\(installation.templates)/strings/\(language).yaml" }
  private func ownWords(_ language: String) -> String { path("strings/\(language).yaml") }

  /// The files in which words of a language may stand; its own come over the program's, and English where there are none.
  func wordFiles(_ language: String) -> [String] {
    ["en", language].flatMap { [programWords($0), ownWords($0)] }
  }

  /// The words of a language: the program's, with the office's own on top; nil where there are neither.
  private func words(_ language: String, known: WordsFile?) throws(Diagnostics) -> WordsFile? {
    var words: WordsFile?
    for path in [programWords(language), ownWords(language)] where Files.exists(path) {
      let file = WordsFile(
        try Files.text(path, .program), file: ShownPath.of(path), language: language, known: words ?? known)
      words = words?.overlaid(with: file) ?? file
    }
    return words
  }

  package func ownFile(_ name: String, of kind: any PaperKind) throws(Diagnostics) -> (text: String, shown: String) {
    let own = path(name)
    let path = Files.exists(own) ? own : "\(installation.templates)/\(kind.name)/\(name)"
    let text = try kept.value("text \(path)", of: [path]) { () throws(Diagnostics) in
      try Files.text(path, .program)
    }
    return (text, ShownPath.of(path))
  }

  // MARK: - Designs

  /// The fonts, the program's and those in the office's own folder, opened once.
  func fonts() throws(Diagnostics) -> Fonts {
    let configuration = installation.fontConfiguration
    let folder = URL(fileURLWithPath: configuration).deletingLastPathComponent().path
    let own = path("Fonts")
    return try kept.value("fonts", of: [configuration, folder, own]) { () throws(Diagnostics) in
      try checkFonts(in: own)
      do throws(DrawingError) {
        return try Fonts(
          configuration: configuration, cache: installation.cache, folders: Files.isFolder(own) ? [own] : [],
          reserved: PaperDesign.voidFamilies, cell: cell)
      } catch { throw Diagnostics(.of(error)) }
    }
  }

  /// Looks at the office's own fonts before they are opened here, as strangers may have made them.
  private func checkFonts(in folder: String) throws(Diagnostics) {
    guard let cell, Files.isFolder(folder) else { return }
    var files: [String] = []
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      let path = "\(folder)/\(name)"
      if !Files.isFolder(path) { files.append(path) }
      guard files.count <= Self.mostFonts else {
        throw Diagnostics(FileFact.tooManyFonts(most: Self.mostFonts), file: ShownPath.of(folder))
      }
    }
    guard let found = cell.harmfulFont(among: files) else { return }
    throw Diagnostics(FileFact.harmfulFont(reason: found.reason), file: ShownPath.of(found.path))
  }

  /// How many font files an office may bring along.
  private static let mostFonts = 500

  /// Where the office has a picture that a template's own folder has not, such as its logo, which all its templates may show.
  func pictures(besides found: TemplateLibrary.Found) -> (String) -> String? {
    { name in
      let own = path(name)
      return !Files.exists("\(found.folder)/\(name)") && Files.exists(own) ? own : nil
    }
  }

  package func design(_ kind: any PaperKind, _ look: PaperLook, _ settings: OfficeSettings, on paper: Paper?)
    throws(Diagnostics) -> PaperDesign
  {
    // Whatever cannot be read, the rest is looked at all the same, so that everything is told at once.
    var faults = Faults()
    var settings = settings
    if let asked = look.locale {
      settings.locale = faults.collect { () throws(Diagnostics) in try LocaleName.asked(asked) } ?? settings.locale
    }
    let strings = faults.collect { () throws(Diagnostics) in try self.strings(settings.locale) }
    faults.add(strings?.faults ?? [])
    var sheet =
      paper ?? faults.collect { () throws(Diagnostics) in try Paper.asked(look.paper ?? settings.paper) }
    let fonts = faults.collect { () throws(Diagnostics) in try self.fonts() }
    let found = faults.collect { () throws(Diagnostics) in try templates.find(look.template, settings, kind) }
    if look.prefersCard, let found, (try? source(of: found))?.papers.contains(.card) == true { sheet = .card }
    var misfit: [Diagnostic] = []
    if let found, let sheet { misfit = unsuited(found, kind, sheet, isPiece: paper != nil) }
    faults.add(misfit)
    guard let strings, let fonts, let found, misfit.isEmpty else { throw Diagnostics(faults.all) }
    // A template is read for one paper, with its words and the office's name in it.
    let key = [
      kind.name, found.folder, sheet?.name ?? "", sheet.map { "\($0.size.width) \($0.size.height)" } ?? "",
      settings.locale, settings.name,
      settings.place, settings.desk, settings.ledger ?? "",
    ].joined(separator: "\u{1F}")
    var files =
      [found.file, "\(found.folder)/art", path("art")] + wordFiles(LocaleName.language(of: settings.locale))
    if kind is any GiftKind { files += [ownTable(Self.namesTable).file, pricesPath(nil).file] }
    let design = faults.collect { () throws(Diagnostics) in
      try kept.value(key, of: files) { () throws(Diagnostics) in
        try read(found, kind, settings, strings, on: sheet, fonts)
      }
    }
    guard let design, !faults.hasErrors else { throw Diagnostics(faults.all) }
    return design
  }

  private func source(of found: TemplateLibrary.Found) throws(Diagnostics) -> TemplateSource {
    try kept.value("template \(found.file)", of: [found.file]) { () throws(Diagnostics) in
      TemplateSource(try Files.text(found.file), file: ShownPath.of(found.file))
    }
  }

  /// That one of the program's templates is not made for a paper. An office's own may be tried on any, but what is cut from sheets on
  /// no roll.
  private func unsuited(_ found: TemplateLibrary.Found, _ kind: any PaperKind, _ sheet: Paper, isPiece: Bool)
    -> [Diagnostic]
  {
    let isCutFromRoll = sheet.isRoll && kind.takesAnySize
    guard isCutFromRoll || (templates.isProgramsOwn(found) && !(isPiece && kind.takesAnySize)) else { return [] }
    // A file that cannot be read is told where it is read for its content.
    var papers = ((try? source(of: found))?.papers ?? []).map(\.name)
    if isCutFromRoll { papers.removeAll { Paper.named($0)?.isRoll == true } }
    if papers.isEmpty { papers = Paper.all.filter { !$0.isRoll }.map(\.name) }
    let name = URL(fileURLWithPath: found.folder).lastPathComponent
    guard Paper.suiting(sheet, among: papers.compactMap { Paper.named($0) }) == nil else { return [] }
    // Pictures are laid out on cards; nobody has such paper.
    papers.removeAll { $0 == Paper.card.name }
    return [
      Diagnostic(
        SheetFact.notMadeFor(
          sheet.name, kind: kind.spoken, template: name == kind.name ? nil : name, papers: papers))
    ]
  }

  private func read(
    _ found: TemplateLibrary.Found, _ kind: any PaperKind, _ settings: OfficeSettings, _ strings: Strings,
    on sheet: Paper?, _ fonts: Fonts
  ) throws(Diagnostics) -> PaperDesign {
    var faults = Faults()
    let reading = Template.read(
      try source(of: found), folder: found.folder,
      kinds: PaperKinds.shapes(words: strings.shape), constants: OfficeData.constants(settings, strings), paper: sheet,
      elsewhere: pictures(besides: found), capitals: { Capitals.of($0, in: $1 ?? settings.locale) },
      strikeWording: strings.strikeWording)
    faults.add(reading.faults.map { .of($0) })
    if let made = reading.template.flatMap({ PaperKinds.named($0.kind) }), made.name != kind.name {
      faults.add(
        Diagnostic(TemplateFact.otherKind(made.spoken, wanted: kind.spoken), file: ShownPath.of(found.file)))
    }
    faults.add(missing(fonts, reading.template))
    guard let template = reading.template, !faults.hasErrors else { throw Diagnostics(faults.all) }
    return PaperDesign(
      kind: kind, settings: settings, strings: strings, template: template, templateName: found.name, fonts: fonts,
      items: kind is any GiftKind ? itemWording(settings) : nil,
      isProgramsOwn: templates.isProgramsOwn(found))
  }

  /// What items are called in a locale: by names.csv, as far as it has its language. What is wrong with that file is told by whoever
  /// checks it; a gift is printed under the price book's name.
  private func itemWording(_ settings: OfficeSettings) -> ItemWording {
    let locale = settings.locale
    let language = LocaleName.language(of: locale)
    // It is kept with the design, so it must not keep the office.
    let hyphenation = ItemWording.Hyphenation(locale: locale, folder: installation.dictionaries)
    let table = ownTable(Self.namesTable)
    var untold = Faults()
    // Most offices give things the names that their price book has, and need not read them all to find that out.
    guard Files.exists(table.file), let bytes = try? Files.read(table.file),
      !table.file.hasSuffix(".csv") || Self.hasCell(bytes, beginning: language),
      let prices = prices(nil, &untold),
      let names = names(of: prices, &untold)
    else {
      let foreign = ItemNames().foreignLanguage(for: locale, bookLocale: settings.ownLocale)
      return ItemWording(language: language, foreign: foreign, hyphenation: hyphenation)
    }
    return ItemWording(
      language: language, names: names.items(of: prices, in: locale),
      foreign: names.foreignLanguage(for: locale, bookLocale: settings.ownLocale), hyphenation: hyphenation)
  }

  /// Whether a cell of a table may begin with a text. The library's own search, which takes any collection of anything, would be a
  /// sixteenth of a receipt's time.
  private static func hasCell(_ bytes: [UInt8], beginning text: String) -> Bool {
    let (sought, separators) = (Array(text.utf8), Array(",;\t".utf8))
    return bytes.indices.contains { separators.contains(bytes[$0]) && bytes[($0 + 1)...].starts(with: sought) }
  }

  /// The families that a template or the void asks for and that are not there.
  private func missing(_ fonts: Fonts, _ template: Template?) -> [Diagnostic] {
    let asked = (template?.families ?? []).filter { !fonts.has(family: $0.name) }
    let own = PaperDesign.voidFamilies.filter { !fonts.has(family: $0) }
    return asked.map { Diagnostic(ContentError.missingFont(family: $0.name), at: $0.mark) }
      + own.filter { name in !asked.contains { $0.name == name } }
      .map { Diagnostic(ContentError.missingFont(family: $0)) }
  }

  // MARK: - The ledger

  package func ledgerTotals(by grouping: LedgerTotal.Grouping) throws(Diagnostics) -> [LedgerTotal] {
    guard hasLedger else { return [] }
    do { return try ledgers.open(ledgerPath, .readOnly).totals(by: grouping) } catch {
      throw Diagnostics.of(all: error)
    }
  }

  package func ledgerKeys() throws(Diagnostics) -> [ShownKey] {
    guard hasLedger else { return [] }
    do {
      let ledger = try ledgers.open(ledgerPath, .readOnly)
      var (keys, seen): ([ShownKey], Set<LedgerChain>) = ([], [])
      for chain in try ledger.heads().map(\.number.inChain) where seen.insert(chain).inserted {
        guard let key = try ledger.key(of: chain) else { continue }
        keys.append(ShownKey(chain: chain.description, fingerprint: HeadSignature.fingerprint(of: key)))
      }
      return keys
    } catch { throw Diagnostics.of(all: error) }
  }

  package func lastRecorded() -> CalendarDay? {
    guard hasLedger else { return nil }
    // A ledger that cannot be read is told of when it is to be written.
    return try? ledgers.open(ledgerPath, .readOnly).newest(1).first?.day
  }

  /// The ledger's file.
  var ledgerPath: String { path("ledger.sqlite") }

  /// Whether there is a ledger, or was one when it was opened. An empty file is what a kill leaves of one that was just being made.
  var hasLedger: Bool { ledgers.isOpen || (Files.exists(ledgerPath) && !Files.isEmpty(ledgerPath)) }
}
