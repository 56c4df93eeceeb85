import Bookkeeping
import Layout
import Templating

/// What a sign's template receives.
enum SignData {
  /// The names, and what each is.
  static func shape(words: DataShape) -> DataShape {
    .record(
      OfficeData.fields(words: words) + [
        ("stall", .text("Where it hangs.")),
        ("item", .text("What is given, in the first language.")),
        ("price", .text("The market price of one unit, as published.")),
        ("unit", .text("Of what the price is for one, in the first language.")),
        (
          "asked", .text("What the market asks: the price of a pack, or of one unit where the price book says no pack.")
        ),
        ("has_pack", .flag("Whether that is the price of a pack.")),
        ("zero", .text("What is owed: zero, as a figure or, where that is but a dot, as a word.")),
        ("names", .list("The same in each language: one, or two that stand beside one another.", of: name)),
        ("is_pair", .flag("Whether there are two languages.")),
        ("publisher", .text("Who published the price: its source up to the first comma.")),
        ("source", .text("Who published the price, and where.")),
        ("checked", .text("The day, month or year of the price.")),
        ("is_wage", .flag("Whether the price is what the worker is paid.")),
        ("is_wide", .flag("Whether the sign is wider than high.")),
        ("is_tent", .flag("Whether it is folded to stand on a table, and so has two faces.")),
        (backFlag, .flag("Whether this is the face behind, for tents whose faces differ.")),
      ] + OfficeData.code)
  }

  private static let name = DataShape.record([
    ("item", .text("What is given.")), ("unit", .text("Of what the price is for one.")),
    ("asked_for", .text("What the market asks that for, such as / hour, or per 5 lb sack.")),
    ("market_price", .text("The words for the market price.")),
    ("solidarity_price", .text("The words for what is owed.")),
    ("direction", .text("For the key of that name: ltr or rtl.")),
    ("language", .text("For the key lang: the language, such as en.")),
    ("is_first", .flag("Whether it is the first of two, or the only one.")),
  ])

  /// The flag by which a template tells a tent's faces apart.
  static let backFlag = "is_back"

  /// The values of a sign; of the face behind where a tent's faces differ.
  static func values(of entry: PriceBook.Entry, stall: String, _ look: SignLook, isBack: Bool, _ formats: Formats)
    -> [String: TemplateData]
  {
    let one = ExactDecimal(1)
    let names = look.languages.enumerated().map { index, language in
      TemplateData.record([
        "item": language.value(of: entry),
        "unit": .text(language.strings.units.name(of: entry.unit, for: one)),
        "asked_for": .text(language.askedFor(entry)),
        "market_price": .text(language.strings.words["market_price"] ?? ""),
        "solidarity_price": .text(language.strings.words["solidarity_price"] ?? ""),
        "direction": .text(language.direction == .rightToLeft ? "rtl" : "ltr"),
        "language": .text(LocaleName.language(of: language.locale)), "is_first": .flag(index == 0),
      ])
    }
    let ledger = look.design.settings.ledger
    let address = look.hasCodes ? ledger.map { LedgerAddress.item(entry.item, base: $0) } : ledger
    let values: [String: TemplateData] = [
      "stall": look.languages.first?.value(ofStall: stall) ?? .text(stall),
      "item": look.languages.first?.value(of: entry) ?? .text(entry.item),
      "price": .text(formats.price(entry.price)), "asked": .text(entry.askedPrice(formats)),
      "has_pack": .flag(entry.pack != nil),
      "unit": .text(look.languages.first?.strings.units.name(of: entry.unit, for: one) ?? entry.unit),
      "zero": .text(look.design.strings.words["zero"] ?? formats.whole(0)), "names": .list(names),
      "is_pair": .flag(look.languages.count > 1),
      "publisher": .text(formats.isolated(look.design.items.text(entry.source.publisher))),
      "source": .text(formats.isolated(look.design.items.text(entry.source.citation))),
      "checked": .text(formats.checked(entry.checked)),
      "is_wage": .flag(entry.basis == .wage), "is_wide": .flag(look.size.face.width > look.size.face.height),
      "is_tent": .flag(look.size.isTent), backFlag: .flag(isBack),
    ]
    return values.merging(OfficeData.code(address, isWanted: look.hasCodes)) { $1 }
  }
}
