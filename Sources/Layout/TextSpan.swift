/// How a stretch of text is heard, where that is not as it stands there (ISO 32000-1, 14.9).
public struct TextSpan: Hashable, Sendable {
  /// Its language, as a BCP 47 tag; nil for that of the text around it.
  public var language: String?
  /// The letters that were typed, where it is set in capitals; nil where they are those that stand there.
  public var typed: String?
  /// Whether a line goes through it.
  public var isStruck: Bool
  /// What is said of it in its place, where its look says more than its letters; nil where it says no more.
  public var description: String?

  /// Says what differs.
  public init(language: String? = nil, typed: String? = nil, isStruck: Bool = false, description: String? = nil) {
    (self.language, self.typed, self.isStruck, self.description) = (language, typed, isStruck, description)
  }

  /// Whether nothing differs.
  var isPlain: Bool { language == nil && typed == nil && !isStruck && description == nil }
}
