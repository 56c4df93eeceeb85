import Layout

/// Reads `stamp:`.
enum StampReader {
  static let at = Property(
    "at", .places,
    "The middle of the stamp, as shares of the page: [50%, 60%]. Of several such places, in a list, it takes the first where it lies on no "
      + "text, figure or code, else where it lies on the least; of large words it may take a corner.")
  static let atWide = Property("at-wide", .places, "The same on paper that is wider than high; as at: unless said.")
  static let atNext = Property(
    "at-next", .places, "The same on the pages behind the first; as on the first unless said.")
  static let aboveEnd = Property(
    "above-end", .rollPlaces,
    "On a roll, which is as long as its content: how far the stamp's middle is above its end, in the middle of the width; or the share of the "
      + "width and how far above the end, [70%, 20mm]; or a list of such pairs, of which it takes one as it does of those of at:."
  )
  static let rotate = Property("rotate", .angle, "Its turn; negative turns against the clock.")
  static let width = Property("width", .length, "Its width.")
  static let rollWidth = Property("roll-width", .length, "On a roll: its width; as width: unless said.")
  static let leastType = Property(
    "min", .typeSize,
    "For large print: the size that neither the stamp's words nor the sentence at the foot are smaller than; the stamp's small line is left out where it would be."
  )
  static let color = Property("color", .color, "The colour of its ink.")
  static let art = Property("art", .path, "A picture for its frame.")
  static let properties: [any AnyProperty] = [
    at, atWide, atNext, aboveEnd, rotate, width, rollWidth, leastType, color, art,
  ]

  static func read(_ keys: inout Keys, at mark: Mark, isWide: Bool, _ reading: TemplateReading) -> StampPlacement {
    var stamp = StampPlacement(
      places: [Point(0.5, 0.5)], nextPlaces: [], rollPlaces: [RollPlace(aboveEnd: 40 * Length.millimetre)],
      degrees: -14, width: 120 * Length.millimetre * reading.scale, rollWidth: 0,
      color: Color(red: 0.78, green: 0.06, blue: 0.18), art: nil, mark: mark)
    stamp.rollWidth = stamp.width
    guard let node = keys[Template.stampKey], var own = Keys(node, of: "stamp", known: properties, reading) else {
      return stamp
    }
    stamp.mark = node.mark
    let (usual, wide) = (own[at], own[atWide])
    stamp.places = (isWide ? wide : nil) ?? usual ?? stamp.places
    stamp.nextPlaces = own[atNext] ?? []
    stamp.rollPlaces = own[aboveEnd] ?? stamp.rollPlaces
    stamp.degrees = own[rotate] ?? stamp.degrees
    stamp.width = own[width] ?? stamp.width
    stamp.rollWidth = own[rollWidth] ?? stamp.width
    stamp.leastType = own[leastType] ?? 0
    stamp.color = own[color] ?? stamp.color
    stamp.art = own[art]
    own.finish()
    return stamp
  }
}

extension PropertyType where Value == [Point] {
  /// A place on the page, or several.
  static let places = PropertyType(
    "two shares of the page such as [50%, 60%], or a list of up to 12 such pairs",
    ["anyOf": [place, .list(of: place, most: mostPlaces)]]
  ) { node, _ in
    func point(_ node: YAMLNode) -> Point? { node.pair(Dimensions.share).map { Point($0, $1) } }
    if let only = point(node) { return [only] }
    guard case .sequence(let list, _) = node, (1...mostPlaces).contains(list.count) else { return nil }
    let points = list.compactMap(point)
    return points.count == list.count ? points : nil
  }

  private static var place: JSON { .list(of: .matching(Dimensions.sharePattern), least: 2, most: 2) }
  /// Each is tried on every page.
  fileprivate static var mostPlaces: Int { 12 }
}

extension PropertyType where Value == [RollPlace] {
  /// A place on a roll, or several.
  static let rollPlaces = PropertyType(
    "a length such as 31mm, a share of the width and a length such as [70%, 20mm], or a list of up to 12 such pairs",
    [
      "anyOf": [
        PropertyType<Double>.length.schema, place, .list(of: place, most: PropertyType<[Point]>.mostPlaces),
      ]
    ]
  ) { node, reading in
    func length(_ text: String) -> Double? { Dimensions.length(text).map { $0 * reading.scale } }
    func pair(_ node: YAMLNode) -> RollPlace? {
      guard case .sequence(let parts, _) = node, parts.count == 2, case .scalar(let share?, _) = parts[0],
        case .scalar(let above?, _) = parts[1], let share = Dimensions.share(share), let above = length(above)
      else { return nil }
      return RollPlace(share: share, aboveEnd: above)
    }
    if case .scalar(let text?, _) = node { return length(text).map { [RollPlace(aboveEnd: $0)] } }
    if let only = pair(node) { return [only] }
    guard case .sequence(let list, _) = node, (1...PropertyType<[Point]>.mostPlaces).contains(list.count) else {
      return nil
    }
    let places = list.compactMap(pair)
    return places.count == list.count ? places : nil
  }

  private static var place: JSON {
    ["type": "array", "items": .list([.matching(Dimensions.sharePattern), PropertyType<Double>.length.schema])]
  }
}
