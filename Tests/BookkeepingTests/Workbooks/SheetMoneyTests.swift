import Testing

@testable import Bookkeeping

/// What the formats of cells say of their numbers: currencies and dates.
@Suite struct SheetMoneyTests {
  private static let head = ["item", "price", "source"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()

  /// A price book of one row whose price has a format.
  private func prices(_ value: String, _ format: String, office: String = "USD") throws -> Reading<PriceBook> {
    let bread = "<c t=\"inlineStr\"><is><t>Bread</t></is></c>"
    let source = "<c t=\"inlineStr\"><is><t>S, 2026-05</t></is></c>"
    let bytes = try TestWorkbook.excel(
      "<row>\(Self.head)</row><row>\(bread)<c s=\"1\"><v>\(value)</v></c>\(source)</row>", formats: [format])
    return PriceBook.read(bytes, hints: ReadingHints(currency: Currency(code: office)))
  }

  @Test(arguments: [
    ("#,##0.00\\ \"€\"", "€"), ("[$€-407] #,##0.00", "€"), ("[$EUR] 0.00", "EUR"), ("0.00\\ \"kr\"", "kr"),
    ("€ 0.00", "€"), ("\\€0.00", "€"), ("_-* #,##0.00\\ [$€-40C]_-;\\-* #,##0.00\\ [$€-40C]_-", "€"),
    ("[$£-809]#,##0.00", "GBP"), ("[$$-1009]#,##0.00", "CAD"), ("[$R$-416] #,##0.00", "R$"), ("0.00 \"€/kg\"", "€"),
    ("#,##0.00\\ \"Kč\"", "Kč"), ("#,##0\\ \"Ft\"", "Ft"),
  ])
  func anotherCurrencyThanTheOfficesIsRefused(format: String, mark: String) throws {
    let dollars = try #require(Currency(code: "USD"))
    #expect(
      try prices("4.5", format).told == [
        Told(2, 2, .otherCurrency(.price, text: "4.5 \(mark)", mark: mark, dollars))
      ])
  }

  @Test(arguments: [
    ("[$$-409]#,##0.00", "USD"), ("\"$\"#,##0.00", "USD"), ("$#,##0.00_);[Red]($#,##0.00)", "USD"), ("44", "USD"),
    ("_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\)", "USD"), ("#,##0.00\\ \"€\"", "EUR"), ("[$€-2]\\ 0.00", "EUR"),
    ("[$kr-41D] 0.00", "SEK"), ("0.00\\ \"kr\"", "NOK"), ("0.00 \"kg\"", "USD"), ("0.00 \"ft\"", "USD"),
    ("0.00 \"cup\"", "USD"), ("[$-409]0.00", "USD"), ("[Red]0.00", "USD"), ("General", "USD"), ("[$¥-411]0.00", "JPY"),
  ])
  func theOfficesOwnIsRead(format: String, office: String) throws {
    let reading = try prices("4.5", format, office: office)
    #expect(reading.told == [])
    #expect(reading.value.entries.map(\.price.amount) == [decimal(45, 1)])
  }

  @Test func openDocumentSaysTheCurrency() throws {
    func read(_ price: String, office: String) throws -> Reading<PriceBook> {
      func row(_ cells: [String], _ price: String) -> String {
        let text = cells.map {
          "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
        }
        return "<table:table-row>\(text.joined())\(price)</table:table-row>"
      }
      return PriceBook.read(
        try TestWorkbook.openDocument(row(["item", "source", "price"], "") + row(["Bread", "S, 2026-05"], price)),
        hints: ReadingHints(currency: Currency(code: office)))
    }
    let cell = { (attributes: String, shown: String) in
      "<table:table-cell \(attributes) office:value=\"4.5\"><text:p>\(shown)</text:p></table:table-cell>"
    }
    let dollars = try #require(Currency(code: "USD"))
    let money = cell("office:value-type=\"currency\" office:currency=\"EUR\"", "4,50 €")
    #expect(
      try read(money, office: "USD").told == [
        Told(2, 3, .otherCurrency(.price, text: "4.5 EUR", mark: "EUR", dollars))
      ])
    #expect(try read(money, office: "EUR").value.entries.map(\.price.amount) == [decimal(45, 1)])
    let float = cell("office:value-type=\"float\"", "4,50 €")
    #expect(
      try read(float, office: "USD").told == [Told(2, 3, .otherCurrency(.price, text: "4.5 €", mark: "€", dollars))])
    #expect(try read(cell("office:value-type=\"float\"", "4,5 kg"), office: "USD").told == [])
    #expect(
      try read("<table:table-cell office:value-type=\"float\" office:value=\"0x10\"/>", office: "USD").told == [
        Told(2, 3, .number(.price, text: "0x10", .hexadecimal))
      ])
  }

  @Test(arguments: [
    ("46143", "yyyy", "2026"), ("46143", "yy", "2026"), ("46143", "[$-411]ggge", "2026"), ("46143", "e", "2026"),
    ("4.5", "yyyy", "1900"), ("46143", "mmm\\-yy", "2026-05"), ("4.5", "17", "1900-01"), ("46143", "14", "2026-05-01"),
    ("2958466", "14", "2958466"),
  ])
  func aDateIsNoPrice(value: String, format: String, shown: String) throws {
    #expect(try prices(value, format).told == [Told(2, 2, .number(.price, text: shown, .date))])
  }

  @Test func aDateIsNoQuantity() throws {
    let bytes = try TestWorkbook.excel(
      "<row><c t=\"str\"><v>item</v></c><c t=\"str\"><v>quantity</v></c></row>"
        + "<row><c t=\"str\"><v>Bread</v></c><c s=\"1\"><v>46143</v></c></row>", formats: ["yyyy"])
    #expect(ItemList.read(bytes).told == [Told(2, 2, .number(.quantity, text: "2026", .date))])
  }

  @Test func aYearIsADateAllTheSame() throws {
    let head = (["item", "price", "source", "checked"]).map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
    let row = "<c t=\"str\"><v>Bread</v></c><c><v>4.5</v></c><c t=\"str\"><v>S</v></c><c s=\"1\"><v>46143</v></c>"
    let bytes = try TestWorkbook.excel("<row>\(head)</row><row>\(row)</row>", formats: ["yyyy"])
    let reading = PriceBook.read(bytes, hints: ReadingHints(currency: Currency(code: "USD")))
    #expect(reading.told == [])
    #expect(reading.value.entries.map(\.checked.description) == ["2026"])
  }

  @Test func onlyFiguresAreNumbers() throws {
    #expect(
      try prices("0x10", "0.00").told == [Told(2, 2, .number(.price, text: "0x10", .hexadecimal))])
    #expect(try prices("1e400", "0.00").value.entries.isEmpty)
  }
}
