import BillingOffice
import Foundation
import Hummingbird

/// What browsers can ask of the desk.
struct DeskRoutes: Sendable {
  let counter: Counter
  let pages: DeskPages
  let setup: DeskSetup
  let pairing: Pairing

  init(_ counter: Counter, _ pages: DeskPages, _ setup: DeskSetup, _ pairing: Pairing) {
    (self.counter, self.pages, self.setup, self.pairing) = (counter, pages, setup, pairing)
  }

  func add(to router: Router<DeskContext>) {
    addPages(to: router)
    addGifts(to: router)
    addPrinting(to: router)
    addMeasuring(to: router)
    addBoard(to: router)
    addJoining(to: router)
  }

  // MARK: - Answers

  /// A page of the desk.
  func page(
    _ name: String, _ context: DeskContext, status: HTTPResponse.Status = .ok, _ data: [String: Any] = [:]
  ) -> Response {
    let data = data.merging(["has_joining": context.isLocal && !setup.addresses.isEmpty]) { $1 }
    return answer(pages.page(name, isLocal: context.isLocal, data), "text/html; charset=utf-8", status)
  }

  func answer(_ text: String, _ type: String, _ status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) -> Response {
    answer(JSONText.of(value), "application/json", status)
  }

  /// To another page, which is fetched anew.
  func lead(to path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }

  /// Answers by what an office does, or by why it does not.
  func answering(
    _ request: Request, _ context: DeskContext, back: String = "/", _ body: () async throws -> Response
  ) async -> Response {
    do { return try await body() } catch let refused as Diagnostics {
      let errors = refused.all.filter { $0.severity == .error }
      let faults = errors.isEmpty ? refused.all : errors
      let told = faults.map(\.deskFault)
      let texts = told.map { pages.sentence($0) }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      // What nobody has typed wrong, such as a disk that is full, may be otherwise in a moment: a page that sent it keeps it until then.
      let isTyped = told.allSatisfy(\.isTyped)
      guard isForScript(request) else { return fault(texts, context, back: back) }
      return json(
        RefusedAnswer(
          faults: texts, doubts: faults.allSatisfy(\.isDoubt), isOther: faults.contains(where: \.isAboutAnotherGift)),
        isTyped ? .unprocessableContent : .serviceUnavailable)
    } catch let error as any HTTPResponseError {
      return refusing(request, context, error.status, back: back)
    } catch { return refusing(request, context, .badRequest, back: back) }
  }

  /// Answers what no page of the desk asks for, or not from there.
  private func refusing(_ request: Request, _ context: DeskContext, _ status: HTTPResponse.Status, back: String)
    -> Response
  {
    let text = pages.word(status == .forbidden ? "fault_here_only" : "fault_again")
    if isForScript(request) { return json(RefusedAnswer(faults: [text], doubts: false), status) }
    return fault([text], context, status, back: back)
  }

  /// Says that there is no such page.
  func missing(_ context: DeskContext) -> Response {
    page(
      "fault", context, status: .notFound,
      [
        "title": pages.word("page_missing"), "faults": [String](), "back": "/", "may_be_meant": false,
        "fields": [[String: String]](),
      ])
  }

  /// Says what is wrong.
  ///
  /// - Parameters:
  ///   - texts: what is wrong.
  ///   - context: who asked.
  ///   - status: what it is in HTTP's terms.
  ///   - back: where to go from there.
  ///   - fields: what was sent, where it is done all the same once somebody says that it is meant; nothing where it is not.
  /// - Returns: the page.
  func fault(
    _ texts: [String], _ context: DeskContext, _ status: HTTPResponse.Status = .unprocessableContent, back: String,
    again fields: [(name: String, value: String)] = []
  ) -> Response {
    page(
      "fault", context, status: status,
      [
        "title": pages.word("not_done"), "faults": texts, "back": back, "may_be_meant": !fields.isEmpty,
        "fields": fields.map { ["name": $0.name, "value": $0.value] },
      ])
  }

  /// Whether a script asks, rather than a form.
  func isForScript(_ request: Request) -> Bool {
    request.headers[.contentType]?.hasPrefix("application/json") == true
      || request.headers[.accept]?.hasPrefix("application/json") == true
  }

  /// How long a body may take to come: whoever sends it byte by byte keeps nobody else waiting.
  private static let longestBody = Duration.seconds(10)

  private func body(of request: Request) async throws -> ByteBuffer {
    try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
      group.addTask { try await request.body.collect(upTo: DeskContext.mostBytes) }
      group.addTask {
        try await Task.sleep(for: Self.longestBody)
        throw HTTPError(.requestTimeout)
      }
      defer { group.cancelAll() }
      guard let body = try await group.next() else { throw HTTPError(.badRequest) }
      return body
    }
  }

  /// What was sent: by a script as JSON, by a form as browsers write it.
  func sent<Value: Decodable>(_ type: Value.Type, _ request: Request) async throws -> Value {
    let body = try await body(of: request)
    let isJSON = request.headers[.contentType]?.hasPrefix("application/json") == true
    do {
      return isJSON
        ? try JSONDecoder().decode(type, from: Data(body.readableBytesView))
        : try URLEncodedFormDecoder().decode(type, from: String(buffer: body))
    } catch { throw HTTPError(.badRequest) }
  }

  func number(_ text: String) throws(Diagnostics) -> LedgerNumber { try counter.office.ledger.number(text) }

  /// The printers to choose from, the one that is offered first marked.
  func printers() throws(Diagnostics) -> [[String: Any]] {
    let all = try counter.office.printers().printers.filter { $0.name != nil }
    let usual = setup.printer ?? all.first(where: \.isUsual)?.name
    return all.map { printer in
      [
        "name": printer.description, "address": printer.address, "paper": printer.paper ?? "",
        "is_usual": printer.description == usual,
      ]
    }
  }
}
