/// Places what fits nowhere, for somebody who designs a page and wants to see what is wrong with it.
enum Overflow {
  /// An element as large as it would like to be, with its outline, in a frame that takes no more than the space on offer.
  ///
  /// - Parameters:
  ///   - content: the element.
  ///   - misfit: why it does not fit.
  ///   - space: the space on offer.
  ///   - context: what holds for the whole page.
  /// - Returns: the frame; nil where the next page may help.
  /// - Throws: ``LayoutError/content(_:_:)`` when its content cannot be measured.
  static func shown(_ content: any Element, _ misfit: Misfit, in space: Constraints, _ context: LayoutContext)
    throws(LayoutError) -> Frame?
  {
    var roomy = Constraints(width: space.width, height: .infinity, isFreshPage: true)
    switch misfit.reason {
    case .breaksPage: return nil
    case .tooHigh: if !space.isFreshPage { return nil }
    case .tooWide, .modulesTooSmall: roomy.width = .atMost(.infinity)
    }
    let natural = try natural(content, in: roomy, context) ?? Frame(size: leastSize(of: misfit, in: space))
    let size = Size(
      space.frameWidth(around: min(natural.size.width, space.width.limit)), min(natural.size.height, space.height))
    var frame = Frame(size: size, baseline: natural.baseline)
    frame.add(natural, at: .zero)
    frame.add(.overflow(misfit, size: natural.size), at: .zero)
    return frame
  }

  private static func natural(_ content: any Element, in space: Constraints, _ context: LayoutContext)
    throws(LayoutError) -> Frame?
  {
    var plain = context
    plain.showsOverflow = false
    do {
      switch try content.layout(in: space, plain) {
      case .whole(let frame), .part(let frame, _): return frame
      case .none: return nil
      }
    } catch .overflow {
      return nil
    }
  }

  /// The outline of what cannot be placed even with all the room there is.
  private static func leastSize(of misfit: Misfit, in space: Constraints) -> Size {
    let side = 24.0
    switch misfit.reason {
    case .tooWide(let needed, _): return Size(needed, side)
    case .tooHigh(let needed, _): return Size(space.width.limit.isFinite ? space.width.limit : side, needed)
    case .breaksPage, .modulesTooSmall: return Size(side, side)
    }
  }
}
