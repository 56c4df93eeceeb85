import Foundation
import Ledger
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// A board that is kept up to date gift by gift says what one says that goes through the whole ledger.
@Suite struct BoardSumsTests {
  private let office: TestOffice
  private let day: CalendarDay
  private let sums = BoardSums()

  init() throws {
    office = try TestOffice(
      [
        "signs.csv": "item,stall\nRice,Kitchen\nFlour,Kitchen\nFlour,Pantry\nchildcare,Children\n",
        "milestones.csv":
          "name,amount,currency,source,checked\nA loaf,1.00,USD,\"A statistics office, https://example.org\",2026\nThe code,5.00,USD,\"IBAN DE89370400440532013000, https://example.org\",2026\n",
      ], isAlone: true)
    day = try #require(TestOffice.issued)
  }

  @discardableResult private func give(_ item: String, _ quantity: String = "1") throws -> LedgerNumber {
    let gift = CounterGift(UUID().uuidString, [GivenItem(item, quantity: quantity)], on: nil)
    return try office.office.give(gift, day: day, moment: TestOffice.moment).number
  }

  private func isAsFromTheStart() throws -> LiveBoard {
    let board = try office.office.liveBoard(sums)
    #expect(try board == office.office.liveBoard())
    return board
  }

  @Test func everyGiftCountsOnceAndWhatIsTakenBackDoesNot() throws {
    #expect(try isAsFromTheStart().value == "$0.00")
    let first = try give("Rice", "2")
    try give("Flour")
    #expect(try isAsFromTheStart().gifts == "2")
    try give("childcare", "3")
    var board = try isAsFromTheStart()
    // Flour is at two stalls, so it is at none.
    #expect(board.stalls.map(\.name) == ["Children", "Kitchen"] && board.stalls.map(\.value) == ["$78.72", "$2.14"])
    #expect(board.value == "$81.40" && board.categories.count == 2)
    _ = try office.office.ledger.reverse(first, reason: .notGiven, day: day, moment: TestOffice.moment)
    board = try isAsFromTheStart()
    #expect(board.value == "$79.26" && board.stalls.map(\.name) == ["Children"])
    try give("Rice")
    #expect(try isAsFromTheStart().gifts == "3")
  }

  @Test func wordsThatAreTakenOutAreSeen() throws {
    let number = try give("Rice", "2")
    #expect(try isAsFromTheStart().stalls.map(\.name) == ["Kitchen"])
    try office.office.ledger.withhold(number, line: 1)
    let board = try isAsFromTheStart()
    #expect(board.stalls.isEmpty && board.value == "$2.14" && board.gifts == "1")
  }

  @Test func aRenamedStallIsSeen() throws {
    try give("Rice", "2")
    #expect(try isAsFromTheStart().stalls.map(\.name) == ["Kitchen"])
    try office.scratch.write("item,stall\nRice,By the river\n", to: "office/signs.csv")
    #expect(try isAsFromTheStart().stalls.map(\.name) == ["By the river"])
  }

  /// What nobody may be asked to pay stands on no board either.
  @Test func milestonesWithPaymentDetailsAreRefused() throws {
    try give("Rice", "4")
    let board = try isAsFromTheStart()
    #expect(board.passed?.name == "A loaf" && board.next == nil)
    #expect(board.paidFor.map(\.count) == ["4"])
    var faults = Faults()
    _ = office.office.milestones(&faults)
    #expect(faults.all.count == 1 && faults.all.first?.line == 3)
  }
}
