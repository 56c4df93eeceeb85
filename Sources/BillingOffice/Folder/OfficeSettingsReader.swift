import Bookkeeping
import Foundation
import Layout
import Templating
import Vetting

/// Reads office.yaml.
struct OfficeSettingsReader {
  private static let keys = [
    "code", "name", "place", "desk", "currency", "locale", "paper", "ledger", "sensitive", "templates",
  ]
  private static let kinds = PaperKind.allCases.map(\.rawValue)
  private static let examples = [
    "code": "RIVER", "name": "Riverside Commons", "place": "Riverside Market", "desk": "A", "currency": "USD",
    "locale": "en-US",
    "paper": "A4", "ledger.url": "https://ledger.example.org", "templates.invoice": "invoice",
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
    do { root = try YAMLNode.read(text, file: file) } catch { reader.faults.append(.notYAML(error)) }
    // A file that cannot be read at all has one fault, not one for every key.
    let settings = root.map { reader.read($0) } ?? reader.standIn()
    // What is not there has no line, and is told last.
    let faults = reader.faults.sorted { ($0.line ?? .max, $0.column ?? 0) < ($1.line ?? .max, $1.column ?? 0) }
    return (settings, faults)
  }

  private mutating func read(_ root: YAMLNode) -> OfficeSettings? {
    guard case .mapping(let entries, _) = root else {
      fault(
        root, "this file must hold keys and values, not \(root.found)", hint: "begin it with a line such as name: …")
      return standIn()
    }
    for entry in entries where !Self.keys.contains(entry.key) {
      faults.append(.unknownKey(entry.key, known: Self.keys, file: file, entry.mark.line, entry.mark.column))
    }
    guard var settings = standIn() else { return nil }
    if let name = word("name", root["name"]) { settings.name = name }
    if let place = word("place", root["place"]) { settings.place = place }
    if let desk = word("desk", root["desk"]) { settings.desk = desk }
    settings.code = readCode(root, settings.name)
    settings.sensitive = readSensitive(root)
    if let currency = readCurrency(root) { settings.currency = currency }
    if let locale = readLocale(root) { settings.locale = locale }
    if let paper = readPaper(root) { settings.paper = paper }
    if let ledger = readLedger(root) { settings.ledger = ledger }
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

  private mutating func fault(_ node: YAMLNode?, _ message: String, hint: String?) {
    faults.append(
      Diagnostic(file: file, line: node?.mark.line, column: node?.mark.column, message: message, hint: hint))
  }

  /// The text under a key, whose full name is `key`.
  private mutating func word(_ key: String, _ node: YAMLNode?) -> String? {
    let example = "\(key.split(separator: ".").last ?? ""): \(Self.examples[key] ?? "…")"
    guard let node else {
      fault(nil, "\(key): is missing", hint: "add a line such as \(example)")
      return nil
    }
    guard case .scalar(let text?, let mark) = node, !text.trimmingCharacters(in: .whitespaces).isEmpty else {
      fault(node, "\(key): must be a text, not \(node.found)", hint: "for example \(example)")
      return nil
    }
    if let finding = Vetting.finding(in: text) {
      faults.append(.of(finding, file: file, line: mark.line, column: mark.column))
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
    fault(
      root["code"], "\"\(code)\" cannot begin a number: a code is 2 to 12 of A–Z and 0–9",
      hint: "for example code: \(Self.code(from: code))")
    return Self.code(from: name)
  }

  private static func isCode(_ text: String) -> Bool {
    (2...12).contains(text.count) && text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
  }

  private static func code(from name: String) -> String {
    let plain = name.applyingTransform(.toLatin, reverse: false)?.applyingTransform(.stripDiacritics, reverse: false)
    let words = (plain ?? name).uppercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let word = words.first { (2...12).contains($0.count) } ?? words.first?.prefix(12)
    return word.map(String.init).flatMap { isCode($0) ? $0 : nil } ?? "OFFICE"
  }

  private static let usuallySensitive: Set<String> = ["health"]

  private mutating func readSensitive(_ root: YAMLNode) -> Set<String> {
    guard let node = root["sensitive"] else { return Self.usuallySensitive }
    guard case .sequence(let items, _) = node else {
      fault(
        node, "sensitive: must be a list of categories, not \(node.found)", hint: "for example sensitive: [health]")
      return Self.usuallySensitive
    }
    return Set(items.compactMap { word("sensitive", $0) })
  }

  private mutating func readCurrency(_ root: YAMLNode) -> Currency? {
    guard let code = word("currency", root["currency"]) else { return nil }
    if let currency = Currency(code: code) { return currency }
    let near = NearestNames.of(code, among: Currency.allCodes)
    fault(root["currency"], "there is no currency \"\(code)\" in ISO 4217", hint: .didYouMean(near))
    return nil
  }

  private mutating func readLocale(_ root: YAMLNode) -> String? {
    guard let identifier = word("locale", root["locale"]) else { return nil }
    if let locale = LocaleName.plain(identifier) { return locale }
    let (message, hint) = LocaleName.unknown(identifier)
    fault(root["locale"], message, hint: hint)
    return nil
  }

  private mutating func readPaper(_ root: YAMLNode) -> String? {
    guard let name = word("paper", root["paper"]) else { return nil }
    if let paper = Paper.named(name) { return paper.name }
    let near = NearestNames.of(name, among: Paper.all.map(\.name))
    fault(root["paper"], "there is no paper \"\(name)\"", hint: .didYouMean(near))
    return nil
  }

  private mutating func readLedger(_ root: YAMLNode) -> String? {
    guard let node = root["ledger"] else {
      fault(
        nil, "ledger: is missing",
        hint: "add the lines ledger: and, indented below it, url: https://…, where the public ledger is or will be")
      return nil
    }
    guard case .mapping(let entries, _) = node else {
      fault(node, "ledger: must hold url:, not \(node.found)", hint: "write url: https://… indented below ledger:")
      return nil
    }
    for entry in entries where entry.key != "url" {
      faults.append(.unknownKey(entry.key, known: ["url"], file: file, entry.mark.line, entry.mark.column))
    }
    guard let address = word("ledger.url", node["url"]) else { return nil }
    if let problem = LedgerAddress.problem(with: address) {
      fault(
        node["url"], problem, hint: "a base address is https://, a host, and at most a path: https://ledger.example.org"
      )
      return nil
    }
    return LedgerAddress.base(address)
  }

  private mutating func readTemplates(_ root: YAMLNode) -> [String: String] {
    guard let node = root["templates"] else { return [:] }
    guard case .mapping(let entries, _) = node else {
      fault(
        node, "templates: must say which template each kind of paper uses, not \(node.found)",
        hint: "for example templates: and, indented below it, invoice: invoice")
      return [:]
    }
    var templates: [String: String] = [:]
    for entry in entries {
      guard Self.kinds.contains(entry.key) else {
        faults.append(.unknownKey(entry.key, known: Self.kinds, file: file, entry.mark.line, entry.mark.column))
        continue
      }
      if let name = word("templates.\(entry.key)", entry.value) { templates[entry.key] = name }
    }
    return templates
  }
}
