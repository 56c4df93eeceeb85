/// The first three letters of words, as a set that is quick to ask.
struct Beginnings: Sendable {
  private var bits: [UInt64] = Array(repeating: 0, count: 512)

  /// The beginning of one word at least of every phrase and label: without it a text makes no claim.
  static let wording: Beginnings = {
    var beginnings = Beginnings()
    let anchors = ClaimWording.phrases.map(\.skeletons) + LabelledNumbers.labels.map(\.skeletons)
    for skeletons in anchors {
      let longest = skeletons.map(\.count).max() ?? 0
      guard let anchor = skeletons.last(where: { $0.count == longest }) else { continue }
      beginnings.insert(anchor)
    }
    for code in ["bcd", "spc"] { beginnings.insert(Array(code.utf8)) }
    return beginnings
  }()

  private mutating func insert(_ skeleton: [UInt8]) {
    guard skeleton.count >= 3, skeleton.prefix(3).allSatisfy(\.isLetter) else { return }
    let value = skeleton.prefix(3).reduce(0) { $0 * 32 + Int($1 - 0x61) }
    bits[value >> 6] |= 1 << UInt64(value & 63)
  }

  /// Whether a word begins so: three letters from a = 0, to base 32.
  @inline(__always)
  func contains(_ value: Int) -> Bool {
    bits[value >> 6] >> UInt64(value & 63) & 1 == 1
  }
}
