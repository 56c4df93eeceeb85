/// A small generator of numbers that look random and are the same for the same seed (Steele, Lea, Flood: SplitMix, 2014).
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Begins with a seed.
  public init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number out of a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A length in whole points.
  public mutating func length(_ range: ClosedRange<Int>) -> Double { Double(number(range)) }

  /// True once in so many times.
  public mutating func once(in times: Int) -> Bool { number(1...times) == 1 }

  /// One of several.
  public mutating func one<T>(of choices: T...) -> T { choices[number(0...choices.count - 1)] }
}
