import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct CodeTests {
  static let address = "https://ledger.example.org/R/R-2026-000001?q=Ü"
  static let side = 100.0  // 35 mm

  private func read(_ page: Frame, dpi: Int, bench: Workbench) throws -> String {
    let pdf = try bench.pdf([page])
    let image = bench.path("scan")
    #expect(try Tool.pdftoppm.run(["-r", "\(dpi)", "-gray", "-singlefile", pdf, image]).status == 0)
    let text = try Tool.zbarimg.text("--raw", "-q", image + ".pgm")
    return text.trimmingCharacters(in: .newlines)
  }

  private func page(_ text: String = address, ground: Color? = nil) -> Frame {
    var page = Frame.square
    if let ground { page.add(.box(BoxItem(size: Size(200, 200), fill: ground)), at: .zero) }
    page.add(.code(CodeItem(text: text, side: Self.side, quietZone: 0)), at: Point(50, 50))
    return page
  }

  @Test func aPhoneReadsIt() throws {
    #expect(try read(page(), dpi: 150, bench: try Workbench()) == Self.address)
  }

  @Test func aPhoneReadsItOnDarkGround() throws {
    let dark = Color(red: 0.1, green: 0.1, blue: 0.4)
    #expect(try read(page(ground: dark), dpi: 150, bench: try Workbench()) == Self.address)
  }

  @Test func aPhoneReadsItUnderABar() throws {
    var covered = page()
    covered.add(.box(BoxItem(size: Size(Self.side * 0.05, Self.side), fill: .black)), at: Point(90, 50))
    #expect(try read(covered, dpi: 150, bench: try Workbench()) == Self.address)
  }

  @Test func theCaseOfLettersIsKept() throws {
    #expect(try read(page("abcXYZ"), dpi: 150, bench: try Workbench()) == "abcXYZ")
  }

  @Test func fourModulesStayFreeOnEverySide() throws {
    let bench = try Workbench()
    let modules = Double(try bench.measurer.modules(ofCode: Self.address))
    let module = Self.side / (modules + 8)
    let raster = try Raster.render(page(), dpi: 720, measurer: bench.measurer)
    let first = Int((50 + 4 * module) * 10)
    let row = Int((50 + 4.5 * module) * 10)
    #expect((500..<first - 1).allSatisfy { raster[$0, row] == (255, 255, 255) })
    #expect(raster[first + 2, row] == (0, 0, 0))
    let last = Int((50 + Self.side - 4 * module) * 10)
    #expect(raster[last - 2, row] == (0, 0, 0) && raster[last + 2, row] == (255, 255, 255))
  }

  @Test func modulesFollowTheStandard() throws {
    let measurer = try Workbench().measurer
    #expect(try measurer.modules(ofCode: String(repeating: "a", count: 14)) == 21)
    #expect(try measurer.modules(ofCode: String(repeating: "a", count: 15)) == 25)
    #expect(try measurer.modules(ofCode: String(repeating: "a", count: 2331)) == 177)
    let long = String(repeating: "a", count: 2332)
    #expect(throws: ContentError.codeTooLong(bytes: 2332)) { try measurer.modules(ofCode: long) }
  }

  @Test func aCodeIsSmallAndSharp() throws {
    let bench = try Workbench()
    let path = try bench.pdf([page()])
    #expect(try occurrences(of: "/ImageMask true", in: path) == 1)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).count
    #expect(bytes < 4000)
  }
}
