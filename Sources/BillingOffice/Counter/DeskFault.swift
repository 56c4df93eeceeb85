import Bookkeeping
import Characters
import Ledger
import Papers
import PrinterDevices

/// What is wrong, for a desk that says it in its own language.
package struct DeskFault: Hashable, Sendable {
  /// The sentence that says it, among the desk's words.
  package let key: String
  /// What is filled in there, by its names in braces.
  package let values: [String: String]
  /// What it is about, such as a printer, where several things are meant.
  package let subject: String?
  /// What only whoever looks after the office's files can make something of, in the words of the fact, which are English.
  package let detail: String?

  fileprivate init(_ key: String, _ values: [String: String] = [:], about subject: String? = nil, detail: String? = nil)
  {
    self.key = "fault_\(key)"
    // Whatever is quoted from a file or from what was typed: no page obeys it.
    self.values = values.mapValues(\.visible)
    (self.subject, self.detail) = (subject?.visible, detail?.harmless)
  }

  /// Whether somebody has typed or tapped it so, and only that can be otherwise the next time. What is wrong with the ledger, a printer or
  /// the office's files may be put right meanwhile.
  package var isTyped: Bool { !Self.others.contains(key) }
  private static let others = Set(
    [
      "office", "not_written", "disk_full", "no_ledger", "ledger_held", "ledger_moved", "ledger_closed",
      "ledger_damaged", "ledger_newer", "off", "stuck", "broken_off", "busy", "refused", "unknown", "stranger",
    ].map { "fault_\($0)" })

  /// Why a printer took nothing.
  init(_ fault: PrinterFault, on printer: String? = nil) {
    switch fault {
    case .notThere: self.init("off", about: printer)
    case .stuck(0): self.init("stuck", about: printer)
    case .stuck, .gone, .stopped: self.init("broken_off", about: printer)
    case .busy, .interrupted: self.init("busy", about: printer)
    case .paused, .refusing: self.init("refused", about: printer)
    case .noPrinter: self.init("stranger", about: printer)
    default: self.init("unknown", about: printer, detail: fault.words)
    }
  }
}

extension Diagnostic {
  /// What is wrong, as a desk says it. What somebody at a desk can do something about has a sentence of its own.
  package var deskFault: DeskFault {
    switch fact {
    // What stands in a table is not for whoever types a gift to mend.
    case let fact as InputFault.Fact where file == nil: if let fault = fact.deskFault { return fault }
    case let fact as LedgerError: if let fault = fact.deskFault { return fault }
    case let fact as RecordFact: if let fault = fact.deskFault { return fault }
    case let fact as PrinterFact: if let fault = fact.deskFault { return fault }
    case let fact as FileFact where fact.kind == .cannotWrite: return DeskFault("not_written", detail: message)
    case let doubt as GiftDoubt where doubt.reason == .twice: return DeskFault("twice", ["item": doubt.item])
    case let doubt as GiftDoubt:
      return DeskFault("doubt", ["quantity": doubt.quantity.value.plainDescription, "item": doubt.item])
    default: break
    }
    return DeskFault("office", detail: place + message)
  }
}

extension InputFault.Fact {
  fileprivate var deskFault: DeskFault? {
    switch self {
    case .unknownItem(let name, _): DeskFault("item", ["item": name])
    case .ambiguousItem(let name, let fitting):
      DeskFault("items", ["item": name, "choices": fitting.joined(separator: " · ")])
    case .number(_, let text, .ambiguous(let decimal, let grouped)):
      DeskFault("two_numbers", ["quantity": text, "one": decimal.shortest, "other": grouped.shortest])
    case .number(_, _, .tooLarge), .lineOverflow, .totalOverflow: DeskFault("too_much")
    case .number(_, let text, _): DeskFault("number", ["quantity": text])
    case .notPositive(_, let text): DeskFault("nothing", ["quantity": text])
    // No page of the desk sends that.
    case .blank, .excess, .refusedCharacter: DeskFault("again")
    case .mixedCurrencies(let one, let other, _): DeskFault("currencies", ["one": one.code, "other": other.code])
    default: nil
    }
  }
}

extension LedgerError {
  fileprivate var deskFault: DeskFault? {
    switch self {
    case .notThere: DeskFault("no_ledger")
    case .locked: DeskFault("ledger_held")
    case .movedAway: DeskFault("ledger_moved")
    case .cannotOpen, .readOnly: DeskFault("ledger_closed")
    case .damaged, .foreignParts, .unsound: DeskFault("ledger_damaged")
    case .newer: DeskFault("ledger_newer")
    case .diskFull: DeskFault("disk_full")
    case .overflow, .badDraft: DeskFault("too_much")
    case .recordedBefore(let number, _, _): DeskFault("given_before", ["number": "\(number)"])
    case .unknownNumber(let number): DeskFault("no_gift", ["number": "\(number)"])
    case .isReversal(let number): DeskFault("correction", ["number": "\(number)"])
    case .alreadyReversed(let number): DeskFault("taken_back", ["number": "\(number)"])
    default: nil
    }
  }
}

extension RecordFact {
  fileprivate var deskFault: DeskFault? {
    switch self {
    case .noNumber(let text, _), .unclearNumber(let text, _): DeskFault("paper_number", ["number": text])
    case .lineNotHeld(let number, _): DeskFault("elsewhere", ["number": "\(number)"])
    case .recordedBefore(let number, _, _): DeskFault("given_before", ["number": "\(number)"])
    case .givenOtherwise(let number): DeskFault("given_otherwise", ["number": "\(number)"])
    case .takenBack(let number): DeskFault("taken_back", ["number": "\(number)"])
    default: nil
    }
  }
}

extension ExactDecimal {
  /// Without zeros behind its point, so that it can be read in one way only.
  fileprivate var shortest: String {
    plainDescription.contains(".") ? plainDescription.replacing(/\.?0+$/, with: "") : plainDescription
  }
}

extension PrinterFact {
  fileprivate var deskFault: DeskFault? {
    switch self {
    case .notPrinted(_, let printer, let fault): DeskFault(fault, on: printer)
    case .busy(let printer, _, _): DeskFault("busy", about: printer)
    case .unknown(let name, _): DeskFault("no_printer", ["printer": name])
    case .badName(let name), .noQueueName(let name): DeskFault("printer_name", ["printer": name])
    case .nameTaken(let name, _): DeskFault("printer_taken", ["printer": name])
    case .noAddress(let address, _): DeskFault("printer_address", ["address": address])
    case .doesNotFit(let paper, let printer, _): DeskFault("does_not_fit", ["paper": paper, "printer": printer])
    case .impossibleMeasure: DeskFault("measure")
    default: nil
    }
  }
}
