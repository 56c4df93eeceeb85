/// What comes first in a date of figures such as 5/1/2026.
public enum DayOrder: String, Hashable, Sendable {
  /// The day, as in most countries.
  case dayFirst = "dmy"
  /// The month, as in the United States.
  case monthFirst = "mdy"
}
