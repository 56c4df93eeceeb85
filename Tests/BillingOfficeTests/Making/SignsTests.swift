import Foundation
import Layout
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Signs and price lists for the stalls.
@Suite struct SignsTests {
  private let day: CalendarDay

  init() throws { day = try #require(TestOffice.issued) }

  /// A request for signs, changed as the test likes it.
  private func request(_ list: String? = nil, _ change: (inout SignRequest) -> Void = { _ in }) -> SignRequest {
    var request = SignRequest(list: list, issued: day)
    change(&request)
    return request
  }

  @Test(.slow) func everyItemHasASign() throws {
    let office = try TestOffice()
    let papers = try office.office.make(request())
    #expect(office.own(papers.paths) == ["output/signs.pdf"])
    #expect(papers.legibility.name?.size == "Letter-quarter")
    let text = try office.text("output/signs.pdf")
    #expect(text.contains("Bicycle repair") || text.contains("BICYCLE REPAIR"))
    #expect(text.contains("$19.40") && text.contains("This is not a bill"))
    // The list of contents names the stalls.
    let titles = try Tool.qpdf.text("--json", "--json-key=outlines", office.path("output/signs.pdf"))
    for stall in ["food", "repair", "clothing"] { #expect(titles.contains("\"title\": \"\(stall)\"")) }
    // On other sheets than the office's own, the size that fills them is meant.
    #expect(try office.office.make(request { $0.sheet = "A4" }).legibility.name?.size == "A6")
  }

  /// Signs are made anew under the name that the program gives them, but not over what somebody else has made under that name.
  @Test(arguments: ["pdf", "png", "svg"])
  func whatSomebodyElseHasMadeIsKept(ending: String) throws {
    let formats = [PaperFormat.pdf, .png(dpi: 150), .svg]
    let format = try #require(formats.first { $0.fileExtension == ending })
    let office = try TestOffice(["one.csv": "item\nTutoring\n", "output/signs.\(ending)": "mine"])
    let signs = request(office.path("one.csv")) { $0.output = OutputWish(nil, format: format) }
    #expect(try office.told(.cannotWrite) { _ = try office.office.make(signs) }.contains("is there already"))
    #expect(try office.bytes("output/signs.\(ending)") == Data("mine".utf8))
    try office.remove("output/signs.\(ending)")
    _ = try office.office.make(signs)
    #expect(office.own(try office.office.make(signs).paths) == ["output/signs.\(ending)"])
    // A paper of another kind is kept as well, above all one that has a number.
    try office.remove("output/signs.\(ending)")
    let invoice = OutputWish(office.path("output/signs.\(ending)"), format: format)
    let papers = try office.make(isRecorded: true) { $0.output = invoice }
    #expect(papers.numbers.count == 1)
    #expect(try office.told(.cannotWrite) { _ = try office.office.make(signs) }.contains("is there already"))
  }

  @Test func stallsHaveFilesOfTheirOwn() throws {
    let office = try TestOffice()
    let list = office.path("signs.csv")
    let papers = try office.office.make(
      request(list) {
        $0.output.isSplit = true
        $0.sheet = "A4"
      })
    #expect(office.own(papers.paths) == ["Kitchen", "Care", "Repair", "Learning"].map { "output/signs-\($0).pdf" })
    _ = try office.office.make(
      request(list) {
        $0.stall = "REPAIR"
        $0.output.path = office.path("r.pdf")
        $0.sheet = "A4"
      })
    let text = try office.text("r.pdf")
    #expect(text.contains("$17.29") && !text.contains("$26.24"))
    let lists = try office.office.make(PriceListRequest(list: list, output: OutputWish(isSplit: true), issued: day))
    #expect(lists.paths.count == 4)
    #expect(try office.text("output/price-list-Care.pdf").contains("$26.24"))
  }

  @Test(.slow) func aJammedPrinterAndAHalfUsedSheet() throws {
    let office = try TestOffice()
    func onSheets(_ change: (inout SignRequest) -> Void) -> SignRequest {
      request {
        ($0.size, $0.sheet, $0.output) = ("A6", "A4", OutputWish(office.path("s.pdf"), force: true))
        change(&$0)
      }
    }
    func pages(_ change: (inout SignRequest) -> Void = { _ in }) throws -> Int? {
      _ = try office.office.make(onSheets(change))
      let text = try Tool.pdfinfo.text(office.path("s.pdf"))
      return try Int(#require(text.firstMatch(of: /Pages: +(\d+)/)).1)
    }
    let all = try #require(try pages())
    #expect(try pages { $0.runsOn = true } == 14, "53 signs, four to a sheet")
    #expect(try pages { $0.isStacked = true } == 14)
    #expect(
      try pages {
        $0.runsOn = true
        $0.start = 4
      } == 14)
    #expect(try pages { $0.pages = 2...3 } == 2)
    #expect(try pages { $0.pages = 5...Int.max } == all - 4)
    #expect(try pages { $0.isProof = true } == 1)
    try office.refuses(
      .usage, "error: there is no sheet 90: all signs stand on \(all) sheets\n  → ask for all sheets to print them all"
    ) { _ = try office.office.make(onSheets { $0.pages = 90...90 }) }
    try office.refuses(
      .usage,
      """
      error: a sheet has 4 places for A6, so there is no place 5
        → count the places row by row from the top left
      """
    ) { _ = try office.office.make(onSheets { $0.start = 5 }) }
  }

  @Test func everythingWrongIsToldWithItsRow() throws {
    let list = """
      item,stall,copies,size,language
      Xylophone,Kitchen,1,,
      Tutoring,,1,,
      Tutoring,Learning,none,,
      Tutoring,Learning,1,A9,
      Tutoring,Learning,1,,en+xx
      Tutoring,Learning,1,,en+es+ar
      """
    let office = try TestOffice(["list.csv": list])
    try office.refuses(
      .data,
      """
      list.csv:2:1: error: no item called "Xylophone" in the price book
        → add it there, with its price, source and date
      list.csv:3:10: error: the stall is blank
        → write at which stall it hangs
      list.csv:4:19: error: "none" is no number of copies
        → write a whole number from 1 to 10000
      list.csv:5:21: error: there is no size "A9"
        → a size is "A3", "A4", "A5", "A6", "A7", "Letter", "Letter-half", "Letter-quarter", "tent" or "tent-A5", or such as 90x60mm
      list.csv:6:22: error: there is no language "xx"
        → a locale is a language and a country, such as en-US, es-MX or ar-EG
      list.csv:7:22: error: a sign is in one language or in two, not in "en+es+ar"
        → write such as en+ar
      """
    ) { _ = try office.office.make(request(office.path("list.csv"))) }
  }

  @Test func whatFitsNowhereNamesItsRow() throws {
    // One letter as wide as a sentence.
    let long = String(repeating: "\u{FDFD}", count: 300)
    let prices = "item,category,unit,price,currency,source,checked\n\"\(long)\",repair,hour,20,USD,City list,2026\n"
    let office = try TestOffice([
      "list.csv": "item,size\nTutoring,A2\nTutoring,A4\nTutoring,400x500mm\n", "long.csv": prices,
    ])
    let told = try office.told(.data) {
      _ = try office.office.make(request(office.path("list.csv")) { $0.sheet = "A5" })
    }
    #expect(told.contains("list.csv:2:10: error: there is no size \"A2\""))
    #expect(told.contains("list.csv:3:1: error: no sheet of 148 × 210 mm holds a sign of 210 × 297 mm (A4)"))
    #expect(told.contains("list.csv:4:1: error: no sheet of 148 × 210 mm holds a sign of 400 × 500 mm (400x500mm)"))
    let floor = try office.told(.data) {
      _ = try office.office.make(
        request {
          ($0.prices, $0.size, $0.sheet) = (office.path("long.csv"), "A7", "A4")
        })
    }
    #expect(floor.contains("long.csv:2:1: error: the sign for \"\u{FDFD}"), "\(floor)")
    #expect(floor.contains("does not fit on A7, however small its letters"))
    #expect(!FileManager.default.fileExists(atPath: office.path("output/signs.pdf")))
    try office.refuses(
      .usage,
      """
      error: there is no stall "Kichen"
        → the stalls here are "food", "care", "repair", "health", "home", "learning", "transport" and "clothing"
      """
    ) { _ = try office.office.make(request { $0.stall = "Kichen" }) }
    try office.refuses(.usage, "error: there is no sheet \"A44\"\n  → did you mean \"A4\"?") {
      _ = try office.office.make(request { $0.sheet = "A44" })
    }
  }

  @Test func whatCannotBeReadFromAfarIsAnError() throws {
    let office = try TestOffice(["list.csv": "item\nTutoring\n\"Urgent care visit, new patient\"\n"])
    _ = try office.office.make(request(office.path("list.csv")) { $0.readableFrom = 1 })
    let told = try office.told(.data) {
      _ = try office.office.make(
        request(office.path("list.csv")) {
          ($0.readableFrom, $0.output.path) = (3, office.path("far.pdf"))
        })
    }
    #expect(
      told.contains(
        /list\.csv:3:1: error: "Urgent care visit, new patient" can be read from [\d.]+ m at the most/), "\(told)")
    #expect(!FileManager.default.fileExists(atPath: office.path("far.pdf")))
  }

  /// The pack is what is handed over, so its price is the large one, and that of a unit stands small below.
  @Test(.slow, arguments: ["sign", "sign-calm", "sign-cut"]) func aPackHasItsPrice(template: String) throws {
    let office = try TestOffice([
      "packs.csv": """
      item,category,unit,price,currency,source,checked,pack
      Rice,food,lb,1.0219,USD,City list,2026,5 lb sack
      Eggs,food,each,0.35,USD,City list,2026,12
      Bread,food,loaf,3.50,USD,City list,2026,
      """
    ])
    for size in ["A6", "A5", "200x90mm"] {
      let papers = try office.office.make(
        request {
          ($0.prices, $0.template, $0.size) = (office.path("packs.csv"), template, size)
          ($0.sheet, $0.language, $0.output.path) = ("A3", "en+es", office.path("packs-\(size).pdf"))
        })
      let text = try Tool.pdftotext.text("-raw", try #require(papers.paths.first), "-").replacing("\u{A0}", with: " ")
      // 5 × 1.0219 is 5.1095.
      for said in ["$5.11", "per 5 lb sack", "por 5 lb sack", "$1.0219 / lb", "$4.20", "per 12", "$0.35 / each"] {
        // Letters of an italic stand so close that poppler sees no blank between them.
        #expect(Self.squeezed(text).contains(Self.squeezed(said)), "\(size): \(said) in \(text)")
      }
      #expect(text.contains("$3.50") && !text.contains("$3.50 / loaf"), "\(size): \(text)")
    }
  }

  private static func squeezed(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }

  @Test func whatIsNoPackIsToldWithItsPlace() throws {
    let office = try TestOffice([
      "packs.csv": "item,unit,price,source,checked,pack\nRice,kg,2.10,City list,2026,500 g\n"
    ])
    try office.refuses(
      .data,
      """
      packs.csv:2:29: error: the pack "500 g" is no number of the unit "kg"
        → write how many kg it holds, as in 5, 5 kg or 5 kg sack
      """
    ) { _ = try office.office.make(request { $0.prices = office.path("packs.csv") }) }
  }

  /// From how far the price can be read is told as that of the name is; the figures of the poster are condensed ones.
  @Test func thePricesDistanceIsTold() throws {
    let office = try TestOffice(["list.csv": "item\nTutoring\n"])
    for (template, isCondensed) in [("sign", true), ("sign-calm", false)] {
      let signs = try office.office.make(
        request(office.path("list.csv")) { ($0.template, $0.size, $0.sheet) = (template, "A4", "A4") }
      ).legibility
      let (name, price) = (try #require(signs.name), try #require(signs.price))
      #expect(name.isCondensed == isCondensed && price.isCondensed == isCondensed && price.item == "Tutoring")
      let share = isCondensed ? 0.75 : 1
      #expect(abs(price.farthest - price.millimetres * 0.2 * share) < 1e-9)
      #expect(abs(price.comfortable - price.millimetres * 0.12 * share) < 1e-9)
      // On the poster the price is the larger one of the two.
      #expect(price.millimetres > 1 && (!isCondensed || price.millimetres > 15), "\(price)")
    }
    #expect(try office.print().legibility == SignLegibility())
  }

  @Test func namesThatAreMissingAreAWarning() throws {
    let office = try TestOffice(["list.csv": "item,language\nTutoring,fr\nTutoring,es\n"])
    let papers = try office.office.make(request(office.path("list.csv")))
    #expect(
      office.told(papers.warnings).contains(
        "names.csv: warning: \"Tutoring\" has no name in fr; its sign shows it as the price book has it\n"))
    let text = try office.text("output/signs.pdf")
    #expect(text.contains("PRIX SOLIDAIRE") || text.contains("Prix solidaire"))
  }
}
