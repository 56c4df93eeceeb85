import TestTools
import Testing

/// The codes as a phone sees them: in colour, from a grey printer, and from one that has black dots only.
@Suite(.slow) struct CodeTests {
  @Test(arguments: PageCase.looks) func areReadAndLeadToTheLedger(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    var read: [String] = []
    for number in paper.pages {
      let codes = try paper.codes(number, .colour)
      read += codes
      if codes.isEmpty { continue }
      for look in [Paper.Look.grey, .blackDots] {
        #expect(try paper.codes(number, look) == codes, "page \(number), \(look)")
      }
    }
    #expect(read == paper.codedAddresses)
  }

  @Test(arguments: PageCase.looks) func areLargeAndStandAlone(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let dpi = 150
    var found = 0
    for number in paper.pages {
      guard let code = FoundCode(on: GreyPicture(try Pixels(pdf: paper.path, page: number, dpi: dpi))) else { continue }
      found += 1
      let millimetres = [code.x, code.y].map { Double($0.count) / Double(dpi) * 25.4 }
      // A pixel at either edge is neither black nor white.
      for side in millimetres { #expect((29.8...45).contains(side), "page \(number): \(side) mm") }
      #expect(abs(millimetres[0] - millimetres[1]) < 0.4, "page \(number): square")
      #expect(code.darkestAround > 250, "page \(number): the four modules around the code are white")
      let modules = Double(code.x.count) / code.module
      #expect(abs((modules - 17).remainder(dividingBy: 4)) < 0.6, "page \(number): \(modules) modules")
      try checkNumber(beside: code, on: number, of: paper, scale: 72 / Double(dpi))
    }
    #expect(found == paper.printed.invoices.count)
  }

  /// Whoever has no phone reads the number beside the code, or right below it, and types it behind the address beside the code.
  private func checkNumber(beside code: FoundCode, on number: Int, of paper: Paper, scale: Double) throws {
    let (left, right) = (Double(code.x.lowerBound) * scale, Double(code.x.upperBound) * scale)
    let (top, bottom) = (Double(code.y.lowerBound) * scale, Double(code.y.upperBound) * scale)
    let words = try paper.words(number).sorted {
      ($0.y.lowerBound, $0.x.lowerBound) < ($1.y.lowerBound, $1.x.lowerBound)
    }
    func text(_ isNear: (Word) -> Bool) -> Squeezed { Squeezed(words.filter(isNear).map(\.text).joined()) }
    func beside(_ reach: Double) -> Squeezed {
      text { word in
        let isNear =
          paper.page.isRightToLeft
          ? word.x.upperBound < left && word.x.lowerBound > left - reach
          : word.x.lowerBound > right && word.x.upperBound < right + reach
        return isNear && (top - 14...bottom + 14).contains((word.y.lowerBound + word.y.upperBound) / 2)
      }
    }
    let below = text { word in
      let isUnder = word.x.lowerBound > left - 14 && word.x.upperBound < right + 14
      return isUnder && (bottom...bottom + 28).contains((word.y.lowerBound + word.y.upperBound) / 2)
    }
    // The calm invoice has its totals beside the frame that these stand in.
    let isCalm = paper.page.template == "invoice-calm"
    let (near, far) = (beside(isCalm ? 130 : 240), beside(isCalm ? 130 : 360))
    let wanted = paper.numbers.compactMap { $0 }
    if wanted.isEmpty { return }
    #expect(
      wanted.contains { near.contains($0) || below.contains($0) }, "page \(number): beside \(near), below \(below)")
    #expect(wanted.contains { far.contains("ledger.example.org/R/\($0)") }, "page \(number): \(far)")
  }

  /// The stamp lies across the code, and all of the code and its quiet zone is left out of it.
  @Test func areLeftOutOfAStampAcrossThem() async throws {
    let page = try #require(PageCase.all.first { $0.name == "stamp-on-code" })
    let paper = try await Printery.paper(of: page)
    let pixels = try Pixels(pdf: paper.path, page: 1, dpi: 150)
    let code = try #require(FoundCode(on: GreyPicture(pixels)))
    let quiet = Int(4 * code.module)
    // Just outside of the quiet zone, the stamp's red comes up to the code from the left, or from above, and from the right.
    let rim = 12
    let rows = (code.y.lowerBound - quiet)...(code.y.upperBound + quiet)
    let columns = (code.x.lowerBound - quiet)...(code.x.upperBound + quiet)
    func isRed(_ x: Int, _ y: Int) -> Bool {
      let pixel = pixels[x, y]
      return pixel[0] > 150 && pixel[1] < 100
    }
    let above = columns.filter { x in (1...rim).contains { isRed(x, rows.lowerBound - $0) } }
    let right = rows.filter { y in (1...rim).contains { isRed(columns.upperBound + $0, y) } }
    #expect(above.count > 15, "the stamp no longer lies across the code; change the case")
    #expect(right.count > 15, "the stamp no longer lies across the code; change the case")
    let inside = rows.flatMap { y in columns.filter { isRed($0, y) } }
    #expect(inside.count < rows.count, "red within the code: \(inside.count) pixels")
    #expect(try paper.codes(1, .colour) == paper.codedAddresses)
  }
}
