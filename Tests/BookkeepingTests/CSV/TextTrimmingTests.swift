import Testing

@testable import Bookkeeping

@Suite struct TextTrimmingTests {
  @Test(arguments: [
    ("", "", ""), ("  ", "", ""), (" a  b ", "a  b", "a b"), ("a\r\n\tb", "a\r\n\tb", "a b"), ("a b", "a b", "a b"),
    ("\u{3000}散\u{00A0}\u{00A0}髪 ", "散\u{00A0}\u{00A0}髪", "散 髪"), (" é", "é", "é"),
  ])
  func dropsWhiteSpace(text: String, trimmed: String, collapsed: String) {
    #expect(text.trimmed == trimmed)
    #expect(text.collapsed == collapsed)
  }
}
