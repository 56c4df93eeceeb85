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
        let asked = try await askedPrint(request)
        let number = try number(asked.number)
        guard let printer = try counter.printer(asked.printer) else { throw HTTPError(.badRequest) }
        counter.queues.print(number, on: printer)
        return isForScript(request) ? json([String: String]()) : lead(to: "/gift/\(number)")
      }
    }
    router.post("/outbox") { request, context in
      await answering(request, context, back: "/printers") {
        let asked = try await askedPrint(request)
        try await change(asked)
        return isForScript(request) ? json([String: String]()) : lead(to: "/printers")
      }
    }
    router.post("/printers/test") { request, context in
      await answering(request, context, back: "/printers") {
        guard let printer = try counter.printer(try await form(request).first("printer")) else {
          throw HTTPError(.badRequest)
        }
        let (office, day) = (counter.office, setup.day())
        try await Task.detached { try office.printTest(on: printer, day: day) }.value
        return lead(to: "/printers")
      }
    }
    router.post("/printers/add") { request, context in
      await answering(request, context, back: "/printers") {
        // Where papers go is for whoever sits at the machine to say.
        guard context.isLocal else { throw HTTPError(.forbidden) }
        let form = try await form(request)
        let (name, address) = (form.first("name"), form.first("address"))
        try await counter.with { (office) throws(Diagnostics) in
          _ = try office.add(try office.printer(orUsual: address), as: name)
        }
        return lead(to: "/printers")
      }
    }
  }

  private func askedPrint(_ request: Request) async throws -> AskedPrint {
    if isForScript(request) { return try await sent(AskedPrint.self, request) }
    let form = try await form(request)
    return AskedPrint(number: form.first("number"), printer: form.first("printer"), action: form.first("action"))
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
    default:
      let moment = setup.moment()
      let meant = try await counter.with { (office) throws(Diagnostics) in
        try office.unprinted(at: moment).first { $0.number == number }?.printer
      }
      let name = asked.printer.flatMap { $0.isEmpty ? nil : $0 } ?? meant
      guard let printer = try counter.printer(name) else { throw HTTPError(.badRequest) }
      counter.queues.print(number, on: printer)
    }
    counter.note()
  }

  private func printing(_ context: DeskContext) async throws -> Response {
    let moment = setup.moment()
    let (unprinted, formats) = try await counter.with { (office) throws(Diagnostics) in
      (try office.unprinted(at: moment), try office.dayWriter())
    }
    let queues = QueuesState(counter.queues.all, leftovers: 0, pages.word).queues
    let waiting = Set(queues.flatMap(\.jobs).map(\.number))
    let printers = try printers().map { printer -> [String: Any] in
      let own = queues.first { $0.printer == printer["name"] as? String }?.jobs ?? []
      let jobs = own.map { ["number": $0.number, "state": $0.state, "words": $0.words] }
      return printer.merging(["jobs": jobs, "has_jobs": !jobs.isEmpty]) { $1 }
    }
    let leftovers = unprinted.filter { !waiting.contains($0.number.description) }.map { paper in
      ["number": paper.number.description, "what": "", "day": formats(paper.day), "printer": paper.printer ?? ""]
    }
    return page(
      "printers", context,
      [
        "printers": printers, "has_printers": !printers.isEmpty, "leftovers": leftovers,
        "has_leftovers": !leftovers.isEmpty,
      ])
  }
}
