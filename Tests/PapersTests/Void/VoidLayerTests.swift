import Drawing
import Layout
import OfficeFixtures
import Testing

@testable import BillingOffice
@testable import Papers
@testable import Templating

@Suite struct VoidLayerTests {
  static let paper = Size(595, 842)

  static func context(_ direction: Direction = .leftToRight) throws -> LayoutContext {
    let installation = TestOffice.installation
    let fonts = try Fonts(configuration: installation.fontConfiguration, cache: installation.cache)
    return LayoutContext(measurer: try PangoMeasurer(fonts: fonts, language: "en"), direction: direction)
  }

  static func placement(
    _ x: Double = 0.5, _ y: Double = 0.4, degrees: Double = -10, width: Double = 300,
    color: Color = Color(red: 0.8, green: 0, blue: 0.1)
  ) -> StampPlacement {
    StampPlacement(
      places: [Point(x, y)], nextPlaces: [], rollPlaces: [RollPlace(aboveEnd: 40 * Length.millimetre)],
      degrees: degrees,
      width: width, rollWidth: width,
      color: color, art: nil,
      mark: Mark(file: "template.yaml", line: 1, column: 1))
  }

  static func layer(
    _ placement: StampPlacement = placement(), on page: Size = paper, _ direction: Direction = .leftToRight
  ) throws -> VoidLayer {
    try VoidLayer(
      page: page, placement: placement, wording: VoidWording.in("en"), issuer: "Riverside", zero: "$0.00",
      context(direction))
  }

  @Test func theStampStandsWhereTheTemplateWantsIt() throws {
    let layer = try Self.layer()
    let bounds = layer.stampBounds
    #expect(abs((bounds.minX + bounds.maxX) / 2 - 297.5) < 0.01)
    #expect(abs((bounds.minY + bounds.maxY) / 2 - 336.8) < 0.01)
    #expect(layer.stamp.box.size.width == 300)
    // Turned, it takes more room than upright.
    #expect(bounds.size.height > layer.stamp.box.size.height)
    let upright = try Self.layer(Self.placement(degrees: 0))
    #expect(abs(upright.stampBounds.size.width - 300) < 0.01)
  }

  @Test func aRightToLeftLanguageMirrorsIt() throws {
    let bounds = try Self.layer(Self.placement(0.4), .rightToLeft).stampBounds
    #expect(abs((bounds.minX + bounds.maxX) / 2 - 0.6 * 595) < 0.01)
  }

  @Test func theSentenceStandsInTheFootThatEveryPageKeeps() throws {
    for page in [Self.paper, Size(420, 595), Size(227, 400)] {
      let layer = try Self.layer(Self.placement(width: page.width * 0.6), on: page)
      #expect(layer.sentenceBounds.minY > page.height - VoidLayer.foot(of: page, type: 0))
      #expect(layer.sentenceBounds.maxY < page.height)
      #expect(layer.sentenceBounds.minX > 0 && layer.sentenceBounds.maxX < page.width)
    }
  }

  @Test func itIsPaintedLastByMultiplicationAndLeavesCodesOut() throws {
    let layer = try Self.layer()
    var page = Frame(size: Self.paper)
    page.add(.box(BoxItem(size: Size(10, 10), fill: .black)), at: .zero)
    let codes = [Rect(x: 1, y: 2, width: 3, height: 4)]
    layer.apply(to: &page, leavingOut: codes)
    guard case .group(let group)? = page.items.last?.item else {
      Issue.record("the layer is not the last thing on the page")
      return
    }
    #expect(group.blend == .multiply)
    #expect(group.holes == codes)
    #expect(group.content === layer.frame)
    #expect(page.items.count == 2)
  }
}
