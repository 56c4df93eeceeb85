import Layout
import OfficeFixtures
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct ShareCardTests {
  @Test func aPageOfAnyOtherPaperStandsOnAGround() {
    let card = ShareCard.card(of: Frame(size: Size(595, 842)))
    #expect(card.size == Size(1080, 1350))
    guard case .box(let ground)? = card.items.first?.item else { return #expect(Bool(false), "no ground") }
    #expect(ground.size == card.size && ground.fill != .white)
  }

  @Test func aCardIsAllOfThePicture() {
    let card = ShareCard.card(of: Frame(size: Paper.card.size))
    #expect(card.items.count == 1)
    guard case .group(let page)? = card.items.first?.item else { return #expect(Bool(false), "no page") }
    #expect(page.transform.offset == .zero)
    #expect(abs(page.transform.cosine * Paper.card.size.width - 1080) < 0.01)
    #expect(abs(page.transform.cosine * Paper.card.size.height - 1350) < 0.01)
  }

  @Test(arguments: [
    ("invoice", "invoice", true), ("invoice", "gig", false), ("receipt", "receipt", true), ("board", "board", true),
  ])
  func aTemplateThatIsMadeForCardsIsLaidOutAsOne(kind: String, template: String, isCard: Bool) throws {
    let test = try TestOffice()
    let office = test.office
    var faults = Faults()
    let settings = try #require(office.settings(&faults))
    let kind = try #require(PaperKinds.named(kind))
    var look = PaperLook(template: template).suiting(.share)
    #expect(
      try office.design(kind, look, settings, on: nil).template.paper == (isCard ? .card : Paper.named(settings.paper)))
    look.paper = "A5"
    look.prefersCard = false
    #expect(PaperLook(template: template, paper: "A5").suiting(.share) == look)
    _ = test
  }
}
