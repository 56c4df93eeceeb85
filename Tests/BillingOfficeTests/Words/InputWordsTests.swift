import Bookkeeping
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct InputWordsTests {
  private static let prices = PriceBook.read(
    Array(
      """
      item,category,unit,price,currency,source,checked,basis,alias
      "Haircut, women's",care,visit,44.00,USD,"Square, https://example.org",2014-03,price,
      "Haircut, men's",care,visit,28.00,USD,"Square, https://example.org",2014-03,price,
      Rice,food,lb,1.07,USD,ONS,2026,price,riz
      Fuel,transport,litre,1.52,GBP,ONS,2026,price,
      Gold,food,lb,92233720368547758.07,USD,ONS,2026,price,
      """.utf8)
  ).value

  private func order(_ text: String) -> [String] {
    let list = ItemList.read(Array(text.utf8))
    let faults = list.faults + Invoice.build(list.value, prices: Self.prices).faults
    return faults.map { "\(Diagnostic.of($0, file: "order.csv"))" }
  }

  private func priceBook(_ rows: String) -> [String] {
    let header = "item,category,unit,price,currency,source,checked,basis,alias\n"
    return PriceBook.read(Array((header + rows).utf8)).faults.map { "\(Diagnostic.of($0, file: "prices.csv"))" }
  }

  @Test func speaksOfFilesWithoutRows() {
    #expect(
      order("") == [
        """
        order.csv: error: there is nothing in this file
          → name the columns in the first line, and write a row below it for each item
        """
      ])
    #expect(
      order("item,quantity") == ["order.csv: error: there are no rows below the header\n  → write a row for each item"])
    #expect(
      order("item,quantity\n,\n") == [
        "order.csv: error: every row below the header is blank\n  → write a row for each item"
      ])
    #expect(
      order("PK\u{3}\u{4}") == [
        """
        order.csv: error: this workbook is cut off or damaged
          → open it in the program that made it, and save it again
        """
      ])
  }

  @Test func speaksOfTheHeader() {
    #expect(
      order("Item,Quantiy\nRice,2") == [
        """
        order.csv:1:6: error: no column can be called "Quantiy"
          → did you mean "quantity"?
        """
      ])
    #expect(
      order("item\nRice") == [
        """
        order.csv:1: error: there is no column called "quantity"
          → name it in the first line, as in item,quantity, above rows such as bread,2; or write a list of lines such as 2x bread
        """
      ])
    #expect(
      order("item,quantity,item\nRice,2,x") == [
        """
        order.csv:1:15: error: there is a column called "item" at character 1 already
          → keep one of the two
        """
      ])
  }

  @Test func speaksOfQuotesAndCells() {
    #expect(
      order("item,quantity\nHaircut, men's,1\n\"Rice\" white,1\n\"Rice,2") == [
        """
        order.csv:2:16: error: this row has 3 cells, the header only 2
          → put quotation marks around what holds a comma or a semicolon, such as "Haircut, men's" or "1,5"
        """,
        """
        order.csv:3:7: error: "white" stands after the closing quotation mark of a cell
          → put it before the mark; within a cell, write a quotation mark twice: ""
        """,
        """
        order.csv:4:1: error: a quotation mark opens here and is never closed
          → close it; within a cell, write a quotation mark twice: ""
        """,
      ])
  }

  @Test(arguments: [
    ("", "the quantity is blank", "write how many units are given"),
    ("many", "the quantity \"many\" is not a number", "write digits only, such as 3 or 1.50"),
    ("-2", "the quantity \"-2\" has a plus or a minus", "write a number above zero, without a sign"),
    ("50%", "the quantity \"50%\" is a share, not an amount", "write the amount itself"),
    ("1e3", "the quantity \"1e3\" is written with a power of ten", "write the number out"),
    ("$5", "the quantity \"$5\" has \"$\" in it", "write the bare number: 5"),
    ("0", "the quantity \"0\" is nothing", "write how many units are given, or leave the row out"),
    ("1.234", "the quantity \"1.234\" may be 1.234 or 1234", "write 1.2340 or 1234, whichever is meant"),
    (
      "99999999999999999999", "the quantity \"99999999999999999999\" is too large to reckon with",
      "look whether a decimal sign is missing"
    ),
    (
      "0.0000000001", "the quantity \"0.0000000001\" has more than nine digits after the decimal sign",
      "write nine at the most"
    ),
  ])
  func speaksOfNumbers(cell: String, message: String, hint: String) {
    #expect(order("item,quantity\nRice,\(cell)") == ["order.csv:2:6: error: \(message)\n  → \(hint)"])
  }

  @Test func speaksOfTwoDecimalSigns() {
    #expect(
      order("item,quantity\nRice,1.5\nRice,\"2,5\"") == [
        """
        order.csv:3:6: error: the quantity "2,5" has a decimal comma, the one on line 2 a decimal point
          → write all numbers of a column alike
        """
      ])
  }

  @Test func speaksOfNames() {
    #expect(
      order("item,quantity\nhaircutt,1\nhaircut,1\nzzzzzzzzzzzz,1") == [
        """
        order.csv:2:1: error: no item called "haircutt" in the price book
          → did you mean "Haircut, men's" or "Haircut, women's"?
        """,
        """
        order.csv:3:1: error: "haircut" may be "Haircut, women's" or "Haircut, men's"
          → write the whole name, or a part of it that fits one item only
        """,
        """
        order.csv:4:1: error: no item called "zzzzzzzzzzzz" in the price book
          → add it there, with its price, source and date
        """,
      ])
  }

  @Test func speaksOfSums() {
    #expect(
      order("item,quantity\nRice,1\nFuel,1\nGold,2") == [
        """
        order.csv:3:1: error: this line is in GBP, line 2 in USD
          → an invoice has one currency: take both from prices in one, or put them on different invoices
        """,
        """
        order.csv:4:1: error: the amount for "Gold" is too large to reckon with
          → look at the quantity, and at the price of the item
        """,
      ])
    #expect(
      order("item,quantity\nRice,1\nGold,1") == [
        """
        order.csv:3:1: error: the total is too large to reckon with from this line on
          → look at the quantities, or make it several invoices
        """
      ])
  }

  @Test func speaksOfPrices() {
    #expect(
      priceBook("Rice,,lb,ca. 1,USS,,Ma-26,asked,") == [
        """
        prices.csv:2:6: error: the category is blank
          → write which group the item belongs to, such as food or repair
        """,
        """
        prices.csv:2:10: error: the price "ca. 1" is not a number
          → write digits only, such as 3 or 1.50
        """,
        """
        prices.csv:2:16: error: no currency in use has the code "USS"
          → did you mean "USD", "UZS" or "ARS"?
        """,
        """
        prices.csv:2:20: error: the source is blank
          → write who published the price, and where it can be read
        """,
        """
        prices.csv:2:21: error: "Ma-26" is not a date that can be read here
          → write a year, a month or a day: 2026, 2026-05 or 2026-05-31
        """,
        """
        prices.csv:2:27: error: the basis "asked" is neither "price" nor "wage"
          → write "price" for what a customer is asked, "wage" for what a worker is paid
        """,
      ])
  }

  @Test func speaksOfNamesThatAreTaken() {
    #expect(
      priceBook(
        "Rice,food,lb,1,USD,ONS,2026,price,\nrice,food,lb,1,USD,ONS,2026,price,\nRis,food,lb,1,USD,ONS,2026,price,RICE")
        == [
          """
          prices.csv:3:1: error: line 2 has an item called "Rice" already
            → give each a name of its own, or drop one of them
          """,
          """
          prices.csv:4:34: error: the alias "RICE" leads to "Rice" on line 2 already
            → drop it from one of the two lines
          """,
        ])
  }

  @Test func keepsLongTextShort() {
    let fault = InputFault(line: 2, .notADate("first\nsecond" + String(repeating: "x", count: 100)))
    #expect(
      Diagnostic.of(fault, file: "p.csv").message.hasPrefix(
        "\"first second" + String(repeating: "x", count: 47) + "…\""))
    let many = InputFault(.ambiguousItem("a", fitting: (1...9).map { "a\($0)" }))
    #expect(Diagnostic.of(many, file: "o.csv").message.hasSuffix("\"a5\", \"a6\" or 3 more"))
  }
}
