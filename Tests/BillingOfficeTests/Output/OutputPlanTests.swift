import Foundation
import Ledger
import TestTools
import Testing

@testable import BillingOffice

@Suite struct OutputPlanTests {
  private func plan(
    _ output: String? = nil, split: Bool = false, numbers: [String] = [], keys: [String?], order: String = "a/order.csv"
  ) throws -> OutputPlan {
    let all = numbers.compactMap { EntryNumber("RIVER-A7K2-\($0)") }.map { PaperNumber($0, seal: "9JX3NQ6TKM") }
    return try OutputPlan.make(
      output: output, usual: "/office/output", isSplit: split, numbers: all.isEmpty ? .drafts : .numbered(all),
      keys: keys,
      order: order)
  }

  @Test func oneInvoiceIsCalledByItsNumberOrItsOrder() throws {
    #expect(try plan(keys: [nil]).files.map(\.path) == ["/office/output/order-draft.pdf"])
    #expect(try plan(numbers: ["000001"], keys: [nil]).files.map(\.path) == ["/office/output/RIVER-A7K2-000001.pdf"])
    #expect(
      try plan(split: true, numbers: ["000001"], keys: ["7"]).files.map(\.path) == [
        "/office/output/RIVER-A7K2-000001.pdf"
      ])
    #expect(try plan("/x", keys: [nil]).files.map(\.path) == ["/x/order-draft.pdf"])
    #expect(try plan("/x/y.PDF", keys: [nil]).files.map(\.path) == ["/x/y.PDF"])
  }

  @Test func manyGoIntoOneFile() throws {
    let plan = try plan(keys: ["1", "2", "3"])
    #expect(plan.files.map(\.path) == ["/office/output/order-draft.pdf"])
    #expect(plan.files.map(\.invoices) == [0..<3])
    #expect(
      try self.plan(numbers: ["000001", "000002"], keys: ["1", "2"]).files.map(\.path) == [
        "/office/output/RIVER-A7K2-000001-to-RIVER-A7K2-000002.pdf"
      ])
  }

  @Test func splitFilesNeverShareAName() throws {
    let plan = try plan(split: true, keys: ["a b", "A/B", "../x", "…", "…", String(repeating: "k", count: 99)])
    let names = plan.files.map { URL(fileURLWithPath: $0.path).lastPathComponent }
    #expect(
      names == [
        "order-a-b-draft.pdf", "order-A-B-draft-2.pdf", "order-x-draft.pdf", "order-x-draft-4.pdf",
        "order-x-draft-5.pdf",
        "order-\(String(repeating: "k", count: 60))-draft.pdf",
      ])
    #expect(plan.files.allSatisfy { $0.path.hasPrefix("/office/output/order-") })
    #expect(plan.files.map(\.invoices.count) == [1, 1, 1, 1, 1, 1])
  }

  @Test func oneFileCannotBeSplit() {
    let fault = #expect(throws: Diagnostics.self) { try plan("x.pdf", split: true, keys: ["1", "2"]) }
    #expect(fault?.all.first?.kind == .usage)
    #expect(fault?.all.first?.message == "--split makes a file for each invoice, and --output names one file")
  }

  @Test func tellsOfEverythingInTheWay() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "order-1-draft.pdf")
    try scratch.write("", to: "order-3-draft.pdf/x")
    let plan = try plan(scratch.folder.path, split: true, keys: ["1", "2", "3"])
    func told(force: Bool) -> [String] {
      plan.obstacles(force: force).map { "\($0.file?.suffix(17) ?? ""): \($0.message)" }
    }
    #expect(
      told(force: false) == [
        "order-1-draft.pdf: this file is there already", "order-3-draft.pdf: there is a folder of this name",
      ])
    #expect(told(force: true) == ["order-3-draft.pdf: there is a folder of this name"])
    #expect(plan.obstacles(force: false).allSatisfy { $0.kind == .cannotWrite })
  }

  @Test func aFaultyOrderIsJudgedByItsFolderOnly() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "order-draft.pdf")
    #expect(try plan(scratch.folder.path, keys: []).obstacles(force: false).isEmpty)
    let below = try plan(scratch.path("order-draft.pdf/x"), keys: []).obstacles(force: false)
    #expect(below.map(\.message) == ["this is a file, not a folder"])
  }
}
