import Layout
import Templating
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct PieceSizeTests {
  private static let mm = Length.millimetre

  @Test(arguments: [
    ("A6", 105.0, 148.0, false), ("a3", 297, 420, false), ("letter-quarter", 107.95, 139.7, false),
    ("half-letter", 139.7, 215.9, false), ("90x60mm", 90, 60, false), ("4 x 6 in", 101.6, 152.4, false),
    ("tent", 148, 105, true), ("tent-a5", 210, 148, true), ("tent-100x70mm", 100, 70, true),
  ])
  func readsSizes(text: String, width: Double, height: Double, isTent: Bool) throws {
    let size = try #require(PieceSize.named(text, isAmerican: false))
    #expect(abs(size.face.width - width * Self.mm) < 0.01 && abs(size.face.height - height * Self.mm) < 0.01)
    #expect(size.isTent == isTent)
    #expect(size.piece == (isTent ? Size(size.face.width, 2 * size.face.height) : size.face))
  }

  @Test func americanTentsAreOfAmericanPaper() throws {
    let size = try #require(PieceSize.named("tent", isAmerican: true))
    #expect(abs(size.face.width - 5.5 * 72) < 0.01 && abs(size.piece.height - 8.5 * 72) < 0.01)
  }

  @Test(arguments: [
    "", "A9", "80mm", "tents", "tent-", "tent-A9", "90x60", "10x60mm", "90xmm", "9000x60mm", "-90x60mm",
  ])
  func thereAreNoOthers(text: String) {
    #expect(PieceSize.named(text, isAmerican: false) == nil)
  }

  @Test func sheetsAreNamedOrMeasured() {
    #expect(PieceSize.sheet("letter") == Size(612, 792))
    #expect(PieceSize.sheet("320x450mm").map { abs($0.height - 450 * Self.mm) < 0.01 } == true)
    #expect(PieceSize.sheet("80mm") == nil && PieceSize.sheet("tent") == nil)
  }
}
