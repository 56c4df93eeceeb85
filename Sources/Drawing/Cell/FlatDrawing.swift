/// A drawing of shapes alone, as Cairo writes one as SVG, put into the form of ``PictureBytesWriter``: fills, strokes, gradients, clips
/// and groups that are seen through. Words are shapes by then. What has more in it (pictures, patterns, filters) is no such drawing.
struct FlatDrawing {
  /// What may stand in the form, by its first byte.
  enum Step: UInt8 {
    case end = 0
    case save, restore, clip, fill, stroke, group, paintGroup, transform
  }

  /// The drawing; nil where something in it is no shape.
  let bytes: [UInt8]?

  /// Reads what Cairo has written.
  init(_ svg: [UInt8]) {
    guard let root = MarkupNode.read(svg) else {
      bytes = nil
      return
    }
    var walker = Walker()
    walker.index(root)
    bytes = walker.walk(root, depth: 0) ? walker.finished() : nil
  }

  private struct Walker {
    private var out = PictureBytesWriter()
    private var named: [String: MarkupNode] = [:]

    mutating func finished() -> [UInt8] {
      add(.end)
      return out.bytes
    }

    mutating func index(_ node: MarkupNode) {
      if let name = node.attributes["id"] { named[name] = node }
      for child in node.children { index(child) }
    }

    private mutating func add(_ step: Step) { out.add(byte: step.rawValue) }

    mutating func walk(_ node: MarkupNode, depth: Int, _ inherited: [String: String] = [:]) -> Bool {
      guard depth < 64 else { return false }
      switch node.name {
      case "svg", "g":
        return within(node, inherited) { walker, style in
          node.children.allSatisfy { $0.name == "defs" || walker.walk($0, depth: depth + 1, style) }
        }
      case "path", "rect": return within(node, inherited) { walker, style in walker.draw(node, style) }
      case "use": return use(node, depth: depth, inherited)
      default: return false
      }
    }

    /// What stands around an element: its place, its clip, its style.
    private mutating func within(
      _ node: MarkupNode, _ inherited: [String: String], _ body: (inout Walker, [String: String]) -> Bool
    ) -> Bool {
      guard node.attributes["mask"] == nil, node.attributes["filter"] == nil else { return false }
      let style = inherited.merging(node.style) { $1 }
      guard (Numbers.one(style["opacity"]) ?? 1) == 1 else { return false }
      let (transform, clip) = (node.attributes["transform"], node.attributes["clip-path"])
      guard transform != nil || clip != nil else { return body(&self, style) }
      add(.save)
      if let transform {
        guard let matrix = Numbers.matrix(transform) else { return false }
        add(.transform)
        out.add(matrix)
      }
      if let clip {
        guard let target = target(clip), target.name == "clipPath", let shape = target.children.first,
          target.children.count == 1, shape.attributes["transform"] == nil, let path = path(of: shape)
        else { return false }
        add(.clip)
        let rule = shape.style["clip-rule"] ?? node.attributes["clip-rule"] ?? "nonzero"
        out.add(byte: rule == "evenodd" ? 1 : 0)
        out.add(path)
      }
      guard body(&self, style.filter { $0.key != "clip-rule" }) else { return false }
      add(.restore)
      return true
    }

    /// A letter of a set, or a group that is seen through.
    private mutating func use(_ node: MarkupNode, depth: Int, _ inherited: [String: String]) -> Bool {
      guard let name = node.attributes["xlink:href"], name.hasPrefix("#"), let target = named[String(name.dropFirst())],
        node.attributes["filter"] == nil
      else { return false }
      let style = inherited.merging(node.style) { $1 }
      var alpha = 1.0
      if let mask = node.attributes["mask"] {
        guard let plain = plainMask(mask) else { return false }
        alpha = plain
      }
      let (x, y) = (Numbers.one(node.attributes["x"]) ?? 0, Numbers.one(node.attributes["y"]) ?? 0)
      guard node.attributes["transform"].map({ Numbers.matrix($0) != nil }) ?? true else { return false }
      add(.save)
      if let matrix = node.attributes["transform"].flatMap(Numbers.matrix) {
        add(.transform)
        out.add(matrix)
      }
      if x != 0 || y != 0 {
        add(.transform)
        out.add([1, 0, 0, 1, x, y])
      }
      if alpha != 1 { add(.group) }
      let isDrawn =
        target.name == "symbol"
        ? target.children.allSatisfy { walk($0, depth: depth + 1, style) } : walk(target, depth: depth + 1, style)
      guard isDrawn else { return false }
      if alpha != 1 {
        add(.paintGroup)
        out.add(alpha)
      }
      add(.restore)
      return true
    }

    /// How much a mask lets through that is the same everywhere; nil for any other.
    private func plainMask(_ reference: String) -> Double? {
      guard let mask = target(reference), mask.name == "mask", mask.children.count == 1 else { return nil }
      var node = mask.children[0]
      if node.name == "g", node.children.count == 1 { node = node.children[0] }
      guard node.name == "rect", let alpha = Numbers.one(node.style["fill-opacity"]), (0...1).contains(alpha),
        node.style["fill"] == "rgb(0%,0%,0%)"
      else { return nil }
      return alpha
    }

    private func target(_ reference: String) -> MarkupNode? {
      guard reference.hasPrefix("url(#"), reference.hasSuffix(")") else { return nil }
      return named[String(reference.dropFirst(5).dropLast())]
    }

    // MARK: - Shapes

    private mutating func draw(_ node: MarkupNode, _ style: [String: String]) -> Bool {
      guard let path = path(of: node) else { return false }
      let (fill, stroke) = (style["fill"] ?? "rgb(0%,0%,0%)", style["stroke"] ?? "none")
      if fill != "none" {
        guard let paint = paint(fill, Numbers.one(style["fill-opacity"]) ?? 1) else { return false }
        add(.fill)
        out.add(byte: style["fill-rule"] == "evenodd" ? 1 : 0)
        out.add(paint)
        out.add(path)
      }
      if stroke != "none" {
        guard let paint = paint(stroke, Numbers.one(style["stroke-opacity"]) ?? 1), let pen = pen(style) else {
          return false
        }
        add(.stroke)
        out.add(pen)
        out.add(paint)
        out.add(path)
      }
      return true
    }

    private func pen(_ style: [String: String]) -> [UInt8]? {
      var pen = PictureBytesWriter()
      let dashes = style["stroke-dasharray"].flatMap { $0 == "none" ? nil : Numbers.all($0) } ?? []
      guard let width = Numbers.one(style["stroke-width"] ?? "1"), dashes.count <= 64, dashes.allSatisfy({ $0 >= 0 })
      else {
        return nil
      }
      pen.add(width)
      pen.add(byte: ["butt": 0, "round": 1, "square": 2][style["stroke-linecap"] ?? "butt"] ?? 0)
      pen.add(byte: ["miter": 0, "round": 1, "bevel": 2][style["stroke-linejoin"] ?? "miter"] ?? 0)
      pen.add(Numbers.one(style["stroke-miterlimit"]) ?? 4)
      pen.add(Numbers.one(style["stroke-dashoffset"]) ?? 0)
      pen.add(count: dashes.count)
      pen.add(dashes)
      return pen.bytes
    }

    private func paint(_ text: String, _ opacity: Double) -> [UInt8]? {
      var paint = PictureBytesWriter()
      if let color = Numbers.color(text) {
        paint.add(byte: 0)
        paint.add(color + [opacity])
        return paint.bytes
      }
      guard let node = target(text), opacity == 1, node.attributes["xlink:href"] == nil else { return nil }
      func number(_ name: String) -> Double? { Numbers.one(node.attributes[name]) }
      if node.name == "linearGradient", let x1 = number("x1"), let y1 = number("y1"), let x2 = number("x2"),
        let y2 = number("y2")
      {
        paint.add(byte: 1)
        paint.add([x1, y1, x2, y2])
      } else if node.name == "radialGradient", let cx = number("cx"), let cy = number("cy"), let r = number("r") {
        paint.add(byte: 2)
        paint.add([number("fx") ?? cx, number("fy") ?? cy, number("fr") ?? 0, cx, cy, r])
      } else {
        return nil
      }
      guard node.attributes["gradientUnits"] == "userSpaceOnUse" else { return nil }
      let matrix = node.attributes["gradientTransform"]
      guard let numbers = matrix.map(Numbers.matrix) ?? [1, 0, 0, 1, 0, 0] else { return nil }
      paint.add(numbers)
      let spread = ["pad": 0, "repeat": 1, "reflect": 2][node.attributes["spreadMethod"] ?? "pad"] ?? 0
      paint.add(byte: UInt8(spread))
      paint.add(count: node.children.count)
      for stop in node.children {
        let style = stop.style
        guard stop.name == "stop", let offset = Numbers.one(stop.attributes["offset"]),
          let color = Numbers.color(style["stop-color"] ?? "")
        else { return nil }
        paint.add([offset] + color + [Numbers.one(style["stop-opacity"]) ?? 1])
      }
      return paint.bytes
    }

    private func path(of node: MarkupNode) -> [UInt8]? {
      if node.name == "path" { return Numbers.path(node.attributes["d"] ?? "") }
      guard node.name == "rect", node.attributes["rx"] == nil, let x = Numbers.one(node.attributes["x"] ?? "0"),
        let y = Numbers.one(node.attributes["y"] ?? "0"), let width = Numbers.one(node.attributes["width"]),
        let height = Numbers.one(node.attributes["height"])
      else { return nil }
      return Numbers.path("M \(x) \(y) L \(x + width) \(y) L \(x + width) \(y + height) L \(x) \(y + height) Z")
    }
  }
}

/// Numbers as Cairo writes them.
private enum Numbers {
  static func one(_ text: String?) -> Double? {
    guard let text, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  static func all(_ text: some StringProtocol) -> [Double]? {
    var numbers: [Double] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let number = one(String(part)) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  static func matrix(_ text: String) -> [Double]? {
    guard text.hasPrefix("matrix("), text.hasSuffix(")"), let numbers = all(text.dropFirst(7).dropLast()),
      numbers.count == 6
    else { return nil }
    return numbers
  }

  /// A colour in hundredths.
  static func color(_ text: String) -> [Double]? {
    guard text.hasPrefix("rgb("), text.hasSuffix(")") else { return nil }
    let parts = text.dropFirst(4).dropLast().split(separator: ",").map { $0.filter { $0 != " " } }
    let numbers = parts.compactMap { $0.hasSuffix("%") ? one(String($0.dropLast())).map { $0 / 100 } : nil }
    return numbers.count == 3 && parts.count == 3 ? numbers : nil
  }

  /// A path of moves, lines, curves and ends.
  static func path(_ text: String) -> [UInt8]? {
    var (segments, count) = (PictureBytesWriter(), 0)
    var numbers: [Double] = []
    var command: Character?
    func needed(_ command: Character) -> Int? { ["M": 2, "L": 2, "C": 6, "Z": 0][command] }
    func close() -> Bool {
      guard let command else { return numbers.isEmpty }
      guard let wanted = needed(command), numbers.count == wanted else { return false }
      segments.add(byte: ["M": 0, "L": 1, "C": 2, "Z": 3][command] ?? 3)
      segments.add(numbers)
      count += 1
      return true
    }
    for part in text.split(separator: " ") {
      if let first = part.first, part.count == 1, first.isLetter {
        guard close() else { return nil }
        (command, numbers) = (first, [])
      } else {
        guard let number = one(String(part)) else { return nil }
        numbers.append(number)
      }
    }
    guard close() else { return nil }
    var path = PictureBytesWriter()
    path.add(count: count)
    path.add(segments.bytes)
    return path.bytes
  }
}
