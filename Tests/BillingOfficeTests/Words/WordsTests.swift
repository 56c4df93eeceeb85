import Layout
import Templating
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct WordsTests {
  @Test func listsReadAsSentences() {
    #expect(String.didYouMean([]) == nil)
    #expect(String.didYouMean(["a"]) == "did you mean \"a\"?")
    #expect(String.didYouMean(["a", "b"]) == "did you mean \"a\" or \"b\"?")
    #expect(String.quotedList(["a", "b", "c"], last: "and") == "\"a\", \"b\" and \"c\"")
    #expect(String.quotedList([], last: "and") == "")
  }

  @Test func yamlAndKeys() throws {
    let fault = #expect(throws: YAMLFault.self) { try YAMLNode.read("a: \"b", file: "x.yaml") }
    #expect(Diagnostic.of(try #require(fault)).description.hasPrefix("x.yaml:1:"))
    #expect(
      Diagnostic(KeyFact.unknown("nmae", known: ["name", "place"]), file: "x.yaml", line: 3, column: 2).description
        == "x.yaml:3:2: error: there is no such key as \"nmae\"\n  → did you mean \"name\"?")
  }

  @Test func faultsAreGathered() {
    var faults = Faults()
    let one: Int? = faults.collect { () throws(Diagnostics) in throw Diagnostics(UnexpectedFact("one")) }
    let two: Int? = faults.collect { () throws(Diagnostics) in throw Diagnostics(UnexpectedFact("two")) }
    #expect(one == nil && two == nil)
    #expect(faults.collect { () throws(Diagnostics) in 3 } == 3)
    faults.add([Diagnostic(UnexpectedFact("three"), .warning)])
    #expect(faults.all.map(\.message) == ["one", "two", "three"])
    #expect(throws: Diagnostics(faults.all)) { try faults.check() }
    var warnings = Faults()
    warnings.add([Diagnostic(UnexpectedFact("only"), .warning)])
    #expect(!warnings.hasErrors)
    #expect(throws: Never.self) { try warnings.check() }
  }

  @Test func aDiagnosticNamesAsMuchOfItsPlaceAsIsKnown() {
    let (plain, hinted) = (UnexpectedFact("m"), FileFact.isFolder)
    #expect(Diagnostic(plain).description == "error: m")
    #expect(
      Diagnostic(hinted, .warning, file: "f").description
        == "f: warning: this is a folder, not a file\n  → name the file inside it")
    #expect(Diagnostic(plain, file: "f", line: 2).description == "f:2: error: m")
    #expect(Diagnostic(plain, file: "f", line: 2, column: 3).description == "f:2:3: error: m")
    #expect(Diagnostic(plain, context: .firstOn("A-1")).description == "error: m, first on A-1")
    #expect(Diagnostic(plain, context: .onPaper("A5")).description == "error: m, on A5")
  }
}
