import Drawing
import Layout

/// Whether letters stand out from what lies round them, in the pixels or dots of what comes out.
struct LetterSight {
  /// How much of the area of a phrase's letters must stand out.
  static let leastOfPhrase = 0.85
  /// How much of a letter's own, or it is gone: a third, since what a quarter leaves of a T is no letter in a reader's pixels.
  static let leastOfLetter = 0.33
  /// The contrast from which on ink stands out: WCAG 2 asks 3 : 1 of large text; a little less, since pixels are rounded.
  static let leastContrast = 2.9
  /// What share of what lies round a pixel it must stand out from: running text under the letters takes up less than the rest.
  static let leastAround = 0.6

  /// How many pixels an em has at the least where there are no more: in fewer, what is reckoned of a letter's pixels stands out, and
  /// nobody can read it.
  static let leastEm = 4.5

  /// How far round a letter is looked, as shares of the size of its type.
  private static let reach = [0.13, 0.24, 0.36]
  /// The farthest of that.
  static let farthest = 0.36
  /// How many pixels to an em are looked at: of letters that have many more, one of each square of them tells of the others.
  private static let samples = 16.0

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
      let look = LineLook(line, at: place, on: sight.grid)
      for glyph in line.glyphs {
        let found = sight.words.withUnsafeBufferPointer { words in
          shares.withUnsafeBufferPointer { look.look(at: glyph.box, LineLook.Pixels(words: words, shares: $0)) }
        }
        all += found.all
        stands += found.stands
        guard glyph.text.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
        if !found.isWhole || found.stands < Self.leastOfLetter * found.all || found.all == 0 { return false }
      }
    }
    return all > 0 && stands >= Self.leastOfPhrase * all
  }

  /// The letters of one line as they lie on the pixels.
  private struct LineLook {
    struct Pixels {
      var words: UnsafeBufferPointer<UInt32>
      var shares: UnsafeBufferPointer<UInt8>
    }

    private let grid: PageSight.Grid
    private let place: Transform
    /// Which points of the line lie at the middles of the first pixel and of those right of it and below.
    private let (first, across, down): (Point, Point, Point)
    /// How much larger than its ink a letter's box is, in the line's points.
    private let slack: Double
    /// How large the squares are of which one pixel is looked at.
    private let step: Int
    /// Where to look round a pixel: twelve directions, from near to far.
    private let around: [(x: Int, y: Int)]

    init(_ line: VoidPhrase.Line, at place: Transform, on grid: PageSight.Grid) {
      (self.grid, self.place) = (grid, place)
      let size = line.size
      let em = size * place.factor * grid.scale
      func point(_ x: Double, _ y: Double) -> Point { place.origin(of: grid.point(at: Point(x, y))) }
      let start = point(0.5, 0.5)
      let (right, below) = (point(1.5, 0.5), point(0.5, 1.5))
      first = start
      across = Point(right.x - start.x, right.y - start.y)
      down = Point(below.x - start.x, below.y - start.y)
      slack = 0.4 / (grid.scale * place.factor)
      step = max(1, Int(em / LetterSight.samples))
      around = LetterSight.reach.flatMap { share -> [(x: Int, y: Int)] in
        let distance = share * em + 1
        return LetterSight.directions.map {
          (Int(($0 * distance).rounded()), Int(($1 * distance).rounded()))
        }
      }
    }

    /// How much ink a glyph has in pixels, how much of it stands out, and whether all of it is where it can be seen at all.
    func look(at box: Rect, _ pixels: Pixels) -> (all: Double, stands: Double, isWhole: Bool) {
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
      let own = box.grown(by: slack)
      var samples: [(x: Int, y: Int, share: UInt8)] = []
      var most: UInt8 = 0
      for row in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
        for column in stride(from: columns.lowerBound, to: columns.upperBound, by: step) {
          // Which one of a square follows no pattern that a picture could have.
          let chance = step == 1 ? 0 : ((column &* 73_856_093) ^ (row &* 19_349_663)) & 0xFF_FFFF
          let (x, y) = (column + chance % step, row + (chance >> 8) % step)
          guard x < columns.upperBound, y < rows.upperBound else { continue }
          let share = pixels.shares[y * grid.width + x]
          if share < 40 { continue }
          let (fx, fy) = (Double(x), Double(y))
          let at = Point(first.x + fx * across.x + fy * down.x, first.y + fx * across.y + fy * down.y)
          guard at.x >= own.minX, at.x <= own.maxX, at.y >= own.minY, at.y <= own.maxY else { continue }
          samples.append((x, y, share))
          most = max(most, share)
        }
      }
      var (all, stands) = (0.0, 0.0)
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: around.count) { found in
        // The pixels that a letter's edge only grazes say little.
        for (x, y, share) in samples where Int(share) * 2 >= Int(most) {
          all += Double(share)
          if standsOut(x, y, share, pixels, found) { stands += Double(share) }
        }
      }
      return (all, stands, true)
    }

    private func standsOut(
      _ x: Int, _ y: Int, _ share: UInt8, _ pixels: Pixels, _ found: UnsafeMutableBufferPointer<UInt32>
    ) -> Bool {
      var count = 0
      around.withUnsafeBufferPointer { around in
        for (index, offset) in around.enumerated() {
          if index == 12 || index == 24, count >= 16 { break }
          let (column, row) = (x &+ offset.x, y &+ offset.y)
          guard column >= 0, row >= 0, column < grid.width, row < grid.rows.count else { continue }
          let place = row &* grid.width &+ column
          // Another part of the words is not what they must stand out from.
          if pixels.shares[place] >= 26 { continue }
          found[count] = pixels.words[place]
          count &+= 1
        }
      }
      guard count > 0 else { return false }
      let word = pixels.words[y * grid.width + x]
      // What is ink only in part is reckoned up to what it would be in full.
      let part = Double(share) / 255
      let own: Double
      if part > 0.9 {
        own = LetterSight.luminance(word)
      } else {
        var sum: (UInt32, UInt32, UInt32) = (0, 0, 0)
        for other in found[..<count] {
          sum = (sum.0 &+ (other >> 16 & 0xFF), sum.1 &+ (other >> 8 & 0xFF), sum.2 &+ (other & 0xFF))
        }
        func reckoned(_ sum: UInt32, _ here: UInt32) -> Double {
          let (mean, here) = (Double(sum) / Double(count) / 255, Double(here & 0xFF) / 255)
          return min(1, max(0, mean + (here - mean) / part))
        }
        own = VoidRules.luminance((reckoned(sum.0, word >> 16), reckoned(sum.1, word >> 8), reckoned(sum.2, word)))
      }
      // A contrast is a quotient of what is a little more than the luminances.
      let least = LetterSight.leastContrast
      let (lighter, darker) = (least * (own + 0.05) - 0.05, (own + 0.05) / least - 0.05)
      var apart = 0
      for other in found[..<count] {
        let luminance = LetterSight.luminance(other)
        if luminance >= lighter || luminance <= darker { apart += 1 }
      }
      return Double(apart) >= LetterSight.leastAround * Double(count)
    }
  }

  /// How bright a pixel is, 0 to 1.
  private static func luminance(_ word: UInt32) -> Double {
    // Most is paper or ink.
    switch word & 0xFF_FFFF {
    case 0: 0
    case 0xFF_FFFF: 1
    default: VoidRules.luminance(ofPixel: word)
    }
  }

  /// Twelve directions round a pixel.
  private static let directions: [(Double, Double)] = [
    (1, 0), (0.866, 0.5), (0.5, 0.866), (0, 1), (-0.5, 0.866), (-0.866, 0.5), (-1, 0), (-0.866, -0.5),
    (-0.5, -0.866), (0, -1), (0.5, -0.866), (0.866, -0.5),
  ]
}
