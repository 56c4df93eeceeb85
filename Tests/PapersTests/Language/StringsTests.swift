import TestTools
import Testing

@testable import BillingOffice

@Suite struct StringsTests {
  private func read(_ language: String, _ files: [String: String]) throws -> (Strings, [String], [String]) {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(text, to: name) }
    let strings = try Strings.read(language: language, folder: scratch.folder.path)
    func told(_ all: [Diagnostic]) -> [String] {
      all.map { $0.description.replacingOccurrences(of: scratch.folder.path + "/", with: "") }
    }
    return (strings, told(strings.warnings), told(strings.faults))
  }

  @Test func theProgramsOwnWordsAreInOrder() throws {
    for language in ["en", "es", "fr", "de", "ar"] {
      let strings = try Strings.read(language: language, folder: Repository.path("Templates/strings"))
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
}
