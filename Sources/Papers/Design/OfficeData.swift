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
      (
        "ledger",
        .record([
          ("url", .text("The ledger's address; nothing where it has no site.")),
          ("address", .text("The same without https://.")),
        ])
      ),
    ]
  }

  /// A code, and its address for people.
  static let code: [(name: String, shape: DataShape)] = [
    ("has_code", .flag("Whether there is a code: where the ledger has no site, there is none.")),
    (
      "code",
      .record([
        ("url", .text("The address the code opens.")), ("address", .text("The same without https://, for people.")),
      ])
    ),
  ]

  /// The values, which are the same on every paper of an office.
  package static func constants(_ settings: OfficeSettings, _ strings: Strings) -> [String: TemplateData] {
    [
      "t": strings.data,
      "office": .record([
        "name": .text(settings.name), "place": .text(settings.place), "desk": .text(settings.desk),
      ]),
      "ledger": .record([
        "url": .text(settings.ledger ?? ""), "address": .text(settings.ledger.map(LedgerAddress.spoken) ?? ""),
      ]),
    ]
  }

  /// The values of a code.
  ///
  /// - Parameters:
  ///   - address: what it opens; nil where the ledger has no site.
  ///   - isWanted: whether the paper is to have one.
  /// - Returns: the values, by name.
  static func code(_ address: String?, isWanted: Bool = true) -> [String: TemplateData] {
    [
      "has_code": .flag(isWanted && address != nil),
      "code": .record([
        "url": .text(address.map(LedgerAddress.coded) ?? ""), "address": .text(address.map(LedgerAddress.spoken) ?? ""),
      ]),
    ]
  }
}
