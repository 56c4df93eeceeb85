import Bookkeeping
import Characters
import Papers

extension FileFact: WordedFact {
  package var words: Words {
    switch self {
    case .notThere(let role): Words("there is no such file", role.hint)
    case .isPipe: Words("this is a pipe, and no file", "put a file there")
    case .isFolder: Words("this is a folder, not a file", "name the file inside it")
    case .unreadable: Words("the file cannot be read", "check that you may read it")
    case .harmfulFont(let reason): Words("this font is not opened: \(reason)", "take it out of the folder Fonts")
    case .tooManyFonts(let most):
      Words("there are more than \(most) fonts in this folder", "keep those that the office's templates name")
    case .tooLarge(let most):
      Words("the file has more than \(most >> 20) MB, and no more are read", "part it into several files")
    case .notUTF8: Words("the file is not UTF-8 text", "save it again as UTF-8")
    case .linkToNothing: Words("this is a link to something that is not there", "take it away, or choose another place")
    case .insideFile: Words("this is a file, so no folder can be made in it", "choose another place")
    case .cannotMakeFolder(let use): Words("the folder cannot be made", use.hint)
    case .cannotWrite: Words("the file cannot be written", "check that you may write in its folder")
    }
  }
}

extension FileRole {
  fileprivate var hint: String? {
    switch self {
    case .priceBook: "put prices.csv beside office.yaml, or name another price book"
    case .namedPriceBook: "look at its path"
    case .order: "an order is a CSV file with the columns item and quantity"
    case .signList: "a sign list is a CSV file with the column item, and perhaps stall, copies, size and language"
    case .program: "it comes with the program; get it back from there"
    case .other: nil
    }
  }
}

extension FolderUse {
  fileprivate var hint: String {
    switch self {
    case .papers: "choose another one"
    case .state: "check that you may write there, and the space on the disk"
    case .office(let parent): "check that you may write in \(parent)"
    case .templates: "check that you may write in your office's folder"
    }
  }
}

extension OfficeFact: WordedFact {
  package var words: Words {
    switch self {
    case .noOfficeIn: Words("there is no office.yaml in this folder", "begin an office there, or name another folder")
    case .noOfficeHere:
      Words("no office here: there is no office.yaml in this folder or above it", "begin one, or name its folder")
    case .noStarter:
      Words("the starter office is not here", "it comes with the program; get it back from there")
    case .starterNotCopied:
      Words(
        "the starter office cannot be copied here", "check that you may write here, and the space on the disk")
    case .inUse:
      Words("there is something here already", "choose a name that is not taken; nothing was changed")
    case .noProgramTemplates:
      Words("the program's templates are not here", "get them back from where the program came")
    case .noSettings(let found):
      Words("this file must hold keys and values, not \(found)", "begin it with a line such as name: …")
    case .badCode(let code, let example):
      Words(
        "\"\(code)\" cannot begin a number: a code is 2 to 12 of A–Z and 0–9", "for example code: \(example)")
    case .noTable:
      Words("this is no table, of which a clean copy could be made", "name a price book, an order or a list of signs")
    case .unknownDecimalSign(let name):
      Words("decimal: must be comma or point, not \"\(name)\"", "for example decimal: comma, as in 1.234,50")
    case .sensitiveIsNoList(let found):
      Words("sensitive: must be a list of categories, not \(found)", "for example sensitive: [health]")
    case .unknownCurrency(let code):
      Words(
        "there is no currency \"\(code)\" in ISO 4217",
        .didYouMean(NearestNames.of(code, among: Currency.allCodes)))
    case .noLedger:
      Words(
        "ledger: is missing",
        "add the lines ledger: and, indented below it, url: https://…, where the public ledger is or will be; or ledger: none"
      )
    case .ledgerIsNoMapping(let found):
      Words(
        "ledger: must hold url:, not \(found)",
        "write url: https://… indented below ledger:, or ledger: none where the ledger has no site")
    case .unofferedLanguage(let language, let offered):
      Words(
        "papers are not offered in \"\(language.visible)\"",
        "choose \(offered.joined(separator: ", ")), with a country or without one, such as es-MX")
    case .placeholders(let all):
      Words(
        "this is still the starter office's: \(all.map(\.spoken).joined(separator: ", "))",
        "write your own before you print for a market; where the ledger has no site, write ledger: none")
    case .badAddress(let fact): fact.words
    case .templatesAreNoMapping(let found):
      Words(
        "templates: must say which template each kind of paper uses, not \(found)",
        "for example templates: and, indented below it, invoice: invoice")
    }
  }
}

extension Placeholder {
  fileprivate var spoken: String {
    switch self {
    case .name(let name): "the name \"\(name)\""
    case .code(let code): "the code \(code)"
    case .ledger(let address): "the ledger's address \(address)"
    }
  }
}

extension AddressProblem {
  fileprivate var words: Words {
    switch self {
    case .noAddress(let text): Words("\"\(text.visible)\" is no web address", Self.example)
    case .otherScheme(let scheme):
      Words("the ledger's address must begin with https:// or http://, not with \(scheme.visible)", Self.example)
    case .noHost: Words("the ledger's address names no host", Self.example)
    case .badHost(let host):
      Words(
        "\"\(host.visible)\" can be no host of the ledger's address",
        "a host is a name of letters, figures and hyphens between dots, such as ledger.example.org, or an IP address")
    case .badPort(let port):
      Words(
        "\"\(port.visible)\" can be no port of the ledger's address",
        "a port is a number from 1 to 65535; without one, leave out the colon behind the host")
    case .holdsUser: Words("the ledger's address must not hold a user or a password", "take out all up to the @")
    case .holdsQuery: Words("the ledger's address must not hold a ? or a #", "take it out, with all behind it")
    case .badEscape: Words("a % in the ledger's address needs two figures of 0–9 and A–F behind it", Self.copied)
    case .refused(let character):
      Words("the ledger's address must not hold \(character.spoken)", Self.copied)
    }
  }

  private static let example = "a base address is https://, a host, and at most a path: https://ledger.example.org"
  private static let copied = "copy it from a browser's address bar, which writes ä as %C3%A4"
}

extension String {
  /// A character as a sentence names it: nobody sees a space.
  fileprivate var spoken: String { self == " " ? "a space" : "\"\(visible)\"" }
}

extension TemplateFact: WordedFact {
  package var words: Words {
    switch self {
    case .noneIn(let name):
      Words("there is no template.yaml in the folder \"\(name)\"", "name a template, or a folder with a template.yaml")
    case .unknown(let name, let known):
      Words(
        "there is no template \"\(name)\"",
        .didYouMean(NearestNames.of(name, among: known, cutoff: 0.6))
          ?? "the templates here are \(String.quotedList(known, last: "and"))")
    case .otherKind(let made, let wanted):
      Words("this template makes \(made), not \(wanted)", "name another one")
    case .unknownKind(let name, let known):
      Words(
        "there is no kind of paper \"\(name)\"", .didYouMean(NearestNames.of(name, among: known, cutoff: 0.5)))
    case .badName(let name):
      Words(
        "\"\(name)\" cannot be the name of a template", "use letters, figures, - and _, such as our-invoice")
    case .nameTaken(let name):
      Words(
        "there is a template \"\(name)\" already", "choose a name that is not taken; nothing was changed")
    case .notCopied(let shelf):
      Words(
        "the template cannot be copied here", "check that you may write in \(shelf), and the space on the disk")
    case .noPicture(let name): Words("\"\(name)\" is no name for a picture", "name a file that ends in .png")
    case .sampleIsEmpty:
      Words(
        "order: must be a list of what was given",
        "write order: and, indented below it, lines such as - { item: childcare, quantity: 3 }")
    }
  }
}

extension SiteFact: WordedFact {
  package var words: Words {
    switch self {
    case .link:
      Words(
        "this is a link, which could lead anywhere: nothing is published through it",
        "take it away, or name another folder")
    case .strangers(let name, let count):
      Words(
        "the folder's list of files names \"\(name)\"\(count > 1 ? " and \(count - 1) more" : ""), which no site has: "
          + "\(count > 1 ? "they are" : "it is") left alone")
    case .foreignFolder:
      Words("other files are in this folder", "name a new folder, or one that was published before")
    case .waiting(let seconds):
      Words("somebody else is publishing into this folder, and is waited for, up to \(seconds) seconds")
    case .busy(let seconds):
      Words(
        "somebody else is publishing into this folder, and was waited for \(seconds) seconds",
        "publish again once that is done")
    case .badTemplate(let reason): Words("the page's template cannot be read: \(reason)")
    case .pageNotWritten(let reason):
      Words(
        "the page cannot be written: \(reason)", "check the space on the disk, and that you may write there")
    }
  }
}
