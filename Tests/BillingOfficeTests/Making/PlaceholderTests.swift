import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// What an office still says as the starter office does is told before it stands on many papers.
@Suite struct PlaceholderTests {
  private static let advice =
    "  → write your own before you print for a market; where the ledger has no site, write ledger: none"

  private func checked(_ office: TestOffice) throws -> String {
    office.told(office.office.check(CheckRequest(issued: try #require(TestOffice.issued))).faults)
  }

  @Test(.slow) func theFirstPaperTellsAndIsMadeAllTheSame() throws {
    let office = try TestOffice()
    let told = """
      office.yaml:2:7: warning: this is still the starter office's: the name "Riverside Commons", the code RIVER, the \
      ledger's address https://ledger.example.org
      \(Self.advice)
      """
    #expect(try office.print().warnings.isEmpty)
    let first = try office.print(isRecorded: true)
    #expect(first.paths.count == 1 && office.told(first.warnings) == told)
    #expect(try office.print(isRecorded: true).warnings.isEmpty)
    #expect(try checked(office) == told)
  }

  @Test(arguments: [
    (
      [("Riverside Commons", "Ours"), ("code: RIVER", "code: OURS")], "9:8",
      "the ledger's address https://ledger.example.org"
    ),
    (
      [("Riverside Commons", "Ours"), ("example.org ", "example.org:8080/ours ")], "12:7",
      "the code RIVER, the ledger's address https://ledger.example.org:8080/ours"
    ),
    (
      [("ledger:\n  url: https://ledger.example.org ", "ledger: none "), ("code: RIVER", "code: OURS")], "2:7",
      "the name \"Riverside Commons\""
    ),
  ]) func onlyWhatIsLeftIsTold(changes: [(String, String)], place: String, left: String) throws {
    let office = try TestOffice(["office.yaml": try OfficeFiles.settings(changes)])
    #expect(
      try checked(office) == """
        office.yaml:\(place): warning: this is still the starter office's: \(left)
        \(Self.advice)
        """)
  }

  @Test func anOfficeOfItsOwnIsToldNothing() throws {
    let office = try TestOffice([
      "office.yaml": try OfficeFiles.settings([
        ("Riverside Commons", "Ours"), ("code: RIVER", "code: OURS"), ("ledger.example.org", "ours.example.org"),
      ])
    ])
    #expect(try checked(office).isEmpty)
    #expect(try office.print(isRecorded: true).warnings.isEmpty)
  }
}
