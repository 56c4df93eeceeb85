import Layout

/// The properties of a style, before they become a `TextStyle`. Names and meanings are those of CSS.
struct StyleSheet: Hashable {
  var families = ["Inter"]
  var size = 10.0
  var weight = 400
  var isItalic = false
  var lineHeight = 1.35
  var letterSpacing = 0.0
  var figures = Figures.normal
  var color = Color.black
  var isUpperCase = false
  var trimsSideBearings = false
  var isStruck = false
  var strikeColor: Color?
  var strikeThickness = 0.07
  var strikeDegrees = 0.0
  var alignment = TextAlignment.start
  var wraps = true

  /// The style, where this is said of what it strikes out; nil for nothing.
  func textStyle(striking wording: Strike.Wording?) -> TextStyle {
    TextStyle(
      families: families, size: size, weight: weight, isItalic: isItalic, lineHeight: lineHeight,
      letterSpacing: letterSpacing, hasTabularFigures: figures.isTabular, hasLiningFigures: figures.isLining,
      color: color,
      trimsSideBearings: trimsSideBearings, strike: strike(wording))
  }

  private func strike(_ wording: Strike.Wording?) -> Strike? {
    guard isStruck else { return nil }
    // The tangent, by its series, which up to 30 degrees is right to four figures; angles turn with the clock.
    let angle = -strikeDegrees * .pi / 180
    let square = angle * angle
    let slope = angle * (1 + square * (1 / 3 + square * (2 / 15 + square * 17 / 315)))
    return Strike(color: strikeColor ?? color, thickness: strikeThickness, slope: slope, wording: wording)
  }

  /// How figures look.
  struct Figures: Hashable {
    var isTabular = false
    var isLining = false

    static let normal = Figures()
  }

  static let families = Property("font-family", .families, "Fonts in order of preference.")
  static let size = Property("font-size", .typeSize, "Size of the type.")
  static let weight = Property("font-weight", .weight, "100 (thin) to 900 (black); 400 is regular, 700 bold.")
  static let slant = Property("font-style", .choice(["normal": false, "italic": true]), "Upright or slanted.")
  static let lineHeight = Property("line-height", .factor, "From baseline to baseline, as a multiple of the size.")
  static let letterSpacing = Property("letter-spacing", .em, "Extra space between letters, in em.")
  static let figures = Property(
    "font-variant-numeric",
    .choice([
      "normal": Figures(), "tabular-nums": Figures(isTabular: true), "lining-nums": Figures(isLining: true),
      "lining-nums tabular-nums": Figures(isTabular: true, isLining: true),
    ]), "Figures of one width, for columns, and figures as high as capitals.")
  static let color = Property("color", .color, "Colour of the letters.")
  static let transform = Property(
    "text-transform", .choice(["none": false, "uppercase": true]), "Whether all letters are capitals.")
  static let decoration = Property(
    "text-decoration", .choice(["none": false, "line-through": true]), "Whether a line goes through the letters.")
  static let decorationColor = Property(
    "text-decoration-color", .color, "Colour of that line; the letters' own unless said.")
  static let decorationThickness = Property(
    "text-decoration-thickness", .em, "How thick that line is, in em; 0.07em unless said.")
  static let decorationRotate = Property(
    "text-decoration-rotate", .slant,
    "Its turn, -30deg to 30deg; negative turns against the clock. Through a long text it is flatter, so that it stays on it."
  )
  static let sideBearings = Property(
    "side-bearings", .choice(["keep": false, "trim": true]),
    "Whether a line keeps the blank that letters bring along at its ends; trim puts their ink on the edge, for large type."
  )
  static let whiteSpace = Property(
    "white-space", .choice(["normal": true, "nowrap": false]), "Whether lines break where the width ends.")
  static let alignment = Property("text-align", .alignment, "Where lines stand: start, center, end or decimal.")

  static let properties: [any AnyProperty] = [
    families, size, weight, slant, lineHeight, letterSpacing, figures, color, transform, decoration,
    decorationColor, decorationThickness, decorationRotate, alignment, whiteSpace, sideBearings,
  ]

  /// This sheet with the properties that a mapping sets.
  func overridden(by keys: inout Keys) -> StyleSheet {
    var sheet = self
    if let families = keys[StyleSheet.families] { sheet.families = families }
    if let size = keys[StyleSheet.size] { sheet.size = size }
    if let weight = keys[StyleSheet.weight] { sheet.weight = weight }
    if let slant = keys[StyleSheet.slant] { sheet.isItalic = slant }
    if let lineHeight = keys[StyleSheet.lineHeight] { sheet.lineHeight = lineHeight }
    if let letterSpacing = keys[StyleSheet.letterSpacing] { sheet.letterSpacing = letterSpacing }
    if let figures = keys[StyleSheet.figures] { sheet.figures = figures }
    if let color = keys[StyleSheet.color] { sheet.color = color }
    if let transform = keys[StyleSheet.transform] { sheet.isUpperCase = transform }
    if let decoration = keys[StyleSheet.decoration] { sheet.isStruck = decoration }
    if let color = keys[StyleSheet.decorationColor] { sheet.strikeColor = color }
    if let thickness = keys[StyleSheet.decorationThickness] { sheet.strikeThickness = max(0, thickness) }
    if let degrees = keys[StyleSheet.decorationRotate] { sheet.strikeDegrees = degrees }
    if let trims = keys[StyleSheet.sideBearings] { sheet.trimsSideBearings = trims }
    if let alignment = keys[StyleSheet.alignment] { sheet.alignment = alignment }
    if let wraps = keys[StyleSheet.whiteSpace] { sheet.wraps = wraps }
    return sheet
  }
}

extension TemplateReading {
  /// A style by name; the one around it, or `body`, when none is named.
  func sheet(_ place: Mark?, name: String?) -> StyleSheet {
    let usual = baseSheet ?? styles["body", default: StyleSheet()]
    guard let place, let name else { return usual }
    if let sheet = styles[name] { return sheet }
    fault(.unknownStyle(name, known: styles.keys.sorted()), at: place)
    return usual
  }
}
