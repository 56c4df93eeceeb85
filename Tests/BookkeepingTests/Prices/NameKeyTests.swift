import Testing

@testable import Bookkeeping

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("Haircut, men's", "haircut,  MEN’S"), ("Home care aide", "homecareaide"),
    ("Menú del día", "MENU\u{0301} DEL DI\u{0301}A"),
    ("Straße", "STRAẞE"), ("ΟΔΟΣ", "οδος"),
    ("Rice", "\u{FEFF}ri\u{200B}ce\u{00A0}"), ("Ｔea", "ｔEA"),
    ("Bread, white", "\u{202A}Bread,\u{200E} white\u{202C}"), ("Bread, white", "\u{2068}Bread, white\u{2069}\u{200F}"),
    ("Bread, white", "Brea\u{200D}d, white\u{FE0F}"), ("چای", "چا\u{200C}ی"),
  ])
  func isTheSameHoweverItIsTyped(one: String, other: String) {
    #expect(NameKey.key(of: one) == NameKey.key(of: other))
  }

  @Test func keepsOtherNamesApart() {
    #expect(NameKey.key(of: "Ticket bus-tram") != NameKey.key(of: "Ticket bus tram"))
    #expect(NameKey.key(of: "Maße") != NameKey.key(of: "Masse"))
    #expect(NameKey.key(of: "Metrobús") != NameKey.key(of: "Metrobus"))
  }

  @Test func keepsSpacesInItsText() {
    #expect(NameKey.text(of: " Home\n CARE  aide") == "home care aide")
  }
}
