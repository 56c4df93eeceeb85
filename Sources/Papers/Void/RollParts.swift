import Drawing
import Layout

/// A long roll in parts, each of which bears a stamp and a sentence of its own: no piece that is torn off passes for a bill.
enum RollParts {
  /// How long a part is at the most, in points: 30 cm.
  static let longest = 300 * Length.millimetre
  /// How long the last one should be, in points, so that there is room for its stamp.
  private static let shortest = 110 * Length.millimetre

  /// The parts of a document that is too long for one.
  ///
  /// - Parameters:
  ///   - content: everything between header and footer.
  ///   - master: the roll.
  ///   - context: what holds for every page.
  /// - Returns: the parts.
  /// - Throws: `LayoutError` when something does not fit into a part.
  static func pages(of content: any Element, on master: PageMaster, _ context: LayoutContext) throws(LayoutError)
    -> [Frame]
  {
    var master = master
    var pages: [Frame] = []
    for share in [1, 0.92, 0.84, 0.76, 0.68, 0.6] {
      master.longest = longest * share
      pages = try Paginator.pages(of: content, on: master, context)
      if pages.last.map({ $0.size.height >= shortest }) ?? true { break }
    }
    // Blank paper makes room for the stamp where nothing else does.
    if let last = pages.indices.last, pages[last].size.height < shortest { pages[last].lengthen(to: shortest) }
    return pages
  }

  /// A roll with as much blank paper before it as makes it a number of whole dots. So each stamp, which stands at a distance from the
  /// end, comes out in the same dots wherever it is, and is judged alike.
  ///
  /// - Parameters:
  ///   - roll: the roll, or a part of it.
  ///   - output: what it comes out as.
  /// - Returns: the roll, less than a dot longer.
  static func inWholeDots(_ roll: Frame, as output: PageOutput) -> Frame {
    guard let dot = output.dot else { return roll }
    var roll = roll
    // What is a whole number but for rounding is one.
    roll.lengthen(to: (roll.size.height / dot - 1e-6).rounded(.up) * dot)
    return roll
  }

  /// The parts as one page, with the void of each.
  static func joined(_ parts: [Frame], _ void: (Frame) throws -> PageVoid) rethrows -> (page: Frame, voids: [PageVoid])
  {
    var page = Frame(size: Size(parts.first?.size.width ?? 0, 0))
    var voids: [PageVoid] = []
    for part in parts {
      let top = page.size.height
      var own = try void(part)
      own.top = top
      voids.append(own)
      page.add(.frame(part), at: Point(0, top))
      page.size.height += part.size.height
    }
    return (page, voids)
  }
}

extension Frame {
  /// Blank paper before all that is in it.
  fileprivate mutating func lengthen(to height: Double) {
    let more = height - size.height
    size.height = height
    for index in items.indices { items[index].origin.y += more }
  }
}
