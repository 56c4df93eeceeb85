import Layout

/// Pages side by side on a desk, so that a designer sees them in one picture.
enum ContactSheet {
  private static let ground = Color(red: 0.82, green: 0.82, blue: 0.82)
  private static let gap = 14.0

  /// The sheet of pages.
  ///
  /// - Parameters:
  ///   - pages: the pages, of one size.
  ///   - direction: which way the pages follow one another.
  /// - Returns: a frame with all of them, in points.
  static func frame(of pages: [Frame], _ direction: Direction) -> Frame {
    let height = pages.reduce(0) { max($0, $1.size.height) } + 2 * gap
    let width = pages.reduce(gap) { $0 + $1.size.width + gap }
    var sheet = Frame(size: Size(width, height))
    sheet.add(.box(BoxItem(size: sheet.size, fill: ground)), at: .zero)
    var x = gap
    for page in direction == .leftToRight ? pages : pages.reversed() {
      sheet.add(.box(BoxItem(size: page.size, fill: .white)), at: Point(x, gap))
      sheet.add(.frame(page), at: Point(x, gap))
      x += page.size.width + gap
    }
    return sheet
  }
}
