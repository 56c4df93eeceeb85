import ArgumentParser
import BillingOffice

/// What tables leave open, and somebody knows: it is asked for where it is needed.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The code page of tables that are not UTF-8, such as windows-1251 (default: what their words tell).",
      valueName: "NAME"), completion: .list(CodePage.allCases.map(\.rawValue)))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "comma or point, for numbers such as 1.234 (default: what their column or office.yaml tells).", valueName: "SIGN"),
    completion: .list(["comma", "point"]))
  var decimal: String?

  @Option(
    help: ArgumentHelp(
      "dmy or mdy, for dates such as 5/1/2026 (default: what their column or the office's country tells).",
      valueName: "ORDER"), completion: .list([DayOrder.dayFirst.rawValue, DayOrder.monthFirst.rawValue]))
  var dates: String?

  @Option(
    help: ArgumentHelp("When prices were looked up that do not say it, such as 2026-11.", valueName: "DATE"),
    completion: Completions.days)
  var checked: String?

  func validate() throws {
    if let encoding, CodePage(named: encoding) == nil {
      let known = CodePage.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--encoding must be one of \(known), not '\(encoding)'.")
    }
    if let decimal, DecimalSign(named: decimal) == nil {
      throw ValidationError("--decimal must be comma or point, not '\(decimal)'.")
    }
    if let dates, DayOrder(rawValue: dates) == nil {
      throw ValidationError("--dates must be dmy or mdy, not '\(dates)'.")
    }
    if let checked, CheckedDate(checked) == nil {
      throw ValidationError("--checked must be such as 2026, 2026-11 or 2026-11-20, not '\(checked)'.")
    }
  }

  /// What was said.
  var asked: AskedReading {
    AskedReading(
      codePage: encoding.flatMap { CodePage(named: $0) }, decimal: decimal.flatMap { DecimalSign(named: $0) },
      dayOrder: dates.flatMap { DayOrder(rawValue: $0) }, checked: checked.flatMap { CheckedDate($0) })
  }
}
