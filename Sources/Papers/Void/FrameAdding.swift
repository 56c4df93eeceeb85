import Layout

extension Frame {
  /// The frame with something more drawn just before a void, whose frame stands in it or, not turned, in one of its frames.
  ///
  /// - Parameters:
  ///   - more: what is drawn, with its place on this frame.
  ///   - layer: the void.
  ///   - place: where that lies on this frame.
  /// - Returns: nil where it is not there.
  func adding(_ more: [Placed], before layer: VoidLayer, at place: Transform) -> Frame? {
    for (index, placed) in items.enumerated() {
      switch placed.item {
      case .frame(let inner):
        let within = Transform(
          cosine: place.cosine, sine: place.sine,
          offset: Point(place.offset.x - placed.origin.x, place.offset.y - placed.origin.y))
        let moved = more.map {
          Placed(origin: Point($0.origin.x - placed.origin.x, $0.origin.y - placed.origin.y), item: $0.item)
        }
        guard let changed = inner.adding(moved, before: layer, at: within) else { continue }
        var copy = self
        copy.items[index].item = .frame(changed)
        return copy
      case .group(let group):
        // What covers what is below it, as a picture of a whole page does, would cover what is added, too.
        guard group.blend == .multiply, group.holds(layer, at: place, from: Transform(offset: placed.origin)) else {
          continue
        }
        var copy = self
        copy.items.insert(contentsOf: more, at: index)
        return copy
      default: continue
      }
    }
    return nil
  }
}

extension GroupItem {
  fileprivate func holds(_ layer: VoidLayer, at place: Transform, from outer: Transform) -> Bool {
    let here = outer.around(transform)
    if content === layer.frame {
      return abs(here.offset.x - place.offset.x) < 0.01 && abs(here.offset.y - place.offset.y) < 0.01
    }
    return content.frame.items.contains { placed in
      guard case .group(let group) = placed.item else { return false }
      return group.holds(layer, at: place, from: here.around(Transform(offset: placed.origin)))
    }
  }
}
