import OfficeFixtures
import Synchronization
import Testing

@testable import BillingOffice
@testable import Papers

/// What is typed on the spot: what is understood, what is asked about, what is refused.
@Suite struct GiveTests {
  private let office: TestOffice

  init() throws { office = try TestOffice() }

  /// Gives, and says what was understood.
  private func give(_ words: String, isMeant: Bool = false, locale: String? = nil) throws -> [String] {
    let said = Mutex<[String]>([])
    var observer = Observer()
    observer.understood = { lines in said.withLock { $0 += lines } }
    var request = GiftRequest(
      ReceiptKind(), .words(words.split(separator: " ").map(String.init)),
      look: PaperLook(paper: "58mm", locale: locale),
      recordedAt: TestOffice.moment, issued: try #require(TestOffice.issued))
    request.isMeant = isMeant
    _ = try office.office.make(request, observer)
    return said.withLock { $0 }
  }

  private func recorded() throws -> [String] {
    try office.office.ledger.newest(9).entries.reversed().flatMap { entry in
      entry.lines.map { "\($0.figures.content?.quantity.description ?? "") \($0.texts.content?.item ?? "")" }
    }
  }

  @Test func whatIsUnderstoodIsSaid() throws {
    #expect(try give("eggs large 12") == ["12 dozen eggs, large · $26.29 · you owe 0"])
    #expect(try give("1.5h bicycle repair") == ["1.5 hours bicycle repair · $29.10 · you owe 0"])
    // An hour and its minutes are never thirty hours.
    #expect(try give("1h15 bicycle repair") == ["1.25 hours bicycle repair · $24.25 · you owe 0"])
    #expect(try give("bicycle repair 1h 30min") == ["1.5 hours bicycle repair · $29.10 · you owe 0"])
    #expect(
      try give("2 rice eggs") == [
        "2 lb rice · $2.14", "1 dozen eggs, large · $2.19", "together $4.33 · you owe 0",
      ])
    #expect(try give("2 rice", locale: "de-DE") == ["2 lb Rice · 2,14\u{A0}$ · you owe 0"])
    #expect(
      try recorded() == [
        "12 Eggs, large", "1.5 Bicycle repair", "1.25 Bicycle repair", "1.5 Bicycle repair", "2 Rice", "1 Eggs, large",
        "2 Rice",
      ])
  }

  @Test(arguments: [
    ("rice 101", "101 lb of \"Rice\", USD 108.17: more than 100"),
    ("25 h bicycle repair", "25 hours of \"Bicycle repair\", USD 485.00: more than 24 hours"),
    ("11 rent", "11 months of \"Rent, one month\", USD 14883.00: more than 10 times what \"Rent, one month\" costs"),
    ("rice 2 eggs 1 rice 3", "3 lb of \"Rice\", USD 3.21: the same item twice"),
  ])
  func whatIsHardToBelieveIsRecordedOnlyWhenMeant(words: String, doubt: String) throws {
    try office.refuses(.usage, "error: \(doubt)\n  → look at the quantity and the item; if it is meant, say so") {
      _ = try give(words)
    }
    #expect(try give(words, isMeant: true).last?.hasSuffix("you owe 0") == true)
  }

  @Test(arguments: ["rice 100", "24 h bicycle repair", "10 rent"])
  func whatPeopleGiveIsBelieved(words: String) throws {
    #expect(try give(words).count == 1)
  }

  @Test func whatIsNotClearIsRefused() throws {
    try office.refuses(
      .data,
      """
      error: it cannot be told what "3" belongs to
        → write every number behind its item, such as: bread 2 eggs 1; or every one before it: 2 bread 1 eggs
      """
    ) { _ = try give("2 rice 3") }
    try office.refuses(
      .data, "error: \"Rice\" is priced by the lb, not by the hours\n  → write how many lb it is"
    ) { _ = try give("3 hours rice") }
    try office.refuses(
      .data,
      """
      error: "haircut" may be "Haircut, women's" or "Haircut, men's"
        → write the whole name, or a part of it that fits one item only
      """
    ) { _ = try give("haircut") }
  }

  @Test func itemsAreListed() throws {
    let all = try office.office.items(fitting: [])
    #expect(all.count > 50)
    let found = try office.office.items(fitting: ["repair", "bic"])
    #expect(
      found == [
        ListedItem(
          item: "Bicycle repair", unit: "hour", price: "$19.40", plainPrice: "19.40 USD", category: "repair",
          checked: found.first?.checked ?? "")
      ])
    try office.refuses(
      .data,
      """
      error: no item called "bicicle" in the price book
        → did you mean "Bicycle repair" or "Rice"?
      """
    ) { _ = try office.office.items(fitting: ["bicicle"]) }
  }
}
