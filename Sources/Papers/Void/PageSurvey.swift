import Layout

/// Looks over a page for its codes, which the void leaves out, and for what must be vetted or told.
struct PageSurvey {
  private(set) var codes: [Rect] = []
  /// The addresses that open when something on the page is clicked.
  private(set) var links: [String] = []
  /// What does not fit and is outlined.
  private(set) var misfits: [Misfit] = []

  init(_ page: Frame) {
    walk(page, from: .zero)
  }

  private mutating func walk(_ frame: Frame, from origin: Point) {
    for placed in frame.items {
      let at = origin + placed.origin
      switch placed.item {
      case .code(let code): codes.append(Rect(at, Size(code.side, code.side)))
      case .link(let address, _): links.append(address)
      case .overflow(let misfit, _): misfits.append(misfit)
      case .text, .box, .boxes, .picture: break
      case .frame(let inner): walk(inner, from: at)
      case .shared(let shared): walk(shared.frame, from: at)
      case .group(let group):
        let inner = PageSurvey(group.content.frame)
        links += inner.links
        misfits += inner.misfits
        codes += inner.codes.map { group.transform.bounds(of: $0).moved(by: at) }
      }
    }
  }
}
