import BillingOffice
import Foundation
import Hummingbird

/// How a printer is put right with a ruler: a sheet is printed, somebody measures on it, and what was measured is made good.
extension DeskRoutes {
  /// The page of a printer.
  static func measuring(_ printer: String) -> String {
    "/printers/measure?printer=" + (printer.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
  }

  func addMeasuring(to router: Router<DeskContext>) {
    router.get("/printers/measure") { request, context in
      await answering(request, context, back: "/printers") {
        // Like where printers are, how they print is for whoever sits at the machine to say.
        guard context.isLocal else { throw HTTPError(.forbidden) }
        let name = request.uri.queryParameters["printer"].map(String.init)
        guard let printer = try counter.printer(name) else { throw HTTPError(.badRequest) }
        return try await measuring(printer, context)
      }
    }
    router.post("/printers/measure") { request, context in
      await answering(request, context, back: "/printers") {
        guard context.isLocal else { throw HTTPError(.forbidden) }
        let form = try await sent([String: String].self, request)
        guard let printer = try counter.printer(form["printer"]) else { throw HTTPError(.badRequest) }
        if form["action"] == "print" {
          let day = setup.day()
          // The sheet is on its way already.
          guard counter.beginTest(printer.address) else { return try await measuring(printer, context) }
          defer { counter.endTest(printer.address) }
          try await counter.aside { (office) throws(Diagnostics) in
            try office.printCalibration(try office.calibrationSheet(for: printer), on: printer, day: day)
          }
          return try await measuring(printer, context, isSent: true)
        }
        let kept = try await counter.with { (office) throws(Diagnostics) in
          let sheet = try office.calibrationSheet(for: printer)
          return try office.calibrate(printer, sheet, measured: lengths(form, sheet))
        }
        return try await measuring(printer, context, result: kept)
      }
    }
  }

  /// What was typed, in millimetres; what was left empty is as it ought to be, and what is no number is none that can be made good.
  private func lengths(_ form: [String: String], _ sheet: CalibrationSheet) -> [Double] {
    let signs = [",", "٫"]
    return sheet.questions.enumerated().map { place, question in
      let units = [pages.word("mm"), "mm"]
      let sent = form["m\(place)", default: ""].filter { !$0.isWhitespace }
      let typed = units.reduce(sent) { $0.replacing($1, with: "") }
      let number = signs.reduce(typed.inLatinDigits) { $0.replacing($1, with: ".") }
      guard !number.isEmpty else { return question.expected }
      return Double(number).flatMap { $0 < 0 ? nil : $0 } ?? .nan
    }
  }

  private func measuring(
    _ printer: Printer, _ context: DeskContext, isSent: Bool = false, result: Office.KeptCorrection? = nil
  ) async throws -> Response {
    let sheet = try await counter.with { (office) throws(Diagnostics) in try office.calibrationSheet(for: printer) }
    let questions = sheet.questions.enumerated().map { place, question in
      [
        "letter": question.letter, "words": pages.word("measure_\(question.measure)"), "name": "m\(place)",
        "expected": "\(question.expected)".replacing(/\.0$/, with: ""),
      ]
    }
    let told = result.map { kept in
      pages.sentence("measure_kept", ["x": kept.x, "y": kept.y, "across": kept.across, "down": kept.down])
    }
    return page(
      "measure", context,
      [
        "printer": printer.description, "is_sent": isSent, "questions": questions, "result": told ?? "",
        "has_result": told != nil,
      ])
  }
}
