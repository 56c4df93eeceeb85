import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct PaperTaskTests {
  private func tasks(
    _ files: [Range<Int>], parts: [Range<Int>]? = nil, format: PaperFormat = .pdf, isForPrinter: Bool = false
  ) -> [PaperRun.Task] {
    var plan = OutputPlan(folder: "/office/output", files: [], format: format)
    plan.files = files.map { OutputPlan.File(name: .fixed("\($0.lowerBound)"), papers: $0) }
    let all = 0..<(files.last?.upperBound ?? 0)
    return PaperRun.Task.all(of: plan, in: parts ?? [all], isForPrinter: isForPrinter)
  }

  @Test func aLongDocumentIsMadeInPieces() {
    let tasks = tasks([0..<60])
    #expect(tasks.map(\.papers) == [0..<25, 25..<50, 50..<60])
    #expect(tasks.map(\.piece) == [0, 1, 2] && tasks.allSatisfy { $0.files == 0..<1 })
    #expect(PaperRun.Task.pieces(60) == 3 && PaperRun.Task.pieces(25) == 1 && PaperRun.Task.pieces(26) == 2)
  }

  @Test func shortDocumentsAreMadeSeveralAtATime() {
    #expect(tasks((0..<60).map { $0..<$0 + 1 }).map(\.files) == [0..<25, 25..<50, 50..<60])
    // A printer is told of each by itself, and only PDFs have pieces.
    #expect(tasks((0..<60).map { $0..<$0 + 1 }, isForPrinter: true).map(\.files) == (0..<60).map { $0..<$0 + 1 })
    #expect(tasks([0..<60], format: .text).map(\.papers) == [0..<60])
  }

  @Test func volumesAreMadeOfTheirPartsAlone() {
    let tasks = tasks([0..<40, 40..<50, 50..<51], parts: [0..<40, 40..<51])
    #expect(tasks.map(\.part) == [0, 0, 1])
    #expect(tasks.map(\.papers) == [0..<25, 25..<40, 40..<51])
    #expect(tasks.map(\.files) == [0..<1, 0..<1, 1..<3])
  }
}
