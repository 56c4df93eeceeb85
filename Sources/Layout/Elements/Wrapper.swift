/// An element around one other. Tables look through it for the text whose decimal sign they align.
protocol Wrapper: DecimalAligned {
  var content: any Element { get set }
}

extension Wrapper {
  /// As what is inside.
  public var alignsOnDecimalSign: Bool { content.alignsOnDecimalSign }

  func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double {
    try (content as? any DecimalAligned)?.widthAfterDecimalSign(context) ?? 0
  }

  func aligned(tail: Double) -> any Element {
    var copy = self
    copy.content = (content as? any DecimalAligned)?.aligned(tail: tail) ?? content
    return copy
  }
}

extension Box: Wrapper {}
extension Directed: Wrapper {}
extension KeepTogether: Wrapper {}
extension KeepWithNext: Wrapper {}
extension Link: Wrapper {}

extension Located: Wrapper {
  /// As what is inside, with the place added to what goes wrong.
  public func naturalWidth(within limit: Double, _ context: LayoutContext) throws(LayoutError) -> Double {
    do { return try content.naturalWidth(within: limit, context) } catch { throw error.marked(mark) }
  }

  func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double {
    do { return try (content as? any DecimalAligned)?.widthAfterDecimalSign(context) ?? 0 } catch {
      throw error.marked(mark)
    }
  }
}
