import Drawing
import Foundation
import Layout
import TestTools
import Testing

/// What is heard of text in another way than it stands.
@Suite struct SpanTests {
  private static let wording = Strike.Wording(beforeFigures: "Market price, struck out:", beforeWords: "Struck out:")
  private static let struck = TextStyle(
    families: ["Inter"], size: 12, strike: Strike(color: .black, wording: wording))

  /// A tagged document of some elements, one below the other, in which English stands for Latin letters elsewhere.
  private func document(
    _ elements: [any Element], in language: String = "en", on bench: Workbench, direction: Direction = .leftToRight,
    footer: (@Sendable (PageMaster.Number) -> (any Element)?)? = nil, height: Double = 400
  ) throws -> String {
    let context = LayoutContext(measurer: bench.measurer, direction: direction, hasRoles: true)
    let master = PageMaster(size: Size(300, height), margins: Insets(20), footer: footer)
    let pages = try Paginator.pages(of: Stack(elements), on: master, context)
    let path = bench.path("spans.pdf")
    let writer = try PDFWriter(
      to: FileSink(path: path), metadata: Workbench.metadata, measurer: bench.measurer, PDFOptions(isTagged: true))
    for page in pages { try writer.add(page: page, outline: nil) }
    try writer.finish()
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    return path
  }

  /// A text as it stands in a file that is unpacked.
  private func written(_ text: String) -> String {
    text.allSatisfy(\.isASCII) ? "(\(text))" : "<feff\(text.utf16.map { String(format: "%04x", $0) }.joined())>"
  }

  @Test func struckTextIsHeardAsStruckAndCopiedAsItStands() throws {
    let bench = try Workbench()
    let path = try document([Text("$78.72", style: Self.struck), Text("$0.00", style: .body)], on: bench)
    #expect(try occurrences(of: "/S /Span", in: path) == 1)
    #expect(try occurrences(of: "/Alt \(written("Market price, struck out: $78.72"))", in: path) == 1)
    #expect(try occurrences(of: "/TextDecorationType /LineThrough", in: path) == 1)
    #expect(try Tool.pdftotext.text(path, "-").split(separator: "\n") == ["$78.72", "$0.00", "\u{0C}"])
    #expect(try occurrences(of: "/Artifact BMC", in: path) == 1, "nobody hears the line itself")
  }

  @Test func capitalsAreHeardAsTheyWereTyped() throws {
    let bench = try Workbench()
    let path = try document([Text("PRICE", style: .body, typed: "Price")], on: bench)
    #expect(try occurrences(of: "/ActualText \(written("Price"))", in: path) == 1)
    #expect(try Tool.pdftotext.text(path, "-").hasPrefix("PRICE"))
  }

  @Test func textSaysWhichLanguageItIsIn() throws {
    let bench = try Workbench()
    let path = try document(
      [Text("Pain", style: .body, language: "fr"), Text("Bread", style: .body, language: "en")], on: bench)
    #expect(try occurrences(of: "/Lang (fr)", in: path) == 1)
    #expect(try occurrences(of: "/S /Span", in: path) == 1, "what is in the document's own says nothing")
  }

  @Test func anotherScriptSaysWhichLanguageItMayBeIn() throws {
    let bench = try Workbench(language: "ar")
    let citation = "Bureau of Labor Statistics, \u{201C}Rice, per lb\u{201D}, a citation that goes on on another line"
    let path = try document(
      [Text("أرز، \u{2068}\(citation)\u{2069}، ٢٠٢٤", style: .body), Text("Рис", style: .body)], on: bench,
      direction: .rightToLeft)
    #expect(try occurrences(of: "/Lang (en)", in: path) == 1, "both lines are one span")
    #expect(try occurrences(of: "/Lang (und-Cyrl)", in: path) == 1)
    #expect(try occurrences(of: "/S /P", in: path) == 2)
  }

  /// Runs stand from left to right, and are heard in the order of the words.
  @Test func linesOfBothDirectionsAreHeardInTheirOrder() throws {
    let bench = try Workbench(language: "he")
    let path = try document([Text("אחת one שתיים", style: .body)], on: bench, direction: .rightToLeft)
    let heard = try Tool.pdfinfo.text("-struct-text", path).split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let place = { (word: String) in heard.firstIndex { $0.contains(word) } ?? -1 }
    #expect(place("one") > 0)
    let kids = heard.filter { $0.hasPrefix("\"") }
    #expect(kids.count == 3 && kids[1].contains("one"), "\(heard)")
  }

  @Test func whatStandsOnEveryPageIsHeardOnTheLast() throws {
    let bench = try Workbench()
    let path = try document(
      (1...8).map { Text("Line \($0)", style: .body) }, on: bench,
      footer: { Text("Page \($0.page)", style: .body) }, height: 120)
    let info = try Tool.pdfinfo.text(path)
    let pages = try #require(info.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
    let footers = try occurrences(of: "/Artifact<</Type/Pagination/Subtype/Footer>>BDC", in: path)
    #expect(pages >= 2 && footers == pages - 1, "\(pages) \(footers)")
    let heard = try Tool.pdfinfo.text("-struct-text", path)
    #expect(heard.contains("Page \(pages)") && !heard.contains("Page 1"))
    #expect(try Tool.pdftotext.text(path, "-").contains("Page 1"))
  }
}
