import Foundation
import Layout
import OfficeFixtures
import Synchronization
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Whatever is given, on whichever of the program's templates, papers and languages: the paper comes out, which it does only where the
/// program itself finds every letter of the void; other eyes can read them on every twentieth; no type is smaller than 6 points,
/// and no page but the last is left blank at its foot.
///
/// `TEST_PAPERS=2000` asks for so many, `TEST_PAPERS_FIRST=7` for those from that seed on, `TEST_PAPERS_READ=1` has each of them read.
@Suite struct RandomPapersTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static func number(_ name: String, or usual: Int) -> Int { environment[name].flatMap { Int($0) } ?? usual }
  /// The smallest type, in points; on signs lower than A7 5.
  private static let leastType = 6.0

  @Test(.slow) func eachIsVoidAndWellSet() throws {
    let (count, first) = (Self.number("TEST_PAPERS", or: 400), Self.number("TEST_PAPERS_FIRST", or: 1))
    let read = Self.number("TEST_PAPERS_READ", or: 20)
    let next = Mutex(first)
    let faults = Mutex([String]())
    let pages = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(2, ProcessInfo.processInfo.activeProcessorCount)) { _ in
      do {
        let starter = try OfficeFiles.file("Templates/office/prices.csv", [])
        let office = try HidingOffice(prices: starter)
        let items = try office.office.items()
        let choices = RandomPaper.Choices(OfficeTemplates(office.office.office).list())
        while true {
          let seed = next.withLock { next in
            next += 1
            return next - 1
          }
          if seed >= first + count { return }
          let paper = RandomPaper(seed: seed, of: choices, items: items)
          let found = try Self.faults(of: paper, in: office, isRead: seed % read == 0)
          pages.withLock { $0 += found.pages }
          if !found.faults.isEmpty { faults.withLock { $0 += found.faults.map { "\(paper): \($0)" } } }
        }
      } catch { Issue.record("\(error)") }
    }
    let all = faults.withLock { $0 }
    #expect(all.isEmpty, "\(all.count) of \(pages.withLock { $0 }) pages: \(all.prefix(40).joined(separator: "\n"))")
    #expect(pages.withLock { $0 } >= count)
  }

  private static func faults(
    of paper: RandomPaper, in office: HidingOffice, isRead: Bool
  ) throws -> (faults: [String], pages: Int) {
    let pages: HidingOffice.Pages
    do { pages = try office.make(paper) } catch let refused as Diagnostics {
      return (["refused: \(refused.all.map(\.words.message))"], 0)
    }
    var faults: [String] = []
    for (number, frame) in pages.frames.enumerated() {
      let page = SetPage(frame)
      let isSmall = paper.kind == nil && frame.size.height < 105 * Length.millimetre - 1
      let least = isSmall ? leastType - 1 : leastType
      if page.least.size < least - 0.01 {
        faults.append(
          "page \(number + 1): type of \((page.least.size * 10).rounded() / 10) pt, \(page.least.style?.families.first ?? "")"
        )
      }
      let blank = 1 - page.end / frame.size.height
      if number < pages.frames.count - 1, blank > 0.2 {
        faults.append("page \(number + 1): \(Int(blank * 100)) % blank at its foot")
      }
    }
    if isRead {
      let unread = try office.readings(pages, paper.seed).filter { !$0.canRead }
      if !unread.isEmpty { faults.append("unread: \(unread)") }
    }
    return (faults, pages.frames.count)
  }
}

extension HidingOffice {
  /// Makes a paper, and lays it out once more.
  ///
  /// - Throws: ``Diagnostics`` where it is refused.
  fileprivate func make(_ paper: RandomPaper) throws -> Pages {
    try office.scratch.write(paper.rows, to: "office/rows.csv")
    let output = OutputWish(format: .pdf, isTagged: false)
    guard let kind = paper.kind else {
      guard let issued = TestOffice.issued else { throw Pixels.Unreadable(description: "no day") }
      let signs = SignRequest(
        list: office.path("rows.csv"), template: paper.template, language: String(paper.locale.prefix(2)),
        size: paper.paper, sheet: ["A3", "Tabloid", "Legal", "Letter"].contains(paper.paper) ? paper.paper : nil,
        output: output, issued: issued)
      return try pages(of: signs, as: .pdf, .none)
    }
    let request = try office.request(
      "rows.csv", kind, look: PaperLook(template: paper.template, paper: paper.paper, locale: paper.locale),
      output: output)
    return try pages(of: request, as: .pdf, .none)
  }
}

extension TestOffice {
  /// The names in its price book.
  fileprivate func items() throws -> [String] {
    var faults = Faults()
    let book = office.prices(nil, &faults)
    guard let book else { throw Diagnostics(faults.all) }
    return book.entries.map(\.item)
  }
}
