package import BillingOffice
import Foundation
import Hummingbird
import HummingbirdCore
import Logging

/// The desk: an office that is given from in a browser, on this machine, and on others of its network where that is wanted.
package struct DeskServer: Sendable {
  private let setup: DeskSetup
  private let counter: Counter
  private let pages: DeskPages

  /// How many connections are open at the most, more of which wait; and how many of them are kept for the machine's own browser where
  /// others come from its network.
  private static let (mostConnections, mostOfItsOwn) = (64, 16)
  /// How long a connection may be silent before a whole request has come, in seconds.
  private static let idleTimeout: Int64 = 30

  /// Opens one.
  ///
  /// - Parameters:
  ///   - office: the office.
  ///   - setup: how.
  /// - Throws: ``Diagnostics`` when the office or the desk's pages cannot be read.
  package init(_ office: Office, _ setup: DeskSetup) throws(Diagnostics) {
    self.setup = setup
    pages = try DeskPages(office)
    counter = try Counter(office, setup, pages)
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter began: told the port once it can be reached.
  /// - Throws: when the port cannot be had.
  package func run(_ began: @escaping @Sendable (_ port: Int) -> Void) async throws {
    // Nobody's address stands in a log, so there is none.
    var logger = Logger(label: "desk") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let router = Router(context: DeskContext.self, options: .autoGenerateHeadEndpoints)
    let pairing = Pairing(counter.office, day: setup.day)
    let routes = DeskRoutes(counter, pages, setup, pairing)
    router.add(middleware: Compressing(office: counter.office))
    router.add(
      middleware: Guarding(
        addresses: setup.addresses, pairing: pairing, open: ["/pair"] + pages.assets.keys.map { "/\($0)" },
        missing: routes.missing))
    routes.add(to: router)
    let responder = router.buildResponder()
    // The machine has a door of its own: whoever crowds the one to the network keeps nobody out here.
    @Sendable func open(
      _ address: String, _ port: Int, most: Int, _ logger: Logger, began: @escaping @Sendable (Int) -> Void
    ) async throws {
      let application = Application(
        responder: responder, server: .http1(configuration: .init(idleTimeout: .seconds(Self.idleTimeout))),
        configuration: ApplicationConfiguration(
          address: .hostname(address, port: port),
          availableConnectionsDelegate: MaximumAvailableConnections(most, logger: logger)),
        onServerRunning: { channel in began(channel.localAddress?.port ?? 0) }, logger: logger)
      try await application.run()
    }
    let own = setup.addresses.isEmpty ? Self.mostConnections : Self.mostOfItsOwn
    let others = (Self.mostConnections - own) / max(1, setup.addresses.count)
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { [logger] group in
      group.addTask { try await open("127.0.0.1", setup.port, most: own, logger) { port.yield($0) } }
      group.addTask {
        guard let port = await ports.first(where: { _ in true }) else { return }
        began(port)
        try await withThrowingTaskGroup(of: Void.self) { doors in
          for address in setup.addresses {
            doors.addTask { try await open(address, port, most: others, logger) { _ in } }
          }
          try await doors.waitForAll()
        }
        // Without a network the machine's own door stays open.
        for await _ in ports {}
      }
      group.addTask { try await counter.watch() }
      defer { counter.close() }
      try await group.next()
      group.cancelAll()
    }
  }
}
