internal import Foundation
internal import CCairo
internal import Layout

/// An area of a page that opens an address, in the page's points.
struct LinkArea {
  var area: Rect
  var address: String

  /// All links of a frame. They are gathered apart from the ink, since a PDF keeps them with the page and never in a form that
  /// pages share.
  static func all(in frame: Frame) -> [LinkArea] {
    var found: [LinkArea] = []
    gather(frame, at: .zero, into: &found)
    return found
  }

  private static func gather(_ frame: Frame, at origin: Point, into found: inout [LinkArea]) {
    for placed in frame.items {
      switch placed.item {
      case .link(let address, let size) where isOfTheWeb(address):
        found.append(LinkArea(area: Rect(origin + placed.origin, size), address: address))
      case .frame(let inner): gather(inner, at: origin + placed.origin, into: &found)
      case .shared(let shared): gather(shared.frame, at: origin + placed.origin, into: &found)
      case .group(let group):
        for link in all(in: group.content.frame) {
          let area = group.transform.bounds(of: link.area).moved(by: origin + placed.origin)
          found.append(LinkArea(area: area, address: link.address))
        }
      case .text, .box, .boxes, .picture, .code, .overflow, .link: continue
      }
    }
  }

  /// The link that lies over a whole frame, where its ink is drawn; nil where there is none.
  static func over(_ frame: Frame, at origin: Point) -> LinkArea? {
    for placed in frame.items {
      if case .link(let address, let size) = placed.item, isOfTheWeb(address) {
        return LinkArea(area: Rect(origin + placed.origin, size), address: address)
      }
    }
    return nil
  }

  /// Whether an address is one of the web: what shows a page must neither run what it says nor open a file.
  private static func isOfTheWeb(_ address: String) -> Bool {
    let plain = address.lowercased()
    return plain.hasPrefix("https://") || plain.hasPrefix("http://")
  }

  /// Puts the link on the page that is being drawn.
  func emit(on cr: OpaquePointer) {
    begin(on: cr)
    cairo_tag_end(cr, CAIRO_TAG_LINK)
  }

  /// Opens the link's tag.
  func begin(on cr: OpaquePointer) {
    let numbers = [area.minX, area.minY, area.size.width, area.size.height].map { "\($0)" }.joined(separator: " ")
    cairo_tag_begin(cr, CAIRO_TAG_LINK, "rect=[\(numbers)] uri='\(Self.encoded(address))'")
  }

  /// The address with everything percent-encoded that RFC 3986 does not allow to stand, and with it the signs that Cairo 1.16
  /// would copy unescaped into a PDF string or take for the end of its own.
  static func encoded(_ address: String) -> String {
    address.addingPercentEncoding(withAllowedCharacters: allowed) ?? address
  }

  private static let allowed = CharacterSet(
    charactersIn: "-._~:/?#[]@!$&*+,;=%0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
}
