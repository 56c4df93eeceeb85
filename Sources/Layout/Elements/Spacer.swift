/// Blank space: of a fixed extent, or, standing in a ``Stack`` of limited height, whatever the others leave.
public struct Spacer: Element {
  /// The blank's width and height in points.
  public var size: Size
  /// Whether it takes the height that is left over on its page.
  public var fills: Bool

  /// Makes a blank of a fixed extent.
  public init(_ size: Size) {
    self.size = size
    self.fills = false
  }

  /// Makes a blank that takes the height left over.
  public init(filling least: Double) {
    self.size = Size(0, least)
    self.fills = true
  }

  /// Always whole: a blank that does not fit at the foot of a page is cut, since nobody would miss it.
  public func layout(in space: Constraints, _ context: LayoutContext) -> Fragment {
    let width = space.frameWidth(around: min(size.width, space.width.limit))
    return .whole(Frame(size: Size(width, min(size.height, space.height))))
  }

  /// Whether it takes the height left over.
  public var fillsHeight: Bool { fills }
}
