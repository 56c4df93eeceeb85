/// A QR code on a drawn page, found by its three eyes (ISO/IEC 18004, "finder patterns": dark and light 1 : 1 : 3 : 1 : 1).
struct FoundCode {
  /// The dark pixels' extents.
  let x: ClosedRange<Int>
  let y: ClosedRange<Int>
  /// A module's side in pixels.
  let module: Double
  /// The darkest of what lies within four modules around it, 0 to 255: white where the quiet zone is kept.
  let darkestAround: UInt8

  init?(on page: GreyPicture) {
    let eyes = Self.eyes(on: page)
    guard eyes.count == 3, let left = eyes.map(\.x).min(), let right = eyes.map(\.x).max(),
      let top = eyes.map(\.y).min(), let bottom = eyes.map(\.y).max()
    else { return nil }
    let unit = eyes.map(\.unit).reduce(0, +) / 3
    // The eyes' middles lie three and a half modules within the code; look for its edge one and a half further out.
    let (columns, rows) = (Self.around(left, right, 5 * unit), Self.around(top, bottom, 5 * unit))
    let dark = rows.flatMap { y in columns.lazy.filter { page[$0, y] < 128 }.map { (x: $0, y: y) } }
    guard let firstX = dark.map(\.x).min(), let lastX = dark.map(\.x).max(), let firstY = dark.first?.y,
      let lastY = dark.last?.y
    else { return nil }
    (x, y, module) = (firstX...lastX, firstY...lastY, unit)
    let quiet = Int((4 * unit).rounded(.down)) - 1
    var darkest: UInt8 = 255
    for row in (firstY - quiet)...(lastY + quiet) {
      for column in (firstX - quiet)...(lastX + quiet)
      where column < firstX - 1 || column > lastX + 1 || row < firstY - 1 || row > lastY + 1 {
        darkest = min(darkest, page[column, row])
      }
    }
    darkestAround = darkest
  }

  private struct Eye {
    var x: Double
    var y: Double
    var unit: Double
    var seen = 1
  }

  private static func around(_ low: Double, _ high: Double, _ margin: Double) -> ClosedRange<Int> {
    Int(low - margin)...Int(high + margin)
  }

  private static func eyes(on page: GreyPicture) -> [Eye] {
    var found: [Eye] = []
    for y in 0..<page.height {
      for (start, unit) in bars(count: page.width, isDark: { page[$0, y] < 128 }) {
        let x = start + 3.5 * unit
        let column = bars(count: page.height) { page[Int(x), $0] < 128 }
        guard let (top, other) = column.first(where: { abs($0.start + 3.5 * $0.unit - Double(y)) < unit }),
          abs(other - unit) < 0.4 * unit
        else { continue }
        let middle = top + 3.5 * other
        if let index = found.firstIndex(where: { abs($0.x - x) < 2 * unit && abs($0.y - middle) < 2 * unit }) {
          found[index].seen += 1
        } else {
          found.append(Eye(x: x, y: middle, unit: unit))
        }
      }
    }
    // What else looks like an eye does so in a row or two.
    return found.filter { $0.seen >= 3 && $0.unit >= 2 }
  }

  /// Where dark and light alternate as across an eye: its start and its module.
  private static func bars(count: Int, isDark: (Int) -> Bool) -> [(start: Double, unit: Double)] {
    var runs: [(start: Int, length: Int, isDark: Bool)] = []
    for at in 0..<count {
      let dark = isDark(at)
      if let last = runs.last, last.isDark == dark {
        runs[runs.count - 1].length += 1
      } else {
        runs.append((at, 1, dark))
      }
    }
    guard runs.count >= 5 else { return [] }
    return (0...(runs.count - 5)).compactMap { index in
      let five = runs[index..<(index + 5)]
      guard five.first?.isDark == true else { return nil }
      let unit = Double(five.map(\.length).reduce(0, +)) / 7
      let fits = zip(five, [1.0, 1, 3, 1, 1]).allSatisfy { abs(Double($0.length) - $1 * unit) <= 0.5 * unit }
      return fits && unit >= 2 ? (Double(five[five.startIndex].start), unit) : nil
    }
  }
}
