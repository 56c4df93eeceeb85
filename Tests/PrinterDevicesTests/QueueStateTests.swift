import Testing

@testable import PrinterDevices

/// What CUPS 2.4's `lpstat` writes in the C locale.
@Suite struct QueueStateTests {
  @Test func aQueueThatPrintsHasNothingTheMatter() {
    let state = QueueState(
      """
      printer laser-2 is idle.  enabled since Sat Nov 21 12:20:50 2026
      \tForm mounted:
      \tAlerts: none
      laser-2 accepting requests since Sat Nov 21 12:20:50 2026
      """)
    #expect(state.stopped == nil && state.refusing == nil && state.trouble == nil && !state.isPrinting("laser-2-1"))
  }

  @Test func aStoppedQueueSaysWhy() {
    let state = QueueState(
      """
      printer laser-2 disabled since Sat Nov 21 12:34:20 2026 -
      \tOut of toner
      \tAlerts: paused
      laser-2 not accepting requests since Sat Nov 21 12:34:20 2026 -
      \tGone home
      """)
    #expect(state.stopped?.reason == "Out of toner" && state.refusing?.reason == "Gone home")
    #expect(state.trouble == .paused)
  }

  @Test(arguments: ["\treason unknown", "\t", ""])
  func aStoppedQueueMayHaveNoReason(line: String) {
    #expect(QueueState("printer x disabled since now -\n\(line)").stopped == QueueState.Halt(reason: nil))
  }

  @Test func whatItPrintsIsKnown() {
    let state = QueueState("printer laser-2 now printing laser-2-17.  enabled since Sat Nov 21 12:20:50 2026\n")
    #expect(state.isPrinting("laser-2-17") && !state.isPrinting("laser-2-1"))
  }

  @Test(
    arguments: [
      ("media-empty-error", .outOfPaper), ("toner-low-report, media-jam", .paperJam),
      ("cover-open-error,media-needed", .wantsPaper), ("connecting-to-device", .unreachable), ("offline-report", nil),
      ("toner-low-warning", nil), ("none", nil),
    ] as [(String, PrinterTrouble?)])
  func keywordsBecomeFacts(alerts: String, trouble: PrinterTrouble?) {
    #expect(QueueState.trouble(in: alerts) == trouble)
  }

  @Test func aJobThatWasGivenUpIsTold() {
    let text = """
      laser-2-1               root             51200   Sat Nov 21 12:20:51 2026
      \tStatus: Filter failed
      \tAlerts: aborted-by-system
      \tqueued for laser-2
      laser-2-11              root             51200   Sat Nov 21 12:20:52 2026
      \tStatus:
      \tAlerts: job-completed-successfully
      laser-2-12              root             51200   Sat Nov 21 12:20:53 2026
      \tStatus:
      \tAlerts: job-canceled-by-user
      """
    #expect(QueueState.failure(of: "laser-2-1", in: text) == .aborted(status: "Filter failed"))
    #expect(QueueState.failure(of: "laser-2-11", in: text) == nil)
    #expect(QueueState.failure(of: "laser-2-12", in: text) == .cancelled(status: nil))
    #expect(QueueState.failure(of: "laser-2-2", in: text) == nil)
  }
}
