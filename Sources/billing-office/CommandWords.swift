import BillingOffice

/// What the command line says of a fact in its own terms: options and commands, which no library knows.
enum CommandWords {
  /// A diagnostic as text.
  static func text(of diagnostic: Diagnostic) -> String { diagnostic.text(words(of: diagnostic)) }

  /// The words for a diagnostic; those of every front end where the command line has none of its own.
  static func words(of diagnostic: Diagnostic) -> Words {
    let usual = diagnostic.words
    guard var own = own(diagnostic.fact, diagnostic.file) else { return usual }
    own.message = own.message.isEmpty ? usual.message : own.message + diagnostic.suffix
    return own
  }

  /// The hint alone, with the usual message before it.
  private static func hint(_ text: String) -> Words { Words("", text) }

  private static func own(_ fact: any Fact, _ file: String?) -> Words? {
    switch fact {
    case let fact as OfficeFact: own(fact)
    case let fact as FileFact: own(fact)
    case let fact as TemplateFact: own(fact)
    case let fact as OutputFact: own(fact, file)
    case let fact as SheetFact: own(fact)
    case let fact as RoomFact: own(fact)
    case let fact as SignFact: own(fact)
    case let fact as RecordFact: own(fact)
    case let fact as ItemFact: own(fact, file)
    case let fact as ItemNote: own(fact)
    case is GiftDoubt: hint("look at the quantity and the item; if it is meant, say so with --yes")
    case let fact as LedgerFault: own(fact)
    case let fact as PrinterFact: own(fact, file)
    case is PriceFromTheFuture: hint("correct the date under checked, or give a later day with --issued")
    case let fact as ClockFact: hint("set the clock, or say which day it is: --issued \(fact.day)")
    case let fact as ContentFault: own(fact)
    case let fact as DrawingFault: own(fact)
    default: nil
    }
  }

  private static func own(_ fact: ItemFact, _ file: String?) -> Words? {
    switch fact {
    case .workbook(.oldExcel), .workbook(.binaryExcel):
      hint("save it as .xlsx, or convert it: soffice --headless --convert-to xlsx \(file ?? "FILE")")
    case .workbook(.noLibrary): hint("install it with: apt-get install libzip4, or use CSV")
    case .pricedItem: hint("give it with its price: leave out --unpriced")
    case .unknownEncoding(let readings):
      hint(
        "save it again as CSV (UTF-8), or say which it is, such as --encoding "
          + (readings.first?.page ?? .western).rawValue)
    case .notThisEncoding: hint("leave out --encoding, name another one, or save the file again as CSV (UTF-8)")
    case .number(_, _, .ambiguous(let decimal, let grouped)):
      hint(
        "write \(decimal)0 or \(grouped), whichever is meant, or say it of all with --decimal comma or --decimal point")
    case .unknownDayOrder:
      hint(
        "format the column as text in your program, write all dates as YYYY-MM-DD, or say what comes first: "
          + "--dates dmy or --dates mdy")
    case .checkedMissing: hint("say it of all of them, such as --checked 2026-11, or name a column checked")
    default: nil
    }
  }

  private static func own(_ note: ItemNote) -> Words? {
    switch note {
    case .codePage:
      hint("if that is not the word, say which it is with --encoding, or save the file again as CSV (UTF-8)")
    case .decimalSign(_, let sign, _, _):
      hint("if that is wrong, say --decimal \(sign == .comma ? "point" : "comma")")
    case .dayOrder(let order, _, _):
      hint("if that is wrong, say --dates \((order == .dayFirst ? DayOrder.monthFirst : .dayFirst).rawValue)")
    default: nil
    }
  }

  private static func own(_ fact: ContentFault) -> Words? {
    guard case .missingFont(let family) = fact else { return nil }
    return FontPackages.package(of: family).map {
      hint("install it with: apt-get install \($0), or put its file into Fonts/")
    }
  }

  private static func own(_ fact: DrawingFault) -> Words? {
    guard case .noFonts = fact else { return nil }
    return hint("install them with: apt-get install \(FontPackages.names.joined(separator: " "))")
  }

  private static func own(_ fact: OfficeFact) -> Words? {
    switch fact {
    case .noOfficeIn(let folder): hint("begin an office with: billing-office new \(folder)")
    case .noOfficeHere: hint("begin one with: billing-office new my-market, or name one with --office DIR")
    default: nil
    }
  }

  private static func own(_ fact: FileFact) -> Words? {
    switch fact {
    case .notThere(.priceBook): hint("name the price book with --prices FILE, or put prices.csv beside office.yaml")
    case .notThere(.namedPriceBook): hint("look at the path after --prices")
    case .unreadable(let path): hint("check that you may read it: ls -l \(path)")
    case .cannotMakeFolder(.papers): hint("choose another one with --output DIR")
    case .cannotMakeFolder(.state): hint("say where it may be kept: export XDG_STATE_HOME=…")
    default: nil
    }
  }

  private static func own(_ fact: TemplateFact) -> Words? {
    guard case .otherKind = fact else { return nil }
    return hint("name another one; billing-office template list shows what is here")
  }

  private static func own(_ fact: OutputFact, _ file: String?) -> Words? {
    switch fact {
    case .splitOnSheets:
      Words(
        "--split makes a file for each receipt, and --sheet puts several on one sheet", "leave one of them out")
    case .splitIntoOneFile:
      Words("--split makes a file for each invoice, and --output names one file", "name a folder with --output DIR")
    case .picturesIntoOneFile:
      Words("pictures are made for each invoice, and --output names one file", "name a folder with --output DIR")
    case .severalIntoOneFile(let count):
      Words("there are \(count) files to write, and --output names one", "name a folder with --output DIR")
    case .wrongEnding(let name, let format):
      hint(
        "name a file that ends in .\(format), such as --output \(name.split(separator: "/").last ?? "paper").\(format)")
    case .noDots: hint("--format escpos is for receipts")
    case .noPlainText: hint("--format txt is for invoices and receipts")
    case .alreadyThere, .appearedMeanwhile:
      hint("keep it and choose another place with --output, or overwrite it with --force")
    case .isFolder: hint("choose another place with --output")
    case .isFile: hint("name a folder, or a file ending in .pdf, .png or .svg, with --output")
    case .nameTooLong: hint("choose a shorter one with --output")
    case .linkToNothing: hint("take it away, or choose another place with --output")
    case .mayNotWrite: hint("choose another one with --output DIR")
    default: nil
    }
  }

  private static func own(_ fact: SheetFact) -> Words? {
    switch fact {
    case .cannotCut(_, let usual): hint("name a sheet's size, such as --paper \(usual), or leave out --sheet")
    case .widerThanHeads: hint("leave out --paper, or name a roll: --paper 80mm or --paper 58mm")
    default: nil
    }
  }

  private static func own(_ fact: RoomFact) -> Words? {
    switch fact {
    case .tooLong: hint("shorten it, or choose a larger paper with --paper")
    case .tooMuch: hint("choose a larger paper with --paper, or leave something out")
    case .hidesStamp: hint("shorten it, or choose another paper with --paper")
    case .addressTooLong: nil
    }
  }

  private static func own(_ fact: SignFact) -> Words? {
    switch fact {
    case .codeTooFine: hint("leave the codes out with --no-codes, or make the signs larger with --size")
    case .noSheet: hint("leave --pages out to print them all")
    case .tooLarge: hint("name a larger sheet with --sheet, or a smaller size")
    default: nil
    }
  }

  private static func own(_ fact: RecordFact) -> Words? {
    switch fact {
    case .recordedBefore(_, let last, _):
      hint(
        "if it was given once more, say --again; another paper of the same gift: billing-office receipt --of \(last)")
    case .withoutPaper: hint("make what is missing with: billing-office reprint --unprinted")
    case .newChain, .lostPapers:
      hint(
        "put the missing papers back with: billing-office ledger merge FILE, where FILE is an export, the site's "
          + "ledger.jsonl, or another desk's ledger.sqlite")
    case .chainNotKept: hint("check that you may write there, or say where: export XDG_STATE_HOME=…")
    default: nil
    }
  }

  private static func own(_ fact: LedgerFault) -> Words? {
    switch fact {
    case .notThere: hint("it begins with: billing-office invoice order.csv")
    case .damaged: hint("it was left as it is; put a copy in its place, or join one: billing-office ledger merge FILE")
    case .foreignParts(_, let parts) where parts.contains { $0.hasPrefix("trigger ") }:
      hint(
        "it may undo what is recorded, so nothing is read or recorded. Put a sound copy in its place, or take it out with: "
          + "sqlite3 ledger.sqlite 'DROP \(parts.first { $0.hasPrefix("trigger ") } ?? "")', and then check with: "
          + "billing-office ledger verify")
    case .unknownNumber: hint("look for it with: billing-office ledger list")
    case .notAgreed: hint("nothing was joined; if it is meant, and you know whose file it is, say so with --yes")
    default: nil
    }
  }

  private static func own(_ fact: PrinterFact, _ file: String?) -> Words? {
    switch fact {
    case .noPrinters, .noKeys:
      return hint("add one with: billing-office printer add counter --to tcp://192.168.1.50 --paper 80mm")
    case .unknown(let name, _):
      // Where a name is near, that is the thing to say.
      guard fact.words.hint?.hasPrefix("did you mean") != true else { return nil }
      return hint(
        "add it with: billing-office printer add \(name) --to tcp://192.168.1.50, or name an address such as /dev/usb/lp0"
      )
    case .doesNotFit(_, _, let own):
      return hint("leave out --paper and --sheet, or name what fits: --paper \(own ?? "80mm")")
    case .sheetOnRoll: return hint("leave out --sheet")
    case .receiptsOnly: return hint("print it as a receipt, with --receipt, or on a printer with sheets")
    case .notARoll where file == nil: return hint("name the roll that is in it: --paper 80mm or --paper 58mm")
    case .noUsual:
      return hint(
        "name one, or add it: billing-office printer add counter --to tcp://192.168.1.50:9100 --paper 80mm --usual")
    case .notTold(_, let address):
      return hint(
        "look whether that is your printer; if it is: billing-office reprint --unprinted --to \(address)")
    case .namelessCannotKeep(let address, let isQueue):
      return hint("add it first: billing-office printer add counter \(isQueue ? "--print" : "--to") \(address)")
    case .notPrinted(let what, _, let fault):
      var words = fact.words
      words.message += command(that: fault)
      if case .recorded = what {
        words.hint =
          "when it is ready: billing-office reprint --unprinted; on another printer: … --unprinted --to PRINTER"
      }
      return words
    case .waiting: return hint("nothing need be printed again; see what waits with: lpstat -o")
    default: return nil
    }
  }

  /// The command that mends what is the matter with a queue, behind what is said of it.
  private static func command(that mends: PrinterFault) -> String {
    switch mends {
    case .noClient: ": sudo apt-get install cups-client"
    case .noScheduler: ": sudo systemctl start cups"
    case .paused(let queue, _): "; start it with: cupsenable \(queue)"
    case .refusing(let queue, _): "; let it with: cupsaccept \(queue)"
    default: ""
    }
  }
}

/// What the command line itself finds out.
enum CommandFact: WordedFact {
  /// `BILLING_OFFICE_HOME` names a folder without templates.
  case wrongHome(String)
  /// The program's templates and fonts are not beside it.
  case noInstallation
  /// A printer that is not in printers.yaml cannot keep what is measured.
  case cannotKeep(printer: String, option: String)
  /// Nothing was measured.
  case notMeasured
  /// Nobody can be asked whether something is meant.
  case notAsked(String, option: String)
  /// Something that is needed is not here.
  case notHere(kind: String, name: String)
  /// The machine is in no network.
  case noNetwork
  /// Somebody else has the port that the desk was to have.
  case portTaken(Int)
  /// The desk cannot be reached, for this reason.
  case noDesk(port: Int, String)

  var kind: Diagnostic.Kind {
    switch self {
    case .wrongHome, .noInstallation, .notHere, .noNetwork, .portTaken, .noDesk: .noInput
    case .cannotKeep, .notMeasured, .notAsked: .usage
    }
  }

  var words: Words {
    switch self {
    case .wrongHome(let root):
      Words(
        "BILLING_OFFICE_HOME is \"\(root)\", and there is no Templates/ in it",
        "let it name the folder with Templates/ and Fonts/, or take it out: unset BILLING_OFFICE_HOME")
    case .noInstallation:
      Words(
        "the program's templates and fonts are not beside it",
        "say where they are: export BILLING_OFFICE_HOME=…, the folder with Templates/ and Fonts/")
    case .cannotKeep(let printer, let option):
      Words(
        "\(printer) is not in printers.yaml, so nothing can be kept for it",
        "add it first: billing-office printer add counter \(option)")
    case .notMeasured: Words("nothing was measured, and nothing was changed")
    case .notAsked(let question, let option):
      Words("\(question.prefix { $0 != "?" })? Nobody can be asked here", "say so with \(option)")
    case .notHere(let kind, let name): Words("\(kind) \(name) is not here")
    case .noNetwork:
      Words(
        "this machine is in no network, so nothing else can reach the desk",
        "join a wireless network, or open one here; without --lan the desk is on this machine alone")
    case .portTaken(let port):
      Words(
        "something else is at port \(port), perhaps a desk that is open already",
        "look at http://localhost:\(port)/, or take another one: billing-office desk --port \(port + 1)")
    case .noDesk(let port, let reason): Words("the desk cannot be opened at port \(port): \(reason)")
    }
  }
}
