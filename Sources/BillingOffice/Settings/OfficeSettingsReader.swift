import Bookkeeping
import Characters
import Foundation
import Layout
import Papers
import Templating
import Vetting

/// Reads office.yaml.
struct OfficeSettingsReader {
  private static let keys = [
    "code", "name", "place", "desk", "currency", "locale", "paper", "ledger", "sensitive", "decimal", "templates",
  ]
  private static let kinds = PaperKinds.all.map(\.name)
  private static let examples = [
    "code": "RIVER", "name": "Riverside Commons", "place": "Riverside Market", "desk": "A", "currency": "USD",
    "locale": "en-US",
    "paper": "A4", "ledger.url": "https://ledger.example.org", "decimal": "comma",
    "templates.invoice": "invoice",
  ]

  private let file: String
  private var faults: [Diagnostic] = []
  private var written: [String: WrittenText] = [:]

  private init(file: String) {
    self.file = file
  }

  /// Reads the settings.
  ///
  /// - Parameters:
  ///   - text: the content of office.yaml.
  ///   - file: its path as people know it.
  /// - Returns: the settings, and everything that is wrong. An example stands in for what is wrong, so that all that depends
  ///   on the settings can be checked too; while there is a fault, nothing may be printed with them.
  static func read(_ text: String, file: String) -> (settings: OfficeSettings?, faults: [Diagnostic]) {
    var reader = OfficeSettingsReader(file: file)
    var root: YAMLNode?
    do { root = try YAMLNode.read(text, file: file) } catch { reader.faults.append(.of(error)) }
    // A file that cannot be read at all has one fault, not one for every key.
    let settings = root.map { reader.read($0) } ?? reader.standIn()
    // What is not there has no line, and is told last.
    let faults = reader.faults.sorted { ($0.line ?? .max, $0.column ?? 0) < ($1.line ?? .max, $1.column ?? 0) }
    return (settings, faults)
  }

  private mutating func read(_ root: YAMLNode) -> OfficeSettings? {
    guard case .mapping(let entries, _) = root else {
      fault(OfficeFact.noSettings(found: root.found), root)
      return standIn()
    }
    for entry in entries where !Self.keys.contains(entry.key) {
      faults.append(Diagnostic(KeyFact.unknown(entry.key, known: Self.keys), at: entry.mark))
    }
    guard var settings = standIn() else { return nil }
    if let name = word("name", root["name"]) { settings.name = name }
    if let place = word("place", root["place"]) { settings.place = place }
    if let desk = word("desk", root["desk"]) { settings.desk = desk }
    settings.code = readCode(root, settings.name)
    settings.sensitive = readSensitive(root)
    if let currency = readCurrency(root) { settings.currency = currency }
    if let locale = readLocale(root) { (settings.locale, settings.ownLocale) = (locale, locale) }
    settings.decimal = readDecimal(root)
    if let paper = readPaper(root) { settings.paper = paper }
    settings.ledger = readLedger(root, else: settings.ledger)
    settings.templates = readTemplates(root)
    settings.written = written
    return settings
  }

  private func standIn() -> OfficeSettings? {
    func example(_ key: String) -> String { Self.examples[key] ?? key }
    return Currency(code: example("currency")).map { currency in
      OfficeSettings(
        code: example("code"), name: example("name"), place: example("place"), desk: example("desk"),
        currency: currency,
        locale: example("locale"), paper: example("paper"), ledger: example("ledger.url"),
        sensitive: Self.usuallySensitive, templates: [:])
    }
  }

  /// Tells something of a value; of the whole file where it is not there.
  private mutating func fault(_ fact: any Fact, _ node: YAMLNode?) {
    faults.append(Diagnostic(fact, file: file, line: node?.mark.line, column: node?.mark.column))
  }

  /// The text under a key, whose full name is `key`.
  private mutating func word(_ key: String, _ node: YAMLNode?) -> String? {
    let example = "\(key.split(separator: ".").last ?? ""): \(Self.examples[key] ?? "…")"
    guard let node else {
      fault(KeyFact.missing(key, example: example), nil)
      return nil
    }
    guard case .scalar(let found?, let mark) = node else {
      fault(KeyFact.notAText(key, found: node.found, example: example), node)
      return nil
    }
    // It goes into the ledger, where nothing may stand that nobody sees.
    let text = found.withoutMarks
    guard !text.trimmingCharacters(in: .whitespaces).isEmpty else {
      fault(KeyFact.notAText(key, found: node.found, example: example), node)
      return nil
    }
    // Addresses are longer than names.
    let most = key == "ledger.url" ? InputBounds.longestSource : InputBounds.longestName
    if let excess = TextExcess(text, most: most) {
      faults.append(Diagnostic(excess, at: mark))
      return nil
    }
    // An office that is called "Total due" would have it stand above its prices.
    if let finding = Vetting.finding(in: text) ?? Vetting.demandWithoutAmount(atEndOf: text) {
      faults.append(Diagnostic(finding, at: mark))
      return nil
    }
    written[key] = WrittenText(text: text, mark: mark)
    return text.trimmingCharacters(in: .whitespaces)
  }

  /// What numbers begin with; made of the name where office.yaml does not say it.
  private mutating func readCode(_ root: YAMLNode, _ name: String) -> String {
    guard root["code"] != nil else { return Self.code(from: name) }
    guard let code = word("code", root["code"]) else { return Self.code(from: name) }
    if Self.isCode(code) { return code }
    fault(OfficeFact.badCode(code, example: Self.code(from: code)), root["code"])
    return Self.code(from: name)
  }

  static func isCode(_ text: String) -> Bool {
    (2...12).contains(text.count) && text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
  }

  /// A code for an office of a name.
  static func code(from name: String) -> String {
    let plain = name.applyingTransform(.toLatin, reverse: false)?.applyingTransform(.stripDiacritics, reverse: false)
    let words = (plain ?? name).uppercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let word = words.first { (2...12).contains($0.count) } ?? words.first?.prefix(12)
    return word.map(String.init).flatMap { isCode($0) ? $0 : nil } ?? "OFFICE"
  }

  private static let usuallySensitive: Set<String> = ["health"]

  private mutating func readSensitive(_ root: YAMLNode) -> Set<String> {
    guard let node = root["sensitive"] else { return Self.usuallySensitive }
    guard case .sequence(let items, _) = node else {
      fault(OfficeFact.sensitiveIsNoList(found: node.found), node)
      return Self.usuallySensitive
    }
    return Set(items.compactMap { word("sensitive", $0) })
  }

  private mutating func readCurrency(_ root: YAMLNode) -> Currency? {
    guard let code = word("currency", root["currency"]) else { return nil }
    if let currency = Currency(code: code) { return currency }
    fault(OfficeFact.unknownCurrency(code), root["currency"])
    // What only stands in says nothing of the prices.
    written["currency"] = nil
    return nil
  }

  private mutating func readLocale(_ root: YAMLNode) -> String? {
    guard let identifier = word("locale", root["locale"]) else { return nil }
    if let locale = LocaleName.plain(identifier) { return locale }
    fault(LocaleName.fault(identifier), root["locale"])
    return nil
  }

  private mutating func readDecimal(_ root: YAMLNode) -> DecimalSign? {
    guard root["decimal"] != nil, let name = word("decimal", root["decimal"]) else { return nil }
    if let sign = DecimalSign(named: name) { return sign }
    fault(OfficeFact.unknownDecimalSign(name), root["decimal"])
    return nil
  }

  private mutating func readPaper(_ root: YAMLNode) -> String? {
    guard let name = word("paper", root["paper"]) else { return nil }
    if let paper = Paper.named(name) { return paper.name }
    fault(SheetFact.unknownPaper(name), root["paper"])
    return nil
  }

  /// What says that a ledger has no site.
  static let noSite = "none"

  /// The ledger's address; nil where it has no site.
  private mutating func readLedger(_ root: YAMLNode, else standIn: String?) -> String? {
    guard let node = root["ledger"] else {
      fault(OfficeFact.noLedger, nil)
      return standIn
    }
    if case .scalar(let text?, _) = node, text.lowercased() == Self.noSite { return nil }
    guard case .mapping(let entries, _) = node else {
      fault(OfficeFact.ledgerIsNoMapping(found: node.found), node)
      return standIn
    }
    for entry in entries where entry.key != "url" {
      faults.append(Diagnostic(KeyFact.unknown(entry.key, known: ["url"]), at: entry.mark))
    }
    guard let address = word("ledger.url", node["url"]) else { return standIn }
    do { return try LedgerBase.read(address) } catch {
      fault(OfficeFact.badAddress(error), node["url"])
      return standIn
    }
  }

  private mutating func readTemplates(_ root: YAMLNode) -> [String: String] {
    guard let node = root["templates"] else { return [:] }
    guard case .mapping(let entries, _) = node else {
      fault(OfficeFact.templatesAreNoMapping(found: node.found), node)
      return [:]
    }
    var templates: [String: String] = [:]
    for entry in entries {
      guard Self.kinds.contains(entry.key) else {
        faults.append(Diagnostic(KeyFact.unknown(entry.key, known: Self.kinds), at: entry.mark))
        continue
      }
      if let name = word("templates.\(entry.key)", entry.value) { templates[entry.key] = name }
    }
    return templates
  }
}
