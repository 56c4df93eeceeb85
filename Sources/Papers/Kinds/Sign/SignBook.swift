import Bookkeeping
import Layout

/// The signs that were asked for, each with its look; read before anything is printed, so that everything wrong is told at once.
struct SignBook<Office: OfficeMaterials> {
  /// A sign and how many of it are needed.
  private(set) var signs: [(sign: Sign, copies: Int)] = []
  private let office: Office
  private let request: SignRequest
  private let settings: OfficeSettings
  private let names: ItemNames
  private var languages: [String: SignLanguage?] = [:]
  private var looks: [LookKey: SignLook?] = [:]

  private struct LookKey: Hashable {
    var size: PieceSize
    var languages: [String]
  }

  /// Whether the sheets are American paper, whose halves and quarters fill them.
  private var isAmerican: Bool { Paper.isAmerican(request.sheet ?? settings.paper) }

  /// Gives every row of a sign list its look.
  ///
  /// - Parameters:
  ///   - list: the rows.
  ///   - file: the file they are in, as people write it.
  ///   - names: what items are called in other languages.
  ///   - request: what was asked for.
  ///   - settings: the office's.
  ///   - office: the office.
  ///   - faults: takes what is wrong.
  init(
    _ list: SignList, file: String, names: ItemNames, _ request: SignRequest, _ settings: OfficeSettings,
    _ office: Office, _ faults: inout Faults
  ) {
    (self.office, self.request, self.settings, self.names) = (office, request, settings, names)
    for (stall, rows) in Stalls.of(list, wanted: request.stall, &faults) {
      for row in rows {
        guard let size = size(of: row, file, &faults), let locales = locales(of: row, file, &faults),
          let look = look(size, locales, &faults)
        else { continue }
        signs.append((Sign(row.entry, stall: stall, look, place: (file, row)), row.copies))
      }
    }
    faults.add(missingNames())
  }

  // MARK: - Sizes

  private func size(of row: SignList.Row, _ file: String, _ faults: inout Faults) -> PieceSize? {
    // Pictures to post are all of one size, whatever is printed.
    let isCard = request.output.format == .share && request.size == Paper.card.name
    let text = (isCard ? nil : row.size) ?? request.size ?? PieceSize.usual(isAmerican: isAmerican)
    if let size = PieceSize.named(text, isAmerican: isAmerican) { return size }
    tell(unusable(row, row.size == nil ? nil : .size, file, SignFact.unknownSize(text)), &faults)
    return nil
  }

  // MARK: - Languages

  private func locales(of row: SignList.Row, _ file: String, _ faults: inout Faults) -> [String]? {
    guard let text = row.language ?? request.language else { return [settings.locale] }
    let column: InputColumn? = row.language == nil ? nil : .language
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
    let own = settings.locale.prefix { $0 != "-" }
    // The office's own language is meant with its country.
    let locales = parts.map { String($0) }.map { $0.lowercased() == own ? settings.locale : LocaleName.plain($0) }
    if let unknown = zip(parts, locales).first(where: { $1 == nil })?.0 {
      tell(unusable(row, column, file, LocaleName.fault(String(unknown))), &faults)
      return nil
    }
    guard parts.count <= 2, Set(locales).count == parts.count else {
      tell(unusable(row, column, file, SignFact.notOneLanguageOrTwo(text)), &faults)
      return nil
    }
    return locales.compactMap { $0 }
  }

  private mutating func language(_ locale: String, _ faults: inout Faults) -> SignLanguage? {
    if let known = languages[locale] { return known }
    let language = faults.collect { () throws(Diagnostics) in
      try SignLanguage(locale, names, bookLocale: settings.ownLocale, office)
    }
    faults.add(language?.strings.warnings ?? [])
    languages[locale] = .some(language)
    return language
  }

  /// Items that have no name in one of their sign's languages and are called as in the price book, told once a language.
  private func missingNames() -> [Diagnostic] {
    let own = settings.locale.prefix { $0 != "-" }
    var missing: [String: [String]] = [:]
    for (sign, _) in signs {
      for language in sign.look.languages
      where language.locale.prefix(while: { $0 != "-" }) != own && !language.hasName(for: sign.entry) {
        if missing[language.locale]?.contains(sign.entry.item) != true {
          missing[language.locale, default: []].append(sign.entry.item)
        }
      }
    }
    return missing.sorted { $0.key < $1.key }.map { locale, items in
      Diagnostic(
        SignFact.noNames(locale: locale, examples: Array(items.prefix(3)), count: items.count), .warning,
        file: office.shownNames)
    }
  }

  // MARK: - Looks

  private mutating func look(_ size: PieceSize, _ locales: [String], _ faults: inout Faults) -> SignLook? {
    let key = LookKey(size: size, languages: locales)
    if let known = looks[key] { return known }
    let languages = locales.compactMap { language($0, &faults) }
    let design = faults.collect { () throws(Diagnostics) in
      try office.design(
        SignKind(), PaperLook(template: request.template, locale: locales[0]), settings, on: size.paper)
    }
    let look = design.flatMap { design in
      languages.count == locales.count
        ? SignLook(size: size, languages: languages, design: design, hasCodes: request.hasCodes) : nil
    }
    looks[key] = .some(look)
    return look
  }

  /// Something that a row, or whoever prints, asks for and that does not exist.
  /// What was asked for all signs at once is wrong once.
  private func tell(_ fault: Diagnostic, _ faults: inout Faults) {
    if !faults.all.contains(fault) { faults.add(fault) }
  }

  private func unusable(_ row: SignList.Row, _ column: InputColumn?, _ file: String, _ fact: any Fact) -> Diagnostic {
    guard let column else { return Diagnostic(fact) }
    return Diagnostic(fact, file: file, line: row.line, column: row.columns[column])
  }
}
