/// A horizontal line across the whole width. It has no width of its own, so it never widens what it stands in.
public struct Rule: Element {
  /// Its thickness in points.
  public var thickness: Double
  /// Its colour.
  public var color: Color

  /// Makes a line.
  public init(thickness: Double, color: Color) {
    self.thickness = thickness
    self.color = color
  }

  /// As wide as the frame must be; none when the page has no room for its thickness.
  public func layout(in space: Constraints, _ context: LayoutContext) -> Fragment {
    guard space.fits(height: thickness) else {
      return .none(Misfit(.tooHigh(needed: thickness, available: space.height)))
    }
    let size = Size(space.frameWidth(around: 0), thickness)
    return .whole(
      Frame(size: size, items: [Placed(origin: .zero, item: .box(BoxItem(size: size, fill: color)))]))
  }
}
