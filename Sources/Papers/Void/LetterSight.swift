import Drawing
import Layout

/// Whether letters stand out from what lies round them, in the pixels or dots of what comes out.
struct LetterSight {
  /// How much of the area of a phrase's letters must stand out.
  static let leastOfPhrase = 0.85
  /// How much of a letter's own, or it is gone.
  static let leastOfLetter = 0.25
  /// The contrast from which on ink stands out: WCAG 2 asks 3 : 1 of large text; a little less, since pixels are rounded.
  static let leastContrast = 2.9
  /// What share of what lies round a pixel it must stand out from: running text under the letters takes up less than the rest.
  static let leastAround = 0.6

  private let sight: PageSight
  private let shares: [UInt8]

  /// - Parameters:
  ///   - sight: what is seen of the page.
  ///   - shares: how much of each pixel is the words' ink.
  init(_ sight: PageSight, _ shares: [UInt8]) { (self.sight, self.shares) = (sight, shares) }

  /// Pixels an inch at which shapes are looked at that have letters of a size: more for small ones, whose strokes would be but a
  /// shade otherwise.
  static func resolution(for size: Double) -> Double { min(500, max(60, 72 * 9 / max(1, size))) }

  /// Whether a phrase can be read.
  ///
  /// - Parameter lines: its lines, each with where it lies on the page.
  /// - Returns: whether enough of it stands out, and no letter is gone.
  func canRead(_ lines: [(line: VoidPhrase.Line, place: Transform)]) -> Bool {
    var (all, stands) = (0.0, 0.0)
    for (line, place) in lines {
      let size = line.shaped.typeSize ?? line.style.size
      for glyph in line.glyphs {
        let found = look(at: glyph.box, place, size: size)
        all += found.all
        stands += found.stands
        guard glyph.text.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
        if !found.isWhole || found.stands < Self.leastOfLetter * found.all || found.all == 0 { return false }
      }
    }
    return all > 0 && stands >= Self.leastOfPhrase * all
  }

  /// How much ink a glyph has in pixels, how much of it stands out, and whether all of it is where it can be seen at all.
  private func look(at box: Rect, _ place: Transform, size: Double) -> (all: Double, stands: Double, isWhole: Bool) {
    let grid = sight.grid
    let corners = [
      Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.minX, box.maxY), Point(box.maxX, box.maxY),
    ].map { grid.place(place.apply($0)) }
    let (left, right) = (corners.map(\.x).min() ?? 0, corners.map(\.x).max() ?? 0)
    let (top, bottom) = (corners.map(\.y).min() ?? 0, corners.map(\.y).max() ?? 0)
    let isWhole =
      left >= -1 && right <= Double(grid.width) + 1 && top >= -1 && bottom <= Double(grid.rows.count) + 1
    let columns = max(0, Int(left.rounded(.down)))..<max(0, min(grid.width, Int(right.rounded(.up)) + 1))
    let rows = max(0, Int(top.rounded(.down)))..<max(0, min(grid.rows.count, Int(bottom.rounded(.up)) + 1))
    guard isWhole, !columns.isEmpty, !rows.isEmpty else { return (0, 0, isWhole) }
    let slack = 0.4 / (grid.scale * place.factor)
    let own = box.grown(by: slack)
    var pixels: [(x: Int, y: Int, share: UInt8)] = []
    var most: UInt8 = 0
    for y in rows {
      for x in columns {
        let share = shares[y * grid.width + x]
        if share < 40 { continue }
        let at = place.origin(of: grid.point(at: Point(Double(x) + 0.5, Double(y) + 0.5)))
        guard own.contains(Rect(at, .zero)) else { continue }
        pixels.append((x, y, share))
        most = max(most, share)
      }
    }
    // The pixels that a letter's edge only grazes say little.
    let reach = [0.13, 0.24, 0.36].map { $0 * size * place.factor * grid.scale + 1 }
    var (all, stands) = (0.0, 0.0)
    for (x, y, share) in pixels where Int(share) * 2 >= Int(most) {
      all += Double(share)
      if standsOut(x, y, share, reach) { stands += Double(share) }
    }
    return (all, stands, true)
  }

  private func standsOut(_ x: Int, _ y: Int, _ share: UInt8, _ reach: [Double]) -> Bool {
    let grid = sight.grid
    var around: [UInt32] = []
    around.reserveCapacity(32)
    for distance in reach {
      for (cosine, sine) in Self.directions {
        let (column, row) = (x + Int((cosine * distance).rounded()), y + Int((sine * distance).rounded()))
        guard column >= 0, row >= 0, column < grid.width, row < grid.rows.count else { continue }
        let index = row * grid.width + column
        // Another part of the words is not what they must stand out from.
        if shares[index] < 26 { around.append(sight.words[index]) }
      }
      if around.count >= 16 { break }
    }
    guard !around.isEmpty else { return false }
    let word = sight.words[y * grid.width + x]
    // What is ink only in part is reckoned up to what it would be in full.
    let part = Double(share) / 255
    var full = (0.0, 0.0, 0.0)
    if part > 0.9 {
      full = Self.parts(word)
    } else {
      var mean = (0.0, 0.0, 0.0)
      for other in around {
        let parts = Self.parts(other)
        mean = (mean.0 + parts.0, mean.1 + parts.1, mean.2 + parts.2)
      }
      let count = Double(around.count)
      mean = (mean.0 / count, mean.1 / count, mean.2 / count)
      let here = Self.parts(word)
      func reckoned(_ mean: Double, _ here: Double) -> Double { min(1, max(0, mean + (here - mean) / part)) }
      full = (reckoned(mean.0, here.0), reckoned(mean.1, here.1), reckoned(mean.2, here.2))
    }
    let own = VoidRules.luminance(full)
    let apart = around.count { VoidRules.contrast(own, VoidRules.luminance(Self.parts($0))) >= Self.leastContrast }
    return Double(apart) >= Self.leastAround * Double(around.count)
  }

  private static func parts(_ word: UInt32) -> (Double, Double, Double) {
    (Double(word >> 16 & 0xFF) / 255, Double(word >> 8 & 0xFF) / 255, Double(word & 0xFF) / 255)
  }

  /// Twelve directions round a pixel.
  private static let directions: [(Double, Double)] = [
    (1, 0), (0.866, 0.5), (0.5, 0.866), (0, 1), (-0.5, 0.866), (-0.866, 0.5), (-1, 0), (-0.866, -0.5),
    (-0.5, -0.866), (0, -1), (0.5, -0.866), (0.866, -0.5),
  ]
}
