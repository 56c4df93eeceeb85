/// What the plain dates of a column tell about how the ambiguous ones are meant.
struct DateEvidence: Sendable {
  private var shown: Set<DayOrder> = []
  private let asked: DayOrder?
  private let usual: DayOrder?
  /// The first date that can be read in two ways.
  private var firstDoubtful: (text: String, date: WrittenDate)?
  /// How many of them there are.
  private(set) var doubtful = 0

  /// Begins a column.
  ///
  /// - Parameter hints: what somebody said comes first, and the office's country.
  init(_ hints: ReadingHints) {
    asked = hints.dayOrder
    usual = hints.country.flatMap(Self.order)
  }

  /// Takes the next cell.
  mutating func append(_ text: String) {
    let date = WrittenDate(text)
    switch date {
    case .exact(_, shows: let order?): shown.insert(order)
    // Where the year may come first, two figures do not tell what does.
    case .short(_?, nil) where usual != nil: shown.insert(.dayFirst)
    case .short(nil, _?) where usual != nil: shown.insert(.monthFirst)
    default: break
    }
    if Self.isDoubtful(date) {
      if firstDoubtful == nil { firstDoubtful = (text, date) }
      doubtful += 1
    }
  }

  /// What comes first; nil where nothing tells.
  private var order: DayOrder? { asked ?? (shown.count == 1 ? shown.first : shown.isEmpty ? usual : nil) }

  /// The date of a cell; nil where it is none, or nothing tells which.
  func value(of date: WrittenDate) -> CheckedDate? {
    switch date {
    case .exact(let date, _): date
    case .either(let dayFirst, let monthFirst): order.map { $0 == .dayFirst ? dayFirst : monthFirst }
    case .short(let dayFirst, let monthFirst): order.flatMap { $0 == .dayFirst ? dayFirst : monthFirst }
    case .otherYear, .none: nil
    }
  }

  private static func isDoubtful(_ date: WrittenDate) -> Bool {
    switch date {
    case .either, .short: true
    case .exact, .otherYear, .none: false
    }
  }

  /// Whether a cell could be read in two ways, and nothing tells which.
  func isUndecided(_ date: WrittenDate) -> Bool {
    order == nil && Self.isDoubtful(date)
  }

  /// The first date that can be read in two ways, where nothing tells which.
  var undecided: String? { order == nil ? firstDoubtful?.text : nil }

  /// What was decided; nil where nothing was, or somebody said it.
  var note: InputNote.Fact? {
    guard asked == nil, let order, let firstDoubtful, let date = value(of: firstDoubtful.date) else { return nil }
    return .dayOrder(order, text: firstDoubtful.text, date: date)
  }

  /// What comes first in a country; nil where people write both, or neither.
  private static func order(in country: String) -> DayOrder? {
    let monthFirst: Set<String> = ["US", "PR", "GU", "AS", "VI", "MP", "FM", "MH", "PW", "PH"]
    let neither: Set<String> = [
      "CA", "CN", "JP", "KR", "KP", "TW", "HK", "MN", "HU", "LT", "SE", "IR", "ZA", "KE", "BT",
    ]
    if monthFirst.contains(country) { return .monthFirst }
    return neither.contains(country) ? nil : .dayFirst
  }
}
