public import Bookkeeping
import Foundation
import Templating

/// What office.yaml says.
public struct OfficeSettings: Sendable {
  /// The office's name.
  public var name: String
  /// Where the market is.
  public var place: String
  /// The desk's letter or name.
  public var desk: String
  /// The currency of papers that have none of their own.
  public var currency: Currency
  /// The BCP 47 locale, such as `en-US`.
  public var locale: String
  /// The name of the paper.
  public var paper: String
  /// The ledger's base address, without a slash at the end.
  public var ledger: String
  /// The template used for each kind of paper.
  public var templates: [String: String]
}

/// Reads office.yaml.
struct OfficeSettingsReader {
  private static let keys = ["name", "place", "desk", "currency", "locale", "paper", "ledger", "templates"]
  private static let kinds = ["invoice"]

  private let file: String
  private var faults: [Diagnostic] = []
  /// Every text of the file that can come to be printed, with its place, so that it can be vetted.
  private(set) var texts: [(text: String, line: Int, column: Int)] = []

  private init(file: String) {
    self.file = file
  }

  /// Reads the settings.
  ///
  /// - Parameters:
  ///   - text: the content of office.yaml.
  ///   - file: its path as people know it.
  /// - Returns: the settings when they can be used, and everything that is wrong.
  static func read(_ text: String, file: String) -> (settings: OfficeSettings?, faults: [Diagnostic]) {
    var reader = OfficeSettingsReader(file: file)
    let settings = reader.read(text)
    for (text, line, column) in reader.texts {
      if let finding = Vetting.finding(in: text) {
        reader.faults.append(.of(finding, file: file, line: line, column: column))
      }
    }
    return (reader.faults.isEmpty ? settings : nil, reader.faults)
  }

  private mutating func read(_ text: String) -> OfficeSettings? {
    let root: YAMLNode
    do { root = try YAMLNode.read(text, file: file) } catch {
      faults.append(.notYAML(error))
      return nil
    }
    guard case .mapping(let entries, _) = root else {
      faults.append(
        Diagnostic(file: file, line: 1, column: 1, message: "this file must hold keys and values, such as name: …"))
      return nil
    }
    for entry in entries where !OfficeSettingsReader.keys.contains(entry.key) {
      faults.append(
        .unknownKey(entry.key, known: OfficeSettingsReader.keys, file: file, entry.mark.line, entry.mark.column))
    }
    let name = word("name", in: root)
    let place = word("place", in: root)
    let desk = word("desk", in: root)
    let currency = readCurrency(root)
    let locale = readLocale(root)
    let paper = readPaper(root)
    let ledger = readLedger(root)
    let templates = readTemplates(root)
    guard let name, let place, let desk, let currency, let locale, let paper, let ledger else { return nil }
    return OfficeSettings(
      name: name, place: place, desk: desk, currency: currency, locale: locale, paper: paper, ledger: ledger,
      templates: templates)
  }

  private mutating func fault(_ node: YAMLNode?, _ message: String, hint: String?) {
    faults.append(
      Diagnostic(file: file, line: node?.mark.line, column: node?.mark.column, message: message, hint: hint))
  }

  private mutating func word(_ key: String, in node: YAMLNode, of owner: String = "") -> String? {
    guard let value = node[key] else {
      fault(
        nil, "\(owner)\(key): is missing",
        hint: "add a line such as \(owner)\(key): \(OfficeSettingsReader.example[key] ?? "…")")
      return nil
    }
    guard case .scalar(let text?, let mark) = value, !text.trimmingCharacters(in: .whitespaces).isEmpty else {
      fault(
        value, "\(owner)\(key): must be a text, not \(value.found)",
        hint: "for example \(key): \(OfficeSettingsReader.example[key] ?? "…")")
      return nil
    }
    texts.append((text, mark.line, mark.column))
    return text.trimmingCharacters(in: .whitespaces)
  }

  private static let example = [
    "name": "Riverside Commons", "place": "Riverside Market", "desk": "A", "currency": "USD", "locale": "en-US",
    "paper": "A4", "url": "https://ledger.example.org",
  ]

  private mutating func readCurrency(_ root: YAMLNode) -> Currency? {
    guard let code = word("currency", in: root) else { return nil }
    if let currency = Currency(code: code) { return currency }
    let near = NearestNames.of(code, among: Currency.allCodes)
    fault(root["currency"], "there is no currency \"\(code)\" in ISO 4217", hint: .didYouMean(near))
    return nil
  }

  private mutating func readLocale(_ root: YAMLNode) -> String? {
    guard let identifier = word("locale", in: root) else { return nil }
    let parts = identifier.split(whereSeparator: { $0 == "-" || $0 == "_" })
    let language = parts.first.map(String.init) ?? ""
    let known = Set(Locale.availableIdentifiers.map { $0.prefix { $0 != "_" && $0 != "-" } }.map(String.init))
    if known.contains(language), parts.allSatisfy({ $0.allSatisfy(\.isASCII) }) { return parts.joined(separator: "-") }
    fault(
      root["locale"], "there is no language \"\(language)\"",
      hint: "a locale is a language and a country, such as en-US, es-MX or ar-EG")
    return nil
  }

  private mutating func readPaper(_ root: YAMLNode) -> String? {
    guard let name = word("paper", in: root) else { return nil }
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
    guard let address = word("url", in: node, of: "ledger.") else { return nil }
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
      guard OfficeSettingsReader.kinds.contains(entry.key) else {
        faults.append(
          .unknownKey(entry.key, known: OfficeSettingsReader.kinds, file: file, entry.mark.line, entry.mark.column))
        continue
      }
      if let name = word(entry.key, in: node, of: "templates.") { templates[entry.key] = name }
    }
    return templates
  }
}
