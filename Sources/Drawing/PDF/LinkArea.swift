internal import Foundation
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
      case .frame(let inner), .span(let inner, _): gather(inner, at: origin + placed.origin, into: &found)
      case .shared(let shared): gather(shared.frame, at: origin + placed.origin, into: &found)
      case .group(let group):
        for link in all(in: group.content.frame) {
          let area = group.transform.bounds(of: link.area).moved(by: origin + placed.origin)
          found.append(LinkArea(area: area, address: link.address))
        }
      case .text, .box, .boxes, .line, .picture, .code, .overflow, .link: continue
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
  static func isOfTheWeb(_ address: String) -> Bool {
    let plain = address.lowercased()
    return plain.hasPrefix("https://") || plain.hasPrefix("http://")
  }

  /// The address with everything percent-encoded that RFC 3986 does not allow to stand, and with it the signs that strings of
  /// PDF and attributes of SVG end with.
  static func encoded(_ address: String) -> String {
    address.addingPercentEncoding(withAllowedCharacters: allowed) ?? address
  }

  private static let allowed = CharacterSet(
    charactersIn: "-._~:/?#[]@!$&*+,;=%0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
}
