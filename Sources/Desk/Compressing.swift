import BillingOffice
import Hummingbird

/// Sends pages, scripts and data compressed to whoever can read them so (RFC 9110, 8.4.1.3): in the wireless network of a market they are
/// there sooner.
struct Compressing: RouterMiddleware {
  typealias Context = DeskContext

  let office: Office

  /// Less than this many bytes go out in one packet anyhow.
  private static let least = 1200

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    let type = response.headers[.contentType] ?? ""
    guard request.method != .head, request.headers[.acceptEncoding]?.contains("gzip") == true,
      let size = response.body.contentLength, size >= Self.least,
      type.hasPrefix("text/") || type.hasPrefix("application/json")
    else { return response }
    var headers = response.headers
    headers[.contentLength] = nil
    headers[.contentEncoding] = "gzip"
    headers[.vary] = "Accept-Encoding"
    let body = response.body.map { ByteBuffer(bytes: try office.gzipped(Array($0.readableBytesView))) }
    return Response(status: response.status, headers: headers, body: body)
  }
}
