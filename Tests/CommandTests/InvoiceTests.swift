import Foundation
import TestTools
import Testing

/// `billing-office invoice`: where papers go, and what is said about them.
@Suite struct InvoiceTests {
  @Test(.slow) func quietSaysNothingButThePaths() throws {
    let shell = try Shell([
      "office.yaml": try OfficeFiles.settings([("en-US", "sw-KE")]), "long.csv": OfficeFiles.batch(60),
    ])
    let loud = try shell.draft("long.csv")
    #expect(loud.errors.contains("sw.yaml: warning: there are no words in this language yet; the paper is in English"))
    #expect(loud.errors.contains("60 of 60 invoices\n"))
    let quiet = try shell.draft("long.csv", "--quiet", "--force")
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == "output/long-draft.pdf\n")
    // The office is the one that is named, or the nearest above; a path is written as from where somebody stands.
    let named = try shell.draft("office/order.csv", "--office", "office", "--quiet", in: "")
    #expect(named.output == "office/output/order-draft.pdf\n")
    try shell.scratch.write("item,quantity\nRice,2\n", to: "office/nights/first/tonight.csv")
    let above = try shell.draft("tonight.csv", in: "office/nights/first")
    #expect(above.output == shell.path("output/tonight-draft.pdf\n"))
  }
}
