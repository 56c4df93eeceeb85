import ArgumentParser
import BillingOffice
import Foundation

/// What shells offer to somebody who presses TAB: what is in the office that is meant. What cannot be read offers nothing, and says
/// nothing.
enum Completions {
  // MARK: Files

  /// Orders and sign lists, price books.
  static let tables = CompletionKind.file(extensions: ["csv", "txt", "tsv", "xlsx", "ods"])
  /// Ledgers, and what was exported of them.
  static let ledgers = CompletionKind.file(extensions: ["sqlite", "jsonl"])
  /// What a ledger is exported to.
  static let exports = CompletionKind.file(extensions: ["jsonl", "csv", "ods"])

  // MARK: Lists

  /// The languages offered.
  static let locales = CompletionKind.list(Office.languages)
  /// The sizes of signs.
  static let sizes = CompletionKind.list(Office.signSizes)
  /// The sheets that things are cut from.
  static let sheets = CompletionKind.list(Office.sheets)
  /// The kinds of paper.
  static let kinds = CompletionKind.list(OfficeTemplates.kinds)
  /// The reasons for taking a gift back.
  static let reasons = CompletionKind.list(Correction.allCases.map(\.rawValue))
  /// How many dots heads have.
  static let dots = CompletionKind.list(["384", "512", "576", "640"])
  /// How many pixels an inch has.
  static let resolutions = CompletionKind.list(["96", "150", "300", "600"])

  // MARK: What is in the office

  /// The items of the price book.
  static let items = offering { line in try line.office().items(fitting: [], prices: line.prices).map(\.item) }
  /// The groups that items belong to.
  static let categories = offering { line in
    try line.office().items(fitting: [], prices: line.prices).map(\.category)
  }
  /// The stalls of the sign list that is named, or else of the price book.
  static let stalls = offering { line in
    let list = line.named.flatMap { Files.isFolder($0) || !Files.exists($0) ? nil : $0 }
    return try line.office().stalls(list: list, prices: line.prices)
  }
  /// The templates of the kind of paper that the command makes, or all of them.
  static let templates = offering { line in
    try line.templates().list().filter { line.kind == nil || $0.kind == line.kind }.map(\.name)
  }
  /// The papers that the command's kind is made on, by the template that is named.
  static let papers = offering { line in
    guard let kind = line.kind else {
      guard let name = line.named else { return Office.sheets }
      return try line.templates().list().first { $0.name == name }?.papers ?? Office.sheets
    }
    return try line.office().papers(for: kind, template: line.value(of: "--template"))
  }
  /// The printers in printers.yaml.
  static let printers = offering { line in try line.office().printers().printers.compactMap(\.name) }
  /// The queues in printers.yaml.
  static let queues = offering { line in
    try line.office().printers().printers.filter { !$0.isForReceipts }.map(\.address)
  }
  /// The numbers in the ledger, the newest first.
  static let numbers = offering { line in
    try line.office().ledger.newest(mostNumbers).entries.map(\.number.description)
  }
  /// The lines of the gift whose number stands before.
  static let lines = offering { line in
    let ledger = try line.office().ledger
    let counts = try ledger.entries(try ledger.number(line.last)).map(\.entry.lines.count)
    return (0..<(counts.max() ?? 0)).map { "\($0 + 1)" }
  }
  /// Today.
  static let days = offering { _ in [Surroundings.today.description] }

  private static let mostNumbers = 200

  private static func offering(_ find: @escaping @Sendable (TypedLine) throws -> [String]) -> CompletionKind {
    .custom { words, index, _ in
      var seen: Set<String> = []
      let found = ((try? find(TypedLine(words, before: index))) ?? []).filter {
        !$0.isEmpty && seen.insert($0).inserted
      }
      // Bash expands what it is offered as if somebody had typed it, which names in a file must not get to.
      return CompletionShell.requesting == .bash ? found.map(quoted) : found
    }
  }

  private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }
}

/// A line that somebody is typing.
struct TypedLine: Sendable {
  private let words: [String]

  /// - Parameters:
  ///   - words: its words, as a shell has them: with quotes.
  ///   - index: the word that is being typed; what stands behind it counts, too.
  init(_ words: [String], before index: Int) {
    self.words = words.enumerated().filter { $0.offset != index }.map { Self.plain($0.element) }
  }

  /// What stands behind an option; nil where it is not there.
  func value(of option: String) -> String? {
    if let place = words.firstIndex(of: option), place + 1 < words.count { return words[place + 1] }
    return words.first { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
  }

  /// The price book that is named.
  var prices: String? { value(of: "--prices") }

  /// The kind of paper that the command makes; nil where it makes any.
  var kind: String? {
    guard words.count > 1 else { return nil }
    switch words[1] {
    case "receipt", "give": return "receipt"
    case "reprint": return words.contains("--receipt") ? "receipt" : "invoice"
    case "signs": return "sign"
    case "check": return "invoice"
    case let name: return OfficeTemplates.kinds.contains(name) ? name : nil
    }
  }

  /// The first word that is neither a command nor an option.
  var named: String? { words.dropFirst(words.contains("template") ? 3 : 2).first { !$0.hasPrefix("-") && !$0.isEmpty } }

  /// The last word before the one that is being typed.
  var last: String { words.last { !$0.hasPrefix("-") && !$0.isEmpty } ?? "" }

  /// The office that is meant.
  func office() throws -> Office {
    try Office.open(
      named: value(of: "--office"), from: Surroundings.folder, installation: try Surroundings.installation())
  }

  /// The templates that can be used there, or without an office.
  func templates() throws -> OfficeTemplates {
    try OfficeTemplates(
      office: value(of: "--office"), from: Surroundings.folder, installation: try Surroundings.installation())
  }

  /// A word without the quotes and backslashes that a shell takes away, and with the home folder for `~`.
  private static func plain(_ word: String) -> String {
    var (plain, quote, isEscaped) = ("", Character?.none, false)
    for letter in word {
      if isEscaped {
        plain.append(letter)
        isEscaped = false
      } else if letter == "\\", quote != "'" {
        isEscaped = true
      } else if letter == quote {
        quote = nil
      } else if quote == nil, letter == "'" || letter == "\"" {
        quote = letter
      } else {
        plain.append(letter)
      }
    }
    return word.hasPrefix("~/") ? NSHomeDirectory() + plain.dropFirst(1) : plain
  }
}
