import Foundation
import TestTools
import Testing

/// `billing-office invoice`: where papers go, and what is said about them.
@Suite struct InvoiceTests {
  @Test(.slow) func theOfficeIsNamedOrTheNearestAbove() throws {
    let shell = try Shell()
    let here = try shell.draft("order.csv", "--output", "here")
    #expect(here.status == 0 && here.output == "here/order-draft.pdf\n" && here.errors.isEmpty, "\(here.errors)")
    #expect(shell.listing.filter { $0.hasSuffix(".pdf") || $0.contains(".part") } == ["office/here/order-draft.pdf"])
    try shell.scratch.write("item,quantity\nRice,2\n", to: "office/nights/first/tonight.csv")
    let run = try shell.draft("tonight.csv", in: "office/nights/first")
    #expect(run.output.hasSuffix("/office/output/tonight-draft.pdf\n"))
    #expect(
      try shell.draft("office/order.csv", "--office", "office", in: "").output == "office/output/order-draft.pdf\n")
    try shell.refuses(
      ["invoice", "office/order.csv"], 66,
      """
      error: no office here: there is no office.yaml in this folder or above it
        → begin one with: billing-office new my-market, or name one with --office DIR
      """, in: "")
    try shell.refuses(
      ["check", "--office", "nowhere"], 66,
      """
      nowhere: error: there is no office.yaml in this folder
        → begin an office with: billing-office new nowhere
      """, in: "")
  }

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
  }
}
