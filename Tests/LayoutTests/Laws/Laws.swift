import LayoutFakes
import Layout

/// The laws that every layout keeps. Each is a check that answers with what it found wrong; ``SaboteurTests`` sees to it that
/// each finds something when there is something to find.
enum Laws {
  /// All that is wrong with the pages of a document.
  static func violations(_ pages: [Frame], of document: RandomDocument) -> [String] {
    violations(pages, outline: document.outline, master: document.master, direction: document.direction)
  }

  static func violations(_ pages: [Frame], outline: Outline, master: PageMaster, direction: Direction) -> [String] {
    var report = Report(pages: pages, direction: direction)
    report.checkRoom(master)
    _ = report.checkReading(outline)
    report.checkNothingElse()
    report.checkEveryPageSaysSomething()
    return report.found + pages.flatMap(overlaps)
  }

  /// Things on a page that cover one another.
  static func overlaps(on page: Frame) -> [String] {
    let solid = page.leaves.filter { $0.item.leafName != nil && $0.rect.area > 0 }
    let byTop = solid.sorted { $0.rect.minY < $1.rect.minY }
    var found: [String] = []
    for (index, upper) in byTop.enumerated() {
      for lower in byTop[(index + 1)...] {
        if lower.rect.minY >= upper.rect.maxY { break }
        guard let shared = upper.rect.intersection(lower.rect) else { continue }
        if shared.size.width > 0.01, shared.size.height > 0.01 { found.append("overlap: \(upper.name), \(lower.name)") }
      }
    }
    return found
  }

  /// What is wrong with boxes that stand side by side: they fill the width from edge to edge but for one gap between neighbours.
  static func seams(_ boxes: [Rect], gap: Double, width: Double) -> [String] {
    let sorted = boxes.sorted { $0.minX < $1.minX }
    var found: [String] = []
    for (left, right) in zip(sorted, sorted.dropFirst()) where abs(right.minX - left.maxX - gap) > 0.0001 {
      found.append("seam: \(right.minX - left.maxX) rather than \(gap)")
    }
    if let first = sorted.first, abs(first.minX) > 0.0001 { found.append("seam: \(first.minX) at the left edge") }
    if let last = sorted.last, abs(last.maxX - width) > 0.0001 {
      found.append("seam: \(width - last.maxX) at the right edge")
    }
    return found
  }

  /// What is wrong with the numbers of pages on narrower and wider sheets; nil where the content does not fit.
  static func widening(_ narrow: Int?, _ wide: Int?) -> [String] {
    guard let narrow else { return [] }
    guard let wide else { return ["widening: fits only the narrow page"] }
    return wide > narrow ? ["widening: \(wide) pages instead of \(narrow)"] : []
  }

  /// What is wrong with the pages of the same document laid out twice.
  static func sameness(_ first: [Frame], _ second: [Frame]) -> [String] {
    first.map(\.seen) == second.map(\.seen) && first.map(\.size) == second.map(\.size) ? [] : ["sameness: pages differ"]
  }
}

extension Item {
  /// The name under which a leaf of a random document is known; nil for backgrounds, links and what holds others.
  var leafName: String? {
    switch self {
    case .text(_, let style): style.families.first
    case .picture(let path, _): path
    case .code(let code): code.text
    case .box(let box): box.fill.flatMap { $0.green == 0.5 ? "rule\(Int($0.red * 65536))" : nil }
    case .boxes, .line, .link, .overflow, .frame, .span, .shared, .group: nil
    }
  }
}

/// What was found while the pages were read against the outline.
private struct Report {
  private struct Piece {
    var page: Int
    var rect: Rect
    var letters: String
  }

  /// Where something stands: the rectangle around it on each of its pages.
  typealias Extent = [Int: Rect]

  private(set) var found: [String] = []
  private let pages: [Frame]
  private let direction: Direction
  private var pieces: [String: [Piece]] = [:]
  private var read: Set<String> = Set(plain.families)

  init(pages: [Frame], direction: Direction) {
    self.pages = pages
    self.direction = direction
    for (number, page) in pages.enumerated() {
      for leaf in page.leaves {
        guard let name = leaf.item.leafName else { continue }
        var letters = ""
        if case .text = leaf.item { letters = leaf.name.filter { $0 != " " } }
        pieces[name, default: []].append(Piece(page: number, rect: leaf.rect, letters: letters))
      }
    }
  }

  // MARK: Nothing overflows its space

  mutating func checkRoom(_ master: PageMaster) {
    let margins = master.margins
    for page in pages {
      let left = direction == .leftToRight ? margins.start : margins.end
      let inside = Rect(
        x: left, y: margins.top, width: page.size.width - margins.horizontal,
        height: page.size.height - margins.vertical)
      for placed in page.items { check(placed, in: inside) }
    }
  }

  private mutating func check(_ placed: Placed, in space: Rect) {
    let rect = placed.item.extent.moved(by: placed.origin)
    if !space.contains(rect, slack: 0.01) {
      found.append("overflow: \(placed.item.leafName ?? "frame") \(rect) in \(space)")
    }
    let inner: Frame? =
      switch placed.item {
      case .frame(let frame), .span(let frame, _): frame
      case .shared(let shared): shared.frame
      default: nil
      }
    guard let inner else { return }
    for item in inner.items { check(item, in: Rect(.zero, inner.size)) }
  }

  // MARK: Everything is placed once and in order

  mutating func checkReading(_ outline: Outline) -> Extent {
    switch outline {
    case .leaf(let name, let letters): return checkLeaf(name, letters)
    case .below(let parts): return checkBelow(parts)
    case .beside(let parts): return checkBeside(parts)
    case .table(let table): return checkTable(table)
    }
  }

  private func extent(of name: String) -> Extent {
    (pieces[name] ?? []).reduce(into: [:]) { $0[$1.page] = $0[$1.page].map($1.rect.around) ?? $1.rect }
  }

  private mutating func checkLeaf(_ name: String, _ letters: String?) -> Extent {
    read.insert(name)
    let own = (pieces[name] ?? []).sorted { ($0.page, $0.rect.minY) < ($1.page, $1.rect.minY) }
    if let letters {
      let seen = own.map(\.letters).joined()
      if seen != letters { found.append("lost or repeated: \(letters) became \(seen)") }
    } else if own.count != 1 {
      found.append("lost or repeated: \(name) is there \(own.count) times")
    }
    return extent(of: name)
  }

  private mutating func checkBelow(_ parts: [Outline]) -> Extent {
    var whole: Extent = [:]
    for part in parts {
      let extent = checkReading(part)
      if let last = whole.keys.max(), let first = extent.keys.min() {
        let isBelow = first > last || first == last && isAbove(whole[last], extent[first])
        if !isBelow { found.append("order: \(part) stands before what precedes it") }
      }
      whole.merge(extent) { $0.around($1) }
    }
    return whole
  }

  private func isAbove(_ upper: Rect?, _ lower: Rect?) -> Bool {
    guard let upper, let lower else { return true }
    return upper.maxY <= lower.minY + 0.01
  }

  private mutating func checkBeside(_ parts: [Outline]) -> Extent {
    var whole: Extent = [:]
    for part in parts {
      let extent = checkReading(part)
      for (page, rect) in extent {
        guard let before = whole[page] else { continue }
        let isBeside = direction == .leftToRight ? before.maxX <= rect.minX + 0.01 : rect.maxX <= before.minX + 0.01
        if !isBeside { found.append("order: \(part) does not stand behind its neighbour") }
      }
      whole.merge(extent) { $0.around($1) }
    }
    return whole
  }

  private mutating func checkTable(_ table: TableOutline) -> Extent {
    var extents: [Extent] = []
    var whole: Extent = [:]
    for row in table.rows {
      let extent = checkReading(row)
      if let last = whole.keys.max(), let first = extent.keys.min(),
        first < last || first == last && !isAbove(whole[last], extent[first])
      {
        found.append("order: a row stands before the one above it")
      }
      extents.append(extent)
      whole.merge(extent) { $0.around($1) }
    }
    let body = whole
    let on = body.keys.sorted()
    if let head = table.head {
      whole.merge(checkRepeated(head.name, on: Set(on), above: body) { _ in head.letters }) { $0.around($1) }
    }
    // How many rows have begun when a page ends.
    func begun(_ page: Int) -> Int { extents.count { ($0.keys.min() ?? .max) <= page } }
    if let carried = table.carried {
      whole.merge(checkRepeated(carried, on: Set(on.dropLast()), below: body) { "\(begun($0))" }) { $0.around($1) }
    }
    if let brought = table.brought {
      whole.merge(checkRepeated(brought, on: Set(on.dropFirst()), above: body) { "\(begun($0 - 1))" }) { $0.around($1) }
    }
    return whole
  }

  /// A head or subtotal stands on these pages and no others, says what it must, and keeps its side of the rows.
  private mutating func checkRepeated(
    _ name: String, on pages: Set<Int>, above: Extent = [:], below: Extent = [:], saying letters: (Int) -> String
  ) -> Extent {
    read.insert(name)
    let extent = extent(of: name)
    if Set(extent.keys) != pages {
      found.append("repeated row: \(name) is on pages \(extent.keys.sorted()), its table on \(pages.sorted())")
    }
    for (page, rect) in extent {
      let own = (pieces[name] ?? []).filter { $0.page == page }.sorted { $0.rect.minY < $1.rect.minY }
      let seen = own.map(\.letters).joined()
      if seen != letters(page) { found.append("repeated row: \(name) says \(seen) rather than \(letters(page))") }
      if !isAbove(rect, above[page]) || !isAbove(below[page], rect) {
        found.append("repeated row: \(name) is among rows")
      }
    }
    return extent
  }

  mutating func checkNothingElse() {
    for name in pieces.keys where !read.contains(name) { found.append("unknown: \(name)") }
  }

  // MARK: Pagination ends, and every page places something

  mutating func checkEveryPageSaysSomething() {
    let blank = pages.count { page in
      !page.leaves.contains { leaf in
        if case .link = leaf.item { false } else { leaf.item.leafName != plain.families.first }
      }
    }
    if pages.count > 1, blank > 0 { found.append("blank page: \(blank)") }
  }
}

extension Rect {
  /// The rectangle around two.
  fileprivate func around(_ other: Rect) -> Rect {
    let (left, top) = (min(minX, other.minX), min(minY, other.minY))
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
