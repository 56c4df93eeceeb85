/// A finished layout: a size, and items at fixed positions. Exporters walk it and never move anything.
public struct Frame: Sendable {
  /// The frame's extent in points.
  public var size: Size
  /// The baseline of its first line of text, from the top; nil without text.
  public var baseline: Double?
  /// What is in it, in drawing order.
  public var items: [Placed]
  /// What it is to somebody who hears it read; nil where it only holds others, or where nobody asked.
  public var role: Role?

  /// Makes a frame.
  public init(size: Size, baseline: Double? = nil, items: [Placed] = [], role: Role? = nil) {
    self.size = size
    self.baseline = baseline
    self.items = items
    self.role = role
  }

  /// Places an item.
  public mutating func add(_ item: Item, at origin: Point) {
    items.append(Placed(origin: origin, item: item))
  }

  /// Places another frame's items inside this one. A single item without a role is taken over as it is, so that trees stay
  /// flat.
  public mutating func add(_ frame: Frame, at origin: Point) {
    switch frame.items.count {
    case 0: break
    case 1 where frame.role == nil:
      items.append(Placed(origin: origin + frame.items[0].origin, item: frame.items[0].item))
    default: items.append(Placed(origin: origin, item: .frame(frame)))
    }
  }
}

/// An item and where it stands in its frame.
public struct Placed: Sendable {
  /// The item's top left corner; for a line of text the left end of its baseline.
  public var origin: Point
  /// The item.
  public var item: Item

  /// Places an item.
  public init(origin: Point, item: Item) {
    self.origin = origin
    self.item = item
  }
}

/// Something an exporter can draw.
public indirect enum Item: Sendable {
  /// A line of text; the origin is the left end of its baseline.
  case text(ShapedLine, TextStyle)
  /// A filled or outlined rectangle. A rule is a box without an outline.
  case box(BoxItem)
  /// Many filled rectangles of one colour, in the item's own coordinates; they may not overlap.
  case boxes([Rect], Color)
  /// A straight line that may slant; the origin is where it begins.
  case line(LineItem)
  /// A picture, stretched to a size in points.
  case picture(path: String, size: Size)
  /// A QR code with its quiet zone inside the size.
  case code(CodeItem)
  /// An area that opens an address.
  case link(address: String, size: Size)
  /// The outline of something that does not fit, over what it would be if it did; only where somebody asked to see it.
  case overflow(Misfit, size: Size)
  /// A frame inside this one.
  case frame(Frame)
  /// A frame inside this one, whose text is heard in its own way; only where somebody asked for roles.
  case span(Frame, TextSpan)
  /// A frame that is the same on many pages; exporters may record it once.
  case shared(SharedFrame)
  /// A frame that is turned, masked or blended as a whole.
  case group(GroupItem)
}

/// A rectangle with an optional fill and outline.
public struct BoxItem: Hashable, Sendable {
  /// Width and height in points, outline included.
  public var size: Size
  /// Inside colour; nil for none.
  public var fill: Color?
  /// Colour of the outline, drawn inside the size; nil for none.
  public var stroke: Color?
  /// Width of the outline in points.
  public var strokeWidth: Double
  /// Radius of the corners in points.
  public var radius: Double

  /// Makes a box.
  public init(size: Size, fill: Color? = nil, stroke: Color? = nil, strokeWidth: Double = 0, radius: Double = 0) {
    self.size = size
    self.fill = fill
    self.stroke = stroke
    self.strokeWidth = strokeWidth
    self.radius = radius
  }
}

/// A straight line.
public struct LineItem: Hashable, Sendable {
  /// How a line is broken up.
  public enum Dashes: Hashable, Sendable {
    /// Into dashes of three times its width.
    case dashes
    /// Into round dots.
    case dots
  }

  /// Where it ends, from where it begins.
  public var end: Point
  /// Its width in points, half of it on either side.
  public var width: Double
  /// Its colour.
  public var color: Color
  /// How it is broken up; nil for not at all.
  public var dashes: Dashes?

  /// Makes a line.
  public init(end: Point, width: Double, color: Color, dashes: Dashes? = nil) {
    self.end = end
    self.width = width
    self.color = color
    self.dashes = dashes
  }

  /// A rectangle that holds its ink, from where it begins.
  public var bounds: Rect {
    Rect(x: min(0, end.x), y: min(0, end.y), width: abs(end.x), height: abs(end.y)).grown(by: width / 2)
  }

  /// The length in points of the dashes and of the blanks between them, so that there is a whole dash at either end; dots have no
  /// length of their own, only round ends. Nil for a line that is not broken up.
  public var rhythm: (dash: Double, blank: Double)? {
    guard let dashes, width > 0 else { return nil }
    let dash = dashes == .dashes ? 3 * width : 0
    let length = (end.x * end.x + end.y * end.y).squareRoot()
    let wanted = dashes == .dashes ? 5 * width : 2 * width
    let count = ((length - dash) / wanted).rounded()
    let blank = (length - dash) / max(1, count) - dash
    return count >= 1 && blank > 0 ? (dash, blank) : nil
  }
}

/// A QR code.
public struct CodeItem: Hashable, Sendable {
  /// What it says.
  public var text: String
  /// Width and height in points, the quiet zone included.
  public var side: Double
  /// Width of the quiet zone on each side, in points.
  public var quietZone: Double

  /// Makes a code.
  public init(text: String, side: Double, quietZone: Double) {
    self.text = text
    self.side = side
    self.quietZone = quietZone
  }
}

/// A frame under a transformation.
public struct GroupItem: Sendable {
  /// How ink meets what is already on the page.
  public enum Blend: Hashable, Sendable {
    /// It covers what is below.
    case normal
    /// It multiplies with what is below, as ink does: black stays black, white stays paper.
    case multiply
  }

  /// What is in the group.
  public var content: SharedFrame
  /// How it is turned and moved.
  public var transform: Transform
  /// How it meets the page.
  public var blend: Blend
  /// Rectangles of the surrounding frame that the group leaves blank.
  public var holes: [Rect]
  /// What is said in its place where the page is read aloud, of one that multiplies; nil for its text.
  public var wording: String?

  /// Makes a group.
  public init(
    content: SharedFrame, transform: Transform, blend: Blend = .normal, holes: [Rect] = [], wording: String? = nil
  ) {
    self.content = content
    self.transform = transform
    self.blend = blend
    self.holes = holes
    self.wording = wording
  }
}

/// A frame with an identity, so that an exporter can tell that it has met it before.
public final class SharedFrame: Sendable {
  /// The frame.
  public let frame: Frame

  /// Shares a frame.
  public init(_ frame: Frame) {
    self.frame = frame
  }
}
