import ArgumentParser
import BillingOffice
import CMalloc
import Desk
import Foundation
import Synchronization

/// `billing-office desk`
struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Opens the desk in the browser: tap what is given, print, next.",
    discussion: """
      The desk is on this machine alone. With --lan, phones and tablets in the same network can give, print and take back as well, once \
      a code has been typed that the page "Phones" shows on this machine; printers can be added here only. Everything that \
      is given goes into the office's ledger at once, and receipts to their printers one after the other. Ctrl-C closes it; \
      what has not been printed by then is kept, and printed when you say so.

      Examples:
        billing-office desk
        billing-office desk --printer counter
        billing-office desk --lan
        billing-office desk --board
        billing-office desk --unpair
        billing-office desk --port 8020 --no-browser
      """)

  @Option(help: ArgumentHelp("The port that browsers reach it at; 0 for any that is free.", valueName: "N"))
  var port = 8017

  @Option(
    help: ArgumentHelp(
      "The printer that is offered first, as printers.yaml names it (default: the usual one).", valueName: "NAME"),
    completion: Completions.printers)
  var printer: String?

  @Flag(help: "Open the board, for a projector, rather than the desk.")
  var board = false

  @Flag(help: "Let phones and tablets of the same network give here, too, once each has typed a code.")
  var lan = false

  @Flag(help: "Open no browser; say the address only.")
  var noBrowser = false

  @Flag(help: "Send all phones and tablets away that were let in, and end; each needs a new code after that.")
  var unpair = false

  @OptionGroup var place: OfficeOption

  func validate() throws {
    if unpair, lan || board || printer != nil {
      throw ValidationError("--unpair opens no desk, so it stands alone: billing-office desk --unpair")
    }
    if !(0...65_535).contains(port) { throw ValidationError("--port must be from 0 to 65535, not \(port).") }
  }

  func run() throws {
    // Gifts are taken by a dozen threads in turn, and memory that each of them keeps for itself is no good to the others: with one arena it
    // stays flat (mallopt(3)).
    mallopt(M_ARENA_MAX, 1)
    try Terminal.reporting {
      let office = try Surroundings.office(named: place.office)
      if unpair {
        let count = office.devicesCount(on: Surroundings.today)
        try office.forgetDevices()
        return Terminal.note(
          count == 0
            ? "No phone or tablet was let in." : "All phones and tablets are sent away; an open desk knows it, too.")
      }
      if let printer { _ = try office.printer(named: printer) }
      let addresses = lan ? Surroundings.networkAddresses : []
      if lan, addresses.isEmpty { throw Diagnostics(CommandFact.noNetwork) }
      let server = try DeskServer(
        office,
        DeskSetup(
          port: port, printer: printer, addresses: addresses, moment: { Surroundings.moment },
          day: { Surroundings.today },
          time: { Surroundings.time }))
      try serve(server, addresses)
    }
  }

  /// Serves until somebody presses Ctrl-C.
  private func serve(_ server: DeskServer, _ addresses: [String]) throws {
    let outcome = Mutex<Result<Void, any Error>?>(nil)
    let task = Task.detached { [path = board ? "/board" : "/", opensBrowser = !noBrowser] in
      let result: Result<Void, any Error>
      do {
        try await server.run { port in
          let address = "http://localhost:\(port)\(path)"
          Terminal.out(address)
          Terminal.note("The desk stands at that address, for a browser. Ctrl-C closes it.")
          if let own = addresses.first {
            Terminal.note("Phones and tablets: http://\(own):\(port)/ with the code at http://localhost:\(port)/join")
          }
          if opensBrowser { Surroundings.open(address) }
        }
        result = .success(())
      } catch { result = .failure(error) }
      outcome.withLock { $0 = result }
    }
    while outcome.withLock({ $0 }) == nil {
      if Interruption.isWanted {
        task.cancel()
        // What is on its way to the ledger is there in a moment, and a paper that is coming out is not cut off; who waits for an
        // answer asks again.
        for _ in 0..<Self.mostTurns where outcome.withLock({ $0 }) == nil || OpenSpools.isAny { usleep(Self.turn) }
        Terminal.note("The desk is closed.")
        return
      }
      usleep(Self.turn)
    }
    guard case .failure(let error) = outcome.withLock({ $0 }) else { return }
    let isTaken = "\(error)".contains("errno: \(EADDRINUSE)")
    throw Diagnostics(isTaken ? CommandFact.portTaken(port) : .noDesk(port: port, "\(error)"))
  }

  /// How often it is looked whether to stop, in microseconds, and how often at the most until what is under way has ended.
  private static let (turn, mostTurns): (UInt32, Int) = (20_000, 400)
}
