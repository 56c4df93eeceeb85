import ArgumentParser
import BillingOffice

/// A day behind `--issued`.
enum Day {
  /// Makes sure that it is one.
  static func check(_ text: String?) throws {
    if let text, CalendarDay(text) == nil {
      throw ValidationError("--issued must be a day such as 2026-11-20, not '\(text)'.")
    }
  }

  /// The day that is meant: today where none was said.
  static func meant(_ text: String?) -> CalendarDay { text.flatMap { CalendarDay($0) } ?? Surroundings.today }
}
