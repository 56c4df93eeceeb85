import Layout
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct PageLeavesTests {
  private func survey(_ items: [Placed]) -> PageSurvey { PageLeaves(Frame(size: Size(200, 300), items: items)).survey }

  private func placed(_ item: Item, _ x: Double = 10, _ y: Double = 20) -> Placed {
    Placed(origin: Point(x, y), item: item)
  }

  @Test func findsCodesAndLinksInsideOfOthersToo() {
    let code = Item.code(CodeItem(text: "", side: 10, quietZone: 1))
    let link = Item.link(address: "https://ledger.example.org", size: Size(10, 10))
    let inner = Frame(size: Size(20, 20), items: [placed(code, 1, 2), placed(link, 1, 2)])
    let turned = GroupItem(content: SharedFrame(inner), transform: Transform(cosine: 0, sine: 1))
    let survey = survey([placed(.frame(inner)), placed(.shared(SharedFrame(inner))), placed(.group(turned), 100, 100)])
    let straight = Rect(x: 11, y: 22, width: 10, height: 10)
    let quarter = Rect(x: 88, y: 101, width: 10, height: 10)
    #expect(survey.codes == [straight, straight, quarter])
    #expect(survey.links.count == 3)
  }
}
