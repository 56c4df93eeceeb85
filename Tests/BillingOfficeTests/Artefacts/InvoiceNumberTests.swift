import Testing

@testable import BillingOffice

@Suite struct InvoiceNumberTests {
  @Test(arguments: ["R-2026-000001", "7", "A", "RIVER-A-1", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"])
  func takesPlainNumbers(text: String) {
    #expect(InvoiceNumber(text)?.description == text)
  }

  @Test(arguments: [
    "", "r-1", "R 1", "R/1", "-R1", "R1-", "Ä1", "R_1", "R-１", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456", "R\n",
  ])
  func refusesOthers(text: String) {
    #expect(InvoiceNumber(text) == nil)
  }

  @Test func countsUpAndKeepsItsWidth() {
    func later(_ first: String, _ offset: Int) -> String? { InvoiceNumber(first)?.advanced(by: offset)?.description }
    #expect(later("R-2026-000001", 0) == "R-2026-000001")
    #expect(later("R-2026-000001", 99) == "R-2026-000100")
    #expect(later("R-099", 1) == "R-100")
    #expect(later("R-99", 1) == "R-100")
    #expect(later("7", 5) == "12")
    #expect(later("RIVER", 0) == "RIVER")
    #expect(later("RIVER", 1) == nil)
    #expect(later("R1A", 1) == nil)
    #expect(later("R-9223372036854775807", 1) == nil)
    #expect(later("R-99999999999999999999", 1) == nil)
    #expect(later("R-1", -1) == nil)
    // The figures would become too many.
    #expect(later("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDE9", 1) == nil)
  }

  @Test func aBatchIsNumberedBeforeAnythingIsPrinted() throws {
    let issued = try #require(TestOffice.issued)
    func numbers(_ first: String?, _ count: Int) throws -> [String?] {
      let numbers = try InvoiceRequest(order: "", firstNumber: first, issued: issued).numbers(for: count)
      return (0..<count).map { numbers[$0]?.description }
    }
    #expect(try numbers(nil, 2) == [nil, nil])
    #expect(try numbers("R-09", 3) == ["R-09", "R-10", "R-11"])
    for (first, message) in [
      ("r 1", "\"r 1\" cannot be a number: it may hold A–Z, 0–9 and - only, 32 at most"),
      ("RIVER", "\"RIVER\" cannot count up to 3 invoices"), ("PAID-1", "\"PAID-1\" says that something was paid"),
    ] {
      let fault = #expect(throws: Diagnostic.self) { try numbers(first, 3) }
      #expect(fault?.message == message)
      #expect(fault?.kind == .usage)
    }
  }
}
