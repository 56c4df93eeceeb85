/// An element that opens an address when it is clicked.
public struct Link: Element, Wrapper {
  /// What is shown.
  public var content: any Element
  /// What opens.
  public var address: String

  /// Makes a link.
  public init(_ content: any Element, to address: String) {
    self.content = content
    self.address = address
  }

  /// Places the content; each of its parts is a link.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    switch try content.layout(in: space, context) {
    case .whole(let frame): return .whole(linked(frame))
    case .part(let frame, let rest): return .part(linked(frame), rest: Link(rest, to: address))
    case .none(let misfit): return .none(misfit)
    }
  }

  private func linked(_ frame: Frame) -> Frame {
    // Where nothing is shown there is nothing to click.
    guard !frame.items.isEmpty else { return frame }
    var frame = frame
    frame.add(.link(address: address, size: frame.size), at: .zero)
    return frame
  }
}
