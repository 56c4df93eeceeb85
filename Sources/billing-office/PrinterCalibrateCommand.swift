import ArgumentParser
import BillingOffice

/// `billing-office printer calibrate`
struct PrinterCalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Prints a sheet with rulers, asks what was measured on it, and makes good how the printer is off.",
    discussion: """
      Measure in millimetres; a tenth is worth the trouble. Enter alone means: as it ought to be.

      Example:
        billing-office printer calibrate office
      """)

  @OptionGroup var chosen: ChosenPrinter

  func run() throws {
    try Terminal.reporting {
      let (office, target) = try chosen.open()
      guard let name = target.name else {
        throw Diagnostics(CommandFact.cannotKeep(printer: "\(target)", option: PrinterOption.naming(target)))
      }
      let sheet = try office.calibrationSheet(for: target)
      try office.printCalibration(sheet, on: target, day: Surroundings.today, Interruption.observer(nil))
      Terminal.note("The sheet is sent to \(name). Measure on it, in millimetres:")
      var measured: [Double] = []
      for question in sheet.questions { measured.append(try Self.ask(question)) }
      Terminal.out("\(name): \(try office.calibrate(target, sheet, measured: measured).words)")
      Terminal.note("See whether it is right now: billing-office printer test \(Surroundings.quoted(name))")
    }
  }

  private static func ask(_ question: CalibrationSheet.Question) throws -> Double {
    let expected = "\(question.expected)".replacing(/\.0$/, with: "")
    while true {
      Terminal.piece("  \(question.letter)  \(question.words) (\(expected)): ")
      guard let line = readLine() else {
        Terminal.note("")
        throw Diagnostics(CommandFact.notMeasured)
      }
      let text = line.filter { !$0.isWhitespace }.replacing(",", with: ".").replacing("mm", with: "")
      if text.isEmpty { return question.expected }
      if let number = Double(text), number >= 0, number < 2000 { return number }
      Terminal.note("     a number of millimetres, please, such as \(expected) or 19.5")
    }
  }
}
