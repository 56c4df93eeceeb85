import Bookkeeping
import Templating

/// What a licence's template receives.
enum LicenceData {
  /// The names, and what each is.
  static func shape(words: DataShape) -> DataShape {
    .record(
      OfficeData.fields(words: words) + [
        ("title", .text("What the licence is called.")), ("issued", .text("The day, written out.")),
        ("grant", .text("What anyone may do.")),
        ("principles", .list("On which terms.", of: principle)),
        ("templates", .text("Where the templates are.")),
      ] + OfficeData.code)
  }

  private static let principle = DataShape.record([
    ("number", .text("Its number.")), ("name", .text("What it is called.")), ("meaning", .text("What it means.")),
  ])

  /// The values of a licence.
  static func values(_ text: LicenceText, issued: CalendarDay, ledger: String?, _ formats: Formats)
    -> [String: TemplateData]
  {
    let values: [String: TemplateData] = [
      "title": .text(text.title), "issued": .text(formats.day(issued)), "grant": .text(text.grant),
      "principles": .list(
        text.principles.enumerated().map { index, principle in
          .record([
            "number": .text(formats.whole(Int64(index + 1))), "name": .text(principle.name),
            "meaning": .text(principle.meaning),
          ])
        }),
      "templates": .text(text.templates),
    ]
    return values.merging(OfficeData.code(ledger)) { $1 }
  }
}
