import Foundation
import TestTools
import Testing

/// Whether it can be read, on a bad printer too.
@Suite(.slow) struct ContrastTests {
  /// Every colour in which a page shows text keeps 4.5 : 1 on white paper (WCAG 2.1, success criterion 1.4.3).
  @Test(arguments: PageCase.all) func textIsDarkEnough(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let content = try Tool.qpdf.run(["--qdf", "--object-streams=disable", paper.path, "-"]).data
    let colors = TextColors(String(decoding: content, as: UTF8.self))
    #expect(colors.seen.count >= 3, "ink, soft ink and the stamp's: \(colors.seen)")
    for color in colors.seen {
      #expect(color.contrast >= 4.5, "\(color)")
    }
  }

  /// Where black dots only are printed, every figure still has strokes and blanks between them.
  ///
  /// Shades become dots there. Half of the figures' boxes are a fifth black and nearly all less than a half; one bold zero below
  /// the stamp's frame comes to four fifths.
  @Test(arguments: PageCase.looks.filter(\.isKept)) func figuresSurviveBlackDots(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let dpi = 300
    for number in paper.pages {
      let dots = try BlackDots(file: paper.drawn(number, dpi: dpi, .blackDots))
      for word in try paper.words(number) where word.text.contains(where: \.isNumber) && word.height < 20 {
        let scale = Double(dpi) / 72
        let share = dots.share(
          x: Int(word.x.lowerBound * scale)..<Int(word.x.upperBound * scale),
          y: Int(word.core.lowerBound * scale)..<Int(word.core.upperBound * scale))
        #expect((0.015...0.85).contains(share), "page \(number): \(word.text) is \(Int(share * 100)) % black")
      }
    }
  }
}

/// A page in black dots, read from a binary PBM file.
private struct BlackDots {
  private let width: Int
  private let height: Int
  private let bytes: [UInt8]

  init(file: String) throws {
    let all = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    let head = String(decoding: all.prefix(40), as: UTF8.self)
    guard let match = head.prefixMatch(of: #/P4\s(\d+)\s(\d+)\s/#), let width = Int(match.1), let height = Int(match.2)
    else { throw GreyPicture.Failure(description: "\(file) is no binary PBM") }
    (self.width, self.height) = (width, height)
    bytes = Array(all[match.0.utf8.count...])
  }

  /// How much of an area is black.
  func share(x: Range<Int>, y: Range<Int>) -> Double {
    let row = (width + 7) / 8
    var black = 0
    for line in y where line >= 0 && line < height {
      for column in x where column >= 0 && column < width {
        if bytes[line * row + column / 8] & (0x80 >> UInt8(column % 8)) != 0 { black += 1 }
      }
    }
    return Double(black) / Double(max(1, x.count * y.count))
  }
}
