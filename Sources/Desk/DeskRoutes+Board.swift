import BillingOffice
import Hummingbird

extension DeskRoutes {
  func addBoard(to router: Router<DeskContext>) {
    router.get("/board") { request, context in await answering(request, context) { page("board", context) } }
    router.get("/events") { request, context in
      await answering(request, context) {
        let events = counter.hub.listen()
        let first = try await counter.state()
        return Response(
          status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
          body: .init { writer in
            try await writer.write(ByteBuffer(string: first))
            for await event in events { try await writer.write(ByteBuffer(string: event)) }
            try await writer.finish(nil)
          })
      }
    }
  }
}
