import ArgumentParser
import BillingOffice
import Foundation
import Synchronization

/// How gifts are recorded and their papers printed.
struct GiftOptions: ParsableArguments {
  @OptionGroup var place: OfficeOptions
  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp("Where the papers go (default: output in the office).", valueName: "DIR|FILE"),
    completion: .file())
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "Overwrite files that are there already.")
  var force = false

  @Flag(help: "A file for each paper instead of one for all.")
  var split = false

  @Flag(help: "Print without recording: papers marked DRAFT, without numbers.")
  var draft = false

  @Option(
    help: ArgumentHelp("The day of issue, YYYY-MM-DD (default: today).", valueName: "DATE"),
    completion: Completions.days)
  var issued: String?

  @Flag(help: "Record it though the same was recorded already today.")
  var again = false

  @Flag(help: "Say nothing but errors and the files' paths.")
  var quiet = false

  /// Whether files are asked for, and no printer unless one is named.
  var wantsFile: Bool { draft || split || output != nil || picture.isSaid }

  func check(_ printer: PrinterOption? = nil) throws {
    try picture.check(output: output, isForPrinter: printer?.isNamed == true)
    try printer?.check(picture, output: output)
    try Day.check(issued)
  }

  /// What is asked for.
  ///
  /// - Parameters:
  ///   - kind: the kind of paper.
  ///   - given: what was given.
  ///   - isTagged: whether the papers can be read aloud; nil for what is usual.
  ///   - jobs: how many papers are made at the same time; nil for one a processor.
  ///   - sheet: the sheet that several are cut from.
  /// - Returns: the request, of which it is not said yet whether it is meant.
  /// - Throws: nothing, once the options have been checked.
  func request(
    _ kind: any GiftKind, _ given: GiftRequest.Given, isTagged: Bool? = nil, jobs: Int? = nil, sheet: String? = nil
  ) throws -> GiftRequest {
    let wish = OutputWish(
      output, format: try picture.format(of: output), pdf: picture.version, force: force, isSplit: split,
      isTagged: isTagged,
      workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    var request = GiftRequest(
      kind, given, prices: place.prices, look: look.look, sheet: sheet, output: wish,
      recordedAt: draft ? nil : Surroundings.moment, issued: Day.meant(issued))
    request.mayRepeat = again
    return request
  }

  /// Records and prints; what was written into a file is meant, and what is typed may be a slip.
  func print(_ asked: () throws -> GiftRequest, printer: PrinterOption? = nil, isMeant: Bool = true) throws {
    // Once, however often is asked before it is done.
    let isEchoed = Mutex(false)
    try Terminal.confirming(isMeant) { isMeant in
      var request = try asked()
      request.isMeant = isMeant
      let progress = quiet ? nil : ProgressReport(of: "\(request.giftKind.name)s")
      defer { progress?.finish() }
      let office = try place.open(isQuiet: quiet)
      let target = try printer?.printer(of: office, picture, wantsFile: wantsFile)
      var observer = Interruption.observer(progress)
      if !quiet {
        observer.understood = { lines in
          if isEchoed.withLock({ exchange(&$0, with: true) }) { return }
          for line in lines { Terminal.note(line) }
        }
      }
      try asking(&request, progress) { request in
        if let target {
          let papers = try ClockQuestion.asking(request, day: issued) {
            try office.printGifts($0, on: target, observer)
          }
          progress?.finish()
          return PrinterOption.tell(papers, on: target, isQuiet: quiet)
        }
        let papers = try ClockQuestion.asking(request, day: issued) { try office.make($0, observer) }
        progress?.finish()
        Terminal.tell(papers, isQuiet: quiet)
      }
    }
  }

  /// Records, and asks where the same was recorded before, if somebody can be asked.
  private func asking(_ request: inout GiftRequest, _ progress: ProgressReport?, _ record: (GiftRequest) throws -> Void)
    throws
  {
    do { try record(request) } catch let faults as Diagnostics {
      guard Terminal.canAsk, let fault = faults.all.first, fault.isAboutRepeating else {
        throw faults
      }
      progress?.finish()
      try Terminal.ask("\(fault.message). Record it once more?", option: "--again")
      request.mayRepeat = true
      try record(request)
    }
  }

  /// Makes another paper of a gift that is recorded, which keeps its number.
  func printAgain(_ kind: any GiftKind, _ recorded: RecordedOption, printer: PrinterOption? = nil) throws {
    try Terminal.reporting {
      let office = try place.open(isQuiet: quiet)
      let number = if let of = recorded.of { try office.ledger.number(of) } else { try office.ledger.last() }
      let wish = OutputWish(
        output, format: try picture.format(of: output), pdf: picture.version, force: force, isSplit: split)
      let request = ReprintRequest(kind, [number], isOther: true, look: look.look, output: wish)
      let wantsFile = output != nil || picture.isSaid
      if let target = try printer?.printer(of: office, picture, wantsFile: wantsFile) {
        return PrinterOption.tell(
          try office.reprint(request, on: target, Interruption.observer(nil)), on: target, isQuiet: quiet)
      }
      Terminal.tell(try office.reprint(request), isQuiet: quiet)
    }
  }
}

/// A gift that is recorded already, of which another paper is wanted.
struct RecordedOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Another paper of a gift that is recorded: it keeps its number. The whole number, or its figures alone.",
      valueName: "NUMBER"), completion: Completions.numbers)
  var of: String?

  @Flag(help: "Another paper of the gift that was recorded last.")
  var last = false

  /// Whether such a gift is meant.
  var isSaid: Bool { of != nil || last }

  /// Makes sure that either an order or a recorded gift is meant.
  func check(_ order: String?, _ gift: GiftOptions) throws {
    if of != nil, last { throw ValidationError("--of and --last name a gift each; leave one of them out.") }
    if isSaid, order != nil {
      throw ValidationError(
        "An order is recorded as something new; leave it out to print what \(of == nil ? "--last" : "--of") names.")
    }
    if isSaid, gift.draft || gift.issued != nil || gift.again {
      throw ValidationError("The gift is recorded already; leave out --draft, --issued and --again.")
    }
    if !isSaid, order == nil {
      throw ValidationError("Name an order such as order.csv, or a gift that is recorded with --of NUMBER or --last.")
    }
  }
}
