import Bookkeeping
import Characters
import Drawing
import Layout
import Papers
import Vetting

extension ContentError: WordedFact {
  package var words: Words {
    switch self {
    case .missingGlyph(let character, let text, _):
      let code = character.unicodeScalars.map { "U+" + $0.value.padded(to: 4, radix: 16) }.joined(separator: " ")
      return Words(
        "no font here has the character \"\(character)\" (\(code)) of \"\(text)\"",
        "take the character out, or put a font that has it into Fonts/")
    case .colouredGlyph(let character, let text, let font):
      return Words(
        "the character \"\(character)\" of \"\(text)\" is only in the font \(font), whose coloured pictures cannot be printed",
        "take the character out, or put a font into Fonts/ that has it in black, such as Noto Emoji")
    case .missingFont(let family):
      let package = FontPackages.package(of: family).map { "install the package \($0), or " } ?? ""
      return Words("there is no font \"\(family)\"", "\(package)put its file into Fonts/")
    case .missingPicture(let path):
      return Words("there is no picture \(ShownPath.of(path))", "put it there, or correct the path")
    case .unreadablePicture(let path, let reason):
      return Words("the picture \(ShownPath.of(path)) cannot be read: \(reason)", "save it again as SVG or PNG")
    case .codeTooLong(let bytes):
      return Words("\(bytes) bytes are too many for a code", "a code holds an address, not a text")
    case .refused(let text, "refusedCharacter"):
      return Words(
        "\"\(text.visible)\" holds a character that nobody sees and programs obey, or that turns text round",
        "take it out")
    case .refused(let text, "foreignCode"):
      return Words("a code may lead only to the ledger, not to \"\(text)\"", "use {{code.url}} or {{ledger.url}}")
    case .refused(let text, "amountWithoutVoid"):
      return Words(
        "\"\(text.visible)\" names an amount, on a paper that bears no stamp",
        "take it out; papers with prices are invoices, receipts, signs and price lists")
    case .refused(let text, "stackedMarks"):
      return Words(
        "\"\(String(text.unicodeScalars.prefix(8)))…\" has more marks on one letter than any writing has, which paints over what stands beside it",
        "take them out")
    case .refused(let text, "notOnTheWeb"):
      return Words(
        "a link may lead only to the web, not to \"\(text.visible)\"", "begin it with https:// or http://")
    case .refused(_, "codeWithoutSite"):
      return Words(
        "a code has nowhere to lead, since office.yaml says ledger: none",
        "show it only where there is one: if: has_code")
    case .refused(let text, let rule):
      return Words(
        Finding.refusal(rule, text), "these papers must never pass for a bill or ask for money; take it out")
    }
  }
}

extension Misfit.Reason: WordedFact {
  package var words: Words {
    func millimetres(_ points: Double, decimals: Int = 1) -> String {
      "\(Length.millimetres(points, decimals: decimals)) mm"
    }
    switch self {
    case .tooHigh(let needed, let available):
      return Words(
        "this needs \(millimetres(needed)) of height and a whole page has \(millimetres(max(0, available)))",
        "make it smaller, or the margins narrower")
    case .tooWide(let needed, let available):
      return Words(
        "this is \(millimetres(needed)) wide and there are \(millimetres(max(0, available)))",
        "make it narrower, or give it more room")
    case .breaksPage: return Words("this asks for a new page where there is none", "take break-before: away")
    case .modulesTooSmall(let module, let least):
      return Words(
        "the code's modules would be \(millimetres(module, decimals: 2)) wide; a phone reads them from "
          + millimetres(least, decimals: 2), "make the code larger with size:")
    }
  }
}

extension DrawingError: WordedFact {
  package var words: Words {
    switch self {
    case .unreadableFontConfiguration:
      Words("the fonts' configuration cannot be read", "it comes with the program; get it back from there")
    case .noFonts:
      Words("none of the fonts is installed", "install the packages \(FontPackages.names.joined(separator: " "))")
    case .takenFamily(let family, _):
      Words(
        "this font calls itself \"\(family)\", in which what makes papers void is set",
        "take it out of Fonts/: those words are set in the program's own font alone")
    case .cannotWrite(_, let reason):
      Words(
        "the file cannot be written: \(reason)", "check the space on the disk and that you may write there")
    case .cannotDraw(let reason): Words("the page cannot be drawn: \(reason)")
    case .alreadyClosed: Words("the file was closed too early")
    case .content(let error): error.words
    case .foreignText: Words("a text was measured by one worker and drawn by another")
    }
  }
}

extension VoidViolation: WordedFact {
  package var words: Words {
    switch self {
    case .tooSmall(let share, let least):
      Words(
        "the stamp would be \(Int(share * 100)) % of the page's shorter side; it must be at least \(Int(least * 100)) %",
        "make the stamp wider with width:")
    case .offThePage: Words("the stamp would stick out of the page", "move it with at:, or turn it less with rotate:")
    case .tooFaint(let contrast):
      Words(
        "the stamp's ink is too faint: its contrast with paper is \((contrast * 10).rounded() / 10) : 1 and must be 3 : 1",
        "choose a darker color:")
    case .codeOverStamp: Words("a code takes away too much of the stamp", "move the stamp with at:, or the code")
    case .codeOverSentence:
      Words("a code stands where the page says that nothing is owed", "leave the foot of the page free")
    case .stampOverSentence:
      Words("the stamp stands where the page says that nothing is owed", "move the stamp up with at:")
    case .hidden:
      Words("the stamp could not be seen on this page", "take away what is dark behind it, or move it with at:")
    case .hiddenByArt:
      Words(
        "the stamp's words could not be read on its picture",
        "make the picture paler where the words stand, choose another color:, or take art: away")
    case .pushedOff:
      Words(
        "the printer's correction moves what makes the paper void off what is printed",
        "take back its offset or scale: papers keep 5 mm of blank at their edges, which is all that they may move")
    case .tooFewPixels:
      Words(
        "what makes the paper void could not be read in so few pixels",
        "make a picture with more of them, of a shorter paper, or a PDF")
    case .missing: Words("this page bears nothing that makes it void")
    case .sentenceHidden:
      Words("that nothing is owed could not be read on this page", "take away what is dark at the foot of the page")
    }
  }
}
