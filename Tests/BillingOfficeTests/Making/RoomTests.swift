import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// What does not fit the program's own templates is told by what is too long, and never by a line of the template.
@Suite struct RoomTests {
  private static let names = [
    "Food and drink", "Childcare corner", "Bicycle repair", "Repair & mending", "Kinderbetreuung", "Soupe populaire",
    "Tools",
    "Wheelchairs and walking aids", "W", "IIIIII",
  ]

  /// The stamp stands where it can be seen, whatever a stall is called.
  @Test(.slow, arguments: names) func everyStallHasItsPriceList(name: String) throws {
    let office = try TestOffice()
    try office.scratch.write("item,stall\nPlumber,\"\(name)\"\nElectrician,\"\(name)\"\n", to: "office/stalls.csv")
    for (paper, locale) in [("Letter", "en-US"), ("A4", "de-DE"), ("A3", "ar-EG"), ("A5", "fr-FR")] {
      let request = PriceListRequest(
        list: office.path("stalls.csv"), look: PaperLook(paper: paper, locale: locale), output: OutputWish(force: true),
        issued: try #require(TestOffice.issued))
      _ = try office.office.make(request)
    }
  }

  @Test func whatIsTooLongIsNamed() throws {
    let office = try TestOffice()
    let long = Array(repeating: "Neighbours", count: 27).joined(separator: " ")
    try office.scratch.write("item,stall\nPlumber,\"\(long)\"\n", to: "office/stalls.csv")
    let request = PriceListRequest(list: office.path("stalls.csv"), issued: try #require(TestOffice.issued))
    try office.refuses(
      .data,
      """
      error: "\(long.prefix(57))…" is too long for its place on Letter
        → shorten it, or choose a larger paper
      """
    ) { _ = try office.office.make(request) }
  }

  @Test func anAddressThatIsTooLongBlamesNoTemplate() throws {
    let address = "https://ledger.example.org/" + String(repeating: "market/", count: 60)
    let office = try TestOffice([
      "office.yaml": try OfficeFiles.settings([("https://ledger.example.org ", "\(address) ")])
    ])
    let told = try office.told(.data) { _ = try office.make(isRecorded: true) { $0.giftKind = ReceiptKind() } }
    #expect(told.contains("error: this is too much for Letter, however it is laid out\n"), "\(told)")
    #expect(!told.contains("template.yaml"))
  }

  /// What the office has in its own folders is found: a font, and a picture that its templates share.
  @Test func fontsAndPicturesOfTheOfficeAreUsed() throws {
    let art = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20'/></svg>"
    let office = try TestOffice(["art/logo.svg": art, "Fonts/README": ""])
    let text = try OfficeFiles.template("content:\n", "content:\n  - { picture: art/logo.svg, height: 12mm }\n")
    try office.scratch.write(text, to: "office/Templates/own/template.yaml")
    _ = try office.print(template: "own")
    // The template's own comes before it.
    try office.scratch.write("no picture", to: "office/Templates/own/art/logo.svg")
    #expect(
      try office.told(.data) { try office.print(force: true, template: "own") }.contains("Templates/own/art/logo.svg"))
    try office.remove("Templates/own/art/logo.svg")

    let named = text.replacing("font-family: Bebas Neue", with: "font-family: Ours")
    #expect(named != text)
    try office.scratch.write(named, to: "office/Templates/own/template.yaml")
    #expect(
      try office.told(.data) { try office.print(force: true, template: "own") }.contains("there is no font \"Ours\""))
  }
}
