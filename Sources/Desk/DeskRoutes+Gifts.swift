import BillingOffice
import Foundation
import Hummingbird

extension DeskRoutes {
  func addGifts(to router: Router<DeskContext>) {
    router.post("/give") { request, context in
      await answering(request, context, back: "/plain") {
        if isForScript(request) { return json(try await give(try await sent(AskedGift.self, request))) }
        let form = try await sent(GiftForm.self, request)
        guard form.item.count == form.quantity.count else { throw HTTPError(.badRequest) }
        guard !form.gift.lines.isEmpty else {
          return fault([pages.word("choose_something")], context, back: "/plain")
        }
        do { return lead(to: "/gift/\(try await give(form.gift).number)") } catch let doubted as Diagnostics
          where doubted.all.allSatisfy({ $0.isDoubt || $0.isAboutAnotherGift })
        {
          // Who goes back in a browser and changes what was given has another gift, under the same name.
          let name = doubted.all.contains(where: \.isAboutAnotherGift) ? Self.newName() : form.id
          return fault(
            doubted.all.map { pages.sentence($0.deskFault) }, context, back: "/plain", again: form.fields(named: name))
        }
      }
    }
    router.get("/gift/:number") { request, context in
      await answering(request, context) {
        let name = context.parameters.get("number") ?? ""
        if name.hasSuffix(".png") { return try await paper(String(name.dropLast(4)), .png(dpi: 203), "image/png") }
        if name.hasSuffix(".txt") {
          return try await paper(String(name.dropLast(4)), .text, "text/plain; charset=utf-8")
        }
        let number = try number(name)
        let gift = try await counter.with { (office) throws(Diagnostics) in try office.recordedGift(number) }
        return page("gift", context, try values(of: gift, number))
      }
    }
    router.get("/today") { request, context in await answering(request, context) { try await today(context) } }
    router.post("/reverse") { request, context in
      await answering(request, context, back: "/today") {
        let asked = try await sent(AskedReversal.self, request)
        let (number, reason) = (try number(asked.number), Correction(rawValue: asked.reason))
        guard let reason else { throw HTTPError(.badRequest) }
        let (day, moment) = (setup.day(), setup.moment())
        try await counter.with { (office) throws(Diagnostics) in
          _ = try office.ledger.reverse(number, reason: reason, day: day, moment: moment)
        }
        // What waits to be printed for it need not be.
        counter.queues.forget(number)
        counter.note()
        return lead(to: "/gift/\(number)")
      }
    }
  }

  /// Records a gift once, however often it is sent, and has its receipt printed.
  private func give(_ asked: AskedGift) async throws -> GivenAnswer {
    let isName = (16...64).contains(asked.id.utf8.count) && asked.id.allSatisfy { $0.isHexDigit && $0.isASCII }
    guard isName, (1...Self.mostLines).contains(asked.lines.count) else { throw HTTPError(.badRequest) }
    // It is another office's, which may be opened here again: until then the device keeps it.
    if let office = asked.office, office != pages.code { throw HTTPError(.serviceUnavailable) }
    let printer = try counter.printer(asked.printer)
    let gift = CounterGift(
      asked.id, asked.lines.map { GivenItem($0.item, quantity: $0.quantity) }, on: printer,
      isMeant: asked.isMeant ?? false)
    let (day, moment) = (setup.day(), setup.moment())
    let queues = counter.queues
    let recorded = try await counter.with { (office) throws(Diagnostics) in
      let given = try office.give(gift, day: day, moment: moment)
      // The printer hears of it before whoever asked does, whose answer is longer.
      if given.isNew, let printer { queues.print(given.number, on: printer, isAgain: false) }
      return try office.recordedGift(given.number)
    }
    counter.note()
    return GivenAnswer(recorded, printer: printer?.description, warnings: [])
  }

  /// How many lines a gift may have that is tapped.
  private static let mostLines = 200

  private func paper(_ name: String, _ format: PaperFormat, _ type: String) async throws -> Response {
    let number = try number(name)
    let bytes = try await counter.with { (office) throws(Diagnostics) in try office.paper(of: number, as: format) }
    return Response(
      status: .ok, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func values(of gift: RecordedGift, _ number: LedgerNumber) throws(Diagnostics) -> [String: Any] {
    let queue = QueuesState(counter.queues.all, leftovers: 0, pages).queues.first { queue in
      queue.jobs.contains { $0.number == number.description && $0.state != "printed" }
    }
    let waiting = queue?.jobs.first { $0.number == number.description }?.words ?? ""
    let printers = try printers()
    return [
      "number": gift.number, "seal": gift.seal, "address": gift.address ?? "",
      "code": CodePicture.address(of: gift.code) ?? "", "has_code": !gift.code.isEmpty, "total": gift.total,
      "lines": gift.lines.map {
        ["item": $0.item, "quantity": $0.quantity, "unit": $0.unit, "price": $0.price, "amount": $0.amount]
      },
      "printers": printers, "has_printers": !printers.isEmpty, "is_taken_back": gift.isTakenBack, "waiting": waiting,
      "waiting_for": queue?.printer ?? "", "is_waiting": queue != nil,
      "reasons": OfficeLedger.reasons.map {
        ["key": $0, "label": pages.word("reason_\($0.replacing("-", with: "_"))")]
      },
    ]
  }

  /// How many gifts stand on the page of the day.
  private static let mostShown = 100

  private func today(_ context: DeskContext) async throws -> Response {
    let day = setup.day()
    let (shown, today) = try await counter.with { (office) throws(Diagnostics) in
      let today = try office.given(on: day, naming: Self.mostShown)
      var shown: [RecordedGift] = []
      for number in today.numbers { shown.append(try office.recordedGift(number)) }
      return (shown, today)
    }
    let gifts = shown.map { gift -> [String: Any] in
      [
        "number": gift.number, "what": gift.lines.map(\.item).joined(separator: ", "), "total": gift.total,
        "is_taken_back": gift.isTakenBack,
      ]
    }
    func rows(_ rows: [GroupRow]) -> [[String: String]] {
      rows.map { ["name": $0.name, "value": $0.value, "gifts": $0.gifts, "share": BoardState.percent($0.share)] }
    }
    return page(
      "today", context,
      [
        "gifts": gifts, "count": today.gifts, "total": today.value, "hours": today.hours,
        "has_more": shown.count == Self.mostShown,
        "categories": rows(today.categories), "stalls": rows(today.stalls), "has_stalls": !today.stalls.isEmpty,
      ])
  }
}

/// A gift as the plain form sends it: items and quantities in two lists, with lines that were left empty.
private struct GiftForm: Decodable {
  var id: String
  var item, quantity: [String]
  var printer, meant: String?

  var gift: AskedGift {
    let lines = zip(item, quantity).filter { !$0.0.isEmpty }.map { item, quantity in
      AskedGift.Line(item: item, quantity: quantity.allSatisfy(\.isWhitespace) ? "1" : quantity)
    }
    return AskedGift(id: id, lines: lines, printer: printer, isMeant: meant == "yes")
  }

  /// What was sent, to be sent once more under a name.
  func fields(named id: String) -> [(name: String, value: String)] {
    [("id", id), ("printer", printer ?? "")] + item.map { ("item[]", $0) } + quantity.map { ("quantity[]", $0) }
  }
}

/// Which gift is taken back, and why.
private struct AskedReversal: Decodable { var number, reason: String }
