import BillingOffice
import OfficeFixtures
import TestTools
import Testing

@testable import billing_office

/// Which printer is meant by what is typed, and what is said of it.
@Suite struct PrinterOptionTests {
  private let office: TestOffice

  init() throws { office = try TestOffice() }

  private func add(_ name: String, _ printer: FakePrinter, _ options: String...) throws {
    let command = try PrinterAddCommand.parse([name, "--to", printer.address] + options)
    _ = try office.office.add(try #require(try command.printer()), as: command.name)
  }

  /// The printer that takes a receipt; nil where a file is written.
  private func target(_ command: GiveCommand) throws -> Printer? {
    try command.printer.printer(of: office.office, command.gift.picture, wantsFile: command.gift.wantsFile)
  }

  /// Gives an hour of tutoring on a printer.
  ///
  /// - Returns: what is said of it.
  private func give(_ options: String...) throws -> [String] {
    let command = try GiveCommand.parse(["tutoring"] + options + Shell.day)
    let target = try #require(try target(command))
    var request = try command.request()
    request.mayRepeat = true
    return PrinterOption.lines(of: try office.office.printGifts(request, on: target), on: target)
  }

  @Test func theFirstPrinterPrintsUnlessAnotherIsNamed() throws {
    let (counter, pocket) = (try FakePrinter(.obliging), try FakePrinter(.obliging))
    try add("counter", counter, "--paper", "80mm")
    try add("pocket", pocket, "--paper", "58mm", "--dots", "360")
    #expect(
      PrinterListCommand.lines(of: try office.office.printers().printers) == [
        "• counter  escpos  \(counter.address)  80mm", "  pocket   escpos  \(pocket.address)  58mm  360 dots",
      ])
    #expect(try give().map { $0.hasSuffix("-000001 → counter") } == [true])
    #expect(try PrintedReceipt.decode(counter.received()).map(\.width) == [576])
    #expect(try give("--to", "pocket").map { $0.hasSuffix("-000002 → pocket") } == [true])
    #expect(try PrintedReceipt.decode(pocket.received()).map(\.width) == [360])
    // What a printer is sent is not always a gift, nor for one that has a name.
    let guest = try FakePrinter(.obliging)
    #expect(try give("--draft", "--paper", "58mm", "--to", guest.address) == ["draft → \(guest.address)"])
    #expect(try PrintedReceipt.decode(guest.received()).map(\.width) == [384])
    let tested = try FakePrinter(.obliging)
    try office.office.printTest(
      on: try office.office.printer(orUsual: tested.address), day: try #require(TestOffice.issued))
    #expect(try PrintedReceipt.decode(tested.received()).map(\.width) == [576])
    // Who asks for a file gets one.
    for option in [["--format", "txt"], ["--draft"], ["--split"], ["--output", "x.pdf"]] {
      #expect(try target(try GiveCommand.parse(["tutoring"] + option)) == nil)
    }
  }

  @Test func whoIsNotThereIsToldWithWhatToType() throws {
    let closed = try FakePrinter.silentAddress()
    try office.refuses(
      64,
      """
      error: this office has no usual printer
        → name one, or add it: billing-office printer add counter --to tcp://192.168.1.50:9100 --paper 80mm --usual
      """
    ) { _ = try office.office.printer(orUsual: nil) }
    try office.refuses(
      64,
      """
      error: there is no printer "front" in printers.yaml
        → add it with: billing-office printer add front --to tcp://192.168.1.50, or name an address such as /dev/usb/lp0
      """
    ) { _ = try give("--to", "front") }
    let told = try office.refusal { _ = try give("--to", closed) }
    #expect(told.code == 75)
    #expect(
      told.words.hasSuffix(
        "\n  → when it is ready: billing-office reprint --unprinted; on another printer: … --unprinted --to PRINTER"),
      "\(told.words)")
  }
}
