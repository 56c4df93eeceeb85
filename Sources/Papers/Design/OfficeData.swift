package import Templating

/// What every template receives, whatever kind of paper it makes: the words, the office, its ledger.
package enum OfficeData {
  /// The names, and what each is.
  package static func fields(words: DataShape) -> [(name: String, shape: DataShape)] {
    [
      ("t", words),
      (
        "office",
        .record([
          ("name", .text("The office's name.")), ("place", .text("Where the market is.")),
          ("desk", .text("The desk's letter or name.")),
        ])
      ),
      ("ledger", .record([("url", .text("The ledger's address.")), ("address", .text("The same without https://."))])),
    ]
  }

  /// A code, and its address for people.
  package static let code = DataShape.record([
    ("url", .text("The address the code opens.")), ("address", .text("The same without https://, for people.")),
  ])

  /// The values, which are the same on every paper of an office.
  package static func constants(_ settings: OfficeSettings, _ strings: Strings) -> [String: TemplateData] {
    [
      "t": strings.data,
      "office": .record([
        "name": .text(settings.name), "place": .text(settings.place), "desk": .text(settings.desk),
      ]),
      "ledger": .record([
        "url": .text(settings.ledger), "address": .text(LedgerAddress.spoken(settings.ledger)),
      ]),
    ]
  }

  /// The values of a code.
  package static func code(_ address: String) -> TemplateData {
    .record(["url": .text(LedgerAddress.coded(address)), "address": .text(LedgerAddress.spoken(address))])
  }
}
