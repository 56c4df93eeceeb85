import Foundation
import TestTools

@testable import Papers

/// Reads a void in the pixels of what came out, in two ways that have nothing to do with how the program judges: whether the pixels
/// of its letters stand out from those round them, and whether what is seen looks like the letters at all.
struct VoidReader {
  /// What was found of a phrase.
  struct Reading {
    var kind: VoidPhrase.Kind
    /// Whether what came out has pixels or dots of its own, few to a letter.
    var isCoarse = false
    /// How many pixels an em of the letters has.
    var em = 0.0
    /// How much of its letters stands out, and of the letter of which the least does.
    var stands = 0.0
    var leastOfLetter = 1.0
    /// How much what is seen looks like the letters: 1 where it is they on plain paper, 0 where it is anything.
    var likeness = 0.0

    /// The promise is 85 % of a phrase at 3 : 1. What lies between that and these is what renderers differ in: they set letters some
    /// tenth of a pixel apart, round colours, and smooth edges each in its own way, and of what is round a letter each reader looks
    /// at other pixels.
    static let leastStanding = 0.78
    /// Where strokes are but one or two pixels wide, each pixel is an edge, and it is a matter of a tenth of one whether it stands
    /// out; dots of a coloured ink are fewer than those in black with which they are compared, since edges are paler.
    static let leastOfCoarse = 0.65
    static let leastOfLetter = 0.15
    /// In how many pixels to an em each letter is looked at by itself; in fewer it has but a handful, and is read by those beside it.
    static let leastEm = 10.0
    static let leastLikeness = 0.2

    var canRead: Bool {
      stands >= (isCoarse ? Self.leastOfCoarse : Self.leastStanding)
        && (em < Self.leastEm || leastOfLetter >= Self.leastOfLetter)
        && likeness >= Self.leastLikeness
    }
  }

  /// The contrast from which on a pixel stands out: 3 : 1, less what two renderers' rounding makes of it.
  static let leastContrast = 2.7
  /// What share of what lies round it a pixel must stand out from.
  static let leastAround = 0.5

  private let width: Int
  private let height: Int
  private let pixels: [UInt8]
  private let luminances: [Float]
  private let part: VoidMask.Part
  /// How much of each pixel any of the phrases takes.
  private let ink: [UInt8]

  init(_ seen: Pixels, _ part: VoidMask.Part) {
    (width, height, pixels, self.part) = (seen.width, seen.height, seen.bytes, part)
    var luminances = [Float](repeating: 0, count: width * height)
    for index in luminances.indices {
      luminances[index] =
        0.2126 * Self.linear[Int(seen.bytes[3 * index])] + 0.7152 * Self.linear[Int(seen.bytes[3 * index + 1])]
        + 0.0722 * Self.linear[Int(seen.bytes[3 * index + 2])]
    }
    self.luminances = luminances
    var ink = [UInt8](repeating: 0, count: width * height)
    for shares in part.shares { for index in ink.indices { ink[index] = max(ink[index], shares[index]) } }
    self.ink = ink
  }

  /// What can be read of each phrase.
  var readings: [Reading] {
    part.phrases.indices.map { index in
      let shares = part.shares[index]
      let em =
        (part.phrases[index].lines.map(\.size).max() ?? 1) / (part.phrases.flatMap(\.lines).map(\.size).min() ?? 1)
        * part.em
      var reading = Reading(kind: part.phrases[index].kind, isCoarse: part.isCoarse, em: em)
      // A full stop, or a point of a letter, may be where the stamp is worn, and hides no letter.
      let all = letters(of: shares)
      let sizes = all.map(\.count).sorted()
      let letters = all.filter { 4 * $0.count >= sizes[sizes.count * 3 / 4] }
      var (count, stands) = (0, 0.0)
      for letter in letters {
        guard let share = standing(letter, shares, em) else { continue }
        count += letter.count
        stands += share * Double(letter.count)
        reading.leastOfLetter = min(reading.leastOfLetter, share)
      }
      reading.stands = count == 0 ? 0 : stands / Double(count)
      reading.likeness = likeness(of: shares, em)
      return reading
    }
  }

  // MARK: - Standing out

  /// The pixels of each letter: those that hang together.
  private func letters(of shares: [UInt8]) -> [[Int]] {
    var isSeen = [Bool](repeating: false, count: shares.count)
    var letters: [[Int]] = []
    for start in shares.indices where shares[start] >= 110 && !isSeen[start] {
      isSeen[start] = true
      var (letter, next) = ([start], 0)
      while next < letter.count {
        let (x, y) = (letter[next] % width, letter[next] / width)
        next += 1
        for row in max(0, y - 1)...min(height - 1, y + 1) {
          for column in max(0, x - 1)...min(width - 1, x + 1) {
            let index = row * width + column
            guard !isSeen[index], shares[index] >= 110 else { continue }
            isSeen[index] = true
            letter.append(index)
          }
        }
      }
      letters.append(letter)
    }
    return letters
  }

  /// How much of a letter stands out from what is round it; nil where it stands so deep in other letters of the void that none of its
  /// pixels has anything else round it, whatever the page has there.
  private func standing(_ letter: [Int], _ shares: [UInt8], _ em: Double) -> Double? {
    // An edge says little of what is ink and what is not; but where strokes are a pixel wide, one that lies between two rows is no edge,
    // and a letter is not its stem alone.
    let most = letter.map { shares[$0] }.max() ?? 255
    var inner = letter.filter { Int(shares[$0]) * 10 >= Int(most) * 8 }
    if part.isCoarse, 2 * inner.count < letter.count { inner = letter.filter { Int(shares[$0]) * 2 >= Int(most) } }
    let step = max(1, inner.count / 150)
    // Places round a pixel, from near to far, on a spiral that meets no pattern.
    let reach = max(3, 0.3 * em)
    let around = (0..<48).map { index -> (x: Int, y: Int) in
      let (distance, angle) = (1.5 + (reach - 1.5) * Double(index) / 47, Double(index) * 2.399_963)
      return (Int((cos(angle) * distance).rounded()), Int((sin(angle) * distance).rounded()))
    }
    var (count, stands) = (0, 0)
    for place in stride(from: 0, to: inner.count, by: step) {
      let index = inner[place]
      let (x, y) = (index % width, index / width)
      var others: [Int] = []
      for offset in around {
        let (column, row) = (x + offset.x, y + offset.y)
        guard column >= 0, row >= 0, column < width, row < height, ink[row * width + column] < 16 else { continue }
        others.append(row * width + column)
      }
      if others.count < 3 { continue }
      count += 1
      if standsOut(index, shares[index], others) { stands += 1 }
    }
    return count == 0 ? nil : Double(stands) / Double(count)
  }

  private func standsOut(_ index: Int, _ share: UInt8, _ others: [Int]) -> Bool {
    var own = luminances[index]
    if share < 235 {
      // What is ink in part is as dark as it would be in full.
      var sums = (0, 0, 0)
      for other in others {
        sums = (
          sums.0 + Int(pixels[3 * other]), sums.1 + Int(pixels[3 * other + 1]), sums.2 + Int(pixels[3 * other + 2])
        )
      }
      func full(_ sum: Int, _ part: Int) -> Float {
        let mean = Double(sum) / Double(others.count)
        let value = mean + (Double(pixels[3 * index + part]) - mean) * 255 / Double(share)
        return Self.linear[Int(min(255, max(0, value.rounded())))]
      }
      own = 0.2126 * full(sums.0, 0) + 0.7152 * full(sums.1, 1) + 0.0722 * full(sums.2, 2)
    }
    let apart = others.count { other in
      let (light, dark) = (max(own, luminances[other]), min(own, luminances[other]))
      return Double(light) + 0.05 >= Self.leastContrast * (Double(dark) + 0.05)
    }
    return Double(apart) >= Self.leastAround * Double(others.count)
  }

  // MARK: - Likeness

  /// How well what is seen, as light and dark as it looks, goes with the letters, in and round them: their correlation.
  private func likeness(of shares: [UInt8], _ em: Double) -> Double {
    let near = Self.spread(shares.map { $0 > 100 }, width, height, by: max(2, Int(0.15 * em)))
    var (count, x, y, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for index in shares.indices where near[index] {
      // Another phrase's letters are nothing that these must go with.
      if ink[index] > 16, shares[index] <= 16 { continue }
      let (dark, share) = (1 - Double(cbrt(luminances[index])), Double(shares[index]) / 255)
      count += 1
      (x, y, xx, yy, xy) = (x + dark, y + share, xx + dark * dark, yy + share * share, xy + dark * share)
    }
    guard count > 0 else { return 0 }
    let spread = ((xx - x * x / count) * (yy - y * y / count)).squareRoot()
    return spread > 0.000_1 ? (xy - x * y / count) / spread : 0
  }

  /// Which pixels are so near to ink.
  static func spread(_ ink: [Bool], _ width: Int, _ height: Int, by reach: Int) -> [Bool] {
    func spread(_ from: [Bool], count: Int, length: Int, step: Int, stride: Int) -> [Bool] {
      var to = [Bool](repeating: false, count: from.count)
      for line in 0..<count {
        var last = -1 - reach
        for place in 0..<length + reach {
          if place < length, from[line * stride + place * step] { last = place }
          let here = place - reach
          if here >= 0, here < length, place - last <= 2 * reach { to[line * stride + here * step] = true }
        }
      }
      return to
    }
    let across = spread(ink, count: height, length: width, step: 1, stride: width)
    return spread(across, count: width, length: height, step: width, stride: 1)
  }

  /// The shades of a screen, linear.
  private static let linear = (0...255).map { step -> Float in
    let part = Double(step) / 255
    return Float(part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4))
  }
}
