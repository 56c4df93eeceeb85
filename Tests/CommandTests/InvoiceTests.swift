import Foundation
import TestTools
import Testing

/// `billing-office invoice`: where papers go, what they are called, and what they show.
@Suite struct InvoiceTests {
  @Test func anOrderBecomesADraft() throws {
    let shell = try Shell()
    let run = try shell.draft("order.csv")
    #expect(run.status == 0)
    #expect(run.output == "output/order-draft.pdf\n")
    #expect(run.errors.isEmpty)
    #expect(shell.listing.filter { $0.hasSuffix(".pdf") || $0.contains(".part") } == ["office/output/order-draft.pdf"])
    let text = try shell.drawnText("output/order-draft.pdf")
    for piece in ["Riverside Commons", "November 20, 2026", "DRAFT", "VOID BY SOLIDARITY", "$198.18"] {
      #expect(text.contains(piece), "\(piece) is not on the paper")
    }
    #expect(try shell.type(["ledger", "list"]).errors.contains("there is no ledger here yet"))
  }

  @Test func theOfficeIsNamedOrTheNearestAbove() throws {
    let shell = try Shell()
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

  @Test func quietSaysNothingButThePaths() throws {
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
