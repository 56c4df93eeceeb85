import Foundation
import Testing

@testable import Drawing
@testable import Papers

@Suite struct LedgerBaseTests {
  @Test(arguments: [
    ("https://ledger.example.org", "https://ledger.example.org"),
    ("https://ledger.example.org/", "https://ledger.example.org"),
    ("HTTPS://Ledger.Example.ORG//", "https://ledger.example.org"),
    ("http://nas/ledger/", "http://nas/ledger"), ("https://example.org/Our/Ledger", "https://example.org/Our/Ledger"),
    ("https://localhost:8080", "https://localhost:8080"), ("https://LOCALHOST:08080/", "https://localhost:8080"),
    ("http://192.168.1.5:80/a", "http://192.168.1.5:80/a"), ("http://[::1]/a", "http://[::1]/a"),
    ("https://[2001:DB8::7]:65535", "https://[2001:db8::7]:65535"),
    ("https://xn--mrkte-gra.example", "https://xn--mrkte-gra.example"),
    ("https://Märkte.example/a", "https://xn--mrkte-gra.example/a"),
    ("https://example.org/m%C3%A4rkte", "https://example.org/m%C3%A4rkte"),
  ]) func addressesThatCanBeUsed(text: String, address: String) throws {
    #expect(try LedgerBase.read(text) == address)
    // Once read, it stays what it is.
    #expect(try LedgerBase.read(address) == address)
  }

  @Test(arguments: [
    ("ledger.example.org", AddressProblem.noAddress("ledger.example.org")),
    ("nonsense here", .noAddress("nonsense here")),
    ("", .noAddress("")), ("https:/ledger.example.org", .noAddress("https:/ledger.example.org")),
    ("ftp://ledger.example.org", .otherScheme("ftp://")), ("https//://a", .otherScheme("https//://")),
    ("https://", .noHost), ("https:///a", .noHost), ("https://:80", .noHost),
    ("https://me:secret@ledger.example.org", .holdsUser), ("https://me@ledger.example.org", .holdsUser),
    ("https://ledger.example.org/?a=b", .holdsQuery), ("https://ledger.example.org?a", .holdsQuery),
    ("https://ledger.example.org/#a", .holdsQuery), ("https://ledger.example.org:", .badPort("")),
    ("https://ledger.example.org:0", .badPort("0")), ("https://ledger.example.org:65536/a", .badPort("65536")),
    ("https://ledger.example.org:80a", .badPort("80a")), ("https://ledger.example.org:-1", .badPort("-1")),
    ("https://ledger..example", .badHost("ledger..example")), ("https://ledger.example.", .badHost("ledger.example.")),
    ("https://-a.example", .badHost("-a.example")), ("https://my_ledger.example", .badHost("my_ledger.example")),
    ("https://1.2.3", .badHost("1.2.3")), ("https://1.2.3.456", .badHost("1.2.3.456")),
    ("https://[::g]", .badHost("[::g]")),
    ("https://[::1", .badHost("[::1")),
    ("https://\(String(repeating: "a", count: 64)).example", .badHost("\(String(repeating: "a", count: 64)).example")),
    ("https://a.example/a b", .refused(" ")), ("https://a b.example", .refused(" ")),
    ("https://a.example/\u{7}", .refused("\u{7}")), ("https://a.example/märkte", .refused("ä")),
    ("https://a.example/it's", .refused("'")), ("https://a.example/(a)", .refused("(")),
    ("https://a.example/\\b", .refused("\\")), ("https://a.example/50%", .badEscape),
    ("https://a.example/%G0", .badEscape),
  ]) func addressesThatCannot(text: String, problem: AddressProblem) {
    #expect(throws: problem) { try LedgerBase.read(text) }
  }

  /// What a code holds and what a link in a document opens are one string, so no character may be written in another way there.
  @Test func nothingInItIsWrittenInAnotherWayInADocument() throws {
    for scalar in (0x21...0x7E).compactMap(Unicode.Scalar.init) {
      guard let base = try? LedgerBase.read("https://a.example/\(scalar)x") else { continue }
      let code = LedgerAddress.coded(LedgerAddress.paper("RIVER-A7K2-000042", base: base))
      #expect(LinkArea.encoded(code) == code, "\(scalar)")
    }
    #expect(LinkArea.encoded("https://[2001:db8::7]/a") == "https://[2001:db8::7]/a")
  }
}
