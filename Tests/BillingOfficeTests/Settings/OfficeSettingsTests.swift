import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct OfficeSettingsTests {
  private static let sound = """
    name: Riverside Commons
    place: Riverside Market
    desk: 5
    currency: usd
    locale: EN_us
    paper: letter
    ledger:
      url: https://ledger.example.org/market/
    templates:
      invoice: ours
    """

  private func faults(_ text: String) -> [String] {
    OfficeSettingsReader.read(text, file: "office.yaml").faults.map(\.description)
  }

  /// What is told when a piece of a sound file is another.
  private func faults(_ old: String, _ new: String) -> [String] {
    faults(Self.sound.replacingOccurrences(of: old, with: new))
  }

  @Test func readsEveryKey() throws {
    let (read, faults) = OfficeSettingsReader.read(Self.sound, file: "office.yaml")
    let settings = try #require(read)
    #expect(faults.isEmpty)
    #expect(settings.name == "Riverside Commons")
    #expect(settings.place == "Riverside Market")
    #expect(settings.desk == "5")
    #expect(settings.currency.code == "USD")
    #expect(settings.locale == "en-us")
    #expect(settings.paper == "Letter")
    #expect(settings.ledger == "https://ledger.example.org/market")
    #expect(settings.templates == ["invoice": "ours"])
    #expect(settings.written["name"]?.mark.line == 1)
    #expect(settings.written["templates.invoice"]?.mark.column == 12)
  }

  @Test(arguments: ["ledger: none", "ledger: None", "ledger: \"none\""]) func aLedgerMayHaveNoSite(line: String) throws
  {
    let text = Self.sound.replacing("ledger:\n  url: https://ledger.example.org/market/", with: line)
    let (settings, faults) = OfficeSettingsReader.read(text, file: "office.yaml")
    #expect(faults.isEmpty)
    #expect(try #require(settings).ledger == nil)
  }

  @Test func templatesMayBeLeftOut() {
    #expect(faults("templates:\n  invoice: ours", "").isEmpty)
  }

  @Test func tellsOfKeysWithTheNearest() {
    #expect(
      faults("desk: 5", "dsek: 5") == [
        "office.yaml:3:1: error: there is no such key as \"dsek\"\n  → did you mean \"desk\"?",
        "office.yaml: error: desk: is missing\n  → add a line such as desk: A",
      ])
    #expect(
      faults("  url:", "  ulr:") == [
        "office.yaml:8:3: error: there is no such key as \"ulr\"\n  → did you mean \"url\"?",
        "office.yaml: error: ledger.url: is missing\n  → add a line such as url: https://ledger.example.org",
      ])
    #expect(
      faults("invoice: ours", "invioce: ours") == [
        "office.yaml:10:3: error: there is no such key as \"invioce\"\n  → did you mean \"invoice\"?"
      ])
  }

  @Test(arguments: [
    (
      "currency: usd", "currency: usx",
      """
      office.yaml:4:11: error: there is no currency "usx" in ISO 4217
        → did you mean "UGX", "USD" or "BSD"?
      """
    ),
    (
      "EN_us", "tlh-US",
      """
      office.yaml:5:9: error: there is no language "tlh-US"
        → a locale is a language and a country, such as en-US, es-MX or ar-EG
      """
    ),
    (
      "EN_us", "en-!",
      """
      office.yaml:5:9: error: there is no language "en-!"
        → a locale is a language and a country, such as en-US, es-MX or ar-EG
      """
    ),
    (
      "paper: letter", "paper: A44",
      """
      office.yaml:6:8: error: there is no paper "A44"
        → did you mean "A4", "A3" or "A5"?
      """
    ),
    (
      "place: Riverside Market", "place: [a, b]",
      """
      office.yaml:2:8: error: place: must be a text, not a list
        → for example place: Riverside Market
      """
    ),
    (
      "place: Riverside Market", "place: \" \"",
      """
      office.yaml:2:8: error: place: must be a text, not " "
        → for example place: Riverside Market
      """
    ),
    (
      "ledger:\n  url: https://ledger.example.org/market/", "ledger: https://ledger.example.org",
      """
      office.yaml:7:9: error: ledger: must hold url:, not "https://ledger.example.org"
        → write url: https://… indented below ledger:, or ledger: none where the ledger has no site
      """
    ),
    (
      "https://ledger.example.org/market/", "https://ledger.example.org:99999/",
      """
      office.yaml:8:8: error: "99999" can be no port of the ledger's address
        → a port is a number from 1 to 65535; without one, leave out the colon behind the host
      """
    ),
    (
      "https://ledger.example.org/market/", "https://ledger_.example.org/",
      """
      office.yaml:8:8: error: "ledger_.example.org" can be no host of the ledger's address
        → a host is a name of letters, figures and hyphens between dots, such as ledger.example.org, or an IP address
      """
    ),
    (
      "https://ledger.example.org/market/", "https://ledger.example.org/our market",
      """
      office.yaml:8:8: error: the ledger's address must not hold a space
        → copy it from a browser's address bar, which writes ä as %C3%A4
      """
    ),
    (
      "https://ledger.example.org/market/", "none",
      """
      office.yaml:8:8: error: "none" is no web address
        → a base address is https://, a host, and at most a path: https://ledger.example.org
      """
    ),
    (
      "templates:\n  invoice: ours", "templates: ours",
      """
      office.yaml:9:12: error: templates: must say which template each kind of paper uses, not "ours"
        → for example templates: and, indented below it, invoice: invoice
      """
    ),
    (
      "Riverside Commons", "PAID",
      """
      office.yaml:1:7: error: "PAID" says that something was paid
        → these papers must never pass for a bill or ask for money; take it out
      """
    ),
  ])
  func tellsOfValues(old: String, new: String, words: String) {
    #expect(faults(old, new) == [words])
  }

  @Test func tellsOfFilesThatHoldSomethingElse() {
    #expect(
      faults("- a") == [
        "office.yaml:1:1: error: this file must hold keys and values, not a list\n  → begin it with a line such as name: …"
      ])
    #expect(faults("name: \"x").map { $0.contains(": error: this is not YAML: ") } == [true])
    #expect(
      faults("").map { $0.split(separator: "\n").first.map(String.init) }
        == [
          "name", "place", "desk", "currency", "locale", "paper", "ledger",
        ].map { "office.yaml: error: \($0): is missing" })
  }

  @Test func examplesStandInForWhatIsWrong() throws {
    // So that template and orders can be checked all the same.
    for text in ["", "- a", "name: \"x", "name: PAID\npaper: A99"] {
      let (settings, faults) = OfficeSettingsReader.read(text, file: "office.yaml")
      #expect(!faults.isEmpty)
      #expect(settings?.name == "Riverside Commons")
      #expect(settings?.paper == "A4")
    }
  }
}
