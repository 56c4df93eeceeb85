import Hummingbird

/// What is known of a request.
struct DeskContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Whether it comes from this machine.
  let isLocal: Bool
  /// Where it comes from, which is told nowhere.
  let address: String
  /// The port that it came to.
  let port: Int

  /// How many bytes the body of a request may have: a gift of hundreds of lines has fewer.
  static let mostBytes = 64 << 10
  var maxUploadSize: Int { Self.mostBytes }

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? ""
    port = source.channel.localAddress?.port ?? 0
    isLocal = address.hasPrefix("127.") || address == "::1"
  }
}
