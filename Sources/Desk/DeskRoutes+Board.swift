import BillingOffice
import Hummingbird

extension DeskRoutes {
  func addBoard(to router: Router<DeskContext>) {
    router.get("/board") { request, context in
      await answering(request, context) {
        let board = try await counter.with { (office) throws(Diagnostics) in try office.liveBoard(counter.sums) }
        return page("board", context, ["value": board.value])
      }
    }
    router.get("/events") { request, context in
      await answering(request, context) {
        guard let events = counter.hub.listen() else { throw HTTPError(.serviceUnavailable) }
        let first = try await counter.state()
        return Response(
          status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
          body: .init { writer in
            try await writer.write(ByteBuffer(string: first))
            // A page that is closed is noticed at once, rather than when the next event finds nobody.
            try await request.body.consumeWithCancellationOnInboundClose { _ in
              for await event in events {
                // A device that was sent away hears nothing more.
                guard context.isLocal || pairing.knows(request.headers[.cookie], at: context.port) else { break }
                try await writer.write(ByteBuffer(string: event))
              }
            }
            try await writer.finish(nil)
          })
      }
    }
  }
}
