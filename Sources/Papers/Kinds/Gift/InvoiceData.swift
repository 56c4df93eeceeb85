import Bookkeeping
import Templating

/// What an invoice's template receives.
enum InvoiceData {
  /// The names, and what each is.
  static func shape(words: DataShape) -> DataShape {
    .record(
      OfficeData.fields(words: words) + [
        ("number", .text("The invoice's number, or the word for a draft.")),
        ("seal", .text("The ten letters that seal the ledger's entry, or nothing.")),
        ("has_seal", .flag("Whether the ledger has recorded it.")),
        ("is_draft", .flag("Whether the invoice has no number.")),
        ("issued", .text("The day it was issued, written out.")),
        ("currency", .text("The ISO 4217 code.")),
        ("currency_sign", .text("The sign that stands beside amounts, for the head of a column of figures.")),
        ("lines", .list("What was given.", of: line)),
        ("line_count", .text("How many lines there are.")),
        (
          "subtotals",
          .indexed(
            "For a table's running:, the subtotal above a row.",
            of: .record([("subtotal", .text("The sum of the lines above."))]))
        ),
        ("market_total", .text("What the market would have charged.")),
        ("total_due", .text("What is owed: zero, or the word for it where a figure of nought is but a dot.")),
        ("zero", .text("Zero as in a column, as a figure or that word.")),
        ("has_wages", .flag("Whether any price is what the worker is paid.")),
        ("notes", .list("Where the prices come from.", of: note)),
        ("publishers", .list("The same in short, for small papers: who published them, and when.", of: publisher)),
      ] + OfficeData.code)
  }

  private static let line = DataShape.record([
    ("item", .text("What was given.")), ("quantity", .text("How much of it.")), ("unit", .text("Of what.")),
    ("unit_price", .text("The market price of one, as published.")), ("amount", .text("The market's amount.")),
    ("unit_price_figures", .text("The same price without the currency.")),
    ("amount_figures", .text("The same amount without the currency.")),
    ("due", .text("What is owed: zero, as a figure or that word.")),
    ("note", .text("The number of the line's source.")),
    ("note_mark", .text("The same as a mark right behind the item: raised figures.")),
    ("is_wage", .flag("Whether the price is what the worker is paid.")),
  ])

  private static let note = DataShape.record([
    (
      "number",
      .text(
        "The note's number; of notes with one publisher, series, address and date, which are told as one, all numbers.")
    ),
    (
      "citation",
      .text("Publisher and title; of several notes what they have in common, and what each says of its own.")
    ),
    ("url", .text("The address, or nothing.")), ("address", .text("The address without https://, or nothing.")),
    ("has_address", .flag("Whether there is an address.")), ("checked", .text("The day, month or year of the price.")),
    ("is_wage", .flag("Whether the price is what the worker is paid.")),
  ])

  private static let publisher = DataShape.record([
    ("number", .text("The numbers of its notes.")),
    ("publisher", .text("Who published the prices: their source up to the first comma.")),
    ("checked", .text("The day, month or year of the prices.")),
    ("is_wage", .flag("Whether the prices are what the worker is paid.")),
  ])

  /// The values of one invoice.
  static func values(
    of invoice: Invoice, number: PaperNumber?, issued: CalendarDay, ledger: String?, wording: VoidWording,
    formats: Formats, strings: Strings, items: ItemWording
  ) -> [String: TemplateData] {
    let sources = SourceNotes(invoice.lines)
    // Arabic's figure is a dot, which nobody sees beside the market's price: its word stands in columns and totals alike.
    let word = strings.words["zero"].flatMap { $0.contains(where: \.isNumber) ? nil : $0 }
    let zero = TemplateData.text(word ?? formats.money(.zero(invoice.currency)))
    let nothing = TemplateData.text(word ?? formats.whole(0))
    let lines = zip(invoice.lines, sources.numbers).map { line, note in
      let price = formats.priceOrNone(line.entry.price)
      let amount = line.entry.price.isKnown ? formats.money(line.amount) : Formats.none
      return TemplateData.record([
        "item": items.value(of: line.entry.item, formats), "quantity": .text(formats.quantity(line.quantity)),
        "unit": .text(strings.units.name(of: line.entry.unit, for: line.quantity.value)),
        "unit_price": .text(price), "unit_price_figures": .text(Formats.figures(of: price)), "amount": .text(amount),
        "amount_figures": .text(Formats.figures(of: amount)), "due": nothing,
        "note": .text(formats.whole(Int64(note))),
        "note_mark": .text(formats.noteMark(Int64(note))),
        "is_wage": .flag(line.entry.basis == .wage),
      ])
    }
    let address = ledger.map { LedgerAddress.paper(number?.description, base: $0) }
    let values: [String: TemplateData] = [
      "number": .text(number?.description ?? wording.draft), "is_draft": .flag(number == nil),
      "seal": .text(number?.seal ?? ""), "has_seal": .flag(number != nil),
      "issued": .text(formats.day(issued)), "currency": .text(invoice.currency.code),
      "currency_sign": .text(formats.sign(of: invoice.currency)), "lines": .list(lines),
      "line_count": .text(formats.whole(Int64(lines.count))), "subtotals": subtotals(of: invoice, formats),
      "market_total": .text(formats.money(invoice.total)), "total_due": zero, "zero": nothing,
      "has_wages": .flag(invoice.lines.contains { $0.entry.basis == .wage }),
      "notes": .list(notes(sources, formats, items)),
      "publishers": .list(publishers(sources, formats, items)),
    ]
    return values.merging(OfficeData.code(address)) { $1 }
  }

  private static func notes(_ sources: SourceNotes, _ formats: Formats, _ items: ItemWording) -> [TemplateData] {
    sources.groups.map { group in
      let note = group.note
      return .record([
        "number": .text(formats.numbers(group.numbers)),
        "citation": .text(group.citation({ formats.whole(Int64($0)) }, set: { formats.isolated(items.text($0)) })),
        "url": .text(note.source.address ?? ""), "address": .text(LedgerAddress.spoken(note.source.address ?? "")),
        "has_address": .flag(note.source.address != nil), "checked": .text(formats.checked(note.checked)),
        "is_wage": .flag(note.basis == .wage),
      ])
    }
  }

  private static func publishers(_ sources: SourceNotes, _ formats: Formats, _ items: ItemWording) -> [TemplateData] {
    sources.publishers.map { numbers, note in
      .record([
        "number": .text(formats.numbers(numbers)),
        "publisher": .text(formats.isolated(items.text(note.source.publisher))),
        "checked": .text(formats.checked(note.checked)), "is_wage": .flag(note.basis == .wage),
      ])
    }
  }

  private static func subtotals(of invoice: Invoice, _ formats: Formats) -> TemplateData {
    // The sums are cheap; their texts are made only for the rows above which a page ends.
    var sums: [Int64] = [0]
    sums.reserveCapacity(invoice.lines.count + 1)
    for line in invoice.lines { sums.append(sums[sums.count - 1] + line.amount.minorUnits) }
    let (all, currency, locale) = (sums, invoice.currency, formats.locale)
    return .indexed { index in
      let money = Money(minorUnits: all[min(index, all.count - 1)], currency: currency)
      return ["subtotal": .text(Formats.text(of: money.decimal, currency, locale))]
    }
  }
}
