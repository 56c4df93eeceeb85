import TestTools
import Testing

/// Where ink may be.
@Suite(.slow) struct GeometryTests {
  /// Printers cannot print on the outermost 4 mm of a sheet.
  @Test(arguments: PageCase.looks) func nothingIsLostAtTheSheetsEdge(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let dpi = 75
    let rim = Int((4 / 25.4 * Double(dpi)).rounded(.up))
    for number in paper.pages {
      let picture = GreyPicture(try Pixels(pdf: paper.path, page: number, dpi: dpi))
      var inked: (x: Int, y: Int)?
      for y in 0..<picture.height {
        for x in 0..<picture.width where picture[x, y] < 250 {
          if x < rim || y < rim || x >= picture.width - rim || y >= picture.height - rim { inked = (x, y) }
        }
      }
      #expect(
        inked == nil, "page \(number): ink at \(String(describing: inked)) of \(picture.width) × \(picture.height)")
      let size = try #require(try paper.size(number))
      for word in try paper.words(number) {
        let isOnPage = word.x.lowerBound >= 0 && word.x.upperBound <= size.width && word.y.lowerBound >= 0
        #expect(isOnPage && word.y.upperBound <= size.height, "page \(number): \(word.text)")
      }
    }
  }

  /// No word stands on another; so no column runs into the next.
  @Test(arguments: PageCase.looks) func wordsStandApart(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    for number in paper.pages {
      let words = try paper.words(number).sorted { $0.x.lowerBound < $1.x.lowerBound }
      for (index, word) in words.enumerated() {
        // The letters of an Arabic word are words of their own here, and reach a little into each other.
        let touch = max(1, 0.04 * word.height)
        for other in words[(index + 1)...].prefix(while: { $0.x.lowerBound < word.x.upperBound - touch })
        where other.core.overlaps(word.core) {
          Issue.record(
            "page \(number): \"\(word.text)\" and \"\(other.text)\" at \(other.x.lowerBound), \(other.y.lowerBound)")
        }
      }
    }
  }
}
