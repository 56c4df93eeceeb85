/// The space an element is offered.
public struct Constraints: Hashable, Sendable {
  /// How wide the answer may or must be.
  public enum Width: Hashable, Sendable {
    /// The frame must have this width, in points.
    case exact(Double)
    /// The frame takes what it needs, up to this width in points (infinity: its natural width).
    case atMost(Double)

    /// The widest the content may be, in points.
    public var limit: Double {
      switch self {
      case .exact(let width), .atMost(let width): width
      }
    }
  }

  /// The width.
  public var width: Width
  /// The greatest height in points; infinity on a roll, whose height follows its content.
  public var height: Double
  /// The height that the answer should have at the least, in points: what can be higher than its content takes it, as a box does.
  public var leastHeight = 0.0
  /// Whether nothing has been placed on this page yet: what does not fit here fits nowhere.
  public var isFreshPage: Bool

  /// Makes an offer of space.
  public init(width: Width, height: Double, isFreshPage: Bool = false) {
    self.width = width
    self.height = height
    self.isFreshPage = isFreshPage
  }

  /// Whether a height fits, give or take the rounding of sums (a thousandth of a point).
  public func fits(height needed: Double) -> Bool { needed <= height + 0.001 }

  /// Whether a width fits, give or take the rounding of sums (a thousandth of a point).
  public func fits(width needed: Double) -> Bool { needed <= width.limit + 0.001 }

  /// How wide the frame around content of this width is.
  func frameWidth(around content: Double) -> Double {
    switch width {
    case .exact(let exact): exact
    case .atMost: content
    }
  }
}

/// Where a line may end within a word. Elsewhere a word that is too wide for its line does not fit.
enum WordBreaks: Hashable, Sendable {
  /// Nowhere.
  case never
  /// Where the text has a soft hyphen (U+00AD).
  case atSoftHyphens
  /// Wherever the line is full.
  case anywhere
}

/// What holds for everything on a page while it is laid out.
public struct LayoutContext {
  /// Measures content.
  public var measurer: any ContentMeasurer
  /// The reading direction.
  public var direction: Direction
  /// The sign between whole and fraction in this locale, for columns aligned on it.
  public var decimalSign: Character
  /// A factor on every size of type; ``Fit`` searches it.
  public var fontScale: Double
  /// Whether frames carry roles, for a document with a structure that can be read aloud.
  public var hasRoles: Bool
  /// Fragments of subtrees that are the same on every document.
  public var cache: LayoutCache
  /// Whether what fits nowhere is placed all the same, with its outline, so that a designer sees it; see ``Item/overflow(_:size:)``.
  public var showsOverflow: Bool
  /// The size that no type is made smaller than, in points; type that is smaller by itself keeps its size. ``Fit`` sets it.
  var leastSize = 0.0
  /// Where words may be cut; ``Fit`` rather makes the type smaller.
  var wordBreaks = WordBreaks.anywhere
  /// Whether even lines are broken that ought not to be, once ``Fit`` has tried everything else; nil where none has to decide it.
  var breaksAllLines: Bool?
  /// Whether only sizes are wanted, and nothing of what comes out is drawn: ``Fit`` tries many scales.
  var isTrial = false

  /// Makes a context.
  public init(
    measurer: any ContentMeasurer, direction: Direction = .leftToRight, decimalSign: Character = ".",
    hasRoles: Bool = false, showsOverflow: Bool = false, cache: LayoutCache = LayoutCache()
  ) {
    self.measurer = measurer
    self.direction = direction
    self.decimalSign = decimalSign
    self.fontScale = 1
    self.hasRoles = hasRoles
    self.showsOverflow = showsOverflow
    self.cache = cache
  }

  /// The factor on the size of a style: the one that is searched, but for type that would get too small.
  func scale(of style: TextStyle) -> Double { max(fontScale, min(1, leastSize / style.size)) }
}
