import BillingOffice
import Bookkeeping
import Foundation
import Papers
import TestTools

/// Prints the cases, each once, and keeps the files' bytes, so that nothing stays on the disk after the last test.
actor Printery {
  static let shared = Printery()
  static let issued = "2026-11-20"

  private var printed: [String: Task<Printed, any Error>] = [:]

  /// A printed case and what it was printed from.
  struct Printed: Sendable {
    var pdf: Data
    var invoices: [Invoice]
    var numbers: [PaperNumber]
    var warnings: [String]
  }

  struct Mismatch: Error, CustomStringConvertible {
    var description: String
  }

  /// The words of a language.
  static func strings(_ language: String) throws -> Strings {
    func words(_ code: String, _ known: WordsFile?) -> WordsFile? {
      let path = Repository.path("Templates/strings/\(code).yaml")
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
      return WordsFile(text, file: path, language: code, known: known)
    }
    guard let english = words("en", nil) else { throw Mismatch(description: "no English words") }
    return Strings(words(language, english), english: english, language: language, file: language)
  }

  /// The paper of a case.
  static func paper(of page: PageCase) async throws -> Paper {
    try Paper(page, try await shared.printed(page))
  }

  private func printed(_ page: PageCase) async throws -> Printed {
    if let task = printed[page.name] { return try await task.value }
    let task = Task.detached { try Self.print(page) }
    printed[page.name] = task
    return try await task.value
  }

  private static func print(_ page: PageCase) throws -> Printed {
    let scratch = try Scratch()
    let installation = Installation(
      root: Repository.root.path, cache: FileManager.default.temporaryDirectory.path + "/billing-office-test-fonts",
      state: scratch.path("state"))
    let folder = scratch.path("office")
    _ = try StarterOffice.copy(to: folder, from: installation)
    if !page.changes.isEmpty {
      try scratch.write(template(of: page), to: "office/Templates/\(page.template)/template.yaml")
    }

    let prices: String
    switch page.prices {
    case .starter(let name): prices = "\(folder)/\(name)"
    case .own(let currency, let items): prices = try scratch.write(priceBook(items, currency), to: "office/own.csv")
    }
    let entries = PriceBook.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: prices))))
    let currency = entries.value.entries.first?.price.currency.code ?? ""
    try scratch.write(settings(of: page, in: currency), to: "office/office.yaml")
    let order: String
    switch page.order {
    case .starter(let name): order = "\(folder)/\(name)"
    case .everything:
      order = try scratch.write(everything(in: entries.value, of: page.prices), to: "office/all.csv")
    }

    guard let day = CalendarDay(issued) else { throw Mismatch(description: "no such day: \(issued)") }
    let office = try Office.open(named: folder, from: "/", installation: installation) { SplitMix64(seed: 1) }
    let papers = try office.make(
      GiftRequest(
        page.kind, .order(order), prices: prices, recordedAt: page.isDraft ? nil : "2026-11-20T18:00:00Z", issued: day))
    guard let path = papers.paths.first, papers.paths.count == 1 else {
      throw Mismatch(description: "\(page.name): \(papers.paths.count) files instead of one")
    }
    let list = ItemList.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: order))))
    return Printed(
      pdf: try Data(contentsOf: URL(fileURLWithPath: path)),
      invoices: Invoice.build(list.value, prices: entries.value).value,
      numbers: papers.numbers, warnings: papers.warnings.map(\.description))
  }

  private static func settings(of page: PageCase, in currency: String) -> String {
    """
    name: "\(page.office)"
    place: "\(page.place)"
    code: \(page.code)
    desk: A
    currency: \(currency)
    locale: \(page.locale)
    paper: \(page.paper)
    ledger:
      url: \(Paper.ledger)
    templates:
      \(page.kind.name): \(page.template)
    """
  }

  private static func template(of page: PageCase) throws -> String {
    var text = try String(contentsOfFile: Repository.path("Templates/\(page.template)/template.yaml"), encoding: .utf8)
    for (old, new) in page.changes {
      guard text.contains(old) else {
        throw Mismatch(description: "\(page.name): the template no longer says \"\(old)\"")
      }
      text = text.replacingOccurrences(of: old, with: new)
    }
    return text
  }

  private static func priceBook(_ items: [PageCase.Item], _ currency: String) -> String {
    let rows = items.enumerated().map { index, item in
      let source =
        "City Market Office, monthly list of prices, row \(index + 1), https://prices.example.org/list/\(index + 1)"
      return "\"\(item.name)\",things,\(item.unit),\(item.price),\(currency),\"\(source)\",2026-05"
    }
    return (["item,category,unit,price,currency,source,checked"] + rows).joined(separator: "\n") + "\n"
  }

  private static func everything(in book: PriceBook, of prices: PageCase.Prices) -> String {
    let usual = ["1", "2.5", "3", "10", "0.25"]
    let rows = book.entries.enumerated().map { index, entry in
      var quantity = usual[index % usual.count]
      if case .own(_, let items) = prices { quantity = items[index].quantity }
      return "\"\(entry.item)\",\(quantity)"
    }
    return (["item,quantity"] + rows).joined(separator: "\n") + "\n"
  }
}
