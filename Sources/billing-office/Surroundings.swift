import BillingOffice
import Bookkeeping
import Foundation

/// What the program takes from the world around it: clock, folders, environment. The libraries get these handed in.
enum Surroundings {
  /// The folder somebody stands in.
  static var folder: String { FileManager.default.currentDirectoryPath }

  /// Today, where the machine stands.
  static var today: CalendarDay {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let today = CalendarDay(year: year, month: month, day: day)
    else { preconditionFailure("a Gregorian date has a year, a month and a day") }
    return today
  }

  /// The templates, words and fonts that belong to this program; `BILLING_OFFICE_HOME` names another place for them.
  static func installation() throws -> Installation {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map { $0 + "/.cache" } ?? NSTemporaryDirectory()
    let cache = home + "/billing-office/fontconfig"
    if let root = environment["BILLING_OFFICE_HOME"] { return Installation(root: root, cache: cache) }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    if let found = Installation.around(executable: program, cache: cache) { return found }
    throw Diagnostics([
      Diagnostic(
        .error, .noInput, message: "the program's templates and fonts are not beside it",
        hint: "say where they are: export BILLING_OFFICE_HOME=…, the folder with Templates/ and Fonts/")
    ])
  }

  /// A path as people would write it from where they stand.
  static func shown(_ path: String) -> String {
    let here = folder + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
