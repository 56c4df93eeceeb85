import BillingOffice
import Foundation
import Layout
import OfficeFixtures
import TestTools
import Testing

@testable import Drawing
@testable import Papers

/// The other eyes themselves: what they must be able to read, and what they must not, or the papers with templates that hide things
/// would come out of their test whatever is on them.
@Suite(.slow) struct ReaderTests {
  /// What is done to a page that has been judged and is to come out.
  enum Sabotage: CaseIterable {
    /// Nothing of the void is drawn.
    case left
    /// Each phrase is painted over in white, or in black, or in the stamp's own colour.
    case white, black, inked
    /// So is a third of it.
    case third
    /// The void is another one's: it stands some millimetres lower.
    case moved
  }

  private static let formats: [(PaperFormat, String)] = [
    (.pdf, "A4"), (.svg, "A4"), (.png(dpi: 150), "A5"), (.share, "A4"), (.escpos(dots: nil), "80mm"),
  ]

  private func pages(_ format: PaperFormat, _ paper: String, in office: HidingOffice) throws -> HidingOffice.Pages {
    let kind: any GiftKind = paper == "80mm" ? ReceiptKind() : InvoiceKind()
    try office.office.scratch.write(OfficeFiles.order("Rice,2"), to: "office/rows.csv")
    let request = try office.office.request(
      "rows.csv", kind, look: PaperLook(paper: paper), output: OutputWish(format: format, isTagged: false))
    return try office.pages(of: request, as: format, .none)
  }

  @Test(arguments: formats.indices) func aPlainPaperIsRead(index: Int) throws {
    let office = try HidingOffice()
    let (format, paper) = Self.formats[index]
    let readings = try office.readings(try pages(format, paper, in: office), 1)
    // Beside a receipt's code the stamp is so narrow that its small line, which would not be readable, is left out.
    #expect(readings.count == (paper == "80mm" ? 4 : 6))
    #expect(readings.allSatisfy { $0.canRead && $0.stands > 0.85 && $0.likeness > 0.4 }, "\(format): \(readings)")
  }

  @Test(arguments: formats.indices, Sabotage.allCases) func whatWasHiddenAfterwardsIsNot(
    index: Int, sabotage: Sabotage
  ) throws {
    let office = try HidingOffice()
    let (format, paper) = Self.formats[index]
    if format == .svg { return }
    var pages = try pages(format, paper, in: office)
    let void = try #require(pages.voids.first?.first)
    pages.frames[0] = Self.spoilt(pages.frames[0], void, sabotage)
    pages.seen = try office.drawn(pages.frames, pages, named: "spoilt")
    for reading in try office.readings(of: void, on: 0, pages) {
      #expect(!reading.canRead, "\(format), \(sabotage): \(reading)")
    }
  }

  private static func spoilt(_ frame: Frame, _ void: FinishedPage.Found, _ sabotage: Sabotage) -> Frame {
    var frame = frame
    let last = frame.items.removeLast()
    func cover(_ color: Color, share: Double) {
      frame.items.append(last)
      for line in void.layer.phrases.flatMap(\.lines) {
        guard let ink = line.ink else { continue }
        let whole = ink.grown(by: 0.5 * line.size)
        let box = Rect(x: whole.minX, y: whole.minY, width: whole.size.width * share, height: whole.size.height)
        let cover = Frame(
          size: .zero, items: [Placed(origin: box.origin, item: .box(BoxItem(size: box.size, fill: color)))])
        frame.add(
          .group(GroupItem(content: SharedFrame(cover), transform: void.place.around(line.place))), at: .zero)
      }
    }
    switch sabotage {
    case .left: break
    case .white: cover(.white, share: 1)
    case .black: cover(.black, share: 1)
    case .inked: cover(void.layer.phrases[0].lines[0].style.color, share: 1)
    case .third: cover(.white, share: 0.36)
    case .moved: frame.items.append(Placed(origin: last.origin + Point(3, 9), item: last.item))
    }
    return frame
  }
}
