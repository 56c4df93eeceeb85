import Foundation
import TestTools
import Testing

@testable import Bookkeeping

/// The same prices as LibreOffice and Gnumeric save them, in the manner of several countries.
@Suite struct OfficeProgramTests {
  private static let rows: [(item: String, unit: String, price: ExactDecimal, source: String, checked: String)] = [
    ("Haircut, men's", "visit", decimal(285, 1), "City list, page 7", "2026-05-01"),
    ("Crème brûlée", "each", decimal(1234567, 3), "\"Market\" survey", "2026-05"),
    ("Bread", "lb", decimal(544, 3), "ONS", "2026-11-28"),
    ("1-2 eggs", "each", decimal(1_000_000), "Kök & Co", "2026-01-04"),
    ("Soup", "each", decimal(1250, 3), "Kök & Co", "2025-12-31"),
  ]
  /// What only Unicode has: not for files of a code page.
  private static let farther = ("Café ☕ 米 שמן", "each", decimal(7, 0), "Δelta", "2026-02-28")

  private static func workbook(isWestern: Bool) throws -> [UInt8] {
    var writer = OpenDocumentWriter(sheet: "Prices", header: ["item", "unit", "price", "source", "checked"])
    for row in rows + (isWestern ? [] : [farther]) {
      let day = try #require(CheckedDate(row.checked))
      writer.add([.text(row.item), .text(row.unit), .number(row.price), .text(row.source), .date(day)])
    }
    return try writer.file()
  }

  private static func expect(
    _ bytes: [UInt8], isWestern: Bool = false, hasMonths: Bool = true, country: String,
    _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var hints = ReadingHints(languages: ["en", "de", "fr", "es", "sv"], country: country)
    hints.currency = Currency(code: "USD")
    let reading = PriceBook.read(bytes, hints: hints)
    #expect(reading.told == [], sourceLocation: sourceLocation)
    let read = reading.value.entries.map {
      [$0.item, $0.unit, $0.price.amount.trimmed.plainDescription, $0.source.citation, $0.checked.description]
    }
    let expected = (rows + (isWestern ? [] : [farther])).map { row in
      let source = try? #require(PriceSource(row.source)).citation
      let checked = hasMonths || row.checked.utf8.count == 10 ? row.checked : row.checked + "-01"
      return [row.item, row.unit, row.price.trimmed.plainDescription, source ?? "", checked]
    }
    #expect(read == expected, sourceLocation: sourceLocation)
  }

  private static let countries = ["en-US", "en-GB", "de-DE", "de-CH", "fr-FR", "es-ES", "sv-SE", "ja-JP"]

  // The format is as `--convert-to` takes it.
  private func export(_ format: String, locale: String, isWestern: Bool) throws -> [UInt8] {
    let scratch = try Scratch()
    try Data(Self.workbook(isWestern: isWestern)).write(to: scratch.folder.appendingPathComponent("prices.ods"))
    // What somebody chose who set the program up.
    try scratch.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>\(locale)</value></prop></item>
      </oor:items>
      """, to: "profile/user/registrymodifications.xcu")
    let out = scratch.path("out")
    let run = try Tool.soffice.run([
      "-env:UserInstallation=file://\(scratch.path("profile"))", "--headless", "--convert-to", format, "--outdir", out,
      scratch.path("prices.ods"),
    ])
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: out).first, "\(run.output)\(run.errors)")
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(out)/\(name)")))
  }

  @Test(.slow, arguments: countries) func libreOffice(locale: String) throws {
    let country = String(locale.suffix(2))
    for format in ["ods", "xlsx"] {
      try Self.expect(try export(format, locale: locale, isWestern: false), country: country)
    }
    // Separator, quote, character set, first row, formats, language, quotes round all text, as shown:
    // https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html
    for (separator, quote) in [(44, 34), (59, 34), (9, 34)] {
      let utf8 = "csv:Text - txt - csv (StarCalc):\(separator),\(quote),76,1,,0,false,true"
      try Self.expect(try export(utf8, locale: locale, isWestern: false), country: country)
    }
    let codePage = "csv:Text - txt - csv (StarCalc):59,34,1,1,,0,false,true"
    try Self.expect(try export(codePage, locale: locale, isWestern: true), isWestern: true, country: country)
  }

  @Test(.slow, arguments: ["xlsx", "ods", "csv", "txt"]) func gnumeric(format: String) throws {
    let scratch = try Scratch()
    try Data(Self.workbook(isWestern: false)).write(to: scratch.folder.appendingPathComponent("prices.ods"))
    let out = scratch.path("exported.\(format)")
    let run = try Tool.ssconvert.run([scratch.path("prices.ods"), out])
    #expect(run.status == 0, "\(run.errors)")
    // Into text it writes whole days, whatever a cell shows.
    let isText = ["csv", "txt"].contains(format)
    try Self.expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: out))), hasMonths: !isText, country: "US")
  }
}
