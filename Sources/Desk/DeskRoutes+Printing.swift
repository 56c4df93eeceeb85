import BillingOffice
import Foundation
import Hummingbird

extension DeskRoutes {
  func addPrinting(to router: Router<DeskContext>) {
    router.get("/printers") { request, context in await answering(request, context) { try await printing(context) } }
    router.get("/queues.json") { request, context in
      await answering(request, context) { json(try await counter.queueState()) }
    }
    router.post("/print") { request, context in
      await answering(request, context, back: "/today") {
        let asked = try await sent(AskedPrint.self, request)
        let number = try number(asked.number)
        guard let printer = try counter.printer(asked.printer) else { throw HTTPError(.badRequest) }
        // What is no gift of this ledger has no paper.
        let isAgain = try await counter.with { (office) throws(Diagnostics) in
          _ = try office.recordedGift(number)
          return !office.isUnprinted(number)
        }
        counter.queues.print(number, on: printer, isAgain: isAgain)
        return isForScript(request) ? json([String: String]()) : lead(to: "/gift/\(number)")
      }
    }
    router.post("/outbox") { request, context in
      await answering(request, context, back: "/printers") {
        let asked = try await sent(AskedPrint.self, request)
        try await change(asked)
        return isForScript(request) ? json([String: String]()) : lead(to: "/printers")
      }
    }
    router.post("/printers/test") { request, context in
      await answering(request, context, back: "/printers") {
        let asked = try await sent(AskedPrinter.self, request)
        guard let printer = try counter.printer(asked.printer) else { throw HTTPError(.badRequest) }
        // A printer that does not answer is waited for once, however often somebody asks.
        guard counter.beginTest(printer.address) else { return lead(to: "/printers") }
        defer { counter.endTest(printer.address) }
        let day = setup.day()
        try await counter.aside { (office) throws(Diagnostics) in try office.printTest(on: printer, day: day) }
        return lead(to: "/printers")
      }
    }
    router.post("/printers/add") { request, context in
      await answering(request, context, back: "/printers") {
        // Where papers go is for whoever sits at the machine to say.
        guard context.isLocal else { throw HTTPError(.forbidden) }
        let asked = try await sent(AskedNewPrinter.self, request)
        guard let address = Self.address(asked.address) else {
          return fault([pages.addressHelp], context, back: "/printers")
        }
        do {
          try await counter.with { (office) throws(Diagnostics) in
            _ = try office.add(try office.printer(orUsual: address), as: asked.name)
          }
        } catch let refused as Diagnostics where refused.all.contains(where: \.isAboutUnknownPrinter) {
          return fault(
            [pages.sentence("fault_printer_address", ["address": asked.address]), pages.addressHelp], context,
            back: "/printers")
        }
        return lead(to: "/printers")
      }
    }
  }

  /// A printer's address as somebody types it; nil for what is none. People know it without the scheme.
  private static func address(_ typed: String) -> String? {
    let typed = typed.trimmingCharacters(in: .whitespaces)
    if typed.wholeMatch(of: /[A-Za-z0-9.\-]+:[0-9]{1,5}/) != nil { return "tcp://" + typed }
    let known = /tcp:\/\/[A-Za-z0-9.:\[\]\-]+|\/dev\/[A-Za-z0-9\/._\-]+|[A-Za-z0-9_.\-]+/
    return typed.wholeMatch(of: known) == nil ? nil : typed
  }

  /// Prints what has not come out, or strikes it off.
  private func change(_ asked: AskedPrint) async throws {
    let number = try number(asked.number)
    let waiting = counter.queues.all.first { $0.jobs.contains { $0.number == number } }
    switch asked.action {
    case "drop":
      counter.queues.forget(number)
      try await counter.with { (office) throws(Diagnostics) in try office.forgetUnprinted(number) }
    case "now" where waiting != nil && asked.printer.map({ $0.isEmpty || $0 == waiting?.printer.description }) != false:
      if let waiting { counter.queues.retry(waiting.printer.address) }
    case "print", "now":
      let moment = setup.moment()
      let meant = try await counter.with { (office) throws(Diagnostics) in
        try office.unprinted(at: moment).first { $0.number == number }?.printer
      }
      let name = asked.printer.flatMap { $0.isEmpty ? nil : $0 } ?? meant
      guard let printer = try counter.printer(name) else { throw HTTPError(.badRequest) }
      let isAgain = try await counter.with { (office) throws(Diagnostics) in
        _ = try office.recordedGift(number)
        return !office.isUnprinted(number)
      }
      counter.queues.print(number, on: printer, isAgain: isAgain)
    default: throw HTTPError(.badRequest)
    }
    counter.note()
  }

  private func printing(_ context: DeskContext) async throws -> Response {
    let moment = setup.moment()
    let (unprinted, formats) = try await counter.with { (office) throws(Diagnostics) in
      let unprinted = try office.unprinted(at: moment)
      let what = unprinted.map {
        (try? office.recordedGift($0.number))?.lines.map(\.item).joined(separator: ", ") ?? ""
      }
      return (Array(zip(unprinted, what)), try office.dayWriter())
    }
    let queues = QueuesState(counter.queues.all, leftovers: 0, pages).queues
    let waiting = Set(queues.flatMap(\.jobs).map(\.number))
    let all = try printers()
    let names = all.compactMap { $0["name"] as? String }
    let printers = all.map { printer -> [String: Any] in
      let name = printer["name"] as? String ?? ""
      let others = names.filter { $0 != name }.map { ["name": $0] }
      let own = queues.first { $0.printer == name }?.jobs ?? []
      let jobs = own.map { job -> [String: Any] in
        [
          "number": job.number, "state": job.state, "words": job.words, "others": others,
          "has_others": !others.isEmpty,
        ]
      }
      let more: [String: Any] = [
        "jobs": jobs, "has_jobs": !jobs.isEmpty, "others": others, "has_others": !others.isEmpty,
        "measures_path": Self.measuring(name),
      ]
      return printer.merging(more) { $1 }
    }
    let leftovers = unprinted.filter { !waiting.contains($0.0.number.description) }.map {
      paper, what -> [String: Any] in
      let choices = names.map { ["name": $0, "is_meant": $0 == paper.printer] as [String: Any] }
      return [
        "number": paper.number.description, "what": what, "day": formats(paper.day), "printer": paper.printer ?? "",
        "choices": choices,
      ]
    }
    return page(
      "printers", context,
      [
        "printers": printers, "has_printers": !printers.isEmpty, "address_help": pages.addressHelp,
        "leftovers": leftovers,
        "has_leftovers": !leftovers.isEmpty,
      ])
  }
}

/// Which printer is to be tried out.
private struct AskedPrinter: Decodable { var printer: String }

/// A printer that somebody adds.
private struct AskedNewPrinter: Decodable, Sendable { var name, address: String }
