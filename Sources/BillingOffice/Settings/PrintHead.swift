import Drawing
import Layout
import Papers

/// How many dots the heads of receipt printers have.
package enum PrintHeadSize {
  /// Whether there can be such a head: dots are sent eight to a byte.
  package static func isPossible(_ dots: Int) -> Bool { (64...2048).contains(dots) && dots % 8 == 0 }
  /// What there can be, in words.
  package static let words = "a multiple of 8 from 64 to 2048"
}

extension PrintHead {
  /// Eight dots a millimetre: most heads have as many.
  private static let usualDensity = 203.2

  /// The head of a printer for a paper: 576 dots on 80 mm and 384 on 58 mm, unless it is said otherwise, and eight a millimetre
  /// on what is wider.
  ///
  /// What stands on a roll is 72 mm or 48 mm wide. A head with fewer dots than that takes at 203 an inch has them farther apart
  /// (512 on 80 mm are 180 an inch), or is narrower; either way all of it fits.
  ///
  /// - Parameters:
  ///   - paper: the paper.
  ///   - dots: how many it really has; nil for the usual.
  init(on paper: Paper, dots: Int?) {
    let (usual, width) =
      [80: (576, 72.0), 58: (384, 48.0)][Int((paper.size.width / Length.millimetre).rounded())] ?? (
        Int(paper.size.width / Length.millimetre) * 8, paper.size.width / Length.millimetre
      )
    let count = dots ?? usual
    self.init(dots: count, density: min(Self.usualDensity, Double(count) / width * 25.4))
  }
}

extension PageOutput {
  /// What papers come out as.
  ///
  /// - Parameters:
  ///   - format: what they are written as.
  ///   - paper: on what.
  ///   - correction: what makes good how a printer is off.
  init(_ format: PaperFormat, on paper: Paper, _ correction: PrintCorrection) {
    self =
      switch format {
      case .pdf: .vector(correction)
      // A page that is put onto a card is judged once more on that, in its pixels.
      case .svg, .text, .share: .vector(.none)
      case .png(let dpi): .pixels(dpi: dpi)
      case .escpos(let dots): .dots(PrintHead(on: paper, dots: dots), correction)
      }
  }
}
