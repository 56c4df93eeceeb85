import Bookkeeping
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct StringsTests {
  private func read(_ language: String, _ files: [String: String]) throws -> (Strings, [String], [String]) {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(text, to: "Templates/strings/\(name)") }
    try scratch.write("", to: "office/office.yaml")
    let office = try Office.open(
      named: scratch.path("office"), from: "/",
      installation: Installation(root: scratch.folder.path, cache: "", state: ""))
    let strings = try office.strings(language)
    func told(_ all: [Diagnostic]) -> [String] {
      all.map { $0.description.replacingOccurrences(of: scratch.path("Templates/strings") + "/", with: "") }
    }
    return (strings, told(strings.warnings), told(strings.faults))
  }

  @Test func theProgramsOwnWordsAreInOrder() throws {
    let office = try TestOffice().office
    for language in OfferedLanguage.all {
      let strings = try office.strings(language.code)
      #expect(strings.faults.isEmpty && strings.warnings.isEmpty)
    }
  }

  @Test func aTranslationStandsBeforeEnglish() throws {
    let (strings, warnings, faults) = try read("es", ["en.yaml": "item: Given\nunit: Unit", "es.yaml": "item: Dado"])
    #expect(strings.words == ["item": "Dado", "unit": "Unit"])
    #expect(strings.shape.names == ["item", "unit"])
    #expect(
      warnings == ["es.yaml: warning: unit: is missing; the paper shows it in English\n  → add a line unit: …"])
    #expect(faults.isEmpty)
  }

  @Test func aLanguageWithoutWordsIsEnglishWithAWarning() throws {
    let (strings, warnings, faults) = try read("sw", ["en.yaml": "item: Given"])
    #expect(strings.words["item"] == "Given")
    #expect(
      warnings == [
        """
        sw.yaml: warning: there are no words in this language yet; the paper is in English
          → copy en.yaml to sw.yaml and translate it
        """
      ])
    #expect(faults.isEmpty)
  }

  @Test func everyFaultIsToldWithItsPlace() throws {
    let (strings, _, faults) = try read(
      "es", ["en.yaml": "item: Given\nunit: Unit\nnumber: [1]", "es.yaml": "itme: Dado\nunit: \"PAGADO\"\nitem:"])
    #expect(
      faults == [
        "en.yaml:3:9: error: number: must be a text, not a list\n  → write the words behind number:",
        "es.yaml:1:1: error: there is no such key as \"itme\"\n  → did you mean \"item\"?",
        """
        es.yaml:2:7: error: "PAGADO" says that something was paid
          → these papers must never pass for a bill or ask for money; take it out
        """, "es.yaml:3:6: error: item: must be a text, not nothing\n  → write the words behind item:",
      ])
    #expect(strings.words["item"] == "Given")
    #expect(strings.written.map(\.mark.line) == [1, 1, 2])
  }

  @Test(arguments: [
    (nil, "en.yaml: error: there is no such file"), ("", "en.yaml:1:1: error: this file must hold names and words"),
    ("- a", "en.yaml:1:1: error: this file must hold names and words"),
    ("a: \"b", "en.yaml:1:6: error: this is not YAML: found unexpected end of stream"),
  ])
  func withoutEnglishThereAreNoWords(text: String?, message: String) throws {
    let fault = #expect(throws: Diagnostics.self) { try read("es", text.map { ["en.yaml": $0] } ?? [:]) }
    #expect(fault?.all.count == 1)
    #expect(fault?.all.first.map { "\($0)".contains("/\(message)\n") } == true, "\(fault?.all ?? [])")
  }

  /// An office may say things its own way, and in a language that the program does not offer.
  @Test func theOfficesOwnWordsComeOverTheProgramsOwn() throws {
    let changed = try TestOffice([
      "strings/en.yaml": "item: What was given\n", "strings/sw.yaml": "item: Kilichotolewa\n",
      "strings/es.yaml": "units: { hour: { names: [hora], one: horita, many: de horitas, other: horitas } }\n",
    ])
    let (own, plain) = (changed.office, try TestOffice())
    let usual = plain.office
    #expect(try own.strings("en-US").words["item"] == "What was given")
    #expect(try own.strings("en").words["unit"] == usual.strings("en").words["unit"])
    #expect(try own.strings("sw-KE").words["item"] == "Kilichotolewa")
    #expect(try own.strings("es").units.name(of: "hora", for: ExactDecimal(1)) == "horita")
    #expect(
      try own.strings("es").faults.isEmpty && own.strings("es").words["item"] == usual.strings("es").words["item"])
    // What makes a paper void is not among the words.
    let claim = try TestOffice(["strings/en.yaml": "item: PAID IN FULL\n"])
    #expect(try claim.office.strings("en").faults.count == 1)
    withExtendedLifetime((changed, plain, claim)) {}
  }
}
