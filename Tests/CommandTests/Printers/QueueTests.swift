import Foundation
import TestTools
import Testing

/// What is said of the queues of CUPS itself: the service that `scripts/test` starts on loopback.
@Suite(.slow) struct QueueTests {
  @Test func whatIsTheMatterWithAQueueIsTold() throws {
    let server = try #require(
      ProcessInfo.processInfo.environment["TEST_CUPS_SERVER"], "CUPS is not started; run the tests with scripts/test")
    let shell = try Shell()
    func failing(_ queue: String, at server: String = server) throws -> String {
      let run = try shell.type(
        ["give", "tutoring", "--again", "--quiet", "--print", queue], with: ["CUPS_SERVER": server])
      #expect(run.status == 75 && run.output.isEmpty)
      let number = try #require(Shell.numbers(run.errors).first)
      return run.errors.replacingOccurrences(of: number, with: "N").split(separator: "\n").first {
        $0.hasPrefix("error")
      }
      .map(String.init) ?? ""
    }
    #expect(
      try failing("lazer")
        == "error: N is recorded, but not printed on lazer: the system has no queue \"lazer\"; it has \"closed\", \"laser-2\", \"stopped\""
    )
    #expect(
      try failing("stopped")
        == "error: N is recorded, but not printed on stopped: the queue is stopped (Out of toner); start it with: cupsenable stopped"
    )
    #expect(
      try failing("closed")
        == "error: N is recorded, but not printed on closed: the queue takes no jobs (Gone home); let it with: cupsaccept closed"
    )
    #expect(
      try failing("laser-2", at: "127.0.0.1:1")
        == "error: N is recorded, but not printed on laser-2: the system's printing service (CUPS) does not run: sudo systemctl start cups"
    )
    // All four wait, and go together onto one sheet once there is a printer.
    let list = try shell.type(["printer", "list"])
    #expect(list.errors.contains("closed, laser-2, stopped (--print QUEUE)\n"))
    #expect(list.errors.hasPrefix("4 gifts are recorded and have no paper yet: billing-office reprint --unprinted\n"))
    let again = try shell.type(["reprint", "--unprinted", "--print", "laser-2"])
    #expect(again.status == 0, "\(again.errors)")
    #expect(Shell.numbers(again).count == 4)
    let test = try shell.type(["printer", "test", "laser-2"])
    #expect(test.status == 0 && test.output == "test → laser-2\n", "\(test.errors)")
  }
}
