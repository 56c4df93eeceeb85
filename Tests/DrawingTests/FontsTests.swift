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
    let ours = ["Inter", "Bebas Neue", "Noto Sans", "Noto Kufi Arabic", "Reggae One", "EB Garamond", "Courier Prime"]
    let strange = fonts.families.filter { family in !ours.contains { family.hasPrefix($0) } }
    #expect(strange == [])
  }

  /// Fonts of dots have one size, whatever size is asked for: none is used, and whoever needs one hears its name.
  @Test func fontsOfDotsAreRefusedByName() throws {
    let bench = try Workbench()
    let folder = bench.path("own")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let dots = """
      STARTFONT 2.1
      FONT -ours-Loaf Dots-Medium-R-Normal--8-80-75-75-C-80-ISO10646-1
      SIZE 8 75 75
      FONTBOUNDINGBOX 8 8 0 0
      STARTPROPERTIES 5
      FAMILY_NAME "Loaf Dots"
      FONT_ASCENT 8
      FONT_DESCENT 0
      CHARSET_REGISTRY "ISO10646"
      CHARSET_ENCODING "1"
      ENDPROPERTIES
      CHARS 1
      STARTCHAR loaf
      ENCODING 8801
      SWIDTH 1000 0
      DWIDTH 8 0
      BBX 8 8 0 0
      BITMAP
      FF
      81
      81
      81
      81
      81
      81
      FF
      ENDCHAR
      ENDFONT

      """
    _ = try bench.write(dots, to: "own/loaf.bdf")
    let configuration = try bench.write(
      "<fontconfig><dir>/usr/share/fonts/opentype/bebas-neue</dir></fontconfig>", to: "small.conf")
    let fonts = try Fonts(configuration: configuration, cache: bench.path("cache"), folders: [folder])
    #expect(fonts.families == ["Bebas Neue"])
    #expect(fonts.firstMissing(in: "A\u{2261}") == "\u{2261}" && fonts.refused(having: "\u{2261}") == "Loaf Dots")
    #expect(fonts.refused(having: "A") == nil)
    // One of outlines in the same folder is used.
    try FileManager.default.copyItem(
      atPath: "/usr/share/fonts/truetype/reggae/ReggaeOne-Regular.ttf", toPath: "\(folder)/own.ttf")
    let more = try Fonts(configuration: configuration, cache: bench.path("cache"), folders: [folder])
    #expect(more.families == ["Bebas Neue", "Reggae One"])
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
