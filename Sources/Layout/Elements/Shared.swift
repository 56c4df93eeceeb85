/// A subtree that is the same on every document: laid out once, so that it can be recorded once and drawn many times.
public struct Shared: Element, Wrapper {
  private final class Identity: Sendable {}

  /// What is shared.
  public internal(set) var content: any Element { didSet { identity = Identity() } }
  private var identity = Identity()

  /// Shares a subtree. Make it once and use it in many documents.
  public init(_ content: any Element) {
    self.content = content
  }

  /// Answers from the cache where the content has been laid out before and would come out the same.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    var key = LayoutCache.Key(
      element: ObjectIdentifier(identity), space: space, fontScale: context.fontScale, leastSize: context.leastSize,
      direction: context.direction, wordBreaks: context.wordBreaks, breaksAllLines: context.breaksAllLines,
      isTrial: context.isTrial)
    var keyForAnyHeight = key
    keyForAnyHeight.space.height = LayoutCache.Key.anyHeight
    if let known = context.cache[key, identity] { return .whole(wrap(known)) }
    if let known = context.cache[keyForAnyHeight, identity], space.fits(height: known.frame.size.height) {
      return .whole(wrap(known))
    }
    let fragment = try content.layout(in: space, context)
    guard case .whole(let frame) = fragment else { return fragment }
    if try isFree(frame, in: space, context) { key = keyForAnyHeight }
    let shared = SharedFrame(frame)
    context.cache[key, identity] = shared
    return .whole(wrap(shared))
  }

  /// Whether the content comes out the same in every space it fits: it has left some of this one, and takes no more of an
  /// endless one. Type that is fitted and blanks that fill do otherwise.
  private func isFree(_ frame: Frame, in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Bool {
    guard space.height.isFinite, frame.size.height < space.height - 0.001 else { return false }
    var endless = space
    endless.height = .infinity
    guard case .whole(let natural) = try content.layout(in: endless, context) else { return false }
    return natural.size == frame.size
  }

  private func wrap(_ shared: SharedFrame) -> Frame {
    guard !shared.frame.items.isEmpty else { return shared.frame }
    let placed = Placed(origin: .zero, item: .shared(shared))
    return Frame(size: shared.frame.size, baseline: shared.frame.baseline, items: [placed])
  }
}
