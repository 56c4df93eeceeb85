import ArgumentParser
import BillingOffice
import Foundation

/// How gifts are recorded and their papers printed.
struct GiftOptions: ParsableArguments {
  @OptionGroup var place: OfficeOptions
  @OptionGroup var look: LookOptions

  @Option(help: ArgumentHelp("Where the papers go (default: output in the office).", valueName: "DIR|FILE"))
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "Overwrite files that are there already.")
  var force = false

  @Flag(help: "A file for each paper instead of one for all.")
  var split = false

  @Flag(help: "Print without recording: papers marked DRAFT, without numbers.")
  var draft = false

  @Option(help: ArgumentHelp("The day of issue, YYYY-MM-DD (default: today).", valueName: "DATE"))
  var issued: String?

  @Flag(help: "Say nothing but errors and the files' paths.")
  var quiet = false

  func check(_ printer: PrinterOption? = nil) throws {
    try picture.check(output: output, isForPrinter: printer?.isNamed == true)
    try printer?.check(picture, output: output)
    try Day.check(issued)
  }

  /// Records and prints.
  func print(
    _ kind: any GiftKind, _ given: GiftRequest.Given, isTagged: Bool? = nil, jobs: Int? = nil, sheet: String? = nil,
    printer: PrinterOption? = nil
  ) throws {
    try Terminal.reporting {
      let wish = OutputWish(
        output, format: try picture.format(of: output), force: force, isSplit: split, isTagged: isTagged,
        workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount, volumeWorkers: jobs ?? 1)
      let request = GiftRequest(
        kind, given, prices: place.prices, look: look.look, sheet: sheet, output: wish,
        recordedAt: draft ? nil : Surroundings.moment, issued: Day.meant(issued))
      let progress = quiet ? nil : ProgressReport(of: "\(kind.name)s")
      defer { progress?.finish() }
      Interruption.listen()
      let office = try place.open()
      let wantsFile = draft || split || output != nil || picture.isSaid
      let target = try printer?.printer(of: office, picture, wantsFile: wantsFile)
      let observer = Interruption.observer(progress)
      if let target {
        let papers = try ClockQuestion.asking(request, day: issued) {
          try office.printGifts($0, on: target, observer)
        }
        progress?.finish()
        PrinterOption.tell(papers, on: target, isQuiet: quiet)
        if !quiet { PrinterOption.remind(office) }
        return
      }
      let papers = try ClockQuestion.asking(request, day: issued) { try office.make($0, observer) }
      progress?.finish()
      Terminal.tell(papers, isQuiet: quiet)
    }
  }
}
