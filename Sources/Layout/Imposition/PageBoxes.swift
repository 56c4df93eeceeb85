/// What of a sheet is left when it is cut, and how far its colours go on beyond that (ISO 32000-1, 14.11.2).
public struct PageBoxes: Hashable, Sendable {
  /// What is left, in points from the sheet's top left corner.
  public var trim: Rect
  /// The same with the bleed around it.
  public var bleed: Rect

  /// Names both.
  public init(trim: Rect, bleed: Rect) {
    self.trim = trim
    self.bleed = bleed
  }
}
