import Testing

@testable import Bookkeeping

@Suite struct TextTrimmingTests {
  @Test(arguments: [
    ("", "", ""), ("  ", "", ""), (" a  b ", "a  b", "a b"), ("a\r\n\tb", "a\r\n\tb", "a b"), ("a b", "a b", "a b"),
    ("\u{3000}散\u{00A0}\u{00A0}髪 ", "散\u{00A0}\u{00A0}髪", "散 髪"), (" é", "é", "é"),
    ("\u{200E} \u{2068}a\u{200E}b\u{2069}\u{FEFF} ", "a\u{200E}b", "\u{200E} \u{2068}a\u{200E}b\u{2069}\u{FEFF}"),
    ("\u{202E}a\u{202C}", "\u{202E}a", "\u{202E}a\u{202C}"), ("\u{200F}", "", "\u{200F}"),
  ])
  func dropsWhiteSpace(text: String, trimmed: String, collapsed: String) {
    #expect(text.trimmed == trimmed)
    #expect(text.collapsed == collapsed)
  }
}
