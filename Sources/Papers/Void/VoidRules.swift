import Foundation
import Layout
import Templating

/// What every page must keep of its stamp, and every paper of its honesty.
enum VoidRules {
  /// The least contrast of the stamp's ink on paper: WCAG 2 asks 3 : 1 of large text.
  static let leastContrast = 3.0
  /// How much of the stamp codes may take away.
  static let mostLeftOut = 0.12
  /// What is wrong with where a template wants the stamp; nil when it is right.
  static func violation(of layer: VoidLayer, _ placement: StampPlacement, _ need: VoidNeed, page: Size)
    -> VoidViolation?
  {
    let sheet = Rect(.zero, page)
    let side = min(page.width, page.height)
    if layer.stamp.box.size.width < need.leastStampShare * side - 0.001 {
      return .tooSmall(share: layer.stamp.box.size.width / side, least: need.leastStampShare)
    }
    if !sheet.contains(layer.stampBounds, slack: 0.5) { return .offThePage }
    let contrast = contrast(placement.color, .white)
    if contrast < leastContrast { return .tooFaint(contrast: contrast) }
    return nil
  }

  /// What is wrong with what a page says about itself: codes in the wrong places, or a stamp over the sentence; nil when nothing is.
  static func violation(of survey: PageSurvey, under layer: VoidLayer) -> VoidViolation? {
    if layer.isCrowded { return .stampOverSentence }
    let lost = survey.codes.reduce(0.0) { $0 + (layer.stampBounds.intersection($1)?.area ?? 0) }
    if lost > mostLeftOut * layer.stampBounds.area { return .codeOverStamp }
    // A code leaves nothing of what is below it. The words are turned, and what is but within the upright rectangle around them
    // takes none of their letters away.
    let words = layer.phrases.filter(\.kind.isOfStamp).flatMap(\.lines).compactMap {
      LineVicinity($0, at: $0.place, reach: 0)
    }
    if survey.codes.contains(where: { code in words.contains { $0.meets(code, at: Transform()) } }) {
      return .codeOverStamp
    }
    if survey.codes.contains(where: { layer.sentenceBounds.intersection($0) != nil }) { return .codeOverSentence }
    return nil
  }

  /// The contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio" and "relative luminance").
  static func contrast(_ a: Color, _ b: Color) -> Double {
    contrast(luminance((a.red, a.green, a.blue)), luminance((b.red, b.green, b.blue)))
  }

  /// The contrast ratio of two luminances.
  static func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

  /// How bright a colour is, in parts of 0 to 1.
  static func luminance(_ color: (red: Double, green: Double, blue: Double)) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// How bright a pixel is, a word of 0x00RRGGBB, in parts of 0 to 1.
  static func luminance(ofPixel word: UInt32) -> Double {
    func shade(_ shift: UInt32) -> Double { shades[Int(word >> shift & 0xFF) * 4] }
    return 0.2126 * shade(16) + 0.7152 * shade(8) + 0.0722 * shade(0)
  }

  private static func linear(_ part: Double) -> Double { shades[Int((min(1, max(0, part)) * 1020).rounded())] }

  /// The shades of a colour's parts, linear, four to each of a pixel's.
  private static let shades = (0...1020).map { step -> Double in
    let part = Double(step) / 1020
    return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }
}

/// How a template tries to get around the stamp.
package enum VoidViolation: Error, Fact {
  case tooSmall(share: Double, least: Double)
  case offThePage
  case tooFaint(contrast: Double)
  case codeOverStamp
  case codeOverSentence
  case stampOverSentence
  case hidden
  /// The stamp's words do not stand out from the picture on which they are, or from what is below both.
  case hiddenByArt
  case sentenceHidden
  /// How a printer is corrected moves the words off what it prints on.
  case pushedOff
  /// The picture has so few pixels that nobody can read the words.
  case tooFewPixels
  /// A page that bears no void at all.
  case missing
}
