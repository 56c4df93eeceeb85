import Foundation
import TestTools
import Testing

/// `billing-office signs` and `price-list`, as an organiser types them the night before.
@Suite struct SignsTests {
  @Test func everyItemHasASign() throws {
    let desk = try Desk()
    let run = try desk.type(["signs"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "output/signs.pdf\n")
    #expect(
      run.errors.contains(/^Smallest name: ".+", capitals [\d.]+ mm high on Letter-quarter: comfortable to read from/))
    let text = try desk.text("output/signs.pdf")
    #expect(text.contains("Bicycle repair") || text.contains("BICYCLE REPAIR"))
    #expect(text.contains("$19.40") && text.contains("This is not a bill"))
    // The list of contents names the stalls.
    let titles = try Tool.qpdf.text("--json", "--json-key=outlines", desk.path("output/signs.pdf"))
    for stall in ["food", "repair", "clothing"] { #expect(titles.contains("\"title\": \"\(stall)\"")) }
    // On other sheets than the office's own, the size that fills them is meant.
    #expect(try desk.type(["signs", "--sheet", "A4"]).errors.contains("mm high on A6:"))
    #expect(try desk.type(["signs", "--quiet"]).errors == "")
  }

  @Test func stallsHaveFilesOfTheirOwn() throws {
    let desk = try Desk()
    let run = try desk.type(["signs", "signs.csv", "--split", "--sheet", "A4"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output
        == "output/signs-Kitchen.pdf\noutput/signs-Care.pdf\noutput/signs-Repair.pdf\noutput/signs-Learning.pdf\n")
    #expect(
      try desk.type(["signs", "signs.csv", "--stall", "REPAIR", "--output", "r.pdf", "--sheet", "A4"]).status == 0)
    let text = try desk.text("r.pdf")
    #expect(text.contains("$17.29") && !text.contains("$26.24"))
    let lists = try desk.type(["price-list", "signs.csv", "--split"])
    #expect(lists.output.split(separator: "\n").count == 4, "\(lists.errors)")
    #expect(try desk.text("output/price-list-Care.pdf").contains("$26.24"))
  }

  @Test func aJammedPrinterAndAHalfUsedSheet() throws {
    let desk = try Desk()
    func pages(_ arguments: String...) throws -> Int? {
      let run = try desk.type(["signs", "--size", "A6", "--sheet", "A4", "--output", "s.pdf", "--force"] + arguments)
      #expect(run.status == 0, "\(run.errors)")
      let text = try Tool.pdfinfo.text(desk.path("s.pdf"))
      return try Int(#require(text.firstMatch(of: /Pages: +(\d+)/)).1)
    }
    let all = try #require(try pages())
    #expect(try pages("--run-on") == 14, "53 signs, four to a sheet")
    #expect(try pages("--order", "stack") == 14)
    #expect(try pages("--run-on", "--start-at", "4") == 14)
    #expect(try pages("--pages", "2-3") == 2)
    #expect(try pages("--pages", "5-") == all - 4)
    #expect(try pages("--proof") == 1)
    try desk.refuses(
      ["signs", "--size", "A6", "--sheet", "A4", "--pages", "90"], 64,
      """
      error: there is no sheet 90: all signs stand on \(all)
        → leave --pages out to print them all
      """)
    try desk.refuses(
      ["signs", "--size", "A6", "--sheet", "A4", "--start-at", "5"], 64,
      """
      error: a sheet has 4 places for A6, so there is no place 5
        → count the places row by row from the top left
      """)
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
    let desk = try Desk(["list.csv": list])
    try desk.refuses(
      ["signs", "list.csv"], 65,
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
      6 faults; nothing was written.
      """)
  }

  @Test func whatFitsNowhereNamesItsRow() throws {
    let long = String(repeating: "Reparaturdienstleistungsgesellschaft ", count: 30)
    let prices = "item,category,unit,price,currency,source,checked\n\"\(long)\",repair,hour,20,EUR,City list,2026\n"
    let desk = try Desk(["list.csv": "item,size\nTutoring,A2\nTutoring,A4\nTutoring,400x500mm\n", "long.csv": prices])
    let run = try desk.type(["signs", "list.csv", "--sheet", "A5"])
    #expect(run.status == 65)
    #expect(run.errors.contains("list.csv:2:10: error: there is no size \"A2\""))
    #expect(
      run.errors.contains("list.csv:3:1: error: no sheet of 148 × 210 mm holds a sign of 210 × 297 mm (A4)"),
      "\(run.errors)")
    #expect(
      run.errors.contains("list.csv:4:1: error: no sheet of 148 × 210 mm holds a sign of 400 × 500 mm (400x500mm)"))
    let floor = try desk.type(["signs", "--prices", "long.csv", "--size", "A7", "--sheet", "A4"])
    #expect(floor.status == 65)
    #expect(floor.errors.contains("long.csv:2:1: error: the sign for \"Reparaturdienst"), "\(floor.errors)")
    #expect(floor.errors.contains("does not fit on A7, however small its letters"))
    #expect(!FileManager.default.fileExists(atPath: desk.path("output/signs.pdf")))
    try desk.refuses(
      ["signs", "--stall", "Kichen"], 64,
      """
      error: there is no stall "Kichen"
        → the stalls here are "food", "care", "repair", "health", "home", "learning", "transport" and "clothing"
      """)
    try desk.refuses(
      ["signs", "--sheet", "A44"], 64,
      """
      error: there is no sheet "A44"
        → did you mean "A4"?
      """)
  }

  @Test func whatCannotBeReadFromAfarIsAnError() throws {
    let desk = try Desk(["list.csv": "item\nTutoring\n\"Urgent care visit, new patient\"\n"])
    #expect(try desk.type(["signs", "list.csv", "--readable-from", "1m"]).status == 0)
    let run = try desk.type(["signs", "list.csv", "--readable-from", "3m", "--output", "far.pdf"])
    #expect(run.status == 65)
    #expect(
      run.errors.contains(
        /list\.csv:3:1: error: "Urgent care visit, new patient" can be read from [\d.]+ m at the most/), "\(run.errors)"
    )
    #expect(!FileManager.default.fileExists(atPath: desk.path("far.pdf")))
    #expect(try desk.type(["signs", "list.csv", "--readable-from", "far"]).status == 64)
  }

  @Test func namesThatAreMissingAreAWarning() throws {
    let desk = try Desk(["list.csv": "item,language\nTutoring,fr\nTutoring,es\n"])
    let run = try desk.type(["signs", "list.csv"])
    #expect(run.status == 0)
    #expect(
      run.errors.contains(
        "names.csv: warning: \"Tutoring\" has no name in fr; its sign shows it as the price book has it\n"))
    #expect(
      try desk.text("output/signs.pdf").contains("PRIX SOLIDAIRE")
        || desk.text("output/signs.pdf").contains("Prix solidaire"))
  }
}
