package import Layout

/// A page as people post it: upright, 4 : 5. One that is laid out as such a card is all of it; any other is shrunk, on a ground that lets white
/// paper stand out.
///
/// 1080 × 1350 pixels is the tallest post that Instagram, Mastodon and Facebook show uncut in their feeds.
package enum ShareCard {
  /// Width and height in pixels; a frame's point is a pixel here.
  static let size = Size(1080, 1350)
  /// At which a point is a pixel.
  package static let dpi = 72.0

  private static let ground = Color(red: 0.925, green: 0.91, blue: 0.875)
  private static let shadow = Color(red: 0.84, green: 0.82, blue: 0.775)
  private static let margin = 42.0
  private static let shadowOffset = 9.0

  /// The card of a page.
  ///
  /// - Parameter page: the page, stamped.
  /// - Returns: a frame of the card's size, in pixels.
  package static func card(of page: Frame) -> Frame {
    var sheet = Frame(size: page.size)
    // White paper is part of what is scaled, so that the stamp has something to multiply with.
    sheet.add(.box(BoxItem(size: page.size, fill: .white)), at: .zero)
    sheet.items += page.items
    let isCard = page.size == Paper.card.size
    let margin = isCard ? 0 : margin
    let room = Size(size.width - 2 * margin, size.height - 2 * margin)
    let scale = min(room.width / page.size.width, room.height / page.size.height)
    let paper = Size(page.size.width * scale, page.size.height * scale)
    let corner = Point((size.width - paper.width) / 2, (size.height - paper.height) / 2)

    var card = Frame(size: size)
    if !isCard {
      card.add(.box(BoxItem(size: size, fill: ground)), at: .zero)
      card.add(.box(BoxItem(size: paper, fill: shadow)), at: corner + Point(shadowOffset, shadowOffset))
    }
    let shrunk = Transform(cosine: scale, sine: 0, offset: corner)
    card.add(.group(GroupItem(content: SharedFrame(sheet), transform: shrunk)), at: .zero)
    return card
  }
}
