import Drawing
import Foundation
import Layout
import Testing

@Suite struct FontsTests {
  @Test func familiesOfTheHouseAreThere() throws {
    let fonts = try Workbench.fonts.get()
    for family in ["Inter", "Bebas Neue", "Noto Sans", "Noto Sans Arabic", "Noto Sans Thai", "Noto Sans CJK JP"] {
      #expect(fonts.has(family: family), "\(family) is missing: see Fonts/README.md for its package")
    }
    #expect(fonts.has(family: "inter"))
    #expect(fonts.families == fonts.families.sorted())
  }

  @Test func noOtherFontOfTheSystemIsThere() throws {
    let fonts = try Workbench.fonts.get()
    for family in ["DejaVu Sans", "Inter Display", "Noto Serif", "Noto Serif CJK JP", "Noto Sans Mono CJK JP", "sans"] {
      #expect(!fonts.has(family: family))
    }
    let ours = ["Inter", "Bebas Neue", "Noto Sans", "Reggae One", "EB Garamond"]
    let strange = fonts.families.filter { family in !ours.contains { family.hasPrefix($0) } }
    #expect(strange == [])
  }

  @Test func aSmallerConfigurationIsAllThereIs() throws {
    let bench = try Workbench()
    let configuration = try bench.write(
      "<fontconfig><dir>/usr/share/fonts/opentype/bebas-neue</dir></fontconfig>", to: "small.conf")
    let fonts = try Fonts(configuration: configuration, cache: bench.path("cache & <more>"))
    #expect(fonts.families == ["Bebas Neue"])
    let measurer = try PangoMeasurer(fonts: fonts, language: "en")
    #expect(throws: ContentError.missingFont(family: "Inter")) {
      try measurer.shape("A", style: .body, scale: 1, direction: .leftToRight, width: nil)
    }
    #expect(throws: ContentError.missingGlyph("漢", text: "A漢", families: ["Bebas Neue"])) {
      try measurer.shape("A漢", style: .title, scale: 1, direction: .leftToRight, width: nil)
    }
    #expect(FileManager.default.fileExists(atPath: bench.path("cache & <more>")))
  }

  @Test(arguments: [
    ("see 🦀 and 🦀🏽", Character("🦀")), ("x\u{378}", "\u{378}"), ("a\u{0}b", "\0"), ("ok \u{10FFFD}", "\u{10FFFD}"),
    ("Tea 👩‍🌾 for all", "👩‍🌾"), ("漢字 نص ไทย e\u{301} \u{2009}\u{A0}\t\u{200D}\u{2068}\r\n", nil), ("", nil),
  ])
  func whatNoFontHasIsFoundAsBySettingIt(text: String, character: Character?) throws {
    #expect(try Workbench.fonts.get().firstMissing(in: text) == character)
    let bench = try Workbench()
    var missing: Character?
    do { _ = try bench.measurer.shape(text, style: .body, scale: 1, direction: .leftToRight, width: nil) } catch {
      guard case .missingGlyph(let found, _, _) = error else { throw error }
      missing = found
    }
    #expect(missing == character)
  }

  @Test func whatIsWrongWithAConfigurationIsTold() throws {
    let bench = try Workbench()
    let nowhere = bench.path("nowhere.conf")
    #expect(throws: DrawingError.unreadableFontConfiguration(path: nowhere)) {
      try Fonts(configuration: nowhere, cache: bench.path("cache"))
    }
    let empty = try bench.write("<fontconfig></fontconfig>", to: "empty.conf")
    #expect(throws: DrawingError.noFonts(configuration: empty)) {
      try Fonts(configuration: empty, cache: bench.path("cache"))
    }
  }
}
