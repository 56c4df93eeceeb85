import Bookkeeping
import Foundation
import Ledger
import OfficeFixtures
import Papers
import PrinterDevices
import Testing

@testable import BillingOffice

/// What a desk says of faults, in its own language.
@Suite struct DeskFaultTests {
  /// What somebody at a desk may meet.
  private static func facts() throws -> [any Fact] {
    let number = try #require(EntryNumber("RIVER-A7K2-000042"))
    let dollars = try #require(Currency(code: "USD"))
    return [
      InputFault.Fact.unknownItem("Ryce", known: ["Rice"]),
      InputFault.Fact.ambiguousItem("bread", fitting: ["Bread, white", "Bread, whole wheat"]),
      InputFault.Fact.number(.quantity, text: "many", .notANumber),
      InputFault.Fact.number(
        .quantity, text: "1,000", .ambiguous(decimal: ExactDecimal(1), grouped: ExactDecimal(1000))),
      InputFault.Fact.number(.quantity, text: "9e99", .tooLarge),
      InputFault.Fact.notPositive(.quantity, text: "0"), InputFault.Fact.lineOverflow(item: "Rice"),
      InputFault.Fact.mixedCurrencies(dollars, other: dollars, otherLine: 2),
      LedgerError.notThere(path: "l"), LedgerError.locked(path: "l"), LedgerError.movedAway(path: "l"),
      LedgerError.cannotOpen(path: "l", reason: "r"), LedgerError.damaged(path: "l", reason: "r"),
      LedgerError.newer(path: "l"), LedgerError.diskFull(path: "l"), LedgerError.unknownNumber(number),
      LedgerError.isReversal(number), LedgerError.alreadyReversed(number),
      RecordFact.noNumber("RIVER-1", code: "RIVER"), RecordFact.unclearNumber("1", candidates: []),
      RecordFact.lineNotHeld(number: number, line: 1), RecordFact.takenBack(number),
      RecordFact.recordedBefore(first: number, last: number, age: 3),
      PrinterFact.notPrinted(.sheet, on: "counter", .notThere(reason: "r")),
      PrinterFact.notPrinted(.sheet, on: "counter", .stuck(taken: 0)),
      PrinterFact.notPrinted(.sheet, on: "counter", .stuck(taken: 9)),
      PrinterFact.notPrinted(.sheet, on: "counter", .interrupted),
      PrinterFact.notPrinted(.sheet, on: "counter", .noScheduler),
      PrinterFact.notPrinted(.sheet, on: "counter", .paused(queue: "q", reason: nil)),
      PrinterFact.unknown("tent", known: []), PrinterFact.badName("a b"), PrinterFact.nameTaken("counter", book: "b"),
      PrinterFact.noAddress("lp", isInBook: false), PrinterFact.doesNotFit(paper: "A4", on: "counter", has: nil),
      PrinterFact.impossibleMeasure, FileFact.cannotWrite, OfficeFact.noSettings(found: "a list"),
    ]
  }

  @Test(arguments: Office.languages) func everyFaultIsSaidInEveryLanguage(_ language: String) throws {
    let office = try TestOffice().office
    let words = try office.wordList(of: "desk", language)
    for fact in try Self.facts() {
      let fault = Diagnostic(fact).deskFault
      let sentence = try #require(words[fault.key], "\(fault.key)")
      let named = Set(sentence.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) })
      #expect(named == Set(fault.values.keys), "\(language): \(fault.key)")
    }
  }

  /// Only what nobody at a desk can mend is told in the words of the fact, behind a sentence of the desk's own.
  @Test func onlyTheOfficesFilesAreToldInEnglish() throws {
    let faults = try Self.facts().map { Diagnostic($0).deskFault }
    let told = faults.filter { $0.detail != nil }.map(\.key)
    #expect(told == ["fault_unknown", "fault_not_written", "fault_office"])
    // A number that is wrong in a table is not one that somebody has typed at the desk.
    let number = InputFault.Fact.number(.price, text: "many", .notANumber)
    let fault = Diagnostic(number, file: "prices.csv", line: 3).deskFault
    #expect(fault.key == "fault_office")
    #expect(fault.detail?.hasPrefix("prices.csv:3: ") == true)
  }

  @Test func noPageObeysWhatIsQuoted() {
    let fault = Diagnostic(InputFault.Fact.unknownItem("Ri\u{202E}ce", known: [])).deskFault
    #expect(fault.values["item"]?.contains("\u{202E}") == false)
  }
}
