import Layout

/// `rule:`
enum RuleNode {
  static let color = Property("color", .color, "Its colour.")

  static let spec = ElementSpec(
    name: "rule", summary: "A horizontal line.", type: PropertyType.thickness,
    example: """
      - { text: Above, padding: 0 0 1mm }
      - { rule: 1.4pt, color: red }
      - { text: Below, padding: 1mm 0 0 }
      """,
    properties: [color]
  ) { value, keys, reading in
    let color = keys[color] ?? .black
    guard let thickness = PropertyType.thickness.read(value, of: "rule", reading) else { return nil }
    return .fixed(Rule(thickness: thickness, color: color), leaves: 1)
  }
}

/// `space:`
enum SpaceNode {
  private static let type = PropertyType<Spacer>.scalar(
    "a length such as 4mm, or fill", .textOrZero("(fill|\(Dimensions.lengthPattern))")
  ) { text, reading in
    if text == "fill" { return Spacer(filling: 0) }
    return Dimensions.length(text).map { Spacer(Size(0, $0 * reading.scale)) }
  }

  static let spec = ElementSpec(
    name: "space", summary: "Blank: of a length, or all the height that is left on the page.", type: type,
    example: """
      - Bread
      - space: 6mm
      - Soup, after a blank of 6 mm
      """,
    properties: []
  ) { value, _, reading in
    guard let spacer = type.read(value, of: "space", reading) else { return nil }
    // What is left depends on the neighbours, so it is never shared between documents.
    return spacer.fills ? .bound { _ in [spacer] } : .fixed(spacer, leaves: 0)
  }
}

/// `picture:`
enum PictureNode {
  static let width = Property("width", .length, "Its width; the height follows.")
  static let height = Property("height", .length, "Its height; the width follows.")

  static let spec = ElementSpec(
    name: "picture", summary: "A picture from the template's folder (SVG or PNG).", type: PropertyType.path,
    example: """
      - row:
          - { picture: art/leaf.svg, height: 12mm }
          - "Your own mark: save it into art/."
        gap: 4mm
        align-items: center
      """,
    properties: [width, height]
  ) { value, keys, reading in
    let (width, height) = (keys[width], keys[height])
    guard let path = PropertyType.path.read(value, of: "picture", reading) else { return nil }
    return .fixed(Picture(path: path, width: width, height: height), leaves: 2)
  }
}

/// `qr:`
enum CodeNode {
  static let size = Property(
    "size", .absoluteLength, "Width of the code without its quiet zone; the same on every paper; 30mm unless said.")

  static let spec = ElementSpec(
    name: "qr", summary: "A QR code, with the blank around it that scanners need.",
    type: PropertyType.phrase,
    example: """
      - row:
          - { qr: "{{ledger.url}}", size: 18mm }
          - { text: The public ledger, width: auto }
        align-items: center
      """,
    properties: [size]
  ) { value, keys, reading in
    let side = keys[size] ?? 30 * Length.millimetre
    guard let phrase = PropertyType.phrase.read(value, of: "qr", reading) else { return nil }
    if let literal = phrase.literal { return .fixed(Code(literal, side: side), leaves: 2) }
    // Where a word may be parted is for the eye.
    return .bound { scope in [Code(phrase.text(in: scope).replacing("\u{AD}", with: ""), side: side)] }
  }
}

/// `fit:`
enum FitNode {
  static let least = Property(
    "min", .leastType,
    "The smallest factor on the sizes of type, or the size that no type gets smaller than: 6pt; 0.1 unless said.")
  static let most = Property("max", .factor, "The largest factor; 1 unless said.")
  static let widthOnly = Property(
    "to", .choice(["space": false, "width": true]),
    "Whether width and height of its space count, or only its width, as with tables that go on on the next page; space unless said."
  )

  static let spec = ElementSpec(
    name: "fit",
    summary:
      "Makes the type of an element as large as its space allows. Where it would get too small, lines are broken, those of `nowrap`, too.",
    type: Vocabulary.element,
    example: """
      - fit:
          row:
            - { text: As wide as the page, style: large, font-size: 90pt, white-space: nowrap, width: auto }
      """,
    properties: [least, most, widthOnly]
  ) { value, keys, reading in
    let (least, most) = (keys[least] ?? LeastType(), keys[most] ?? 1)
    let widthOnly = keys[widthOnly] ?? false
    // Each is laid out several times to find its size, and so is what stands within it, as many times each.
    let inner = reading.nested("fit", most: 3, at: value.mark) { Vocabulary.node(value, reading) }
    return inner?.wrapped {
      Fit($0, least: min(least.factor, most), most: most, leastSize: least.size, fitsWidthOnly: widthOnly)
    }
  }
}
