import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Bookkeeping
@testable import Papers

/// Offices that begin with answers of their own.
@Suite struct NewOfficeTests {
  private let scratch: Scratch
  private let issued: CalendarDay

  init() throws {
    scratch = try Scratch()
    issued = try #require(TestOffice.issued)
  }

  private func begin(
    _ answers: [NewOffice.Key: String], from installation: Installation = TestOffice.installation
  ) throws -> Office {
    var new = NewOffice()
    for key in NewOffice.Key.allCases { if let text = answers[key] { try new.say(key, text) } }
    _ = try StarterOffice.copy(to: scratch.path("office"), from: installation, as: new)
    return try Office.open(named: scratch.path("office"), from: "/", installation: installation)
  }

  private func refusal(_ key: NewOffice.Key, _ text: String) -> [String] {
    var new = NewOffice()
    do { try new.say(key, text) } catch { return error.all.map(\.description) }
    return []
  }

  /// Whatever comes with the program works at once, whichever currency and language.
  @Test(arguments: [
    ("USD", "en", "en-US", "Letter"), ("usd", "es", "es-US", "Letter"), ("EUR", "fr", "fr-FR", "A4"),
    ("EUR", "de", "de-DE", "A4"), ("GBP", "en", "en-GB", "A4"), ("MXN", "es", "es-MX", "Letter"),
    ("EUR", "es-CO", "es-CO", "Letter"), ("EUR", "ar", "ar-EG", "A4"),
  ]) func isInOrderAtOnce(currency: String, language: String, locale: String, paper: String) throws {
    let office = try begin([
      .name: "Communs de la Rive", .place: "Quai: 5, \"le samedi\"", .currency: currency, .locale: language,
      .ledger: "none",
    ])
    let settings = try office.settings()
    #expect(settings.name == "Communs de la Rive" && settings.place == "Quai: 5, \"le samedi\"")
    #expect(settings.code == "COMMUNS" && settings.ledger == nil)
    #expect(settings.currency.code == currency.uppercased() && settings.locale == locale && settings.paper == paper)
    let report = office.check(CheckRequest(issued: issued))
    #expect(report.faults.isEmpty, "\(report.faults)")
    // Names in other languages are those of the goods that the price book has.
    #expect(report.sound.count { if case .names = $0 { false } else { true } } == 6)
    #expect(try office.make(SignRequest(list: office.path("signs.csv"), issued: issued)).paths.count == 1)
  }

  @Test func notesStayWhereTheyAre() throws {
    let office = try begin([.name: "Ours", .locale: "fr", .ledger: "HTTPS://Ours.example/"])
    let text = try Files.text(office.path("office.yaml"))
    let starter = try Files.text(Repository.path("Templates/office/office.yaml"))
    let changed = zip(text.split(separator: "\n"), starter.split(separator: "\n")).filter { $0 != $1 }.map { "\($0.0)" }
    #expect(
      changed == [
        "name: Ours",
        "locale: fr-FR          # a language and a country: en-US, en-GB, es-MX, fr-FR, de-DE, ar-EG …",
        "paper: A4              # A4, A5 or Letter",
        "  url: https://ours.example         # where your public ledger is, or will be; every code leads there. No site? ledger: none",
        "code: OURS             # what the numbers of your papers begin with: 2 to 12 of A–Z and 0–9",
      ])
  }

  /// Where no prices come along, an office may begin all the same, and is told what is missing.
  @Test func begunWithoutPrices() throws {
    let office = try begin([.name: "Quartier", .currency: "CHF", .locale: "de", .ledger: "none"])
    #expect(try office.settings().locale == "de-CH")
    let report = office.check(CheckRequest(issued: issued))
    #expect(!report.hasErrors)
    #expect(
      report.faults.map {
        ($0.file ?? "").hasSuffix("/prices.csv") && $0.message == "there are no rows below the header"
      }
        == [true])
    #expect(!Files.exists(office.path("order.csv")) && Files.exists(office.path("prices-us.csv")))
    var new = NewOffice()
    try new.say(.currency, "chf")
    #expect(try StarterOffice.currencyWithoutPrices(new, TestOffice.installation) == "CHF")
    // What is given meanwhile is recorded without an amount.
    let given = GiftRequest(
      ReceiptKind(), .unpriced(["Geschichten", "2h"], category: nil), recordedAt: TestOffice.moment, issued: issued)
    #expect(try office.make(given).numbers.count == 1)
  }

  @Test func answersKeepTheRulesOfTheFile() throws {
    #expect(refusal(.currency, "XYZ").map { $0.hasPrefix("error: there is no currency \"XYZ\" in ISO 4217") } == [true])
    #expect(
      refusal(.locale, "sw") == [
        """
        error: papers are not offered in "sw"
          → choose ar, de, en, es, fr, he, with a country or without one, such as es-MX
        """
      ])
    #expect(refusal(.name, "PAID").count == 1)
    #expect(refusal(.name, " ").count == 1 && refusal(.name, "").count == 1)
    #expect(refusal(.place, "a\u{1B}[31mb").first?.contains("U+001B") == true)
    #expect(refusal(.code, "river").first?.contains("a code is 2 to 12 of A–Z and 0–9") == true)
    #expect(refusal(.ledger, "ours.example").first?.contains("is no web address") == true)
    for name in ["null", "- a", "Ours # not", "a: b", "\"", "\\n", "~", "{x}", "Été & Fils, l'Île (5)", "[none]"] {
      var new = NewOffice()
      try new.say(.name, name)
      #expect(try new.usual(.name, TestOffice.installation) == name)
    }
  }

  @Test func whatIsUsualFollowsFromTheAnswers() throws {
    var new = NewOffice()
    func usual(_ key: NewOffice.Key) throws -> String { try new.usual(key, TestOffice.installation) }
    #expect(
      try NewOffice.Key.allCases.map(usual) == [
        "Riverside Commons", "Riverside Market, every first Saturday", "USD", "en", "none", "RIVER",
      ])
    for (name, code) in [("The Old Wharf", "THE"), ("مشاع النهر", "MSHA"), ("🥖", "OFFICE"), ("Köln Süd", "KOLN")] {
      try new.say(.name, name)
      #expect(try usual(.code).hasPrefix(code))
    }
  }

  /// The program's files may belong to somebody else, and nobody may be allowed to write them.
  @Test func theProgramsFilesMayBeReadOnly() throws {
    let files = FileManager.default
    for part in ["Templates", "Fonts"] {
      try files.createDirectory(atPath: scratch.path("program"), withIntermediateDirectories: true)
      try files.copyItem(atPath: Repository.path(part), toPath: scratch.path("program/\(part)"))
    }
    func allow(_ file: Int, _ folder: Int) throws {
      for name in try files.subpathsOfDirectory(atPath: scratch.path("program")) + [""] {
        let path = scratch.path("program/\(name)")
        try files.setAttributes([.posixPermissions: Files.isFolder(path) ? folder : file], ofItemAtPath: path)
      }
    }
    try allow(0o444, 0o555)
    defer { try? allow(0o644, 0o755) }
    let installation = Installation(
      root: scratch.path("program"), cache: TestOffice.installation.cache, state: TestOffice.installation.state)
    let office = try begin([:], from: installation)
    let made = try OfficeTemplates(office: office.folder, from: "/", installation: installation).copy("gig", as: "ours")
    #expect(made.contains { $0.hasSuffix("art/sun.svg") })
    // What is made is as whatever else this process makes.
    _ = try scratch.write("", to: "usual/file")
    func mode(_ path: String) throws -> Int? { try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int }
    let (file, folder) = (try mode(scratch.path("usual/file")), try mode(scratch.path("usual")))
    for name in try files.subpathsOfDirectory(atPath: office.folder) {
      let path = office.path(name)
      #expect(try mode(path) == (Files.isFolder(path) ? folder : file), "\(name)")
    }
  }
}
