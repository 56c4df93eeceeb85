import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct NearestNamesTests {
  @Test func theNearestComeFirst() {
    let names = ["desk", "currency", "place", "paper", "name"]
    #expect(NearestNames.of("dsek", among: names, limit: 1) == ["desk"])
    #expect(NearestNames.of("PLAC", among: names, limit: 1) == ["place"])
    #expect(NearestNames.of("papre", among: names) == ["paper", "name", "place"])
    #expect(NearestNames.of("paper", among: ["paper", "paper"]) == ["paper"])
    #expect(NearestNames.of("", among: names).count == 3)
    #expect(NearestNames.of("x", among: []) == [])
  }

  @Test func aPartOfALongerNameIsNear() {
    let items = ["Haircut, women's", "Haircut, men's", "Bicycle repair", "Rice"]
    #expect(NearestNames.of("haircutt", among: items, limit: 2) == ["Haircut, men's", "Haircut, women's"])
    #expect(NearestNames.of("repiar", among: items, limit: 1) == ["Bicycle repair"])
  }

  @Test func farFetchedNamesCanBeLeftOut() {
    #expect(NearestNames.of("unicorn feed", among: ["Rice", "Flour"], cutoff: 0.6) == [])
    #expect(NearestNames.of("flor", among: ["Rice", "Flour"], cutoff: 0.6) == ["Flour"])
  }
}
