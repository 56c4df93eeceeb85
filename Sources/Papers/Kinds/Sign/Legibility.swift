import Drawing
import Layout

/// From how far a text of a sign can be read: letters want a 120th of the distance to be comfortable, and a 200th at the least, measured
/// on the height of capitals (an inch for every ten feet is the sign makers' rule; `1 : 200` its floor). Condensed letters count for
/// three quarters of their height.
package struct Legibility: Hashable, Sendable {
  /// The letters that are the hardest to read of the text.
  var letters: LetterSize
  /// The item that the sign is of.
  package var item: String
  /// The size of the sign.
  package var size: String

  /// Whether the letters are condensed.
  package var isCondensed: Bool { letters.isCondensed }
  /// The height of the letters in millimetres.
  package var millimetres: Double { letters.height / Length.millimetre }
  /// From how far it is comfortable to read, in metres.
  package var comfortable: Double { legible * 120 / 1000 }
  /// From how far it can be read at all, in metres.
  package var farthest: Double { legible * 200 / 1000 }

  private var legible: Double { letters.legibleHeight / Length.millimetre }

  /// The harder one to read of two.
  static func harder(_ one: Legibility?, _ other: Legibility?) -> Legibility? {
    guard let one, let other else { return one ?? other }
    return other.farthest < one.farthest ? other : one
  }
}

/// From how far signs can be read: what is the hardest of all their names, and of all their prices.
package struct SignLegibility: Hashable, Sendable {
  /// The name of an item; nil where a template calls nothing a heading.
  package private(set) var name: Legibility?
  /// A price: what is struck through; nil where nothing is.
  package private(set) var price: Legibility?

  /// Of no sign.
  package init() {}

  /// Of a sign.
  ///
  /// - Parameters:
  ///   - page: its face, laid out with roles.
  ///   - item: its item.
  ///   - size: its size.
  init(of page: Frame, item: String, size: String) {
    add(page, isHeading: false) { Legibility(letters: $0, item: item, size: size) }
  }

  private mutating func add(_ frame: Frame, isHeading: Bool, _ legibility: (LetterSize) -> Legibility) {
    var isHeading = isHeading
    if case .heading? = frame.role { isHeading = true }
    for placed in frame.items {
      switch placed.item {
      case .text(let line, let style) where isHeading || style.strike != nil:
        let found = line.letterSize.map(legibility)
        if isHeading { name = Legibility.harder(name, found) }
        if style.strike != nil { price = Legibility.harder(price, found) }
      case .frame(let inner), .span(let inner, _): add(inner, isHeading: isHeading, legibility)
      case .shared(let shared): add(shared.frame, isHeading: isHeading, legibility)
      default: break
      }
    }
  }

  /// Takes others in.
  package mutating func add(_ other: SignLegibility) {
    name = Legibility.harder(name, other.name)
    price = Legibility.harder(price, other.price)
  }
}
