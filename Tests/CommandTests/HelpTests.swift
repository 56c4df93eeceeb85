import Foundation
import TestTools
import Testing

/// What the program says of itself, and to whoever slips.
@Suite struct HelpTests {
  @Test func withoutAnythingTellsWhatThereIsAndTheVersionIsALine() throws {
    let run = try Shell().type([])
    #expect(run.output.contains("SUBCOMMANDS:"))
    #expect(run.status == 0)
    let version = try Shell().type(["--version"])
    #expect(version.output.firstMatch(of: #/^billing-office \d+\.\d+\.\d+\n$/#) != nil)
    #expect(version.status == 0)
    let shell = try Shell()
    let before = shell.listing
    let slip = try shell.type(["invoice", "order.csv", "--forse"])
    #expect(slip.status == 64 && slip.output.isEmpty && slip.errors.contains("did you mean --force?"), "\(slip.errors)")
    #expect(shell.listing == before)
  }
}
