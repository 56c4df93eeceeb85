import Testing

@testable import Bookkeeping

@Suite struct PriceSourceTests {
  @Test(
    arguments: [
      (
        "UrbanSitter, rates report, https://example.org/a-b?c=1", "UrbanSitter, rates report",
        "https://example.org/a-b?c=1"
      ),
      ("coffee, per lb., https://basketreport.com/press/", "coffee, per lb", "https://basketreport.com/press/"),
      ("A survey <https://example.org/x>.", "A survey", "https://example.org/x"),
      ("A survey (https://example.org/x), page 3", "A survey, page 3", "https://example.org/x"),
      (
        "A survey, https://en.wikipedia.org/wiki/Bread_(food).", "A survey",
        "https://en.wikipedia.org/wiki/Bread_(food)"
      ),
      ("(see https://example.org/a_(b))", "see", "https://example.org/a_(b)"),
      ("OCU: \"¿Cuánto cuesta?\" http://www.ocu.org/a;b,c", "OCU: \"¿Cuánto cuesta?\"", "http://www.ocu.org/a;b,c"),
      (
        "Old https://a.example/1 and new https://b.example/2!", "Old https://a.example/1 and new", "https://b.example/2"
      ),
      (
        "https://web.archive.org/web/2020/https://example.org/p", "web.archive.org",
        "https://web.archive.org/web/2020/https://example.org/p"
      ),
      ("HTTPS://User@Www.Example.org:8080/", "www.example.org", "HTTPS://User@Www.Example.org:8080/"),
      ("one https://a.example/1,https://b.example/2", "one https://a.example/1", "https://b.example/2"),
      ("Office for National Statistics (ONS)", "Office for National Statistics (ONS)", nil),
      ("A note, www.example.org", "A note, www.example.org", nil),
      ("Notice https:// broken", "Notice https:// broken", nil),
      ("物价局。https://example.cn/价格。", "物价局", "https://example.cn/价格"), ("–", "–", nil),
    ] as [(String, String, String?)])
  func partsTheAddressFromTheRest(cell: String, citation: String, address: String?) throws {
    let source = try #require(PriceSource(cell))
    #expect(source.citation == citation)
    #expect(source.address == address)
  }

  @Test(arguments: ["", "  ", "\n"]) func isNothingWhereNothingIs(cell: String) {
    #expect(PriceSource(cell) == nil)
  }
}
