import Layout

/// The keys that every element understands.
struct Common {
  static let each = Property("each", .listName, "Repeats the element for every entry of a list.")
  static let ifKey = Property("if", .flagName, "Only where this flag is true.")
  static let unless = Property("unless", .flagName, "Only where this flag is false.")
  static let padding = Property("padding", .insets, "Blank inside the box around the element.")
  static let background = Property("background", .color, "Colour behind the element.")
  static let border = Property("border", .border, "Line around the element.")
  static let borderTop = Property("border-top", .border, "Line above.")
  static let borderBottom = Property("border-bottom", .border, "Line below.")
  static let borderStart = Property("border-start", .border, "Line where reading starts.")
  static let borderEnd = Property("border-end", .border, "Line where reading ends.")
  static let radius = Property("border-radius", .length, "Radius of the corners.")
  static let leastHeight = Property("min-height", .height, "The least height.")
  static let mostHeight = Property(
    "max-height", .height, "The most height; `fit:` makes its text as large as that allows.")
  static let keepTogether = Property("keep-together", .flag, "Goes to the next page rather than break.")
  static let keepWithNext = Property(
    "keep-with-next", .flag, "Goes to the next page with the element below it: for headings.")
  static let breakBefore = Property("break-before", .flag, "Begins a new page.")
  static let direction = Property(
    "direction", .direction, "Which way it is read, where that is not as on the page around it.")
  static let href = Property("href", .phrase, "Address that opens when the element is clicked.")

  static let properties: [any AnyProperty] = [
    each, ifKey, unless, padding, background, border, borderTop, borderBottom, borderStart, borderEnd, radius,
    leastHeight, mostHeight, keepTogether, keepWithNext, breakBefore, direction, href,
  ]

  private let mark: Mark
  private var conditions: [(path: ScopePath, wanted: Bool)] = []
  /// The box around the element; what is inside is filled in.
  private var box: Box?
  private let isKeptTogether: Bool
  private let isKeptWithNext: Bool
  private let breaksBefore: Bool
  private let direction: Phrase?
  private let address: Phrase?

  init(_ keys: inout Keys, _ reading: TemplateReading) {
    mark = keys.mark
    isKeptTogether = keys[Common.keepTogether] ?? false
    isKeptWithNext = keys[Common.keepWithNext] ?? false
    breaksBefore = keys[Common.breakBefore] ?? false
    direction = keys[Common.direction]
    address = keys[Common.href]
    box = Common.box(&keys)
    for (property, wanted) in [(Common.ifKey, true), (Common.unless, false)] {
      guard let place = keys.place(of: property), let name = keys[property] else { continue }
      if let path = reading.flag(name, at: place) { conditions.append((path, wanted)) }
    }
  }

  private static func box(_ keys: inout Keys) -> Box? {
    let padding = keys[Common.padding]
    let background = keys[Common.background]
    let border = keys[Common.border]
    var edges: [Box.Edge: Box.Border] = [:]
    edges[.top] = keys[Common.borderTop]
    edges[.bottom] = keys[Common.borderBottom]
    edges[.start] = keys[Common.borderStart]
    edges[.end] = keys[Common.borderEnd]
    let radius = keys[Common.radius]
    let (least, most) = (keys[Common.leastHeight], keys[Common.mostHeight])
    guard
      padding != nil || background != nil || border != nil || !edges.isEmpty || least != nil || most != nil
    else { return nil }
    return Box(
      Spacer(.zero), padding: padding ?? .zero, background: background, border: border, edges: edges,
      radius: radius ?? 0, leastHeight: least ?? 0, mostHeight: most ?? .infinity)
  }

  /// Puts what these keys ask for around an element.
  func apply(to inner: Blueprint) -> Blueprint {
    var blueprint = inner
    if let box {
      blueprint = blueprint.wrapped { content in
        var box = box
        box.content = content
        return box
      }
    }
    if let direction {
      let turn: @Sendable (any Element, String) -> any Element = {
        Directed($0, $1 == "rtl" ? .rightToLeft : .leftToRight)
      }
      blueprint = saying(direction, of: blueprint, turn)
    }
    if let address { blueprint = linked(blueprint, to: address) }
    if isKeptTogether { blueprint = blueprint.wrapped { KeepTogether($0) } }
    if isKeptWithNext { blueprint = blueprint.wrapped { KeepWithNext($0) } }
    if breaksBefore { blueprint = blueprint.wrapped { BreakBefore($0) } }
    let mark = mark
    blueprint = blueprint.wrapped { Located($0, at: mark) }
    guard !conditions.isEmpty else { return blueprint }
    let (conditions, conditional) = (conditions, blueprint.shared)
    return .bound { scope in
      for (path, wanted) in conditions {
        guard case .flag(wanted)? = scope.value(at: path) else { return [] }
      }
      return conditional.elements(in: scope)
    }
  }

  private func linked(_ blueprint: Blueprint, to address: Phrase) -> Blueprint {
    saying(address, of: blueprint) { $1.isEmpty ? $0 : Link($0, to: $1) }
  }

  /// Puts something around the elements of a node that depends on a text.
  private func saying(
    _ phrase: Phrase, of blueprint: Blueprint, _ wrap: @escaping @Sendable (any Element, String) -> any Element
  ) -> Blueprint {
    if let literal = phrase.literal { return blueprint.wrapped { wrap($0, literal) } }
    return .bound { scope in
      let text = phrase.text(in: scope)
      return blueprint.elements(in: scope).map { wrap($0, text) }
    }
  }
}
