import Layout
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct PageSurveyTests {
  private final class NoGlyphs: ShapedContent {}

  private func survey(_ items: [Placed]) -> PageSurvey { PageSurvey(Frame(size: Size(200, 300), items: items)) }

  private func placed(_ item: Item, _ x: Double = 10, _ y: Double = 20) -> Placed {
    Placed(origin: Point(x, y), item: item)
  }

  @Test func findsWhatLaysDownInk() {
    let size = Size(30, 40)
    let area = Rect(x: 10, y: 20, width: 30, height: 40)
    #expect(
      survey([placed(.box(BoxItem(size: size, fill: .black)))]).covers == [PageSurvey.Cover(area: area, color: .black)])
    #expect(survey([placed(.box(BoxItem(size: size, stroke: .black, strokeWidth: 1)))]).covers.isEmpty)
    #expect(survey([placed(.box(BoxItem(size: size, stroke: .black, strokeWidth: 7)))]).covers.count == 1)
    #expect(
      survey([placed(.picture(path: "a", size: size))]).covers == [PageSurvey.Cover(area: area, picture: "a")])
    #expect(
      survey([placed(.boxes([Rect(x: 1, y: 2, width: 3, height: 4)], .black))]).covers.first?.area
        == Rect(x: 11, y: 22, width: 3, height: 4))
    #expect(survey([placed(.link(address: "", size: size))]).covers.isEmpty)
  }

  @Test func onlyLargeTypeIsACover() {
    let line = ShapedLine(width: 100, end: 1, content: NoGlyphs())
    #expect(survey([placed(.text(line, TextStyle(families: [], size: 71)))]).covers.isEmpty)
    let covers = survey([placed(.text(line, TextStyle(families: [], size: 100)), 10, 120)]).covers
    #expect(covers == [PageSurvey.Cover(area: Rect(x: 10, y: 20, width: 100, height: 130))])
  }

  @Test func findsThemInsideOfOthersToo() {
    let code = Item.code(CodeItem(text: "", side: 10, quietZone: 1))
    let box = Item.box(BoxItem(size: Size(10, 10), fill: .black))
    let inner = Frame(size: Size(20, 20), items: [placed(code, 1, 2), placed(box, 1, 2)])
    let turned = GroupItem(content: SharedFrame(inner), transform: Transform(cosine: 0, sine: 1))
    let survey = survey([placed(.frame(inner)), placed(.shared(SharedFrame(inner))), placed(.group(turned), 100, 100)])
    let straight = Rect(x: 11, y: 22, width: 10, height: 10)
    let quarter = Rect(x: 88, y: 101, width: 10, height: 10)
    #expect(survey.codes == [straight, straight, quarter])
    #expect(survey.covers.map(\.area) == [straight, straight, quarter])
    // What is turned or blended can only be judged by looking.
    #expect(survey.covers.map(\.color) == [.black, .black, nil])
  }
}
