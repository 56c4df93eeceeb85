import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice

/// What is wrong in what people write: told with its place and what to do, and nothing is written.
@Suite struct BadInputTests {
  @Test func filesThatAreNotThere() throws {
    let office = try TestOffice(["other.csv": OfficeFiles.prices("Rice,food,lb,1.07,USD,ONS,2026")])
    try office.remove("prices.csv")
    try office.refusesOrder(
      """
      prices.csv: error: there is no such file
        → put prices.csv beside office.yaml, or name another price book
      nope.csv: error: there is no such file
        → an order is a CSV file with the columns item and quantity
      """, .noInput
    ) { $0.given = .order(office.path("nope.csv")) }
    try office.refusesOrder("euros.csv: error: there is no such file\n  → look at its path", .noInput) {
      $0.prices = office.path("euros.csv")
    }
    try office.refusesOrder(
      "Templates: error: there is no such file\n  → an order is a CSV file with the columns item and quantity", .noInput
    ) {
      $0.given = .order(office.path("Templates"))
      $0.prices = office.path("other.csv")
    }
  }

  @Test(arguments: [
    (
      "",
      """
      order.csv: error: there is nothing in this file
        → name the columns in the first line, and write a row below it for each item
      """
    ), ("item,quantity\n", "order.csv: error: there are no rows below the header\n  → write a row for each item"),
    ("item,quantity\n,\n ,\n", "order.csv: error: every row below the header is blank\n  → write a row for each item"),
    (
      "item\nRice\n",
      """
      order.csv:1: error: there is no column called "quantity"
        → name it in the first line, as in item,quantity, above rows such as bread,2; or write a list of lines such as 2x bread
      """
    ),
    (
      "item,quantity\nRice,0\nRice,-2\nRice,many\n,3\nRice,\n",
      """
      order.csv:2:6: error: the quantity "0" is nothing
        → write how many units are given, or leave the row out
      order.csv:3:6: error: the quantity "-2" has a plus or a minus
        → write a number above zero, without a sign
      order.csv:4:6: error: the quantity "many" is not a number
        → write digits only, such as 3 or 1.50
      order.csv:5:1: error: the item is blank
        → write what is given
      order.csv:6:6: error: the quantity is blank
        → write how many units are given
      """
    ),
    (
      "item,quantity\n\"Rice,1\n",
      """
      order.csv:2:1: error: a quotation mark opens here and is never closed
        → close it; within a cell, write a quotation mark twice: ""
      """
    ),
    (
      "item,quantity\nTomatos,1\nHaircut,1\nUnicorn feed,2\n",
      """
      order.csv:2:1: error: no item called "Tomatos" in the price book
        → did you mean "Tomatoes"?
      order.csv:3:1: error: "Haircut" may be "Haircut, women's" or "Haircut, men's"
        → write the whole name, or a part of it that fits one item only
      order.csv:4:1: error: no item called "Unicorn feed" in the price book
        → add it there, with its price, source and date
      """
    ),
    (
      "invoice,item,quantity\nPAID,Rice,1\nDE89 3704 0044 0532 0130 00,Rice,1\n",
      """
      order.csv:2: warning: "PAID" says that something was paid
        → it is printed all the same, under the stamp; if nothing given is called so, take it out
      order.csv:3: error: "DE89 3704 0044 0532 0130 00" reads as the number of a bank account
        → these papers must never pass for a bill or ask for money; take it out
      """
    ),
  ])
  func orders(order: String, words: String) throws {
    try TestOffice(["order.csv": order]).refusesOrder(words)
  }

  @Test(arguments: [
    (
      "Bread,food,loaf,3,USD,,2026",
      "prices.csv:2:23: error: the source is blank\n  → write who published the price, and where it can be read"
    ),
    (
      "Bread,food,loaf,3,XXD,ONS,2026",
      """
      prices.csv:2:19: error: no currency in use has the code "XXD"
        → did you mean "XCD", "AED" or "AMD"?
      """
    ),
    (
      "Bread,food,loaf,0,USD,ONS,2026",
      """
      prices.csv:2:17: error: the price "0" is nothing
        → write what one unit costs on the market, or leave the row out
      """
    ),
    (
      "Bread,food,loaf,3,USD,ONS,yesterday",
      """
      prices.csv:2:27: error: "yesterday" is not a date that can be read here
        → write a year, a month or a day: 2026, 2026-05 or 2026-05-31
      """
    ),
    (
      "Bread,food,loaf,3,USD,ONS,2026-11-21",
      """
      prices.csv:2:27: error: the price of "Bread" is dated 2026-11-21, after the day of issue, 2026-11-20
        → correct the date under checked, or give a later day of issue
      """
    ),
    (
      "Bread 🫖,food,loaf,3,USD,ONS,2026",
      """
      prices.csv:2:1: error: no font here has the character "🫖" (U+1FAD6) of "Bread 🫖"
        → take the character out, or put a font that has it into Fonts/
      """
    ),
    (
      "Bread \u{10FFF0},food,loaf,3,USD,ONS,2026",
      """
      prices.csv:2:1: error: no font here has the character "\u{10FFF0}" (U+10FFF0) of "Bread \u{10FFF0}"
        → take the character out, or put a font that has it into Fonts/
      """
    ),
    (
      "Bread,food,loaf,3,USD,\"ONS, https://paypal.me/bread\",2026",
      """
      prices.csv:2:23: error: "paypal.me/bread" is a way to send money
        → these papers must never pass for a bill or ask for money; take it out
      """
    ),
    (
      "Bread,food,loaf,3,EUR,ONS,2026",
      """
      prices.csv:2:19: error: this price is in EUR, and the office's currency is USD
        → take prices in USD, or write currency: EUR into office.yaml
      order.csv:3:1: error: this line is in USD, line 2 in EUR
        → an invoice has one currency: take both from prices in one, or put them on different invoices
      """
    ),
  ])
  func prices(row: String, words: String) throws {
    let prices = OfficeFiles.prices(row, "Rice,food,lb,1.07,USD,ONS,2026")
    try TestOffice(["prices.csv": prices, "order.csv": OfficeFiles.order("Bread,1", "Rice,1")]).refusesOrder(words)
  }

  @Test func aPriceBookWithoutAColumn() throws {
    let prices = "item,category,unit,price,currency,checked\nRice,food,lb,1.071,USD,2026\n"
    try TestOffice(["prices.csv": prices]).refusesOrder(
      """
      prices.csv:1: error: there is no column called "source"
        → name it in the first line; each row says in it who published the price, and where it can be read
      """)
  }

  @Test(
    .slow,
    arguments: [
      (
        "desk: A", "dsek: A",
        """
        office.yaml:4:1: error: there is no such key as "dsek"
          → did you mean "desk"?
        office.yaml: error: desk: is missing
          → add a line such as desk: A
        """
      ),
      (
        "https://", "ftp://",
        """
        office.yaml:9:8: error: the ledger's address must begin with https:// or http://, not with ftp://
          → a base address is https://, a host, and at most a path: https://ledger.example.org
        """
      ),
      (
        "USD", "XXD",
        """
        office.yaml:5:11: error: there is no currency "XXD" in ISO 4217
          → did you mean "XCD", "AED" or "AMD"?
        """
      ),
      (
        "paper: Letter", "paper: Leter",
        """
        office.yaml:7:8: error: there is no paper "Leter"
          → did you mean "Letter", "Legal" or "58mm"?
        """
      ),
      (
        "invoice: invoice", "invoice: invoce",
        """
        office.yaml:11:12: error: there is no template "invoce"
          → did you mean "invoice" or "invoice-calm"?
        """
      ),
      (
        "Riverside Commons", "Riverside 🫖",
        """
        office.yaml:2:7: error: no font here has the character "🫖" (U+1FAD6) of "Riverside 🫖"
          → take the character out, or put a font that has it into Fonts/
        """
      ),
      (
        "Riverside Commons", "\"Riverside",
        """
        office.yaml:14:1: error: this is not YAML: found unexpected end of stream
          → look for a missing quote, a missing colon or a tab on this line or the one above
        """
      ),
    ])
  func settings(old: String, new: String, words: String) throws {
    let settings = try OfficeFiles.settings([(old, new)])
    #expect(try TestOffice(["office.yaml": settings]).faults().joined(separator: "\n") == words)
    try TestOffice(["office.yaml": settings]).refusesOrder(words)
  }

  @Test func templatesThatAreNotThere() throws {
    let office = try TestOffice()
    try office.refusesOrder(
      "error: there is no template \"invoce\"\n  → did you mean \"invoice\" or \"invoice-calm\"?", .noInput
    ) {
      $0.look.template = "invoce"
    }
    try office.refusesOrder(
      """
      error: there is no template.yaml in the folder "./ours"
        → name a template, or a folder with a template.yaml
      """, .noInput
    ) { $0.look.template = "./ours" }
  }

  @Test(arguments: [
    (
      "{{office.place}}", "{{office.plaze}}", "{{office.plaze}}",
      "{{office.plaze}} names nothing\n  → did you mean \"office.place\", \"office.name\" or \"office.desk\"?"
    ),
    (
      "font-family: Bebas Neue", "font-family: Comic Sans MS", "Comic Sans MS",
      "there is no font \"Comic Sans MS\"\n  → put its file into Fonts/"
    ),
    ("style: title", "stile: title", "stile", "there is no such key as \"stile\"\n  → did you mean \"style\"?"),
    (
      "{{t.tagline}}", "Tea 🫖", "{ text: \"Tea 🫖\"",
      """
      no font here has the character "🫖" (U+1FAD6) of "Tea 🫖"
        → take the character out, or put a font that has it into Fonts/
      """
    ),
    (
      "{{t.tagline}}", "PAID IN FULL", "{ text: \"PAID IN FULL\"",
      """
      "PAID IN FULL" says that something was paid
        → these papers must never pass for a bill or ask for money; take it out
      """
    ),
    (
      "{{t.tagline}}", "Total due: {{market_total}}", "{ text: \"Total due",
      """
      "Total due: $198.18" asks for money
        → these papers must never pass for a bill or ask for money; take it out
      """
    ),
  ])
  func faultsInATemplate(old: String, new: String, piece: String, words: String) throws {
    let file = "Templates/invoice/template.yaml"
    let template = try OfficeFiles.template(old, new)
    let place = try OfficeFiles.place(of: piece, in: template)
    try TestOffice([file: template]).refusesOrder("\(file):\(place): error: \(words)")
  }

  @Test func everythingIsToldAtOnce() throws {
    let office = try TestOffice([
      "office.yaml": try OfficeFiles.settings([("desk: A", "dsek: A"), ("en-US", "xx")]),
      "prices.csv": OfficeFiles.prices("Bread,food,loaf,3,USD,,2026", "Rice,food,lb,1.07,USD,ONS,2027"),
      "order.csv": OfficeFiles.order("Bread,0", "Cake,1", "Rice,1"),
    ])
    try office.refusesOrder(
      """
      office.yaml:4:1: error: there is no such key as "dsek"
        → did you mean "desk"?
      office.yaml:6:9: error: there is no language "xx"
        → a locale is a language and a country, such as en-US, es-MX or ar-EG
      office.yaml: error: desk: is missing
        → add a line such as desk: A
      prices.csv:2:23: error: the source is blank
        → write who published the price, and where it can be read
      order.csv:2:7: error: the quantity "0" is nothing
        → write how many units are given, or leave the row out
      order.csv:3:1: error: no item called "Cake" in the price book
        → add it there, with its price, source and date
      error: there is no template "fancy"
        → the templates here are "certificate", "gig", "invoice", "invoice-calm", "reminder" and "tickets"
      order.csv: error: this is a file, not a folder
        → name a folder, or a file ending in .pdf, .png or .svg
      """, .noInput
    ) {
      $0.look.template = "fancy"
      $0.output.path = office.path("order.csv")
    }
  }
}
