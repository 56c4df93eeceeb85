import Bookkeeping
import Layout
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Which sign stands where: every one exactly as often as it is wanted, whatever is asked for.
@Suite struct SignPlanTests {
  private let office: TestOffice
  private let settings: OfficeSettings

  init() throws {
    office = try TestOffice()
    settings = try #require(
      OfficeSettingsReader.read(
        "name: A\nplace: B\ncode: RIVER\ndesk: A\ncurrency: USD\nlocale: en-US\npaper: A4\nledger:\n  url: https://a.example",
        file: "office.yaml"
      ).settings)
  }

  private func book(_ list: String, _ request: SignRequest) throws -> SignBook<Office> {
    let prices = PriceBook.read(
      Array(try String(contentsOfFile: Repository.path("Templates/office/prices.csv"), encoding: .utf8).utf8))
    let reading = SignList.read(Array(list.utf8), prices: prices.value)
    #expect(reading.faults.isEmpty)
    var faults = Faults()
    let book = SignBook(reading.value, file: "list.csv", names: ItemNames(), request, settings, office.office, &faults)
    #expect(!faults.hasErrors, "\(faults.all)")
    return book
  }

  private static let list = """
    item,stall,copies,size
    Tutoring,Learning,5,A6
    Interpreter,Learning,1,A6
    Plumber,Repair,3,A5
    Massage,Care,7,A6
    Driver,Rides,2,tent
    """

  private func request(_ change: (inout SignRequest) -> Void) throws -> SignRequest {
    let issued = try #require(TestOffice.issued)
    var request = SignRequest(issued: issued)
    change(&request)
    return request
  }

  @Test(arguments: [false, true], [(false, false), (true, false), (false, true)])
  func everySignAsOftenAsItIsWanted(isStacked: Bool, how: (runsOn: Bool, isSplit: Bool)) throws {
    let request = try request { ($0.isStacked, $0.runsOn, $0.output.isSplit) = (isStacked, how.runsOn, how.isSplit) }
    let book = try book(Self.list, request)
    let a4 = try #require(PieceSize.sheet("A4"))
    var faults = Faults()
    let plan = SignPlan(book.signs, on: a4, request, &faults)
    #expect(faults.all.isEmpty)
    var counts: [String: Int] = [:]
    for sheet in plan.sheets {
      #expect(Set(sheet.cells.map(\.cell)).count == sheet.cells.count, "no cell twice")
      #expect(Set(sheet.cells.map(\.sign.look.size)).count == 1, "a sheet is of one size")
      if how.isSplit || !how.runsOn && !isStacked { #expect(sheet.stalls.count == 1) }
      for (_, sign) in sheet.cells { counts[sign.entry.item, default: 0] += 1 }
    }
    #expect(counts == ["Tutoring": 5, "Interpreter": 1, "Plumber": 3, "Massage": 7, "Driver": 2])
    // Six for learning and seven for care, four to a sheet; three of A5 and two tents, two to a sheet.
    let isTogether = !how.isSplit && (how.runsOn || isStacked)
    #expect(plan.sheets.count == (isTogether ? 4 + 2 + 1 : 2 + 2 + 2 + 1))
    // The list of contents has every stall, once for each size it has.
    #expect(plan.sheets.compactMap(\.heading).flatMap { $0.prefix { $0 != "·" }.split(separator: ", ") }.count == 4)
    if how.isSplit {
      #expect(plan.parts.map(\.name) == ["Learning", "Repair", "Care", "Rides"])
      #expect(plan.parts.map(\.sheets) == [0..<2, 2..<4, 4..<6, 6..<7])
    } else {
      #expect(plan.parts.map(\.sheets) == [0..<plan.sheets.count])
    }
  }

  @Test func copiesOfOneSignAreOneObject() throws {
    let book = try book(Self.list, try request { _ in })
    #expect(book.signs.map(\.copies) == [5, 1, 3, 7, 2])
    #expect(Set(book.signs.map { ObjectIdentifier($0.sign.look) }).count == 3, "signs that look alike share a look")
  }
}
