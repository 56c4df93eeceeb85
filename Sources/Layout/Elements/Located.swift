/// An element that knows where in a template it stands, so that what goes wrong with it can be told with file and line.
public struct Located: Element, Wrapper {
  /// The element.
  public var content: any Element
  /// Where it stands.
  public var mark: Mark

  /// Gives an element its place.
  public init(_ content: any Element, at mark: Mark) {
    self.content = content
    self.mark = mark
  }

  /// Places the content, and adds the place to what does not fit or cannot be measured.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    do {
      switch try content.layout(in: space, context) {
      case .whole(let frame): return .whole(frame)
      case .part(let frame, let rest): return .part(frame, rest: Located(rest, at: mark))
      case .none(var misfit):
        misfit.mark = misfit.mark ?? mark
        if context.showsOverflow, let shown = try Overflow.shown(content, misfit, in: space, context) {
          return .whole(shown)
        }
        return .none(misfit)
      }
    } catch {
      throw error.marked(mark)
    }
  }

  /// As wide as what is inside.
  public func naturalWidth(within limit: Double, _ context: LayoutContext) throws(LayoutError) -> Double {
    do { return try content.naturalWidth(within: limit, context) } catch { throw error.marked(mark) }
  }

  /// Where it stands.
  public var place: Mark? { mark }

  /// As what is inside, with the place added to what goes wrong.
  public func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double {
    do { return try content.widthAfterDecimalSign(context) } catch { throw error.marked(mark) }
  }

  /// As what is inside, with the place added to what goes wrong.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  {
    do { return try content.largestFactor(in: space, upTo: most, context) } catch { throw error.marked(mark) }
  }
}
