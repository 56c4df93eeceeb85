/// What a unit measures, where a price book says so: for units that nobody else knows.
public enum UnitKind: Hashable, Sendable {
  /// Time, of so many hours.
  case time(ExactFraction)
  /// Anything else.
  case other

  /// Words that are no time, or one that is not counted in hours.
  public static let others = ["piece", "weight", "volume", "distance", "day", "visit", "other"]

  private static let words = TimeWords(
    hour: ["hour", "hours", "h"], minute: ["minute", "minutes", "min"], half: ["half"], quarter: ["quarter"])

  /// Reads what a price book says: `hour`, `30 minutes`, `piece` and the like; nil for anything else.
  public init?(_ text: String) {
    if let hours = Self.words.hours(in: text) {
      self = .time(hours)
    } else if Self.others.contains(NameKey.key(of: text)) {
      self = .other
    } else {
      return nil
    }
  }
}
