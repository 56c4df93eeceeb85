import Drawing
import Layout

/// Running text and thin rules of which a page is full, wherever on it: what nearly every page has under its stamp. Where the words
/// can be read over the closest of it, they can be read over all of its kind, and no such page need be drawn to be looked at.
struct RunningText: Hashable {
  /// Type of one size and colour.
  struct Letters: Hashable {
    /// In half points.
    var size: Int32
    var color: Color
  }

  /// A rule, in 16ths of a point.
  struct Rule: Hashable {
    var thickness: Int32
    var color: Color
  }

  private(set) var letters: Set<Letters> = []
  private(set) var rules: Set<Rule> = []

  /// Rules are no thicker than this, and no closer to one another, in points.
  private static let (thickest, closest) = (1.5, 6.0)
  /// Lines of text are no closer than this, as a multiple of their size.
  private static let leastPitch = 0.95
  /// How close they are where they are tried.
  private static let triedPitch = 1.2

  /// What there is of it; nil where lines stand in one another, rules form a hatching, or something is turned.
  ///
  /// - Parameter around: what is drawn at the words.
  init?(_ around: VoidGround) {
    // What is drawn over the words is no ground of theirs.
    guard !around.hasGroups, case .void? = around.things.last?.what else { return nil }
    for row in around.runs.keys { letters.insert(Letters(size: row.size, color: row.color)) }
    if Self.linesMeet(around) { return nil }
    var (across, upright): ([Double], [Double]) = ([], [])
    for (item, place) in around.items {
      guard let rule = Self.rule(item), place.sine == 0, place.cosine == 1 else { continue }
      rules.insert(Rule(thickness: Int32((min(rule.size.width, rule.size.height) * 16).rounded()), color: rule.color))
      if rule.size.height <= rule.size.width { across.append(place.offset.y) } else { upright.append(place.offset.x) }
    }
    for places in [across.sorted(), upright.sorted()] {
      guard zip(places, places.dropFirst()).allSatisfy({ $1 - $0 >= Self.closest }) else { return nil }
    }
  }

  /// Whether lines stand in one another, so that what each leaves blank may be filled by the next: then no text stands for another.
  static func linesMeet(_ around: VoidGround) -> Bool {
    let boxes = around.runs.flatMap { row, runs in
      let height = Double(row.size) / 2 * leastPitch
      return runs.map { Rect(x: $0.origin.x, y: $0.origin.y - height, width: $0.line.width, height: height) }
    }
    return boxes.indices.contains { first in
      boxes[(first + 1)...].contains { boxes[first].intersection($0) != nil }
    }
  }

  /// Whether something is a thin rule.
  static func isRule(_ item: Item) -> Bool { rule(item) != nil }

  private static func rule(_ item: Item) -> (size: Size, color: Color)? {
    guard case .box(let box) = item, let fill = box.fill, box.stroke == nil,
      min(box.size.width, box.size.height) <= thickest
    else { return nil }
    return (box.size, fill)
  }

  /// The things among what is drawn that are neither text nor rules.
  static func others(_ around: VoidGround) -> [VoidGround.Thing] {
    around.coarse.filter { thing in
      guard case .box(let box) = thing.what else { return true }
      return rule(.box(box)) == nil || thing.place[0] != 4096 || thing.place[1] != 0
    }
  }

  /// Areas that touch one another as one.
  private static func joined(_ areas: [Rect]) -> [Rect] {
    areas.reduce(into: []) { joined, area in
      var area = area
      while let index = joined.firstIndex(where: { $0.intersection(area) != nil }) {
        area = area.union(joined.remove(at: index))
      }
      joined.append(area)
    }
  }

  /// Pages that are as full of it as pages get, with all else that is drawn at the words.
  ///
  /// - Parameters:
  ///   - around: what is drawn there.
  ///   - void: what is put over them.
  ///   - size: the page's size.
  /// - Returns: the pages.
  func fullPages(_ around: VoidGround, under void: FinishedPage.Found, size: Size) -> [Frame] {
    let samples = letters.compactMap { letters in
      around.runs.filter { $0.key.size == letters.size && $0.key.color == letters.color }.values.joined()
        .max { ($0.density, $0.line.width) < ($1.density, $1.line.width) }
    }
    // Where there is none, a page looks alike wherever its lines begin.
    let phases = letters.isEmpty && rules.isEmpty ? [0] : [0, 0.5]
    return phases.map { phase in
      var page = Frame(size: size)
      var codes: [Rect] = []
      for (item, place) in around.coarseItems where Self.rule(item) == nil {
        if place.sine == 0, place.cosine == 1 {
          // As it stands on its page: a head shares out the grey of pictures, but not of those in groups.
          page.add(item, at: place.offset)
        } else {
          let alone = Frame(size: .zero, items: [Placed(origin: .zero, item: item)])
          page.add(.group(GroupItem(content: SharedFrame(alone), transform: place)), at: .zero)
        }
        if case .code(let code) = item { codes.append(place.bounds(of: Rect(.zero, Size(code.side, code.side)))) }
      }
      for area in Self.joined(around.areas) {
        var y = area.minY
        var index = 0
        while y < area.maxY + 40, !samples.isEmpty {
          let run = samples[index % samples.count]
          let type = run.line.typeSize ?? run.style.size
          y += type * Self.triedPitch * (index == 0 ? 1 - phase : 1)
          var x = area.minX - run.line.width * phase
          while x < area.maxX, run.line.width > 1 {
            page.add(.text(run.line, run.style), at: Point(x, y))
            x += run.line.width + 0.3 * type
          }
          index += 1
        }
        for (index, rule) in rules.enumerated() {
          let box = BoxItem(size: Size(area.size.width, Double(rule.thickness) / 16), fill: rule.color)
          var y = area.minY + 3 + Double(index) * 4 + phase * 7
          while y < area.maxY {
            page.add(.box(box), at: Point(area.minX, y))
            y += 14
          }
        }
      }
      page.add(
        .group(GroupItem(content: void.layer.frame, transform: void.place, blend: .multiply, holes: codes)), at: .zero)
      return page
    }
  }
}
