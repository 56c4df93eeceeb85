internal import Layout

/// The operators of a page or a form, one after another (ISO 32000-1, 7.8.2), with what of the graphics state they have set, so that
/// nothing is set twice.
///
/// Coordinates are thousandths of a point, and y grows upwards.
struct ContentStream {
  var out = PDFBytes()
  /// What is set for all that follows (8.4), as far as it is known.
  private var state: State
  private var saved: [State] = []
  /// The text object that is open (9.4.1).
  private(set) var text: TextObject?
  /// What marks the ink that follows (14.6).
  private(set) var mark: Mark?

  private struct State {
    var fill: Color?
    var stroke: Color?
    var width: Int?
    var font: Font?
  }

  /// A font of the resources at a size in thousandths of a point.
  struct Font: Hashable {
    var resource: Int
    var size: Int
  }

  /// What is known within a text object.
  struct TextObject {
    /// Where the line began that positions count from.
    var line: (x: Int, y: Int) = (0, 0)
    /// Whether that is turned or slanted.
    var isSlanted = false
    /// Whether glyphs are stroked, too, and how broadly.
    var boldness = 0
  }

  /// What ink belongs to.
  struct Mark: Equatable {
    /// The number by which the structure knows it; nil for what is no part of it.
    var content: Int?
    /// Whether it began within a text object, in which it has to end.
    var isWithinText: Bool
  }

  /// - Parameter isForm: whether what paints it decides what is set at its beginning; a page begins with black.
  init(isForm: Bool) {
    state = State(fill: isForm ? nil : .black, stroke: isForm ? nil : .black, width: isForm ? nil : 1000)
  }

  // MARK: - Operators

  /// Writes an operator without operands.
  mutating func operate(_ name: StaticString) {
    out.add(name)
    out.add(byte: 0x0A)
  }

  /// Adds an operand.
  mutating func operand(_ length: Int) {
    out.add(length: length)
    out.add(byte: 0x20)
  }

  /// Adds an operand that is a name of the resources.
  mutating func operand(_ prefix: StaticString, _ resource: Int) {
    out.add("/")
    out.add(prefix)
    out.add(resource)
    out.add(byte: 0x20)
  }

  // MARK: - Graphics state

  /// Keeps what is set while something else is drawn (8.4.2).
  mutating func save() {
    endText()
    saved.append(state)
    operate("q")
  }

  /// Goes back to what was kept.
  mutating func restore() {
    endText()
    state = saved.popLast() ?? state
    operate("Q")
  }

  /// Changes where and how large what follows is drawn (8.3.4): six numbers, the first four in millionths.
  mutating func concatenate(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: Int, _ y: Int) {
    endText()
    matrix(a, b, c, d, x, y)
    operate("cm")
  }

  private mutating func matrix(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: Int, _ y: Int) {
    for factor in [a, b, c, d] {
      out.add(factor: factor)
      out.add(byte: 0x20)
    }
    operand(x)
    operand(y)
  }

  /// Sets the colour of fills and letters (8.6.8).
  mutating func fill(with color: Color) {
    if state.fill == color { return }
    state.fill = color
    add(color, gray: "g", colored: "rg")
  }

  /// Sets the colour of outlines.
  mutating func stroke(with color: Color, width: Int) {
    if state.stroke != color {
      state.stroke = color
      add(color, gray: "G", colored: "RG")
    }
    if state.width != width {
      state.width = width
      operand(width)
      operate("w")
    }
  }

  /// Breaks up the outlines that follow into dashes and blanks (8.4.3.6); whoever does so undoes it.
  mutating func dash(_ dash: Int, _ blank: Int) {
    out.add("[")
    operand(dash)
    out.add(length: blank)
    operate("]0 d")
  }

  private mutating func add(_ color: Color, gray: StaticString, colored: StaticString) {
    out.add(part: color.red)
    out.add(byte: 0x20)
    if color.red == color.green, color.green == color.blue { return operate(gray) }
    out.add(part: color.green)
    out.add(byte: 0x20)
    out.add(part: color.blue)
    out.add(byte: 0x20)
    operate(colored)
  }

  // MARK: - Paths

  /// Adds a rectangle to the path (8.5.2.1).
  mutating func rectangle(left: Int, bottom: Int, right: Int, top: Int) {
    endText()
    operand(left)
    operand(bottom)
    operand(right - left)
    operand(top - bottom)
    operate("re")
  }

  // MARK: - Text

  /// Opens a text object, unless one is open.
  mutating func beginText() {
    if text != nil { return }
    operate("BT")
    text = TextObject()
  }

  /// Ends the text object that is open, and what is marked within it.
  mutating func endText() {
    guard let open = text else { return }
    if mark?.isWithinText == true { endMark() }
    if open.boldness != 0 { operate("0 Tr") }
    operate("ET")
    text = nil
  }

  /// Sets the font (9.3.1).
  mutating func set(_ font: Font) {
    if state.font == font { return }
    state.font = font
    operand("F", font.resource)
    operand(font.size)
    operate("Tf")
  }

  /// Moves to where the next glyph stands (9.4.2).
  mutating func move(toX x: Int, y: Int, slant: Int) {
    guard var open = text else { return }
    if open.isSlanted || slant != 0 {
      matrix(1_000_000, 0, slant, 1_000_000, x, y)
      operate("Tm")
      open.isSlanted = slant != 0
    } else {
      operand(x - open.line.x)
      operand(y - open.line.y)
      operate("Td")
    }
    open.line = (x, y)
    text = open
  }

  /// Strokes the outlines of letters as well, so many thousandths of a point broad, in the colour that fills them; 0 for not.
  mutating func embolden(by width: Int, _ color: Color) {
    guard text != nil, text?.boldness != width else { return }
    if width != 0 { stroke(with: color, width: width) }
    if (text?.boldness == 0) != (width == 0) { operate(width == 0 ? "0 Tr" : "2 Tr") }
    text?.boldness = width
  }

  // MARK: - Marked content

  /// Begins what is marked with a tag, in or out of the text object that is open (14.6).
  mutating func begin(_ mark: Mark, tag: StaticString) {
    if let content = mark.content {
      out.add(tag)
      out.add("<</MCID ")
      out.add(content)
      operate(">>BDC")
    } else {
      operate("/Artifact BMC")
    }
    self.mark = mark
  }

  /// Begins what is no part of what is read, though it stands on every page (14.8.2.2.2), such as `/Footer`.
  mutating func beginFurniture(_ subtype: StaticString) {
    out.add("/Artifact<</Type/Pagination/Subtype")
    out.add(subtype)
    operate(">>BDC")
    mark = Mark(content: nil, isWithinText: false)
  }

  /// Ends what is marked.
  mutating func endMark() {
    if mark == nil { return }
    operate("EMC")
    mark = nil
  }
}
