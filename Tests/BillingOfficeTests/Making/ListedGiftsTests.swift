import Bookkeeping
import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// Lists in place of tables: what was understood is shown before it is recorded, and nobody's name is kept.
@Suite struct ListedGiftsTests {
  private let office: TestOffice

  init() throws { office = try TestOffice() }

  private func make(_ list: String? = nil, understood: @escaping @Sendable ([String]) -> Void = { _ in }) throws
    -> PrintedPapers
  {
    if let list { try office.scratch.write(list, to: "office/list.txt") }
    let path = office.path("list.txt")
    var request = GiftRequest(
      InvoiceKind(), .order(path), output: OutputWish(office.path("x.txt"), format: .text, force: true),
      recordedAt: TestOffice.moment, issued: try #require(TestOffice.issued))
    request.mayRepeat = true
    request.isMeant = true
    var observer = Observer()
    observer.understood = understood
    return try office.office.make(request, observer)
  }

  @Test func aChatBecomesAnInvoice() throws {
    let told = Told()
    let papers = try make(
      "[28/11/26, 18:04:11] Ana: 2x bread, whole wheat\n[28/11/26, 18:05:40] Bob: 1.5h tutoring\n",
      understood: { told.add($0) })
    #expect(papers.numbers.count == 1)
    #expect(told.lines.first?.hasPrefix("2 lb bread, whole wheat · ") == true && told.lines.count == 3, "\(told.lines)")
    let text = String(decoding: try office.bytes("x.txt"), as: UTF8.self)
    #expect(text.contains("Tutoring") && !text.contains("Ana") && !text.contains("Bob"))
    let entry = try #require(try office.office.ledger.newest(1).entries.first)
    #expect(!"\(entry)".contains("Ana"))
  }

  /// A line that names nothing is told with its place, and nothing is recorded.
  @Test func whatIsNotClearIsToldByItsLine() throws {
    try office.scratch.write("2x bread, whole wheat\nthank you!\n", to: "office/list.txt")
    try office.refuses(
      .data,
      """
      list.txt:2: error: no item called "thank you!" in the price book
        → add it there, with its price, source and date
      """
    ) { _ = try make() }
    try office.scratch.write(
      "Dear all\nit was a lovely market\nthank you\n2x bread, whole wheat", to: "office/list.txt")
    try office.refuses(
      .data,
      """
      list.txt:1: error: there is no column called "item"
        → name it in the first line; each row says in it what is given
      list.txt:1: error: there is no column called "quantity"
        → name it in the first line, as in item,quantity, above rows such as bread,2; or write a list of lines such as 2x bread
      """
    ) { _ = try make() }
    #expect(try office.told(.noInput) { _ = try office.office.ledger.newest(1) }.contains("no ledger here yet"))
  }

  private final class Told: @unchecked Sendable {
    private(set) var lines: [String] = []
    func add(_ lines: [String]) { self.lines += lines }
  }
}
