import Foundation
import Synchronization
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct PaperRunTests {
  private static let batch = "invoice,item,quantity\n" + (1...12).map { "\($0),Rice,\($0)\n" }.joined()

  @Test func everyInvoiceIsCountedOnce() throws {
    let office = try TestOffice(["order.csv": Self.batch])
    for (split, workers) in [(false, 1), (true, 3), (true, 50)] {
      let counts = Mutex<[Int]>([])
      let request = try office.request(
        output: OutputWish(office.path("\(workers)"), isSplit: split, workers: workers))
      let observer = Observer(progress: { done, total in
        counts.withLock { $0.append(done) }
        #expect(total == 12)
      })
      let papers = try office.office.make(request, observer)
      #expect(counts.withLock { $0.sorted() } == Array(1...12))
      #expect(papers.paths.count == (split ? 12 : 1))
      #expect(papers.paths.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    }
  }

  @Test func anInterruptionLeavesNothing() throws {
    let office = try TestOffice(["order.csv": Self.batch])
    let before = office.scratch.files
    for (split, workers) in [(false, 1), (true, 2)] {
      let asked = Mutex(0)
      let request = try office.request(output: OutputWish(isSplit: split, workers: workers))
      let fault = #expect(throws: Diagnostics.self) {
        let isCancelled: @Sendable () -> Bool = {
          asked.withLock { asked in
            asked += 1
            return asked > 5
          }
        }
        _ = try office.office.make(request, Observer(isCancelled: isCancelled))
      }
      #expect(fault?.all.map(\.message) == ["interrupted; nothing was written"])
      #expect(office.scratch.files == before)
    }
  }

  @Test func theTitleBeginsWithMockInvoice() throws {
    let office = try TestOffice(["order.csv": Self.batch])
    for isRecorded in [false, true] {
      let papers = try office.print(isRecorded: isRecorded)
      var title = "Mock invoice DRAFT 1 – DRAFT 12 ·"
      if let first = papers.numbers.first, let last = papers.numbers.last {
        title = "Mock invoice \(first) – \(last) ·"
      }
      #expect(papers.numbers.count == (isRecorded ? 12 : 0))
      let path = try #require(papers.paths.first)
      let info = try Tool.pdfinfo.text(path)
      #expect(info.contains("Title:           \(title) Riverside Commons\n"))
      #expect(info.contains("Author:          Mock invoice by Riverside Commons\n"))
      #expect(info.contains("Subject:         VOID BY SOLIDARITY\n"))
    }
  }

  @Test func aFaultOnSeveralPapersIsToldOnceWithTheFirst() throws {
    let template = try TestOffice.template([("content:\n", "content:\n  - { text: \"PAID {{number}}\" }\n")])
    let office = try TestOffice(["order.csv": Self.batch, "Templates/invoice/template.yaml": template])
    let faults = office.faults()
    #expect(
      faults.first?.contains("\"PAID DRAFT\" says that something was paid, first on DRAFT 1\n") == true, "\(faults)")
    #expect(faults.count == 1)
    #expect(office.papers.isEmpty)
  }
}
