import BillingOffice
import Drawing
import Foundation
import Layout
import Papers
import TestTools

/// A paper that somebody asks for with a template that likes to hide things; the same for the same seed.
struct HidingCase {
  /// Which paper it is.
  enum Kind: String {
    case invoice, receipt, sign
  }

  let seed: Int
  let kind: Kind
  /// The template, and the pictures in its folder.
  let template: String
  let art: [String: Data]
  /// What is given: rows of an order, or of a sign list.
  let rows: String
  let paper: String?
  let sheet: String?
  let bleed: Double
  let locale: String?
  let format: PaperFormat
  let correction: PrintCorrection

  /// What the template is called in its office.
  var name: String { "hiding-\(seed)" }

  init(seed: Int) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    // Signs take the longest, since each asks for a dictionary.
    let kind: Kind = random.one(
      of: .invoice, .invoice, .invoice, .invoice, .receipt, .receipt, .receipt, .receipt, .sign)
    self.kind = kind
    let isRoll = kind == .receipt && !random.once(in: 3)
    let paper: String
    switch kind {
    case .invoice: paper = random.one(of: "A4", "A4", "A5", "A3", "Letter", "Legal", "Tabloid")
    case .receipt: paper = isRoll ? random.one(of: "80mm", "58mm") : random.one(of: "A6", "A5", "A4", "Letter")
    case .sign: paper = random.one(of: "A3", "A4", "A5", "A6", "A7", "Letter", "tent", "110x80mm")
    }
    var grammar = HidingGrammar(kind: kind, paper: paper, isRoll: isRoll, random)
    template = grammar.template()
    art = grammar.art
    random = grammar.random
    self.paper = paper
    locale = random.one(of: nil, nil, nil, nil, "es-MX", "fr-FR", "de-DE", "ar-EG")
    rows = kind == .sign ? Self.signs(&random) : Self.order(&random)
    let wanted = random.number(0...19)
    switch (isRoll, wanted) {
    case (true, 0...10): format = .escpos(dots: random.one(of: nil, nil, nil, 384, 512))
    case (_, 16): format = .svg
    case (_, 17): format = .share
    case (_, 18...): format = .png(dpi: random.one(of: 110, 150, 200, 300))
    default: format = .pdf
    }
    sheet =
      switch kind {
      case .sign: ["A3", "tent"].contains(paper) ? "A3" : random.one(of: "A4", "A3", "Letter")
      case .receipt where !isRoll && random.once(in: 4): random.one(of: "A4", "A3")
      default: nil
      }
    bleed = kind == .sign ? random.one(of: 0, 0, 3) * Length.millimetre : 0
    let mayCorrect = format == .pdf || isRoll && wanted <= 10
    correction =
      mayCorrect && random.once(in: 8)
      ? PrintCorrection(
        x: Double(random.number(-40...40)) / 10 * Length.millimetre,
        y: Double(random.number(-60...60)) / 10 * Length.millimetre,
        across: Double(random.number(980...1020)) / 1000, down: Double(random.number(980...1020)) / 1000)
      : .none
  }

  /// What offices of these papers have to give: names of every kind of letter, long and short, thin and heavy.
  static let items = [
    "Rice", "ii ll", "MMMM WWWW MMMM WWWW", "%%%% #### @@@@ 8888 %%%%", "—— ((( 12 ))) —— *** ——", "......",
    "Repair of old bicycles with three gears, a lamp, a bell and a basket of willow", "خبز من القمح الكامل",
    "全粒粉のパンと味噌汁と漬物", "THE QUICK BROWN FOX JUMPS OVER EVERY LAZY DOG", "Brot (2 · 500 g) ÄÖÜ", "||||||||||||||||",
  ]

  /// Their prices.
  static var prices: String {
    let rows = items.enumerated().map { index, item in
      "\"\(item)\",food,\(["each", "hour", "kg"][index % 3]),\(index * index + 1).\(10 + index),USD,\"A statistics office, table \(index), https://example.org/prices\",2026-10-01"
    }
    return OfficeFiles.prices(rows.joined(separator: "\n"))
  }

  private static func order(_ random: inout SplitMix64) -> String {
    let papers = random.one(of: 1, 1, 2, 3)
    let lines = (0..<papers).flatMap { paper in
      let most = random.one(of: 1, 4, 12, 40)
      return (0..<random.number(1...most)).map { _ in
        "\(paper + 1),\"\(items[random.number(0...items.count - 1)])\",\(random.number(1...99))"
      }
    }
    return "invoice,item,quantity\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func signs(_ random: inout SplitMix64) -> String {
    let lines = (0..<random.number(1...5)).map { _ in
      "\"\(items[random.number(0...items.count - 1)])\",\(random.one(of: "Kitchen", "WWWWWWWWW", "i"))"
    }
    return "item,stall\n" + lines.joined(separator: "\n") + "\n"
  }
}

extension HidingCase: CustomStringConvertible {
  var description: String {
    "seed \(seed): \(kind) on \(paper ?? "-"), sheet \(sheet ?? "-"), \(format), \(locale ?? "en-US"), \(correction)"
  }
}
