import Bookkeeping
import Foundation
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// The words and figures of a page, in the order in which a person, a screen reader or a search engine meets them.
@Suite(.slow) struct TextTests {
  @Test(arguments: PageCase.all) func tellsEverythingInTheOrderOfReading(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let strings = try Printery.strings(OfferedLanguage.named(page.language) == nil ? "en" : page.language)
    let reader = Reader(try paper.pages.map { try paper.text($0) }.joined())
    let printed = paper.printed
    let items = ItemWording(language: page.language)
    for (index, invoice) in printed.invoices.enumerated() {
      #expect(reader.pass(page.office), "office: \(reader.ahead)")
      #expect(reader.pass(page.place), "place: \(reader.ahead)")
      let number = paper.numbers[index] ?? VoidWording.in(page.language).draft
      #expect(reader.pass(number), "number: \(reader.ahead)")
      let notes = SourceNotes(invoice.lines)
      for (line, note) in zip(invoice.lines, notes.numbers) {
        #expect(reader.pass(items.name(of: line.entry.item)), "\(line.entry.item): \(reader.ahead)")
        // Note, quantity, price, amount and nothing: their figures one after another, however a country groups them.
        let figures =
          "\(note)" + line.quantity.value.figures + line.priceFigures + line.amount.decimal.figures
          + Squeezed(strings.words["zero"] ?? "0").figures
        let word = strings.units.name(of: line.entry.unit, for: line.quantity.value)
        let unit = Squeezed(word).figures
        #expect(reader.figures(figures.count + unit.count) == figures, "\(line.entry.item): \(reader.ahead)")
        #expect(reader.pass(word), "unit of \(line.entry.item): \(reader.ahead)")
      }
      #expect(reader.pass(number), "number beside the code: \(reader.ahead)")
      let address = String(paper.ledgerAddresses[index].dropFirst("https://".count))
      #expect(reader.pass(address), "address of the code: \(reader.ahead)")
      if !page.isDraft {
        let seal = printed.numbers[index].seal
        #expect(reader.pass("\(strings.words["seal"] ?? "") \(seal)"), "seal: \(reader.ahead)")
      }
      let total = invoice.total.decimal.figures
      #expect(reader.figures(total.count) == total, "total: \(reader.ahead)")
      for group in notes.groups {
        let number = group.numbers.map { "\($0)" }.joined(separator: ", ")
        #expect(reader.pass(number), "note \(number): \(reader.ahead)")
        let citation = group.citation({ "\($0)" }, set: items.text)
        #expect(reader.pass(citation), "\(citation): \(reader.ahead)")
      }
    }
  }

  @Test(arguments: PageCase.looks) func showsMoneyAsTheCountryWritesIt(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let lines = try paper.pages.flatMap { try paper.text($0).split(separator: "\n").map { Squeezed(String($0)) } }
    for amount in page.shows {
      #expect(lines.contains { $0.contains(amount) }, "\(amount) on one line")
    }
  }

  @Test(arguments: PageCase.all) func countsItsPages(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let words = try Printery.strings(page.language).words
    // A batch counts the pages of each invoice for itself; invoices of a batch have a page each.
    let count = paper.printed.invoices.count > 1 ? 1 : paper.count
    for number in paper.pages {
      let wanted = ["page", "of"].map { words[$0] ?? $0 }
      let own = count == 1 ? 1 : number
      let text = Reader(try paper.text(number))
      if count == 1 {
        // What is one page needs no count.
        #expect(!text.passLetters(of: "\(wanted[0]) \(own) \(wanted[1]) \(count)"), "page \(number)")
      } else if page.isRightToLeft {
        #expect(text.passLetters(of: "\(wanted[0]) \(own) \(wanted[1]) \(count)"), "page \(number)")
      } else {
        #expect(text.pass("\(wanted[0]) \(own) \(wanted[1]) \(count)"), "page \(number): \(text.ahead)")
      }
    }
  }

  @Test(arguments: PageCase.looks) func isVoidOnEveryPage(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    let wording = VoidWording.in(page.language)
    let currency = try #require(paper.printed.invoices.first).currency
    let zero = Formats(locale: page.locale).money(.zero(currency))
    for number in paper.pages {
      let reader = Reader(try paper.text(number))
      // Painted last: the stamp, below it the zero and that nothing is owed, then the sentence at the page's foot, and below its fixed
      // words who issues the paper.
      if page.isRightToLeft {
        for words in [wording.stamp, wording.totalDue, wording.nothingOwed, zero] {
          let reader = Reader(reader)
          #expect(reader.passLetters(of: words), "page \(number): \(words)")
        }
        continue
      }
      #expect(reader.pass(wording.stamp), "page \(number): \(reader.ahead)")
      #expect(
        reader.pass("\(wording.totalDue) \(zero) · \(wording.nothingOwed)".uppercased()),
        "page \(number): \(reader.ahead)")
      #expect(
        reader.pass("\(wording.notABill) \(wording.nothingOwed) \(wording.totalDue): \(zero)"),
        "page \(number): \(reader.ahead)")
      #expect(reader.pass("\(wording.issuedBy) \(page.office)"), "page \(number): \(reader.ahead)")
    }
  }

  /// Carried forward is what stands above it, brought forward the same, and the total the sum of all: reckoned from the
  /// printed lines alone.
  @Test(arguments: PageCase.all.filter { $0.language == "en" && $0.name != "batch" })
  func addsUpWhatIsPrinted(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    var (sum, lines, carries) = (0, 0, 0)
    var isCarried = false
    for number in paper.pages {
      for line in try paper.text(number).split(separator: "\n") {
        // The price and the amount, or a subtotal, and then the nothing that is owed.
        guard let match = line.firstMatch(of: #/^(.*?)[^\d\s.,]*(?:KWD )?([\d,]+(?:\.\d+)?) 0$/#),
          let amount = Int(match.2.filter(\.isNumber))
        else { continue }
        if line.hasPrefix("Carried forward") {
          #expect(amount == sum, "page \(number): \(line)")
          (carries, isCarried) = (carries + 1, true)
        } else if line.hasPrefix("Brought forward") {
          #expect(amount == sum, "page \(number): \(line)")
          #expect(isCarried)
          isCarried = false
        } else {
          (sum, lines) = (sum + amount, lines + 1)
        }
      }
    }
    let invoice = try #require(paper.printed.invoices.first)
    #expect(lines == invoice.lines.count, "lines with an amount that ends in its own figures")
    #expect(sum == Int(invoice.total.minorUnits))
    #expect(!isCarried)
    if page.name.hasPrefix("long-a") { #expect(carries >= 1) }
  }
}

extension LineItem {
  /// The figures of a price as it is printed: its own, and never fewer than the currency has.
  var priceFigures: String {
    let price = entry.price
    let missing = max(0, price.currency.minorUnitDigits - price.amount.scale)
    return price.amount.figures + String(repeating: "0", count: missing)
  }
}

extension ExactDecimal {
  /// Its figures without signs.
  var figures: String { plainDescription.filter(\.isNumber) }
}
