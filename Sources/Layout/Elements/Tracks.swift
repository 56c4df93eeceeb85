/// How wide a child of a row or a column of a table wants to be.
public enum Track: Hashable, Sendable {
  /// This many points.
  case fixed(Double)
  /// As wide as its content.
  case natural
  /// A share of what the others leave, in proportion to the number.
  case fraction(Double)
}

/// Shares a width out among tracks.
enum Tracks {
  /// The width of each track, in points.
  ///
  /// - Parameters:
  ///   - tracks: what each wants.
  ///   - gap: the blank between two neighbours, in points.
  ///   - limit: the width to share; fractions take nothing of an infinite one beyond their natural width.
  ///   - natural: the natural width of the content of one track.
  /// - Returns: the widths.
  /// - Throws: ``LayoutError/overflow(_:)`` when they do not fit, or what measuring the content throws.
  static func resolve(
    _ tracks: [Track], gap: Double, limit: Double, natural: (Int) throws(LayoutError) -> Double
  ) throws(LayoutError) -> [Double] {
    var widths = [Double](repeating: 0, count: tracks.count)
    var taken = gap * Double(max(0, tracks.count - 1))
    var fractions = 0.0
    for (index, track) in tracks.enumerated() {
      switch track {
      case .fixed(let width): widths[index] = width
      case .natural: widths[index] = try natural(index)
      case .fraction(let share):
        if limit.isFinite { fractions += share } else { widths[index] = try natural(index) }
      }
      taken += widths[index]
    }
    guard taken <= limit + 0.001 else {
      throw .overflow(Misfit(.tooWide(needed: taken, available: limit)))
    }
    guard fractions > 0 else { return widths }
    let unit = max(0, limit - taken) / fractions
    for (index, track) in tracks.enumerated() {
      if case .fraction(let share) = track { widths[index] = share * unit }
    }
    return widths
  }

  /// The width of all tracks and the gaps between them, in points.
  static func sum(_ widths: [Double], gap: Double) -> Double {
    widths.reduce(gap * Double(max(0, widths.count - 1)), +)
  }

  /// The left edge of each track, in points, in the order of reading.
  static func origins(_ widths: [Double], gap: Double, within width: Double, _ direction: Direction) -> [Double] {
    var x = 0.0
    return widths.map { track in
      defer { x += track + gap }
      return direction == .leftToRight ? x : width - x - track
    }
  }
}
