/// A picture from a file, as wide or as high as asked, in its own proportions; it stands where a line of text starts.
public struct Picture: Element {
  /// The picture's file.
  public var path: String
  /// Its width in points; nil to follow the height, or its natural size.
  public var width: Double?
  /// Its height in points; nil to follow the width.
  public var height: Double?

  /// Makes a picture.
  public init(path: String, width: Double? = nil, height: Double? = nil) {
    self.path = path
    self.width = width
    self.height = height
  }

  /// Places the picture whole or not at all.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let natural: Size
    do { natural = try context.measurer.size(ofPicture: path) } catch { throw .content(error, nil) }
    var size = natural
    switch (width, height) {
    case (nil, nil): break
    case (let width?, nil): size = Size(width, natural.height * width / natural.width)
    case (nil, let height?): size = Size(natural.width * height / natural.height, height)
    case (let width?, let height?): size = Size(width, height)
    }
    guard space.fits(width: size.width) else {
      return .none(Misfit(.tooWide(needed: size.width, available: space.width.limit)))
    }
    guard space.fits(height: size.height) else {
      return .none(Misfit(.tooHigh(needed: size.height, available: space.height)))
    }
    var frame = Frame(size: Size(space.frameWidth(around: size.width), size.height))
    if context.hasRoles { frame.role = .figure }
    let x = context.direction.startOrigin(of: size.width, in: frame.size.width)
    frame.add(.picture(path: path, size: size), at: Point(x, 0))
    return .whole(frame)
  }
}
