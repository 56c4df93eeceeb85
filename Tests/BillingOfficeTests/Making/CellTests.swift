import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import billing_office

/// Pictures and fonts of strangers are read where they can do no harm.
@Suite struct CellTests {
  /// As the program starts itself, but by its path: what runs here is the tests.
  private static let cell = Installation.Cell(
    program: Program.path, word: Surroundings.cell.word, surroundings: Surroundings.cell.surroundings)

  private func office(_ picture: String, named ending: String = "svg") throws -> TestOffice {
    try TestOffice(
      [
        "Templates/t/template.yaml": OfficeFiles.template(showing: "x.\(ending)"),
        "Templates/t/art/x.\(ending)": picture,
      ], cell: Self.cell)
  }

  private static func svg(_ content: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">\(content)</svg>
    """
  }

  @Test(arguments: [
    ##"<a xlink:href="https://example.org"><rect width="50" height="50"/></a>"##,
    ##"<g opacity=".5"><circle r="20"/></g><text y="30">é</text>"##,
    ##"<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="50" height="50" filter="url(#f)"/>"##,
  ])
  func ordinaryPicturesAreDrawn(content: String) throws {
    let office = try office(Self.svg(content))
    for _ in 0..<2 { #expect(try office.print(force: true, template: "t").paths.count == 1) }
  }

  @Test(arguments: [
    "<text y='9'>Total <tspan>due</tspan> $80.00</text>", "<text y='9'>Please pay</text><text y='20'>by Friday</text>",
  ])
  func picturesAskForNoMoney(content: String) throws {
    let office = try office(Self.svg(content))
    let told = try office.told(.data) { try office.print(template: "t") }
    #expect(told.contains("asks for money"), "\(told)")
  }

  /// A word of a billion points, noise without end, and a list that names itself in tens of tens.
  @Test(
    .slow,
    arguments: [
      ##"<text font-size="1e9">word</text>"##,
      ##"""
      <filter id="f" width="1e6" height="1e6"><feTurbulence baseFrequency="9" numOctaves="999999999"/></filter>
      <rect width="100" height="50" filter="url(#f)"/>
      """##,
    ])
  func whatHarmsComesToAnEnd(content: String) throws {
    let office = try office(Self.svg(content))
    do { try office.print(template: "t") } catch let faults as Diagnostics {
      let told = office.told(faults.all)
      #expect(faults.all.contains { $0.kind == .data } && told.contains("art/x.svg"), "\(told)")
    }
  }

  @Test func aPipeIsNoPicture() throws {
    let office = try office("", named: "png")
    try office.remove("Templates/t/art/x.png")
    #expect(mkfifo(office.path("Templates/t/art/x.png"), 0o600) == 0)
    let told = try office.told(.data) { try office.print(template: "t") }
    #expect(told.contains("it is a pipe, and no file"), "\(told)")
  }

  @Test func aPictureOfTooManyPixelsIsRefused() throws {
    var bytes: [UInt8] = [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    bytes += [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 6, 0, 0, 0] + [UInt8](repeating: 0, count: 20)
    let office = try office("", named: "png")
    try Data(bytes).write(to: URL(fileURLWithPath: office.path("Templates/t/art/x.png")))
    let told = try office.told(.data) { try office.print(template: "t") }
    #expect(told.contains("60000 × 60000 pixels, which is too many"), "\(told)")
  }

  @Test func aPictureLooksTheSameInThere() throws {
    let office = try TestOffice(cell: Self.cell)
    try FileManager.default.createDirectory(atPath: office.path("Templates"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Repository.path("Templates/gig"), toPath: office.path("Templates/mine"))
    let pictures = try ["gig", "mine"].map { name in
      let papers = try office.make {
        $0.look.template = name
        $0.output = OutputWish(office.path("\(name).png"), format: .png(dpi: 150))
      }
      return try papers.paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    }
    #expect(!pictures[0].isEmpty && pictures[0] == pictures[1])
  }

  @Test func aFileThatIsNoFontHarmsNobody() throws {
    let office = try TestOffice(
      ["Fonts/broken.ttf": "\u{0}\u{1}\u{0}\u{0}no font", "Fonts/inner/note.txt": "words"], cell: Self.cell)
    #expect(try office.print().paths.count == 1)
    #expect(mkfifo(office.path("Fonts/pipe.ttf"), 0o600) == 0)
    let told = try office.told(.data) { try office.print(force: true) }
    #expect(told.contains("pipe.ttf"), "\(told)")
  }
}
