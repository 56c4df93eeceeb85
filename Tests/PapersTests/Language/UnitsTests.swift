import Bookkeeping
import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct UnitsTests {
  /// The sample numbers that CLDR 46 gives for each category (supplemental/plurals.xml).
  @Test(arguments: [
    ("en", PluralCategory.one, "1"), ("en", .other, "0 2 16 100 1000 0.0 1.0 1.5 10.0"),
    ("de", .one, "1"), ("de", .other, "0 2 16 100 0.0 1.0 1.5"),
    ("es", .one, "1 1.0 1.00"), ("es", .many, "1000000"), ("es", .other, "0 2 16 100 1000 100000 0.0 0.9 1.1 1.6 10.0"),
    ("fr", .one, "0 1 0.0 1.0 1.5"), ("fr", .many, "1000000"), ("fr", .other, "2 17 100 1000 100000 2.0 3.5 10.0"),
    ("ar", .zero, "0 0.0 0.00"), ("ar", .one, "1 1.0"), ("ar", .two, "2 2.0"),
    ("ar", .few, "3 10 103 110 1003 3.0 10.0 103.0"), ("ar", .many, "11 26 111 1011 11.0 99.0"),
    ("ar", .other, "100 102 200 302 400 1000 1000000 0.1 0.9 1.1 1.7 10.1 100.0"), ("he", .one, "1 0.5 0.01"),
    ("he", .two, "2"),
    ("he", .other, "0 3 10 1.0 2.0 1.5 100"),
  ]) func categoriesAreThoseOfCLDR(language: String, category: PluralCategory, samples: String) throws {
    for sample in samples.split(separator: " ") {
      let parts = sample.split(separator: ".")
      let scale = parts.count > 1 ? parts[1].count : 0
      let digits = try #require(Int64(parts.joined()))
      let number = try #require(ExactDecimal(mantissa: digits, scale: scale))
      #expect(PluralRules.of(language).category(of: number) == category, "\(language) \(sample)")
    }
  }

  private func strings(_ language: String) throws -> Strings {
    try TestOffice().office.strings(language)
  }

  private func decimal(_ mantissa: Int64, _ scale: Int = 0) -> ExactDecimal {
    ExactDecimal(mantissa: mantissa, scale: scale) ?? ExactDecimal(0)
  }

  @Test func everyLanguageHasItsForms() throws {
    for (language, written, words) in [
      ("en", "hour", ["hours", "hour", "hours", "hours", "hours"]),
      ("de", "Stunde", ["Stunden", "Stunde", "Stunden", "Stunden", "Stunden"]),
      ("fr", "heure", ["heure", "heure", "heures", "heures", "heures"]),
      ("es", "hora", ["horas", "hora", "horas", "horas", "horas"]),
      ("ar", "ساعة", ["ساعة", "ساعة", "ساعتان", "ساعات", "ساعة"]),
    ] {
      let units = try strings(language).units
      #expect([0, 1, 2, 3, 11].map { units.name(of: written, for: decimal($0)) } == words)
      // The starter office's price books are in English.
      #expect(units.name(of: "Hours", for: decimal(2)) == words[2])
      #expect(units.hours(in: written) == .one && units.hours(in: "HOUR") == .one && units.hours(in: "day") == nil)
    }
    #expect(try strings("en").units.name(of: "hour", for: decimal(15, 1)) == "hours")
    #expect(try strings("fr").units.name(of: "heure", for: decimal(15, 1)) == "heure")
    #expect(try strings("es").units.name(of: "hora", for: decimal(1_000_000)) == "de horas")
  }

  @Test(
    .slow,
    arguments: [
      ("hour", 60), ("hrs", 60), ("Stunde", 60), ("Std.", 60), ("halbe Stunde", 30), ("Viertelstunde", 15),
      ("30 Minuten", 30),
      ("heures", 60), ("demi-heure", 30), ("quart d’heure", 15), ("horas", 60), ("media hora", 30), ("minutos", 1),
      ("ساعة", 60), ("ساعات", 60), ("السّاعة", 60), ("نصف ساعة", 30), ("ساعتان", 120), ("٣٠ دقيقة", 30),
    ] as [(String, Int64)])
  func hoursAreHoursWhateverTheOfficeSpeaks(unit: String, minutes: Int64) throws {
    for language in ["en", "ar"] {
      #expect(try strings(language).units.hours(in: unit) == ExactFraction(minutes, over: 60))
    }
  }

  @Test func anOfficesOwnWordsNameHours() throws {
    let office = try TestOffice(["strings/pl.yaml": "units:\n  hour: { names: [godzina], other: godz. }\n"])
    #expect(try office.office.strings("pl").units.hours(in: "godzina") == .one)
    #expect(try office.office.strings("en").units.hours(in: "godzina") == nil)
  }

  @Test func aUnitNobodyKnowsStaysAsItIs() throws {
    #expect(try strings("de").units.name(of: "half-day Session", for: decimal(2)) == "half-day Session")
    #expect(try strings("ar").units.name(of: "kg", for: decimal(2)) == "كغ")
  }

  /// Every unit of every language has a word for each category that its language has, or the same for all.
  @Test(arguments: OfferedLanguage.all.map(\.code)) func noFormIsMissing(language: String) throws {
    func words(_ code: String, _ known: WordsFile?) throws -> WordsFile {
      let path = TestOffice.installation.templates + "/strings/\(code).yaml"
      return WordsFile(try String(contentsOfFile: path, encoding: .utf8), file: path, language: code, known: known)
    }
    let english = try words("en", nil)
    let file = try words(language, english)
    #expect(file.faults.isEmpty)
    #expect(Set(file.units.keys) == Set(english.units.keys))
    for (key, unit) in file.units {
      let forms = Set(unit.forms.keys)
      #expect(forms == [.other] || forms == Set(PluralRules.of(language).categories), "\(language) \(key): \(forms)")
      #expect(!unit.names.isEmpty)
    }
    // A name leads to one unit only.
    let names = file.units.values.flatMap { $0.names.map { $0.lowercased() } }
    #expect(names.count == Set(names).count, "\(names.sorted())")
  }

  @Test func everyUnitOfTheStartersPriceBooksIsKnown() throws {
    let units = try strings("ar").units
    for name in ["prices.csv", "prices-eu.csv", "prices-gb.csv", "prices-mx.csv"] {
      let book = PriceBook.read(
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: Repository.path("Templates/office/\(name)"))))
      ).value
      for entry in book.entries { #expect(units.name(of: entry.unit, for: decimal(3)) != entry.unit, "\(entry.unit)") }
    }
  }

  @Test func faultsHaveTheirPlaces() throws {
    let english = WordsFile(
      "item: Given\nunits:\n  hour: { names: [hour], one: hour, other: hours }\n", file: "en.yaml", language: "en",
      known: nil)
    let words = """
      item: Donné
      units:
        hour: { names: heure, one: heure, few: heures }
        day: { names: [jour], other: PAID }
        week: semaine
        month: { names: [mois], other: [mois] }

      """
    let faults = WordsFile(words, file: "fr.yaml", language: "fr", known: english).faults
    #expect(
      faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" } == [
        "3:18 names: must be a list, not \"heure\"",
        "3:42 \"few\" is no plural form of this language",
        "3:9 hour: has no word for other",
        "4:32 \"PAID\" says that something was paid",
        "4:8 day: has no word for other",
        "5:9 here must be keys and values, not \"semaine\"",
        "6:34 here must be a word, not a list",
        "6:10 month: has no word for other",
      ])
  }

  @Test func aMissingUnitIsAWarning() throws {
    let english = WordsFile(
      "item: Given\nunits: { hour: { names: [hour], one: hour, other: hours } }\n", file: "en.yaml", language: "en",
      known: nil)
    let german = WordsFile("item: Gegeben\n", file: "de.yaml", language: "de", known: english)
    let strings = Strings(german, english: english, language: "de", file: "de.yaml")
    #expect(strings.faults.isEmpty)
    #expect(strings.warnings.map(\.message) == ["units: has no hour; the paper shows it as the price book has it"])
    #expect(strings.units.name(of: "hour", for: decimal(2)) == "hour")
    #expect(strings.units.hours(in: "hour") == .one)
  }
}
