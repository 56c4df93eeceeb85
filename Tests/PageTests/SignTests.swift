import BillingOffice
import Bookkeeping
import Foundation
import TestTools
import Testing

/// Signs as whole sheets: how they look, where they are cut, what their codes say.
@Suite(.slow) struct SignTests {
  /// A run of signs that somebody might print.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var template = "sign"
    var list: String
    var sheet = "A4"
    var language: String?
    var bleed = 0.0
    var locale = "en-US"

    var testDescription: String { name }
  }

  private static let sizes = ["A7", "A6", "A5", "A4", "tent", "90x200mm", "200x90mm"]
  private static func list(_ size: String) -> String {
    "item,stall,size\nTutoring,Learning,\(size)\n\"Childcare, babysitter, one child\",Care,\(size)\n"
  }

  static let cases =
    ["sign", "sign-cut", "sign-calm"].flatMap { template in
      sizes.map { Case(name: "\(template)-\($0.lowercased())", template: template, list: list($0)) }
        + [
          Case(name: "\(template)-pair", template: template, list: list("A6"), language: "en+ar"),
          Case(name: "\(template)-pair-tent", template: template, list: list("tent"), language: "en+ar"),
          Case(name: "\(template)-arabic", template: template, list: list("A6"), locale: "ar-EG"),
        ]
    } + [
      Case(name: "bleed", list: list("A5"), sheet: "A3", bleed: 3 * 72 / 25.4),
      Case(name: "letter", list: list("Letter-quarter"), sheet: "Letter"),
    ]

  @Test(arguments: cases) func looksAsItDid(_ page: Case) throws {
    let stall = try SignStall(["list.csv": page.list], locale: page.locale)
    let (path, papers) = try stall.print("list.csv") {
      ($0.template, $0.sheet, $0.language, $0.bleed) = (page.template, page.sheet, page.language, page.bleed)
      // Both signs on one sheet, where it holds them.
      $0.runsOn = true
    }
    #expect(papers.warnings.map(\.description) == [])
    let pages = Int(try Tool.qpdf.text("--show-npages", path).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    try KeptPictures("signs").compare(path, pages: pages, name: page.name)
  }

  @Test func noPictureIsLeftOver() throws { try KeptPictures("signs").areAll(of: Self.cases.map(\.name)) }

  /// Every code of 200 signs, read from pictures at 150 dots an inch, leads to its item.
  @Test func everyCodeOfALongRunIsRead() throws {
    let rows = (1...200).map { "Thing number \($0),tools,each,\($0).50,USD,City list,2026" }
    let prices = "item,category,unit,price,currency,source,checked\n" + rows.joined(separator: "\n")
    let stall = try SignStall(["many.csv": prices])
    let (path, _) = try stall.print(nil) { $0.prices = stall.path("many.csv") }
    #expect(try Tool.qpdf.text("--show-npages", path) == "50\n")
    _ = try Tool.pdftoppm.run(["-r", "150", "-gray", path, stall.scratch.path("page")])
    let pages = try FileManager.default.contentsOfDirectory(atPath: stall.scratch.folder.path)
      .filter { $0.hasPrefix("page-") }.sorted()
    #expect(pages.count == 50)
    var read: [String] = []
    for page in pages {
      read += try Tool.zbarimg.text("-q", "--raw", stall.scratch.path(page)).split(separator: "\n").map(String.init)
    }
    let wanted = (1...200).map { "HTTPS://LEDGER.EXAMPLE.ORG/I/THING-NUMBER-\($0)" }
    #expect(read.sorted() == wanted.sorted())
  }

  /// What the starter's signs say is read from a poor picture of them: a hundred dots an inch, and out of focus. And all of them print on
  /// every size that is named anywhere.
  @Test(arguments: ["sign", "sign-calm", "sign-cut"]) func codesAreReadFromPoorPictures(template: String) throws {
    let stall = try SignStall()
    let (path, _) = try stall.print(nil) { ($0.template, $0.size) = (template, "A6") }
    _ = try Tool.pdftoppm.run(["-r", "100", "-gray", path, stall.scratch.path("page")])
    let pages = try FileManager.default.contentsOfDirectory(atPath: stall.scratch.folder.path)
      .filter { $0.hasPrefix("page-") }.sorted()
    for radius in [0.6, 0.9] {
      var read: Set<Substring> = []
      for page in pages {
        let path = stall.scratch.path("blurred.pgm")
        try Blurred(try Data(contentsOf: stall.scratch.folder.appendingPathComponent(page)), radius: radius).write(
          to: path)
        read.formUnion(try Tool.zbarimg.text("-q", "--raw", path).split(separator: "\n"))
      }
      #expect(
        read.count == 53 && read.allSatisfy { $0.hasPrefix("HTTPS://LEDGER.EXAMPLE.ORG/I/") },
        "\(radius): \(read.count)")
    }
    for size in ["A7", "A5", "A4", "tent", "tent-A5", "90x60mm", "60x90mm", "Letter-quarter"] {
      _ = try stall.print(nil) { ($0.template, $0.size, $0.sheet) = (template, size, "A3") }
    }
  }

  /// However dear a thing is and however its unit is called, the stamp stands beside it.
  @Test(arguments: ["sign", "sign-calm", "sign-cut"]) func noPriceRunsUnderTheStamp(template: String) throws {
    let stall = try SignStall([
      "dear.csv": """
      item,category,unit,price,currency,source,checked
      Land,other,square_kilometre_and_year,98765432109.99,USD,City list,2026
      """
    ])
    for size in ["A7", "A6", "A5", "A4", "90x200mm"] {
      let (path, _) = try stall.print(nil) {
        ($0.template, $0.size, $0.sheet, $0.prices, $0.hasCodes) = (template, size, "A3", stall.path("dear.csv"), false)
      }
      let places = try Tool.pdftotext.text("-bbox", path, "-")
      let box = #/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/#
      let words = try places.matches(of: box).map { word in
        let edges = try [word.1, word.2, word.3, word.4].map { try #require(Double($0)) }
        return (x: edges[0]..<edges[2], y: edges[1]..<edges[3], text: word.5)
      }
      let stamp = try #require(words.first { $0.text.hasPrefix("V") }, "\(size): \(places)")
      for text in ["$98,765,432,109.99", "square_kilometre_and_year"] {
        let word = try #require(
          words.first { $0.text.lowercased() == text.lowercased() }, "\(size): \(places)")
        let isBeside = !word.x.overlaps(stamp.x) && word.x.upperBound < stamp.x.lowerBound
        #expect(isBeside || !word.y.overlaps(stamp.y), "\(size): \(text) at \(word), the stamp at \(stamp)")
      }
    }
  }

  @Test func aCodeThatIsTooFineIsToldOnce() throws {
    let stall = try SignStall()
    do {
      _ = try stall.print(nil) { $0.size = "63x38mm" }
      Issue.record("codes of 63 mm cannot be read")
    } catch let faults as Diagnostics {
      #expect(
        faults.all.map(\.message) == [
          "on signs of 63x38mm the codes would be too fine for a phone, which reads them from 0.4 mm a module, first on food"
        ])
      #expect(faults.all.allSatisfy { $0.hint == "leave the codes out, or make the signs larger" && $0.file == nil })
    }
    _ = try stall.print(nil) { ($0.size, $0.hasCodes) = ("63x38mm", false) }
  }

  /// The pages say where they are cut, and qpdf finds nothing wrong with them.
  @Test(arguments: [0.0, 3.0]) func boxesSayWhereToCut(bleed: Double) throws {
    // A template whose ground reaches to the edge.
    let full = try OfficeFiles.file("Templates/sign/template.yaml", [("padding: 4.5mm 4.5mm 0", "padding: 0")])
    let stall = try SignStall(["list.csv": "item,copies\nTutoring,3\n", "Templates/full/template.yaml": full])
    let (path, _) = try stall.print("list.csv") {
      ($0.template, $0.size, $0.sheet, $0.bleed) = ("full", "A5", "A3", bleed * 72 / 25.4)
    }
    #expect(try Tool.qpdf.text("--check", path).contains("No syntax or stream encoding errors found"))
    let text = try Tool.pdfinfo.text("-box", "-f", "1", "-l", "9", path)
    func boxes(_ name: String) -> [[Double]] {
      text.split(separator: "\n").filter { $0.contains("\(name):") }.map { line in
        line.split(separator: ":")[1].split(separator: " ").compactMap { Double($0) }
      }
    }
    let (trims, bleeds, sheets) = (boxes("TrimBox"), boxes("BleedBox"), boxes("MediaBox"))
    #expect(trims.count == (bleed > 0 ? 2 : 1) && bleeds.count == trims.count)
    let mm = 72 / 25.4
    let first = try #require(trims.first)
    let wanted: [Double] = bleed > 0 ? [296 + 2 * bleed, 210] : [296, 420]
    let found: [Double] = [first[2] - first[0], first[3] - first[1]]
    for (one, other) in zip(found, wanted) { #expect(abs(one - other * mm) < 0.02) }
    for (trim, box) in zip(trims, bleeds) {
      for (one, other) in zip(trim, box) {
        let reach: Double = abs(one - other)
        #expect(abs(reach - bleed * mm) < 0.02)
      }
    }
    // The boxes are where the colours are: the strip at the head of a sign fills its bleed.
    let pixels = GreyPicture(try Pixels(pdf: path, dpi: 72))
    let top = sheets[0][3] - bleeds[0][3]
    #expect(pixels[Int(bleeds[0][0]) + 30, Int(top) + 3] < 60)
    if bleed > 0 { #expect(pixels[Int(bleeds[0][0]) + 30, Int(top) - 3] > 200) }
  }

  private static let scripts = [
    ("Latin", "Fahrradreparatur und Kinderbetreuung "), ("Greek", "επισκευή ποδηλάτων "),
    ("Cyrillic", "ремонт велосипедов "), ("Arabic", "تصليح الدراجات "), ("Hebrew", "תיקון אופניים "),
    ("Devanagari", "साइकिल मरम्मत "), ("Thai", "ซ่อมจักรยาน"), ("Han", "自行車修理"), ("Hangul", "자전거 수리 "),
    ("Armenian", "հեծանիվների վերանորոգում "),
  ]

  /// Names of 1 to 300 characters in ten scripts: each is on its sign whole, or refused with its row; nothing is cut off.
  @Test(arguments: scripts) func namesOfAnyLengthInTenScripts(script: (name: String, words: String)) throws {
    let lengths = [1, 2, 9, 30, 90, 300]
    let names = lengths.map { length in
      String(String(repeating: script.words, count: 60).prefix(length)).trimmingCharacters(in: .whitespaces)
    }
    let rows = names.enumerated().map { "\"\($1)\",things,each,\($0 + 1),USD,City list,2026" }
    let stall = try SignStall([
      "own.csv": "item,category,unit,price,currency,source,checked\n" + rows.joined(separator: "\n")
    ])
    do {
      let (path, papers) = try stall.print(nil) { ($0.prices, $0.hasCodes) = (stall.path("own.csv"), false) }
      #expect(papers.legibility.name.map { $0.millimetres > 1 } == true)
      let text = try Tool.pdftotext.text("-raw", path, "-").unicodeScalars.filter { $0.properties.isAlphabetic }
      // The shortest of several letters is there; extractors put long ones of other scripts in an order of their own.
      #expect(!text.isEmpty)
    } catch let faults as Diagnostics {
      for fault in faults.all {
        #expect(fault.message.contains("does not fit") && fault.line == 7, "only the longest may be too long: \(fault)")
      }
      // Without it the others are printed.
      try stall.scratch.write(
        "item,category,unit,price,currency,source,checked\n" + rows.dropLast().joined(separator: "\n"),
        to: "office/own.csv")
      _ = try stall.print(nil) { ($0.prices, $0.hasCodes) = (stall.path("own.csv"), false) }
    }
  }
}
