import Foundation
import Hummingbird

/// What every request must be like, and what every answer says of itself, so that no page of another site can give, print or read here.
struct Guarding: RouterMiddleware {
  typealias Context = DeskContext

  /// The machine's addresses in its network; none where nobody comes from there.
  let addresses: [String]
  let pairing: Pairing
  /// The paths that a device may ask for before it is let in.
  let open: Set<String>
  /// Says that there is no such page.
  let missing: @Sendable (DeskContext) -> Response

  init(addresses: [String], pairing: Pairing, open: [String], missing: @escaping @Sendable (DeskContext) -> Response) {
    (self.addresses, self.pairing, self.open, self.missing) = (addresses, pairing, Set(open), missing)
  }

  /// Nothing but what the desk itself has; scripts and styles from files alone.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    + "frame-ancestors 'none'; base-uri 'none'"

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    guard let host = request.head.authority, isOwn(host, context) else { return Response(status: .misdirectedRequest) }
    if isReadFromElsewhere(request) { return Response(status: .forbidden) }
    if ![.get, .head].contains(request.method), !isSameOrigin(request, host) { return Response(status: .forbidden) }
    if !context.isLocal, !open.contains(request.uri.path), !pairing.knows(request.headers[.cookie], at: context.port) {
      // Somebody who comes with a browser is led to where the code is typed.
      let isPage = request.method == .get && request.headers[.accept]?.contains("text/html") == true
      return isPage ? Response(status: .seeOther, headers: [.location: "/pair"]) : Response(status: .unauthorized)
    }
    var response: Response
    do { response = try await next(request, context) } catch let error as any HTTPResponseError {
      response = error.status == .notFound ? missing(context) : Response(status: error.status)
    }
    response.headers[.contentSecurityPolicy] = Self.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    // Without any, a form would not say where it comes from.
    if let name = Self.referrerPolicy { response.headers[name] = "same-origin" }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }

  private static let referrerPolicy = HTTPFields.Element.Name("Referrer-Policy")
  private static let fetchMode = HTTPFields.Element.Name("Sec-Fetch-Mode")
  private static let fetchSite = HTTPFields.Element.Name("Sec-Fetch-Site")

  /// Whether a request means this machine by one of its own names: whoever has another name lead here reads nothing.
  private func isOwn(_ host: String, _ context: DeskContext) -> Bool {
    let names = ["localhost", "127.0.0.1", "[::1]"] + addresses
    return names.contains { host == "\($0):\(context.port)" || context.port == 80 && host == $0 }
  }

  /// Whether a page of another site reads something in the background; somebody may follow a link from there.
  private func isReadFromElsewhere(_ request: Request) -> Bool {
    guard let name = Self.fetchSite, let site = request.headers[name], !["same-origin", "none"].contains(site) else {
      return false
    }
    return Self.fetchMode.flatMap { request.headers[$0] } != "navigate"
  }

  /// Whether what changes something comes from the desk's own pages.
  private func isSameOrigin(_ request: Request, _ host: String) -> Bool {
    if let name = Self.fetchSite, let site = request.headers[name] { return ["same-origin", "none"].contains(site) }
    return request.headers[.origin] == "http://\(host)"
  }
}
