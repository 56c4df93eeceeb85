import BillingOffice
import Hummingbird

extension DeskRoutes {
  func addJoining(to router: Router<DeskContext>) {
    guard let address = setup.addresses.first else { return }
    router.get("/pair") { request, context in
      await answering(request, context) { page("pair", context) }
    }
    router.post("/pair") { request, context in
      await answering(request, context, back: "/pair") {
        let code = try await sent(AskedPairing.self, request).code.inLatinDigits.filter(\.isNumber)
        let cookie: String
        switch try pairing.letIn(code, from: context.address, at: context.port) {
        case .letIn(let known): cookie = known
        case .refused(let reason):
          let text = pages.word(reason == .full ? "too_many_devices" : "wrong_code")
          return isForScript(request)
            ? json(RefusedAnswer(faults: [text], doubts: false), .unprocessableContent)
            : page("pair", context, status: .unprocessableContent, ["refused": text])
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
    router.post("/join/card") { request, context in
      await answering(request, context, back: "/join") {
        guard context.isLocal else { throw HTTPError(.forbidden) }
        let asked = try await sent(AskedCard.self, request)
        return card(asked.network, asked.password, "http://\(address):\(context.port)/", context)
      }
    }
    router.post("/unpair") { request, context in
      await answering(request, context) {
        guard context.isLocal else { throw HTTPError(.forbidden) }
        try pairing.forgetAll()
        // Pages that are open there hear that they are no longer let in.
        counter.note()
        return lead(to: "/join")
      }
    }
  }

  /// A card to be printed, with which phones find the network and the desk in it. Nothing of it is kept.
  private func card(_ network: String, _ password: String, _ address: String, _ context: DeskContext) -> Response {
    func picture(_ text: String) -> String { CodePicture.address(of: counter.office.codeModules(of: text)) ?? "" }
    return page(
      "card", context,
      [
        "network": network, "has_network": !network.isEmpty, "password": password, "has_password": !password.isEmpty,
        "wifi": network.isEmpty ? "" : picture(Self.wireless(network, password)), "address": address,
        "picture": picture(address),
      ])
  }

  /// A network as phones read it from a code (ZXing's "WIFI:" format, which Android and iOS know).
  static func wireless(_ network: String, _ password: String) -> String {
    func masked(_ text: String) -> String { text.replacing(/[\\;,":]/) { "\\\($0.output)" } }
    let key = password.isEmpty ? "T:nopass;" : "T:WPA;P:\(masked(password));"
    return "WIFI:\(key)S:\(masked(network));;"
  }
}

/// What a device sends to be let in.
private struct AskedPairing: Decodable, Sendable { var code: String }

/// The network that stands on a card.
private struct AskedCard: Decodable { var network, password: String }
