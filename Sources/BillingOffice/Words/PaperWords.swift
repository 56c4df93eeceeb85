import Layout
import Papers

extension SheetFact: WordedFact {
  package var words: Words {
    switch self {
    case .rollTooLong(let metres, let most):
      Words(
        "this paper would be \(metres) m long, and no more than \(most) m are printed on a roll",
        "part it into several papers, or print it on sheets")
    case .unknownSheet(let name):
      Words(
        "there is no sheet \"\(name)\"",
        .didYouMean(NearestNames.of(name, among: Paper.all.map(\.name), cutoff: 0.4))
          ?? "a sheet is a paper such as A4 or Letter, or such as 320x450mm")
    case .unknownPaper(let name):
      Words("there is no paper \"\(name)\"", .didYouMean(NearestNames.of(name, among: Paper.all.map(\.name))))
    case .cannotCut(let name, let usual):
      Words(
        "a receipt cannot be cut from a sheet at the size \"\(name)\"",
        "name a sheet's size, such as \(usual), or print one on a page")
    case .widerThanHeads(let name):
      Words(
        "receipt printers print on a roll, and \(name) is none",
        "a roll is \(String.quotedList(Paper.all.filter(\.isRoll).map(\.name), last: "or"))")
    case .notMadeFor(let paper, let kind, let template, let papers):
      Words(
        "\(kind)\(template.map { " by the template \"\($0)\"" } ?? "") can be made on \(Self.list(papers)), not on \(paper)"
      )
    case .doesNotFit(let piece):
      Words("\(piece) does not fit on the sheet", "name a smaller paper, or a larger sheet")
    }
  }
}

extension SheetFact {
  /// Papers in a sentence.
  private static func list(_ papers: [String]) -> String {
    let first = papers.dropLast().joined(separator: ", ")
    return [first, papers.last ?? ""].filter { !$0.isEmpty }.joined(separator: " and ")
  }
}

extension RoomFact: WordedFact {
  package var words: Words {
    func short(_ text: String) -> String { text.count > 60 ? text.prefix(57) + "…" : text }
    switch self {
    case .tooLong(let text, let paper):
      return Words(
        "\"\(short(text))\" is too long for its place on \(paper)", "shorten it, or choose a larger paper")
    case .tooMuch(let paper):
      return Words(
        "this is too much for \(paper), however it is laid out", "choose a larger paper, or leave something out")
    case .hidesStamp(let text, let paper):
      return Words(
        "with \"\(short(text))\" the stamp could not be seen on \(paper)", "shorten it, or choose another paper")
    case .addressTooLong(let address, let paper):
      return Words(
        "the address \(address) is so long that its code on \(paper) would be too fine for a phone",
        "give the ledger a shorter address in office.yaml, or choose a larger paper")
    }
  }
}

extension OutputFact: WordedFact {
  package var words: Words {
    switch self {
    case .splitOnSheets:
      Words(
        "a file for each receipt is asked for, and several on one sheet, too", "leave one of them out")
    case .splitIntoOneFile:
      Words("a file for each invoice is asked for, and one file is named", "name a folder")
    case .picturesIntoOneFile: Words("pictures are made for each invoice, and one file is named", "name a folder")
    case .severalIntoOneFile(let count): Words("there are \(count) files to write, and one is named", "name a folder")
    case .wrongEnding(let name, let format):
      Words("\"\(name)\" is no name for a file in the format \(format)", "name a file that ends in .\(format)")
    case .noPlainText(let kind):
      Words("\(kind) cannot be written as plain text", "plain text is for invoices and receipts")
    case .noDots(let kind): Words("\(kind) cannot be made for a receipt printer", "receipts can")
    case .alreadyThere:
      Words("this file is there already", "keep it and choose another place, or have it overwritten")
    case .appearedMeanwhile:
      Words("this file has appeared meanwhile", "keep it and choose another place, or have it overwritten")
    case .isFolder: Words("there is a folder of this name", "choose another place")
    case .isFile:
      Words("this is a file, not a folder", "name a folder, or a file ending in .pdf, .png or .svg")
    case .mayNotWrite: Words("you may not write in this folder", "choose another one")
    case .notOnDisk: Words("the file could not be brought to the disk", "check the space on the disk")
    case .notNamed: Words("the file cannot be given its name", "check that you may write in its folder")
    case .nameTooLong: Words("the name is too long: a file's name may have 255 bytes", "choose a shorter one")
    case .linkToNothing: Words("this is a link to something that is not there", "take it away, or choose another place")
    case .interrupted: Words("interrupted; nothing was written")
    case .stopped: Words("interrupted")
    }
  }
}

extension PriceFromTheFuture: WordedFact {
  package var words: Words {
    Words(
      "the price of \"\(item)\" is dated \(checked), after the day of issue, \(issued)",
      "correct the date under checked, or give a later day of issue")
  }
}

extension ForeignPrices: WordedFact {
  package var words: Words {
    Words(
      "\(count == 1 ? "this price is" : "\(count) prices from here on are") in \(currency), and the office's currency is \(office)",
      "take prices in \(office), or write currency: \(currency) into office.yaml")
  }
}

extension SignFact: WordedFact {
  package var words: Words {
    switch self {
    case .unknownSize(let text):
      return Words(
        "there is no size \"\(text)\"",
        .didYouMean(NearestNames.of(text, among: PieceSize.names, cutoff: 0.4))
          ?? "a size is \(String.quotedList(PieceSize.names, last: "or")), or such as 90x60mm")
    case .notOneLanguageOrTwo(let text):
      return Words("a sign is in one language or in two, not in \"\(text)\"", "write such as en+ar")
    case .unknownStall(let name, let known):
      return Words(
        "there is no stall \"\(name)\"",
        .didYouMean(NearestNames.of(name, among: known, cutoff: 0.6))
          ?? "the stalls here are \(String.quotedList(known, last: "and"))")
    case .nothingToShow: return Words("there is nothing to make a sign for")
    case .nothingToList: return Words("there is nothing to list")
    case .noNames(let locale, let examples, let count):
      let first = examples.map { "\"\($0)\"" }.joined(separator: ", ")
      return Words(
        count == 1
          ? "\(first) has no name in \(locale); its sign shows it as the price book has it"
          : "\(count) items have no name in \(locale), such as \(first); their signs show them as the price book has them",
        "add rows with the columns item, language and name")
    case .noPlace(let place, let count, let size):
      return Words(
        "a sheet has \(Counted.text(count, "place")) for \(size), so there is no place \(place)",
        "count the places row by row from the top left")
    case .noSheet(let sheet, let count):
      return Words(
        "there is no sheet \(sheet): all signs stand on \(Counted.text(count, "sheet"))",
        "ask for all sheets to print them all")
    case .tooLarge(let size, let piece, let sheet, let hasBleed):
      func millimetres(_ points: Double) -> String { Length.millimetres(points, decimals: 0) }
      let extra = hasBleed ? ", with its bleed and crop marks," : ""
      return Words(
        "no sheet of \(millimetres(sheet.width)) × \(millimetres(sheet.height)) mm holds a sign of "
          + "\(millimetres(piece.width)) × \(millimetres(piece.height)) mm\(extra) (\(size))",
        "name a larger sheet, or a smaller size")
    case .doesNotFit(let item, let size, let misfit):
      let place =
        misfit.flatMap { misfit in misfit.mark.map { ": \($0.file):\($0.line), \(misfit.reason.words.message)" } } ?? ""
      return Words(
        "the sign for \"\(item)\" does not fit on \(size), however small its letters\(place)",
        "give it a larger size, or a shorter name")
    case .codeTooFine(let size, let least):
      return Words(
        "on signs of \(size) the codes would be too fine for a phone, which reads them from "
          + "\(Length.millimetres(least, decimals: 1)) mm a module", "leave the codes out, or make the signs larger")
    case .tooSmallToRead(let item, let size, let farthest, let letters):
      func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
      return Words(
        "\"\(item)\" can be read from \(tenths(farthest)) m at the most on \(size)",
        "give it a larger size, or a shorter name; its letters are \(tenths(letters)) mm high")
    }
  }
}
