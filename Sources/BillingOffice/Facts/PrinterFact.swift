package import Papers
package import PrinterDevices

/// What is so with the office's printers and what they are sent.
package enum PrinterFact: Fact {
  /// printers.yaml names no printers, but what `found` says.
  case noPrinters(found: String)
  /// A printer without its keys.
  case noKeys(String, found: String)
  /// Two are the usual one.
  case twoUsual(String, String)
  /// No kind of printer is called so.
  case unknownKind(String)
  /// What should be a receipt printer's address is none; whether it stands in printers.yaml, where a queue has another kind.
  case noAddress(String, isInBook: Bool)
  /// A paper that is none.
  case noPaper(found: String)
  /// There is no paper of this name, for a printer.
  case unknownPaper(String)
  /// Dots that no head has.
  case badDots(found: String)
  /// Dots of a queue, which knows its own.
  case dotsOfQueue
  /// A flag that is none.
  case noFlag(found: String)
  /// A correction that is none, or out of what can be made good.
  case badPair(unit: String, least: Int, most: Int, example: String)
  /// A receipt printer's paper that is no roll.
  case notARoll(String)
  /// A paper that does not go into a printer, with what is in that; nil where it is only known to have a roll.
  case doesNotFit(paper: String, on: String, has: String?)
  /// A sheet to be cut is asked for, and the printer prints on a roll.
  case sheetOnRoll(String, on: String)
  /// A receipt printer takes receipts; with what is asked for, with an article.
  case receiptsOnly(String, on: String)
  /// No printer of printers.yaml is called so; with those that are.
  case unknown(String, known: [String])
  /// The office has no usual printer.
  case noUsual
  /// A name that no printer can have.
  case badName(String)
  /// A name that no queue of CUPS can have.
  case noQueueName(String)
  /// A recorded paper is to go to an address that neither printers.yaml has nor anybody has typed here.
  case notTold(String, address: String)
  /// There is a printer of the name already; with the path of printers.yaml.
  case nameTaken(String, book: String)
  /// Only a printer with a name can keep what was measured.
  case namelessCannotKeep(address: String, isQueue: Bool)
  /// What was measured cannot be.
  case impossibleMeasure
  /// The printer has all its keys on one line.
  case keysOnOneLine(String)
  /// Papers are not printed: which, if they are recorded, and why.
  case notPrinted(NotPrinted, on: String, PrinterFault)
  /// A printer that somebody else has is being waited for; why, and for how many seconds at the most.
  case busy(String, LineWaiting.Reason, seconds: Double)
  /// CUPS keeps a job until the printer is ready.
  case waiting(title: String, on: String, JobDelay)

  package var kind: Diagnostic.Kind {
    switch self {
    case .unknown, .noUsual, .badName, .noQueueName, .nameTaken, .namelessCannotKeep, .noAddress, .unknownPaper,
      .doesNotFit,
      .sheetOnRoll, .receiptsOnly:
      .usage
    case .notPrinted(_, _, .interrupted), .notPrinted(_, _, .stopped): .interrupted
    case .notPrinted: .notPrinted
    case .waiting, .busy: .cannotWrite
    default: .data
    }
  }
}

/// What did not come out of a printer.
package enum NotPrinted: Hashable, Sendable {
  /// A draft, which is recorded nowhere.
  case draft
  /// Papers that are recorded: the first and the last.
  case recorded(first: String, last: String)
  /// A test or calibration sheet.
  case sheet
  /// Anything, since there is no printer: nothing was sent, or recorded for it.
  case anything
}

extension Diagnostic {
  /// Whether it says that no printer is called so.
  package var isAboutUnknownPrinter: Bool { if case .unknown? = fact as? PrinterFact { true } else { false } }
}
