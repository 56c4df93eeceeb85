import Drawing
import Layout

/// What is drawn on a page, gone through once for whoever vets, tells or judges it.
struct PageLeaves {
  /// Something that is drawn.
  struct Leaf {
    enum What {
      case item(Item)
      case void(VoidLayer)
      case begin(GroupItem)
      case end
    }
    var what: What
    /// From its coordinates to the page.
    var place: Transform
    /// What it lies within, generously; nil where it has no place of its own.
    var bounds: Rect?
  }

  /// The page.
  let frame: Frame
  /// In the order in which they are drawn.
  private(set) var leaves: [Leaf] = []
  /// What must be vetted or told of it.
  private(set) var survey = PageSurvey()
  /// The voids that have been put over it, which are leaves as a whole.
  private(set) var voids: [FinishedPage.Found] = []

  /// Goes through a page.
  ///
  /// - Parameters:
  ///   - frame: the page.
  ///   - first: which of its items is the first that is gone through.
  ///   - known: the voids that are known again; nil where it has none as yet.
  init(_ frame: Frame, from first: Int = 0, known: KnownVoids? = nil) {
    self.frame = frame
    // As many as usual pages have; what grows is copied each time.
    if first == 0 { leaves.reserveCapacity(160) }
    walk(frame.items[first...], Transform(), known)
  }

  private mutating func walk(_ items: ArraySlice<Placed>, _ place: Transform, _ known: KnownVoids?) {
    for index in items.indices {
      let here = place.around(Transform(offset: items[index].origin))
      switch items[index].item {
      case .frame(let inner), .span(let inner, _): walk(inner.items[...], here, known)
      case .shared(let shared): walk(shared.frame.items[...], here, known)
      case .group(let group):
        let inner = here.around(group.transform)
        if let layer = known?.layer(of: group.content) {
          voids.append(FinishedPage.Found(layer: layer, place: inner))
          leaves.append(Leaf(what: .void(layer), place: inner, bounds: inner.bounds(of: layer.wordBounds)))
        } else {
          leaves.append(Leaf(what: .begin(group), place: inner))
          walk(group.content.frame.items[...], inner, known)
          leaves.append(Leaf(what: .end, place: inner))
        }
      case .text(let line, let style): add(.text(line, style), here, line.reach(usual: style.size))
      case .box(let box): add(.box(box), here, Rect(.zero, box.size))
      case .boxes(let rects, let color): leaves.append(Leaf(what: .item(.boxes(rects, color)), place: here))
      case .line(let line): add(.line(line), here, line.bounds)
      case .picture(let path, let size): add(.picture(path: path, size: size), here, Rect(.zero, size))
      case .code(let code):
        let square = Rect(.zero, Size(code.side, code.side))
        survey.codes.append(here.upright(square))
        add(.code(code), here, square)
      case .link(let address, _): survey.links.append(address)
      case .overflow(let misfit, _): survey.misfits.append(misfit)
      }
    }
  }

  private mutating func add(_ item: Item, _ place: Transform, _ box: Rect) {
    leaves.append(Leaf(what: .item(item), place: place, bounds: place.upright(box).grown(by: VoidGround.slack)))
  }
}

extension Transform {
  /// The upright rectangle around what this makes of one: where it turns nothing, to the last digit as it was.
  fileprivate func upright(_ rect: Rect) -> Rect {
    sine == 0 && cosine == 1 ? rect.moved(by: offset) : bounds(of: rect)
  }
}
