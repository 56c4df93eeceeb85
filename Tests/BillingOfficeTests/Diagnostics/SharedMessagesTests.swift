import Layout
import Templating
import Testing

@testable import BillingOffice

@Suite struct SharedMessagesTests {
  @Test func listsReadAsSentences() {
    #expect(String.didYouMean([]) == nil)
    #expect(String.didYouMean(["a"]) == "did you mean \"a\"?")
    #expect(String.didYouMean(["a", "b"]) == "did you mean \"a\" or \"b\"?")
    #expect(String.quotedList(["a", "b", "c"], last: "and") == "\"a\", \"b\" and \"c\"")
    #expect(String.quotedList([], last: "and") == "")
  }

  @Test func yamlAndKeys() throws {
    let fault = #expect(throws: YAMLFault.self) { try YAMLNode.read("a: \"b", file: "x.yaml") }
    #expect(Diagnostic.notYAML(try #require(fault)).description.hasPrefix("x.yaml:1:"))
    #expect(
      Diagnostic.unknownKey("nmae", known: ["name", "place"], file: "x.yaml", 3, 2).description
        == "x.yaml:3:2: error: there is no such key as \"nmae\"\n  → did you mean \"name\"?")
  }

  @Test func faultsAreGathered() {
    var faults = Faults()
    let one: Int? = faults.collect { () throws(Diagnostics) in throw Diagnostics(message: "one") }
    let two: Int? = faults.collect { () throws(Diagnostics) in throw Diagnostics(message: "two") }
    #expect(one == nil && two == nil)
    #expect(faults.collect { () throws(Diagnostics) in 3 } == 3)
    faults.add([Diagnostic(.warning, message: "three")])
    #expect(faults.all.map(\.message) == ["one", "two", "three"])
    #expect(throws: Diagnostics(faults.all)) { try faults.check() }
    var warnings = Faults()
    warnings.add([Diagnostic(.warning, message: "only")])
    #expect(!warnings.hasErrors)
    #expect(throws: Never.self) { try warnings.check() }
  }

  @Test func aDiagnosticNamesAsMuchOfItsPlaceAsIsKnown() {
    #expect(Diagnostic(message: "m").description == "error: m")
    #expect(Diagnostic(.warning, file: "f", message: "m", hint: "h").description == "f: warning: m\n  → h")
    #expect(Diagnostic(file: "f", line: 2, message: "m").description == "f:2: error: m")
    #expect(Diagnostic(file: "f", line: 2, column: 3, message: "m").description == "f:2:3: error: m")
  }
}
