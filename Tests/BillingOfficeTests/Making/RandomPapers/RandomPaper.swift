import BillingOffice
import Foundation
import Papers
import TestTools

/// A paper that somebody asks for with one of the program's own templates; the same for the same seed.
struct RandomPaper {
  /// The program's templates that name prices, with the papers that each is made for.
  struct Choices {
    let gifts: [(template: String, kind: any GiftKind, paper: String)]
    let signs: [(template: String, paper: String)]

    init(_ templates: [ListedTemplate]) {
      let kinds: [String: any GiftKind] = ["invoice": InvoiceKind(), "receipt": ReceiptKind()]
      gifts = templates.flatMap { template in
        guard let kind = template.kind.flatMap({ kinds[$0] }) else { return [(String, any GiftKind, String)]() }
        return template.papers.map { (template.name, kind, $0) }
      }
      signs = templates.filter { $0.kind == "sign" }.flatMap { template in template.papers.map { (template.name, $0) } }
    }
  }

  static let locales = ["en-US", "en-GB", "es-MX", "fr-FR", "de-DE", "ar-EG", "he-IL"]

  let seed: Int
  let template: String
  let paper: String
  let locale: String
  /// What is given: rows of an order, or of a sign list.
  let rows: String
  let count: Int
  /// The kind of what is given; nil for signs.
  let kind: (any GiftKind)?

  init(seed: Int, of choices: Choices, items: [String]) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    locale = Self.locales[random.number(0...Self.locales.count - 1)]
    if random.once(in: 6) {
      (template, paper) = choices.signs[random.number(0...choices.signs.count - 1)]
      kind = nil
      count = 1
      rows = "item,stall\n\"\(items[random.number(0...items.count - 1)])\",Kitchen\n"
    } else {
      let gift = choices.gifts[random.number(0...choices.gifts.count - 1)]
      (template, kind, paper) = (gift.template, gift.kind, gift.paper)
      let most = random.one(of: 1, 3, 6, 6, 12, 40)
      count = random.number(1...most)
      let lines = (0..<count).map { _ in
        "1,\"\(items[random.number(0...items.count - 1)])\",\(random.one(of: 1, 2, 3, 12, 250))"
      }
      rows = "invoice,item,quantity\n" + lines.joined(separator: "\n") + "\n"
    }
  }
}

extension RandomPaper: CustomStringConvertible {
  var description: String { "seed \(seed): \(template) on \(paper) in \(locale), \(count) lines" }
}
