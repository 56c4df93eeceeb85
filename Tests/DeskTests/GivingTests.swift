import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

/// What is given at the desk is recorded once, however often and from wherever it is sent.
@Suite(.waiting, .serialized) struct GivingTests {
  @Test func aGiftIsRecordedAndAnswered() async throws {
    let desk = try OpenDesk()
    let answer = try desk.give("Rice", "2")
    #expect(answer.status == 200)
    #expect((answer.json["number"] as? String)?.hasSuffix("-000001") == true)
    #expect(answer.json["total"] as? String == "$2.14")
    #expect((answer.json["code"] as? String)?.hasPrefix("data:image/svg+xml;base64,") == true)
    let lines = try #require(answer.json["lines"] as? [[String: Any]])
    #expect(lines.map { $0["item"] as? String } == ["Rice"])
    #expect(lines.map { $0["amount"] as? String } == ["$2.14"])
    #expect(desk.count == 1)
  }

  @Test func whatIsSentTwiceIsRecordedOnce() async throws {
    let desk = try OpenDesk()
    let id = OpenDesk.newID()
    let first = try desk.give(id: id)
    let second = try desk.give(id: id)
    #expect(first.json["number"] as? String == second.json["number"] as? String)
    // The same thing for the next neighbour is another gift.
    let other = try desk.give()
    #expect(other.json["number"] as? String != first.json["number"] as? String)
    #expect(desk.count == 2)
  }

  @Test func ofManyAtOnceWithOneNameOneIsRecorded() async throws {
    let desk = try OpenDesk()
    let ids = (0..<3).map { _ in OpenDesk.newID() }
    let numbers = await withTaskGroup(of: (String, String?).self) { group in
      for turn in 0..<12 {
        let id = ids[turn % ids.count]
        group.addTask { (id, (try? desk.give(id: id))?.json["number"] as? String) }
      }
      return await group.reduce(into: [String: Set<String?>]()) { $0[$1.0, default: []].insert($1.1) }
    }
    for id in ids {
      #expect(numbers[id]?.count == 1 && numbers[id]?.contains(nil) == false, "\(id): \(numbers[id] ?? [])")
    }
    #expect(desk.count == ids.count)
  }

  @Test func whatWasTakenBackIsNotRecordedAgainWhenItIsSentAgain() async throws {
    let desk = try OpenDesk()
    let id = OpenDesk.newID()
    let number = try #require(try desk.give(id: id).json["number"] as? String)
    let reversed = try desk.browser.submit("/reverse", "number=\(number)&reason=wrong-item")
    #expect(reversed.status == 303)
    #expect(try desk.give(id: id).json["number"] as? String == number)
    #expect(desk.count == 2)
    #expect(try desk.browser.get("/gift/\(number)").status == 200)
  }

  @Test func whatIsHardToBelieveIsAskedAbout() async throws {
    let desk = try OpenDesk()
    let doubted = try desk.give("Rice", "200")
    #expect(doubted.status == 422)
    #expect(doubted.json["doubts"] as? Bool == true)
    #expect(desk.count == 0)
    #expect(try desk.give("Rice", "200", isMeant: true).status == 200)
    #expect(desk.count == 1)
  }

  @Test(arguments: [("Brd", "1"), ("Rice", "0"), ("Rice", "-1"), ("Rice", "many"), ("", "1"), ("Rice", "1e9")])
  func whatCannotBeGivenIsRefusedInWords(item: String, quantity: String) async throws {
    let desk = try OpenDesk()
    let answer = try desk.give(item, quantity, isMeant: true)
    #expect(answer.status == 422)
    #expect((answer.json["faults"] as? [String])?.isEmpty == false)
    #expect(desk.count == 0)
  }

  @Test func withoutScriptTheFormRecordsOnceAndLeadsToTheGift() async throws {
    let desk = try OpenDesk()
    let page = try desk.browser.get("/plain")
    #expect(page.status == 200)
    let id = try #require(page.body.firstMatch(of: /name="id" value="([0-9a-f]+)"/)?.1)
    let fields = "id=\(id)&item[]=Rice&quantity[]=2&item%5B%5D=Flour&quantity%5B%5D=&item[]=&quantity[]=&printer="
    let sent = try desk.browser.submit("/give", fields)
    #expect(sent.status == 303)
    let place = try #require(sent.headers["location"])
    #expect(try desk.browser.submit("/give", fields).headers["location"] == place)
    #expect(desk.count == 1)
    let gift = try desk.browser.get(place)
    #expect(gift.status == 200)
    #expect(gift.body.contains("Rice") && gift.body.contains("Flour") && gift.body.contains("$2.68"))
    #expect(try desk.browser.get(place + ".png").body.isEmpty == false)
    #expect(try desk.browser.get(place + ".txt").body.contains("VOID BY SOLIDARITY"))
  }

  /// Who goes back in a browser, or has two tabs, sends another gift under a name that is taken: it is neither dropped nor taken for the first.
  @Test func anotherGiftUnderTheSameNameIsNoneThatWasGiven() async throws {
    let desk = try OpenDesk()
    let id = String(repeating: "ab", count: 16)
    let rice = "id=\(id)&item[]=Rice&quantity[]=1&printer="
    let first = try desk.browser.submit("/give", rice)
    #expect(first.status == 303)
    let other = try desk.browser.submit("/give", "id=\(id)&item[]=Flour&quantity[]=2&printer=")
    #expect(other.status == 422 && desk.count == 1)
    // The page offers to give it all the same, under a name of its own.
    let fresh = try #require(other.body.firstMatch(of: /name="id" value="([0-9a-f]+)"/)?.1)
    #expect(fresh != id)
    let again = try desk.browser.submit(
      "/give", "id=\(fresh)&item[]=Flour&quantity[]=2&printer=&meant=yes")
    #expect(again.status == 303 && desk.count == 2)
    #expect(try desk.browser.submit("/give", rice).headers["location"] == first.headers["location"])
    let sent = try desk.browser.post("/give", ["id": id, "lines": [["item": "Rice", "quantity": "2"]]])
    #expect(sent.status == 422 && sent.json["isOther"] as? Bool == true && desk.count == 2)
  }

  /// What a kill leaves of a ledger that was just being made.
  @Test func anEmptyLedgerIsNoneYet() async throws {
    let desk = try OpenDesk(["ledger.sqlite": ""])
    #expect(try desk.browser.get("/today").status == 200)
    #expect(try desk.give("Rice").status == 200)
    #expect(desk.count == 1)
  }

  @Test func aGiftOfAnotherOfficeStaysOnItsDevice() async throws {
    let desk = try OpenDesk()
    let lines = [["item": "Rice", "quantity": "1"]]
    let gift: [String: Any] = ["id": String(repeating: "cd", count: 16), "lines": lines, "office": "OTHER"]
    #expect(try desk.browser.post("/give", gift).status == 503)
    #expect(desk.count == 0)
  }

  @Test func itemsAreFoundWithoutAccentsAndByTheirNamesInTheDesksLanguage() async throws {
    let desk = try OpenDesk([
      "names.csv": "item,language,name\nRice,es,Árroz largo\n",
      "office.yaml": """
      name: Comunes
      place: Mercado
      desk: A
      currency: USD
      locale: es-US
      paper: Letter
      ledger: { url: "https://ledger.example.org" }
      """,
    ])
    let items = try #require(try desk.browser.get("/catalogue.json").json["items"] as? [[String: Any]])
    let rice = try #require(items.first { $0["item"] as? String == "Rice" })
    #expect(rice["label"] as? String == "Árroz largo")
    #expect((rice["keys"] as? String)?.contains("arroz largo") == true)
    #expect(rice["slug"] as? String == "RICE")
  }

  @Test func whatWasGivenLastComesFirst() async throws {
    let desk = try OpenDesk()
    try desk.give("Flour")
    try desk.give("Rice")
    let recent = try desk.browser.get("/catalogue.json").json["recent"] as? [String]
    #expect(recent == ["Rice", "Flour"])
  }
}
