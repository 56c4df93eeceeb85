import Foundation
import Ledger
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct OutputPlanTests {
  private func plan(_ output: String? = nil, split: Bool = false, keys: [String?], order: String = "a/order.csv") throws
    -> OutputPlan
  {
    try OutputPlan.make(
      .gifts(keys: keys, order: order, areOnSheets: false), OutputWish(output, isSplit: split), usual: "/office/output")
  }

  private func paths(_ plan: OutputPlan, _ numbers: [String] = []) -> [String] {
    let all = numbers.compactMap { EntryNumber("RIVER-A7K2-\($0)") }.map { PaperNumber($0, seal: "9JX3NQ6TKM") }
    return plan.files.map { plan.path(of: $0, all.isEmpty ? .drafts : .numbered(all)) }
  }

  @Test func oneInvoiceIsCalledByItsNumberOrItsOrder() throws {
    #expect(try paths(plan(keys: [nil])) == ["/office/output/order-draft.pdf"])
    #expect(try paths(plan(keys: [nil]), ["000001"]) == ["/office/output/RIVER-A7K2-000001.pdf"])
    #expect(
      try paths(plan(split: true, keys: ["7"]), ["000001"]) == [
        "/office/output/RIVER-A7K2-000001.pdf"
      ])
    #expect(try paths(plan("/x", keys: [nil])) == ["/x/order-draft.pdf"])
    #expect(try paths(plan("/x/y.PDF", keys: [nil])) == ["/x/y.PDF"])
  }

  @Test func manyGoIntoOneFile() throws {
    let plan = try plan(keys: ["1", "2", "3"])
    #expect(paths(plan) == ["/office/output/order-draft.pdf"])
    #expect(plan.files.map(\.papers) == [0..<3])
    #expect(
      try paths(self.plan(keys: ["1", "2"]), ["000001", "000002"]) == [
        "/office/output/RIVER-A7K2-000001-to-RIVER-A7K2-000002.pdf"
      ])
  }

  @Test func splitFilesNeverShareAName() throws {
    let plan = try plan(split: true, keys: ["a b", "A/B", "../x", "…", "…", String(repeating: "k", count: 99)])
    let names = paths(plan).map { URL(fileURLWithPath: $0).lastPathComponent }
    #expect(
      names == [
        "order-a-b-draft.pdf", "order-A-B-draft-2.pdf", "order-x-draft.pdf", "order-x-draft-4.pdf",
        "order-x-draft-5.pdf",
        "order-\(String(repeating: "k", count: 60))-draft.pdf",
      ])
    #expect(paths(plan).allSatisfy { $0.hasPrefix("/office/output/order-") })
    #expect(plan.files.map(\.papers.count) == [1, 1, 1, 1, 1, 1])
  }

  @Test func oneFileCannotBeSplit() {
    let fault = #expect(throws: Diagnostics.self) { try plan("x.pdf", split: true, keys: ["1", "2"]) }
    #expect(fault?.all.first?.kind == .usage)
    #expect(fault?.all.first?.message == "a file for each invoice is asked for, and one file is named")
  }

  @Test func tellsOfEverythingInTheWay() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "order-1-draft.pdf")
    try scratch.write("", to: "order-3-draft.pdf/x")
    let plan = try plan(scratch.folder.path, split: true, keys: ["1", "2", "3"])
    func told(force: Bool) -> [String] {
      plan.obstacles(force: force, .drafts).map { "\($0.file?.suffix(17) ?? ""): \($0.message)" }
    }
    #expect(
      told(force: false) == [
        "order-1-draft.pdf: this file is there already", "order-3-draft.pdf: there is a folder of this name",
      ])
    #expect(told(force: true) == ["order-3-draft.pdf: there is a folder of this name"])
    #expect(plan.obstacles(force: false, .drafts).allSatisfy { $0.kind == .cannotWrite })
  }

  @Test func aFaultyOrderIsJudgedByItsFolderOnly() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "order-draft.pdf")
    #expect(try plan(scratch.folder.path, keys: []).obstacles(force: false, .drafts).isEmpty)
    let below = try plan(scratch.path("order-draft.pdf/x"), keys: []).obstacles(force: false, .drafts)
    #expect(below.map(\.message) == ["this is a file, not a folder"])
  }
}
