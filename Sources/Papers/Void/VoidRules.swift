import Drawing
import Foundation
import Layout
import Templating

/// What every page must keep of its stamp, and every paper of its honesty.
enum VoidRules {
  /// The least contrast of the stamp's ink on paper: WCAG 2 asks 3 : 1 of large text.
  static let leastContrast = 3.0
  /// How much of the stamp codes may take away.
  static let mostLeftOut = 0.12
  /// How much of the stamp's and the sentence's ink must stand out from what is below it.
  static let leastVisible = 0.7
  /// From which contrast on, with and without the stamp, its ink stands out.
  static let visibleContrast = 1.8
  /// The resolution at which pages are looked at, in dots an inch.
  static let lookingResolution = 40.0

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

  /// What is wrong with what a page says about itself: codes in the wrong places; nil when nothing is.
  static func violation(of survey: PageSurvey, under layer: VoidLayer) -> VoidViolation? {
    let lost = survey.codes.reduce(0.0) { $0 + (layer.stampBounds.intersection($1)?.area ?? 0) }
    if lost > mostLeftOut * layer.stampBounds.area { return .codeOverStamp }
    if survey.codes.contains(where: { layer.sentenceBounds.intersection($0) != nil }) { return .codeOverSentence }
    return nil
  }

  /// What on a page could hide the stamp or the sentence, so that the page must be looked at.
  static func suspects(_ survey: PageSurvey, under layer: VoidLayer) -> [PageSurvey.Cover] {
    survey.covers.filter { cover in
      let isDark = cover.color.map { contrast($0, .white) > 1.5 } ?? true
      return isDark
        && [layer.stampBounds, layer.sentenceBounds].contains { area in
          (area.intersection(cover.area)?.area ?? 0) > 0.02 * area.area
        }
    }
  }

  /// Draws the page with and without the layer and counts what of the layer's ink can be told apart; nil when it can be seen.
  ///
  /// - Parameters:
  ///   - page: the page without the layer.
  ///   - layer: the layer.
  ///   - measurer: draws the page.
  /// - Returns: what cannot be seen.
  /// - Throws: `DrawingError` when the page cannot be drawn.
  static func look(at page: Frame, under layer: VoidLayer, _ measurer: PangoMeasurer)
    throws(DrawingError) -> VoidViolation?
  {
    var stamped = page
    layer.apply(to: &stamped, leavingOut: PageSurvey(page).codes)
    var alone = Frame(size: page.size)
    alone.add(.shared(layer.frame), at: .zero)
    let scale = lookingResolution / 72
    // Only the rows where the layer is are looked at, and drawn.
    let top = max(0, Int(min(layer.stampBounds.minY, layer.sentenceBounds.minY) * scale))
    let bottom = Int((max(layer.stampBounds.maxY, layer.sentenceBounds.maxY) * scale).rounded(.up))
    let rows = top..<max(top + 1, min(bottom, Int((page.size.height * scale).rounded())))
    let ink = try Raster.render(alone, dpi: lookingResolution, rows: rows, measurer: measurer)
    let with = try Raster.render(stamped, dpi: lookingResolution, rows: rows, measurer: measurer)
    let without = try Raster.render(page, dpi: lookingResolution, rows: rows, measurer: measurer)
    func visible(in area: Rect) -> Double {
      var (all, seen) = (0.0, 0.0)
      for y in max(0, Int(area.minY * scale) - top)..<min(ink.height, Int((area.maxY * scale).rounded(.up)) - top) {
        for x in max(0, Int(area.minX * scale))..<min(ink.width, Int((area.maxX * scale).rounded(.up))) {
          // Thin strokes are grey at this resolution, so every shade counts as far as it is dark.
          let full = contrast(luminance(ink[x, y]), 1)
          guard full > 1.3 else { continue }
          all += 1
          let difference = contrast(luminance(with[x, y]), luminance(without[x, y]))
          if difference >= min(visibleContrast, 1 + (full - 1) * 0.5) { seen += 1 }
        }
      }
      return all > 0 ? seen / all : 0
    }
    if visible(in: layer.stampBounds) < leastVisible { return .hidden }
    if visible(in: layer.sentenceBounds) < leastVisible { return .sentenceHidden }
    return nil
  }

  /// The contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio" and "relative luminance").
  static func contrast(_ a: Color, _ b: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      self.luminance(red: linear(color.red), green: linear(color.green), blue: linear(color.blue))
    }
    return contrast(luminance(a), luminance(b))
  }

  private static func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

  private static func luminance(_ pixel: (red: UInt8, green: UInt8, blue: UInt8)) -> Double {
    luminance(red: shades[Int(pixel.red)], green: shades[Int(pixel.green)], blue: shades[Int(pixel.blue)])
  }

  private static func luminance(red: Double, green: Double, blue: Double) -> Double {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  private static func linear(_ part: Double) -> Double {
    part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  /// The 256 shades of a pixel's parts, linear.
  private static let shades = (0...255).map { linear(Double($0) / 255) }
}

/// How a template tries to get around the stamp.
package enum VoidViolation: Error, Fact {
  case tooSmall(share: Double, least: Double)
  case offThePage
  case tooFaint(contrast: Double)
  case codeOverStamp
  case codeOverSentence
  case hidden
  case sentenceHidden
}
