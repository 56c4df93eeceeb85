/// Something that can be placed on a page: offered space, it answers with a fragment.
///
/// Measuring and placing are one act. An element is a value without state; what is left over after a page is again an element.
public protocol Element: Sendable {
  /// Places as much as fits.
  ///
  /// - Parameters:
  ///   - space: the space on offer.
  ///   - context: what holds for the whole page.
  /// - Returns: everything, a part with the rest, or nothing and why.
  /// - Throws: ``LayoutError`` when content cannot be measured or can never fit.
  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment

  /// The width it takes when it may be as wide as it likes, up to a limit; found by laying it out, unless an element knows a
  /// shorter way.
  ///
  /// - Parameters:
  ///   - limit: the widest it may be, in points; may be infinite.
  ///   - context: what holds for the whole page.
  /// - Returns: the width in points.
  /// - Throws: ``LayoutError`` when content cannot be measured or does not fit the limit.
  func naturalWidth(within limit: Double, _ context: LayoutContext) throws(LayoutError) -> Double

  // MARK: What only some elements are, and a wrapper around one of them as well

  /// Where in a template it stands; nil where it does not know.
  var place: Mark? { get }

  /// Whether it goes to the next page with what follows it in the same ``Stack``.
  var keepsWithNext: Bool { get }

  /// Whether it is a blank that takes the height left over in its ``Stack``.
  var fillsHeight: Bool { get }

  /// Whether it is a text that a table's column aligns on its decimal sign.
  var alignsOnDecimalSign: Bool { get }

  /// The width from its decimal sign to its end, in points; zero where it aligns on none.
  ///
  /// - Throws: ``LayoutError`` when content cannot be measured.
  func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double

  /// The same element, keeping so many points after its decimal sign.
  func aligned(tail: Double) -> any Element

  /// The largest factor on the sizes of type at which it is whole.
  ///
  /// - Parameters:
  ///   - space: the space on offer.
  ///   - most: the largest that is wanted.
  ///   - context: a trial's.
  /// - Returns: nil where it must be tried.
  /// - Throws: ``LayoutError`` when content cannot be measured.
  func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError) -> Double?
}

/// What most elements are not.
extension Element {
  /// Unknown.
  public var place: Mark? { nil }

  /// No.
  public var keepsWithNext: Bool { false }

  /// No.
  public var fillsHeight: Bool { false }

  /// No.
  public var alignsOnDecimalSign: Bool { false }

  /// Zero.
  public func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double { 0 }

  /// The element as it is.
  public func aligned(tail: Double) -> any Element { self }

  /// It must be tried.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  { nil }
}

extension Element {
  /// Lays it out to see how wide it gets.
  public func naturalWidth(within limit: Double, _ context: LayoutContext) throws(LayoutError) -> Double {
    switch try layout(in: Constraints(width: .atMost(limit), height: .infinity), context) {
    case .whole(let frame), .part(let frame, _): return frame.size.width
    case .none(let misfit): throw .overflow(misfit)
    }
  }

  /// Why it does not fit whole into a space that takes a part of it.
  func misfit(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Misfit {
    var endless = space
    endless.height = .infinity
    switch try layout(in: endless, context) {
    case .whole(let frame), .part(let frame, _):
      return Misfit(.tooHigh(needed: frame.size.height, available: space.height))
    case .none(let misfit): return misfit
    }
  }
}

/// An element's answer to an offer of space.
public enum Fragment: Sendable {
  /// All of it, placed.
  case whole(Frame)
  /// As much as fits; the rest goes on the next page and is strictly smaller.
  case part(Frame, rest: any Element)
  /// Nothing fits here.
  case none(Misfit)
}

/// Why something does not fit: enough to explain itself in one sentence.
public struct Misfit: Hashable, Sendable {
  /// What kind of room is missing.
  public enum Reason: Hashable, Sendable {
    /// Higher than the space; both in points.
    case tooHigh(needed: Double, available: Double)
    /// Wider than the space; both in points.
    case tooWide(needed: Double, available: Double)
    /// The element asked for a new page.
    case breaksPage
    /// A QR code's modules would be smaller than a phone reads; both in points a module.
    case modulesTooSmall(module: Double, least: Double)
  }

  /// What kind of room is missing.
  public var reason: Reason
  /// Where in the template the element stands; nil until an element that knows adds it.
  public var mark: Mark?

  /// Describes a misfit.
  public init(_ reason: Reason, mark: Mark? = nil) {
    self.reason = reason
    self.mark = mark
  }
}

/// Why a document cannot be laid out.
public enum LayoutError: Error, Hashable, Sendable {
  /// Content that cannot be measured.
  case content(ContentError, Mark?)
  /// Something that does not fit on an empty page.
  case overflow(Misfit)

  /// This error with a place, if it has none yet.
  public func marked(_ mark: Mark) -> LayoutError {
    switch self {
    case .content(let error, nil): return .content(error, mark)
    case .overflow(var misfit) where misfit.mark == nil:
      misfit.mark = mark
      return .overflow(misfit)
    default: return self
    }
  }
}
