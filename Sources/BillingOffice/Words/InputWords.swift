import Bookkeeping
import Characters
import Papers

/// What is wrong, and what to do about it.
private typealias Parts = (message: String, hint: String)

extension InputFault.Fact: WordedFact {
  package var words: Words {
    let (message, hint) = parts
    return Words(message, hint)
  }

  private var parts: Parts {
    switch self {
    case .empty:
      ("there is nothing in this file", "name the columns in the first line, and write a row below it for each item")
    case .headerOnly:
      ("there are no rows below the header", "write a row for each item")
    case .onlyBlankRows:
      ("every row below the header is blank", "write a row for each item")
    case .workbook(let fault):
      fault.parts
    case .brokenEncoding:
      ("this file calls itself UTF-16, but is not", "save it again as CSV (UTF-8)")
    case .noText:
      ("this is no text, but a picture, a paper or a program", "name a table that was saved as CSV (UTF-8)")
    case .strayByte(let byte):
      (
        "the byte \(String(byte, radix: 16, uppercase: true)) here is not UTF-8, as the rest of the file is",
        "type this word anew, or save the file again as CSV (UTF-8)"
      )
    case .unknownEncoding(let readings) where readings.isEmpty:
      ("this file is neither UTF-8 nor in a code page that is known here", "save it again as CSV (UTF-8)")
    case .unknownEncoding(let readings):
      (
        "it cannot be told which letters are meant: this file is not UTF-8, and its first such word may be "
          + alternatives(readings.map { "\(quoted($0.word)) (\($0.page.rawValue))" }), "save it again as CSV (UTF-8)"
      )
    case .notThisEncoding(let page):
      ("this file has something that \(page.rawValue) does not have", "save it again as CSV (UTF-8)")
    case .changedMeanwhile:
      ("the file cannot be read to its end, or was changed while it was read", "close it elsewhere, and try again")
    case .refusedCharacter(let scalar, let column):
      RefusedCharacter(scalar: scalar).parts(at: "in column \(column)")
    case .missingColumn(.quantity):
      (
        "there is no column called \"quantity\"",
        "name it in the first line, as in item,quantity, above rows such as bread,2; or write a list of lines such as 2x bread"
      )
    case .missingColumn(let column):
      (
        "there is no column called \"\(column.rawValue)\"",
        "name it in the first line; each row says in it \(column.content)"
      )
    case .misspeltColumn(let name, let meant):
      ("no column can be called \(quoted(name))", "did you mean \"\(meant.rawValue)\"?")
    case .duplicateColumn(let column, let firstColumn):
      ("there is a column called \"\(column.rawValue)\" at character \(firstColumn) already", "keep one of the two")
    case .unclosedQuote:
      ("a quotation mark opens here and is never closed", "close it; within a cell, write a quotation mark twice: \"\"")
    case .textAfterQuote(let text):
      (
        "\(quoted(text)) stands after the closing quotation mark of a cell",
        "put it before the mark; within a cell, write a quotation mark twice: \"\""
      )
    case .surplusCells(let found, let expected):
      (
        "this row has \(found) cells, the header only \(expected)",
        "put quotation marks around what holds a comma or a semicolon, such as \"Haircut, men's\" or \"1,5\""
      )
    case .tooManyColumns(let found, let most):
      ("this table has \(found) columns, and no more than \(most) are read", "leave out what is not needed here")
    case .tooManyRows(let most):
      ("this table has more than \(most) rows, and no more are read at once", "part it into several files")
    case .tooManyBytes(let most):
      ("this table is larger than \(most >> 20) MiB, and no more is read", "part it into several files")
    case .tooManyLines(let found, let most):
      (
        "one paper would have \(found) lines, and no more than \(most) are printed",
        "part them into several papers, by a column invoice"
      )
    case .tooManyAliases(let found, let most):
      ("this item has \(found) aliases, and no more than \(most) are read", "keep those that somebody types")
    case .excess(let column, let excess):
      excess.parts(of: "the \(column.name)")
    case .others(let count):
      (
        "there \(count == 1 ? "is 1 other fault" : "are \(count) other faults") in this file",
        "mend the first ones, and look again"
      )
    case .blank(let column):
      ("the \(column.name) is blank", "write \(column.content)")
    case .formulaWithoutValue(let column):
      (
        "the \(column.name) is a formula, and nothing has been reckoned of it yet",
        "open the file once in a spreadsheet program, and save it there"
      )
    case .errorValue(let column, let text):
      (
        "the \(column.name) \(quoted(text)) is what a spreadsheet says when it cannot reckon",
        "mend its formula, or write \(column.content)"
      )
    case .dateInstead(let column, let text):
      (
        "the \(column.name) \(quoted(text)) is a date: spreadsheets make one of what is typed, such as 1-2",
        "format the column as text, and type it again"
      )
    case .lostLetters(let column, let text):
      (
        "letters are lost in the \(column.name) \(quoted(text)): a program could not read them, and wrote \u{FFFD} instead",
        "type it again"
      )
    case .doublyConverted(let column, let text, let meant):
      (
        "the \(column.name) \(quoted(text)) was converted twice, and was probably \(quoted(meant))",
        "type it again, or save the file from the beginning as CSV (UTF-8)"
      )
    case .number(let column, let text, let fault):
      fault.words("the \(column.name) \(quoted(text))")
    case .notPositive(let column, let text):
      ("the \(column.name) \(quoted(text)) is nothing", "write \(column.content), or leave the row out")
    case .notACount(let text, let most):
      ("\(quoted(text)) is no number of copies", "write a whole number from 1 to \(most)")
    case .unknownCurrency(let code):
      ("no currency in use has the code \(quoted(code))", didYouMean(code, among: Currency.allCodes))
    case .notADate(let text):
      (
        "\(quoted(text)) is not a date that can be read here",
        "write a year, a month or a day: 2026, 2026-05 or 2026-05-31"
      )
    case .otherYear(let text):
      (
        "\(quoted(text)) is not of a year that a price can be of, from 1990 to 2100",
        "write the year of the Gregorian calendar, with four figures"
      )
    case .unknownDayOrder(let text, let count):
      (
        "\(quoted(text))\(count > 1 ? " and \(count - 1) more dates" : "") may have the day or the month first",
        "format the column as text in your program, or write all dates as YYYY-MM-DD"
      )
    case .checkedMissing(let count):
      (
        "\(Counted.text(count, "price")) \(count == 1 ? "does" : "do") not say when \(count == 1 ? "it was" : "they were") looked up",
        "name a column checked, with \(InputColumn.checked.content)"
      )
    case .sourcesMissing(let count):
      ("\(Counted.text(count, "price")) have no source", "write \(InputColumn.source.content)")
    case .otherCurrency(let column, let text, let mark, let currency):
      (
        "the \(column.name) \(quoted(text)) has \(quoted(mark)) in it, and its currency is \(currency)",
        "correct one of the two"
      )
    case .unknownBasis(let text):
      ("the basis \(quoted(text)) is neither \"price\" nor \"wage\"", "write \(InputColumn.basis.content)")
    case .notAPack(let text, let unit):
      (
        "the pack \(quoted(text)) is no number of the unit \(quoted(unit))",
        "write how many \(unit.visible) it holds, as in 5, 5 \(unit.visible) or 5 \(unit.visible) sack"
      )
    case .unknownUnitKind(let text):
      ("\(quoted(text)) says not what a unit measures", "write \(InputColumn.unitKind.content)")
    case .sameItem(let item, let otherLine):
      (
        "line \(otherLine) has an item called \(quoted(item)) already",
        "give each a name of its own, or drop one of them"
      )
    case .aliasTaken(let alias, let item, let otherLine):
      (
        "the alias \(quoted(alias)) leads to \(quoted(item)) on line \(otherLine) already",
        "drop it from one of the two lines"
      )
    case .unknownItem(let name, let known):
      (
        "no item called \(quoted(name)) in the price book",
        // Far-fetched names would only puzzle.
        didYouMean(name, among: known, cutoff: 0.6, orElse: "add it there, with its price, source and date")
      )
    case .ambiguousItem(let name, let fitting):
      ("\(quoted(name)) may be \(listed(fitting))", "write the whole name, or a part of it that fits one item only")
    case .severalReadings(let words, let readings):
      (
        "\(quoted(words)) may be \(readings.map { $0.map(quoted).joined(separator: " and ") }.joined(separator: ", or "))",
        "put each name in quotes of its own"
      )
    case .looseNumber(let number):
      (
        "it cannot be told what \(quoted(number)) belongs to",
        "write every number behind its item, such as: bread 2 eggs 1; or every one before it: 2 bread 1 eggs"
      )
    case .otherUnit(let said, let item, let unit):
      (
        "\(quoted(item)) is priced by the \(unit.visible), not by the \(said.visible)",
        "write how many \(unit.visible) it is"
      )
    case .pricedItem(let name, let item):
      (
        name == item
          ? "\(quoted(name)) is in the price book" : "\(quoted(name)) is in the price book, as \(quoted(item))",
        "give it with its price"
      )
    case .lineOverflow(let item):
      (
        "the amount for \(quoted(item)) is too large to reckon with",
        "look at the quantity, and at the price of the item"
      )
    case .totalOverflow:
      ("the total is too large to reckon with from this line on", "look at the quantities, or make it several invoices")
    case .mixedCurrencies(let currency, let other, let otherLine):
      (
        "this line is in \(currency), line \(otherLine) in \(other)",
        "an invoice has one currency: take both from prices in one, or put them on different invoices"
      )
    }
  }
}

extension NumberFault {
  fileprivate func words(_ number: String) -> Parts {
    switch self {
    case .notANumber:
      ("\(number) is not a number", "write digits only, such as 3 or 1.50")
    case .signed:
      ("\(number) has a plus or a minus", "write a number above zero, without a sign")
    case .percent:
      ("\(number) is a share, not an amount", "write the amount itself")
    case .exponent:
      ("\(number) is written with a power of ten", "write the number out")
    case .currencyMark(let mark, let bare):
      ("\(number) has \(quoted(mark)) in it", "write the bare number\(bare.isEmpty ? "" : ": \(bare)")")
    case .marked(let bare, let fault):
      (fault.words(number).message, "write the bare number: \(bare); and \(fault.words(number).hint)")
    case .formula:
      ("\(number) is a formula", "save the file as your program shows it, or write the result")
    case .errorValue:
      ("\(number) is what a spreadsheet says when it cannot reckon", "mend its formula, or write the number")
    case .hexadecimal:
      ("\(number) is written with the base 16", "write it with figures only")
    case .date:
      (
        "\(number) is a date: spreadsheets make one of what is typed, such as 1-2 or 1.2",
        "format the column as text or numbers, and type it again"
      )
    case .tooManyDecimals:
      ("\(number) has more than nine digits after the decimal sign", "write nine at the most")
    case .tooLarge:
      ("\(number) is too large to reckon with", "look whether a decimal sign is missing")
    case .ambiguous(let decimal, let grouped):
      ("\(number) may be \(decimal) or \(grouped)", "write \(decimal)0 or \(grouped), whichever is meant")
    case .otherDecimalSign(let first, let firstLine):
      (
        "\(number) has a decimal \(first == .point ? "comma" : "point"), the one on line \(firstLine) a decimal "
          + (first == .point ? "point" : "comma"), "write all numbers of a column alike"
      )
    }
  }
}

extension InputNote.Fact: WordedFact {
  package var words: Words {
    switch self {
    case .codePage(let page, let word):
      Words(
        "this file is not UTF-8; it was read as \(page.rawValue), and its first such word as \(quoted(word))",
        "if that is not the word, save the file again as CSV (UTF-8)")
    case .headerFound(let line):
      Words("the names of the columns stand on line \(line); what stands above was left out")
    case .noHeader(let columns):
      Words(
        "the columns have no names; they were taken for \(columns.map(\.rawValue).joined(separator: " and "))",
        "if that is wrong, name them in the first line")
    case .decimalSign(let column, let sign, let text, let value):
      Words(
        "the \(column.name) \(quoted(text)) was read as \(value), since the decimal sign of its column is a "
          + (sign == .comma ? "comma" : "point"), "if that is wrong, write all numbers of the column alike")
    case .dayOrder(let order, let text, let date):
      Words(
        "\(quoted(text)) was read as \(date), with the \(order == .dayFirst ? "day" : "month") first",
        "write dates as YYYY-MM-DD to leave no doubt")
    case .checkedInSources(let count, let first, let date):
      Words(
        "\(Counted.text(count, "price")) \(count == 1 ? "has no date of its" : "have no date of their") own; it was taken from "
          + "what the source says: \(quoted(first)) is of \(date)",
        "if that is wrong, name a column checked, with \(InputColumn.checked.content)")
    case .withoutCategory(let count, let items):
      Words(
        "\(Counted.text(count, "item")) \(count == 1 ? "has" : "have") no category, such as \(items.map(quoted).joined(separator: ", ")): "
          + "were one sensitive, the ledger would publish it in full",
        "name a column category, with \(InputColumn.category.content)")
    }
  }
}

extension InputColumn {
  /// What a person calls it.
  fileprivate var name: String {
    switch self {
    case .checked: "date checked"
    case .invoice: "invoice's name"
    case .unitKind: "kind of unit"
    default: rawValue
    }
  }

  /// What stands in it.
  fileprivate var content: String {
    switch self {
    case .item: "what is given"
    case .category: "which group the item belongs to, such as food or repair"
    case .unit: "what the price is for one of, such as hour or kg"
    case .unitKind:
      "hour, 30 minutes or another time, or one of \(UnitKind.others.dropLast().joined(separator: ", ")) and other"
    case .pack: "how many units are handed over at once, such as 5, 5 lb or 5 lb sack"
    case .price: "what one unit costs on the market"
    case .currency: "the three letters of the price's currency, such as USD"
    case .source: "who published the price, and where it can be read"
    case .checked: "the date the price is for, such as 2026, 2026-05 or 2026-05-31"
    case .basis: "\"price\" for what a customer is asked, \"wage\" for what a worker is paid"
    case .alias: "other names of the item, with semicolons between them"
    case .quantity: "how many units are given"
    case .invoice: "which rows belong together on one invoice"
    case .stall: "at which stall it hangs"
    case .copies: "how many are needed"
    case .size: "how large it is, such as A6 or 90x60mm"
    case .language: "a language such as es, or on a sign two such as en+ar"
    case .name: "what the item is called in the language"
    case .amount: "what it comes to, such as 51780.82"
    }
  }
}

/// The names that were most likely meant, as a question.
private func didYouMean(
  _ name: String, among known: [String], cutoff: Double = 1, orElse otherwise: String = "look it up"
) -> String {
  let near = NearestNames.of(name, among: known, cutoff: cutoff)
  return near.isEmpty ? otherwise : "did you mean \(listed(near))?"
}

/// Texts with "or" before the last.
private func alternatives(_ texts: [String]) -> String {
  texts.count > 1 ? texts.dropLast().joined(separator: ", ") + " or " + (texts.last ?? "") : texts.joined()
}

/// Names in quotes with "or" before the last; of many, the first few.
private func listed(_ names: [String], limit: Int = 6) -> String {
  let shown = names.prefix(limit).map(quoted)
  if names.count > limit { return shown.joined(separator: ", ") + " or \(names.count - limit) more" }
  guard let last = shown.last, shown.count > 1 else { return shown.joined() }
  return shown.dropLast().joined(separator: ", ") + " or " + last
}

private func quoted(_ text: String) -> String { ShownText.quoted(text) }

extension UnitFact: WordedFact {
  package var words: Words {
    switch self {
    case .unknown(let unit):
      Words(
        "nobody here knows the unit \(quoted(unit)), so that no hours are counted for it",
        "say in a column unit_kind what it measures: \(InputColumn.unitKind.content)")
    case .noDecimal(let unit):
      Words(
        "\(quoted(unit)) is a share of an hour that has no exact decimal: its hours are counted where they come out even",
        "price an hour, 30 minutes or 15 minutes, to have all of them counted")
    }
  }
}

extension TextExcess: WordedFact {
  package var words: Words {
    let (message, hint) = parts(of: "this")
    return Words(message, hint)
  }

  /// What is wrong with a text, and what to do about it.
  func parts(of text: String) -> (message: String, hint: String) {
    switch self {
    case .long(let count, let most):
      ("\(text) has \(count) letters, and no more than \(most) have room on a paper", "write it shorter")
    case .stacked(let count, let most):
      (
        "\(text) has a letter with \(count) marks upon it, and no more than \(most) can be printed",
        "write the letter with its own marks alone"
      )
    }
  }
}
