import Bookkeeping
import Templating

/// What a price list's template receives.
enum PriceListData {
  /// The names, and what each is.
  static func shape(words: DataShape) -> DataShape {
    .record(
      OfficeData.fields(words: words) + [
        ("stall", .text("The stall that gives it all.")), ("issued", .text("The day, written out.")),
        ("items", .list("What the stall gives.", of: item)),
        ("is_short", .flag("Whether there are six items or fewer.")),
        ("zero", .text("What is owed: zero.")),
        ("notes", .list("Where the prices come from.", of: note)),
        ("has_wages", .flag("Whether any price is what the worker is paid.")),
      ] + OfficeData.code)
  }

  private static let item = DataShape.record([
    ("item", .text("What is given.")), ("unit", .text("Of what the price is for one.")),
    ("price", .text("The market price of one unit, as published.")), ("note", .text("The number of its source.")),
    ("is_wage", .flag("Whether the price is what the worker is paid.")),
  ])

  private static let note = DataShape.record([
    ("number", .text("The note's number.")), ("publisher", .text("Who published the prices, up to the first comma.")),
    ("checked", .text("The day, month or year of the prices.")),
  ])

  /// The values of a price list.
  static func values(
    of entries: [PriceBook.Entry], stall: String, issued: CalendarDay, ledger: String?, _ language: SignLanguage,
    _ formats: Formats
  ) -> [String: TemplateData] {
    // A poster names the publishers; the ledger has their whole citations.
    var notes: [[String]] = []
    let numbers = entries.map { entry in
      let note = [
        formats.isolated(entry.source.publisher.typeset(in: LocaleName.language(of: language.locale))),
        formats.checked(entry.checked),
      ]
      if let known = notes.firstIndex(of: note) { return known + 1 }
      notes.append(note)
      return notes.count
    }
    let values: [String: TemplateData] = [
      "stall": language.value(ofStall: stall), "issued": .text(formats.day(issued)),
      "zero": .text(language.strings.words["zero"] ?? formats.whole(0)),
      "items": .list(
        zip(entries, numbers).map { entry, number in
          .record([
            "item": language.value(of: entry),
            "unit": .text(language.strings.units.name(of: entry.unit, for: ExactDecimal(1))),
            "price": .text(formats.price(entry.price)), "note": .text(formats.whole(Int64(number))),
            "is_wage": .flag(entry.basis == .wage),
          ])
        }),
      "notes": .list(
        notes.enumerated().map { index, note in
          .record([
            "number": .text(formats.whole(Int64(index + 1))), "publisher": .text(note[0]), "checked": .text(note[1]),
          ])
        }),
      "is_short": .flag(entries.count <= 6),
      "has_wages": .flag(entries.contains { $0.basis == .wage }),
    ]
    return values.merging(OfficeData.code(ledger)) { $1 }
  }
}
