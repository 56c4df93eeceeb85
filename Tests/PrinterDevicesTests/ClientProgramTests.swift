import Testing

@testable import PrinterDevices

@Suite struct ClientProgramTests {
  @Test func whatItSaysIsKept() throws {
    let answer = try #require(try ClientProgram.run("sh", ["-c", "echo $LC_ALL; echo no >&2; exit 3"]))
    #expect(answer.status == 3 && answer.output == "C\n" && answer.errors == "no\n")
  }

  @Test func aProgramMayBeMissing() throws {
    #expect(try ClientProgram.run("no-such-client-program", []) == nil)
  }

  @Test func noneIsWaitedForWithoutEnd() {
    #expect(throws: PrinterFault.noAnswer) { try ClientProgram.run("sleep", ["20"], patience: 0.2) }
  }

  @Test(
    arguments: [
      ("lp: Error - The printer or class does not exist.\n", "The printer or class does not exist"),
      ("lpstat: Forbidden\nand more\n", "Forbidden"), ("Bad media", "Bad media"), ("lp: \n", nil), ("", nil),
    ] as [(String, String?)])
  func complaintsArePassedOn(text: String, complaint: String?) {
    #expect(PrintQueue.complaint(in: text) == complaint)
  }
}
