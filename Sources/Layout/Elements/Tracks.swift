/// How wide a child of a row or a column of a table wants to be.
public enum Track: Hashable, Sendable {
  /// This many points.
  case fixed(Double)
  /// As wide as its content.
  case natural
  /// As wide as its content, but no wider than so many points, nor than what the others leave.
  case naturalUpTo(Double)
  /// This share of the whole width, from 0 to 1; of an endless one, as wide as its content.
  case share(Double)
  /// A share of what the others leave, in proportion to the number.
  case fraction(Double)
  /// The same, but no narrower than so many points: where there is less, it does not fit.
  case fractionFrom(Double, least: Double)

  /// Its share of what the others leave, and the least that it needs of it; nil where its width is its own.
  var fraction: (share: Double, least: Double)? {
    switch self {
    case .fraction(let share): (share, 0)
    case .fractionFrom(let share, let least): (share, least)
    case .fixed, .natural, .naturalUpTo, .share: nil
    }
  }
}

/// Shares a width out among tracks.
enum Tracks {
  /// The width of each track, in points.
  ///
  /// - Parameters:
  ///   - tracks: what each wants.
  ///   - gap: the blank between two neighbours, in points.
  ///   - limit: the width to share; fractions take nothing of an infinite one beyond their natural width.
  ///   - natural: the natural width of the content of one track, within a limit.
  /// - Returns: the widths.
  /// - Throws: ``LayoutError/overflow(_:)`` when they do not fit, or what measuring the content throws.
  static func resolve(
    _ tracks: [Track], gap: Double, limit: Double, natural: (Int, Double) throws(LayoutError) -> Double
  ) throws(LayoutError) -> [Double] {
    var widths = [Double](repeating: 0, count: tracks.count)
    var taken = gap * Double(max(0, tracks.count - 1))
    var fractions = 0.0
    for (index, track) in tracks.enumerated() {
      switch track {
      case .fixed(let width): widths[index] = width
      case .share(let share): widths[index] = limit.isFinite ? share * limit : try natural(index, limit)
      case .natural: widths[index] = try natural(index, limit)
      // Once it is known what the others leave.
      case .naturalUpTo: break
      case .fraction(let share), .fractionFrom(let share, _):
        if limit.isFinite { fractions += share } else { widths[index] = try natural(index, limit) }
      }
      taken += widths[index]
    }
    let least = tracks.reduce(0) { $0 + ($1.fraction?.least ?? 0) }
    for (index, track) in tracks.enumerated() {
      guard case .naturalUpTo(let most) = track else { continue }
      let rest = min(most, max(0, limit - taken - least))
      widths[index] = min(rest, try natural(index, rest))
      taken += widths[index]
    }
    guard taken <= limit + 0.001 else {
      throw .overflow(Misfit(.tooWide(needed: taken, available: limit)))
    }
    guard fractions > 0 else { return widths }
    let unit = max(0, limit - taken) / fractions
    for (index, track) in tracks.enumerated() {
      guard let (share, least) = track.fraction else { continue }
      guard share * unit >= least - 0.001 else {
        throw .overflow(Misfit(.tooWide(needed: taken + least, available: limit)))
      }
      widths[index] = share * unit
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
