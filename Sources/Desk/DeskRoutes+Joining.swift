import BillingOffice
import Hummingbird

extension DeskRoutes {
  func addJoining(to router: Router<DeskContext>) {
    guard let address = setup.addresses.first else { return }
    router.get("/pair") { request, context in
      await answering(request, context) { page("pair", context, ["wrong": false]) }
    }
    router.post("/pair") { request, context in
      await answering(request, context, back: "/pair") {
        let code =
          isForScript(request) ? try await sent(AskedPairing.self, request).code : try await form(request).first("code")
        guard let cookie = pairing.letIn(code.filter(\.isNumber), from: context.address) else {
          return isForScript(request)
            ? json(RefusedAnswer(faults: [], doubts: false), .unprocessableContent)
            : page("pair", context, status: .unprocessableContent, ["wrong": true])
        }
        var response = isForScript(request) ? json([String: String]()) : lead(to: "/")
        response.headers[.setCookie] = cookie
        return response
      }
    }
    router.get("/join") { request, context in
      await answering(request, context) {
        // Whoever sees the code is in.
        guard context.isLocal else { throw HTTPError(.forbidden) }
        let code = pairing.code()
        let page = "http://\(address):\(context.port)/pair"
        return self.page(
          "join", context,
          [
            "address": page, "code": code,
            "picture": CodePicture.address(of: counter.office.codeModules(of: "\(page)#k=\(code)")) ?? "",
            "count": "\(pairing.count)", "has_devices": pairing.count > 0,
          ])
      }
    }
    router.post("/unpair") { request, context in
      await answering(request, context) {
        guard context.isLocal else { throw HTTPError(.forbidden) }
        pairing.forgetAll()
        return lead(to: "/join")
      }
    }
  }
}

/// What a device sends to be let in.
private struct AskedPairing: Decodable, Sendable { var code: String }
