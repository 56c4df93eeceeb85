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

  /// Names of our own making are no longer than a file's may be; what somebody named is told where it is.
  @Test func longNamesAreShortened() throws {
    for letter in ["x", "ж", "車", "👩‍🌾"] {
      let order = String(repeating: letter, count: 250 / letter.utf8.count) + ".csv"
      let keys = (1...3).map { "\($0)" + String(repeating: letter == "👩‍🌾" ? "k" : letter, count: 200) }
      for path in try paths(plan(keys: [nil], order: order)) + paths(plan(split: true, keys: keys, order: order)) {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        #expect(name.utf8.count <= 230 && name.hasSuffix("-draft.pdf"), "\(name.utf8.count): \(name)")
      }
      #expect(Set(try paths(plan(split: true, keys: keys, order: order))).count == 3)
    }
    let scratch = try Scratch()
    let long = scratch.path(String(repeating: "ж", count: 130) + ".pdf")
    #expect(try plan(long, keys: [nil]).obstacles(.everything, nil).map { $0.fact as? OutputFact } == [.nameTooLong])
    #expect(
      try plan(scratch.path(String(repeating: "x", count: 250) + ".pdf"), keys: [nil]).obstacles(.everything, nil)
        .isEmpty)
  }

  /// A link to nothing is no free name, and no folder.
  @Test func linksToNothingAreTold() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(atPath: scratch.path("a.pdf"), withDestinationPath: "/nowhere/a.pdf")
    try FileManager.default.createSymbolicLink(atPath: scratch.path("out"), withDestinationPath: "/nowhere")
    for path in ["a.pdf", "out", "out/deep/b.pdf"] {
      let faults = try plan(scratch.path(path), keys: [nil]).obstacles(.nothing, nil)
      #expect(faults.map { $0.fact as? OutputFact } == [.linkToNothing], "\(faults)")
    }
    #expect(try plan(scratch.path("a.pdf"), keys: [nil]).obstacles(.everything, nil).isEmpty)
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
      plan.obstacles(force ? .everything : .nothing, .drafts).map { "\($0.file?.suffix(17) ?? ""): \($0.message)" }
    }
    #expect(
      told(force: false) == [
        "order-1-draft.pdf: this file is there already", "order-3-draft.pdf: there is a folder of this name",
      ])
    #expect(told(force: true) == ["order-3-draft.pdf: there is a folder of this name"])
    #expect(plan.obstacles(.nothing, .drafts).allSatisfy { $0.kind == .cannotWrite })
  }

  @Test func aFaultyOrderIsJudgedByItsFolderOnly() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "order-draft.pdf")
    #expect(try plan(scratch.folder.path, keys: []).obstacles(.nothing, .drafts).isEmpty)
    let below = try plan(scratch.path("order-draft.pdf/x"), keys: []).obstacles(.nothing, .drafts)
    #expect(below.map(\.message) == ["this is a file, not a folder"])
  }
}
