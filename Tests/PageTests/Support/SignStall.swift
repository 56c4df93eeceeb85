import BillingOffice
import Bookkeeping
import Foundation
import Papers
import TestTools

/// An office in a throw-away folder that makes signs.
final class SignStall {
  let scratch: Scratch
  let office: Office
  let day: CalendarDay

  struct NoDay: Error {}

  /// Makes the starter office, with files of the test's own beside its own.
  init(_ files: [String: String] = [:], paper: String = "A4", locale: String = "en-US") throws {
    scratch = try Scratch()
    let installation = Installation(
      root: Repository.root.path, cache: FileManager.default.temporaryDirectory.path + "/billing-office-test-fonts",
      state: scratch.path("state"))
    let folder = scratch.path("office")
    _ = try StarterOffice.copy(to: folder, from: installation)
    for (name, text) in files { try scratch.write(text, to: "office/\(name)") }
    let settings = """
      name: Riverside Commons
      place: Riverside Market
      code: RIVER
      desk: A
      currency: USD
      locale: \(locale)
      paper: \(paper)
      ledger:
        url: \(Paper.ledger)
      """
    try scratch.write(settings, to: "office/office.yaml")
    office = try Office.open(named: folder, from: "/", installation: installation)
    guard let day = CalendarDay(Printery.issued) else { throw NoDay() }
    self.day = day
  }

  func path(_ name: String) -> String { scratch.path("office/\(name)") }

  /// Prints the signs of a list in the office; the path of the only file.
  func print(_ list: String?, _ change: (inout SignRequest) -> Void = { _ in }) throws -> (
    path: String, papers: PrintedPapers
  ) {
    var request = SignRequest(list: list.map(path), issued: day)
    change(&request)
    let papers = try office.make(request)
    return (papers.paths.first ?? "", papers)
  }
}
