import TestTools
import LayoutFakes
import Layout

/// A document made by chance, the same for the same seed.
struct RandomDocument {
  /// What it may be made of.
  enum Parts {
    /// Every element.
    case all
    /// Those that a wider page can only make lower.
    case flowing
  }

  let seed: Int
  private(set) var content: any Element = Stack([])
  private(set) var outline = Outline.nothing
  private(set) var master = PageMaster(size: .zero, margins: .zero)
  private(set) var direction = Direction.leftToRight

  private let parts: Parts
  private var random: SplitMix64
  private var count = 0

  init(seed: Int, parts: Parts = .all) {
    self.seed = seed
    self.parts = parts
    random = SplitMix64(seed: seed)
    direction = random.one(of: .leftToRight, .leftToRight, .rightToLeft)
    let size = Size(random.length(150...500), random.length(100...400))
    let margins = Insets(
      top: random.length(0...15), end: random.length(0...15), bottom: random.length(0...15),
      start: random.length(0...15))
    master = PageMaster(size: size, margins: margins)
    if random.once(in: 3) { master.header = { number in text("\(number.page)/\(number.count)") } }
    if random.once(in: 3) { master.footer = { number in text("page \(number.page) of \(number.count)", .end) } }
    (content, outline) = random.once(in: 4) ? element(depth: 4) : stack(depth: 4)
  }

  /// Its pages; nil when it does not fit its sheet, which is an honest answer.
  func pages(context: LayoutContext? = nil, wider extra: Double = 0) throws(LayoutError) -> [Frame]? {
    var master = master
    master.size.width += extra
    let context = context ?? LayoutContext(measurer: FakeMeasurer(), direction: direction)
    do { return try Paginator.pages(of: content, on: master, context) } catch .overflow(_) { return nil }
  }

  private typealias Part = (any Element, Outline)

  private mutating func name(_ kind: String) -> String {
    count += 1
    return "\(kind)\(count)"
  }

  private mutating func element(depth: Int) -> Part {
    if depth == 0 || random.once(in: 4) { return leaf() }
    let inner = depth - 1
    switch (parts, random.number(0...14)) {
    case (_, 0...2): return stack(depth: depth)
    case (_, 3...4): return table(depth: depth)
    case (_, 5...6): return box(depth: depth)
    case (.flowing, _): return leaf()
    case (_, 7...8): return row(depth: depth)
    case (_, 9): return wrapped(inner) { KeepTogether($0) }
    case (_, 10): return wrapped(inner) { BreakBefore($0) }
    case (_, 11): return wrapped(inner) { Link($0, to: "address") }
    case (_, 12):
      let mark = Mark(file: "seed \(seed)", line: count, column: 1)
      return wrapped(inner) { Located($0, at: mark) }
    case (_, 13): return wrapped(inner) { Shared($0) }
    default: return wrapped(inner) { Fit($0, least: 0.5) }
    }
  }

  private mutating func wrapped(_ depth: Int, _ wrap: (any Element) -> any Element) -> Part {
    let (element, outline) = element(depth: depth)
    return (wrap(element), outline)
  }

  private mutating func leaf() -> Part {
    switch random.number(0...9) {
    case 0:
      let name = name("picture")
      return (block(name, random.length(1...40), random.length(1...40)), .leaf(name: name, letters: nil))
    case 1 where parts == .all:
      let name = name("code")
      return (Code(name, side: random.length(29...40)), .leaf(name: name, letters: nil))
    case 2:
      count += 1
      let color = Color(red: Double(count) / 65536, green: 0.5, blue: 0)
      return (Rule(thickness: random.length(1...2), color: color), .leaf(name: "rule\(count)", letters: nil))
    case 3: return (Spacer(Size(random.length(0...30), random.length(0...30))), .nothing)
    case 4 where parts == .all: return (Spacer(filling: random.length(0...10)), .nothing)
    default: return words(random.number(1...12))
    }
  }

  private mutating func words(_ count: Int, alignment: TextAlignment? = nil) -> Part {
    let name = name("text")
    let words = (0..<count).map { "\(name)w\($0)" }
    let style = TextStyle(families: [name], size: random.length(6...12), lineHeight: random.one(of: 1, 1.25, 1.5))
    let separator = random.one(of: " ", " ", "\n")
    let text = Text(
      words.joined(separator: separator), style: style,
      alignment: alignment ?? random.one(of: .start, .start, .center, .end, .decimal))
    return (text, .leaf(name: name, letters: words.joined()))
  }

  private mutating func stack(depth: Int) -> Part {
    let children = (0..<random.number(1...6)).map { _ in element(depth: depth - 1) }
    return (Stack(children.map(\.0), gap: random.length(0...8)), .below(children.map(\.1)))
  }

  private mutating func box(depth: Int) -> Part {
    let (element, outline) = element(depth: depth - 1)
    let box = Box(
      element,
      padding: Insets(
        top: random.length(1...6), end: random.length(1...6), bottom: random.length(1...6), start: random.length(1...6)),
      background: random.one(of: nil, Color.white), border: random.one(of: nil, Box.Border(width: 1, color: .black)),
      edges: random.one(
        of: [:], [.top: Box.Border(width: 1, color: .black), .start: Box.Border(width: 1, color: .black)]),
      leastHeight: random.one(of: 0, 0, 30))
    return (box, outline)
  }

  private mutating func track() -> Track {
    random.one(of: .fraction(1), .fraction(1), .fraction(2), .fixed(random.length(40...60)))
  }

  private mutating func row(depth: Int) -> Part {
    let children = (0..<random.number(1...3)).map { _ in
      let natural = random.once(in: 5)
      let (element, outline) = natural ? leaf() : element(depth: depth - 1)
      return (Row.Child(natural ? .natural : track(), element), outline)
    }
    let row = Row(
      children.map(\.0), gap: random.length(0...8), alignment: random.one(of: .top, .center, .bottom, .baseline))
    return (row, .beside(children.map(\.1)))
  }

  private mutating func table(depth: Int) -> Part {
    let columns = (0..<random.number(1...3)).map { _ in track() }
    let rows = (0..<random.number(1...9)).map { _ in tableRow(columns.count, depth: depth) }
    var table = Table(columns: columns, gap: random.length(0...8), rows: rows.map(\.0))
    var outline = TableOutline(rows: rows.map(\.1))
    let style = { (name: String) in TextStyle(families: [name], size: 8, lineHeight: 1) }
    if random.once(in: 2) {
      let name = name("head")
      table.head = TableRow([.init(Text(name, style: style(name)))], rule: Box.Border(width: 1, color: .white))
      outline.head = (name, name)
    }
    if random.once(in: 2) {
      let (carried, brought) = (style(name("carried")), style(name("brought")))
      table.carriedForward = { count in TableRow([.init(Text("\(count)", style: carried), span: 2)]) }
      table.broughtForward = { count in TableRow([.init(Text("\(count)", style: brought))]) }
      outline.carried = carried.families.first
      outline.brought = brought.families.first
    }
    return (table, .table(outline))
  }

  private mutating func tableRow(_ columns: Int, depth: Int) -> (TableRow, Outline) {
    var cells: [(TableRow.Cell, Outline)] = []
    var column = 0
    while column < columns {
      let span = random.once(in: 5) ? random.number(1...columns - column) : 1
      // The first cell is a text, so that every row shows itself on every page.
      let (element, outline) =
        column == 0 ? words(random.number(1...4)) : element(depth: random.once(in: 3) ? depth - 1 : 0)
      cells.append((TableRow.Cell(element, span: span), outline))
      column += span
    }
    let alignment = random.one(of: Row.Alignment.top, .center, .bottom, .baseline)
    let padding = (top: random.length(0...3), bottom: random.length(0...3))
    let rule = random.one(of: nil, Box.Border(width: 1, color: .white))
    return (
      TableRow(cells.map(\.0), padding: padding, rule: rule, alignment: parts == .flowing ? .top : alignment),
      .beside(cells.map(\.1))
    )
  }
}
