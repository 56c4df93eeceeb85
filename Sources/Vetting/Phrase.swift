/// Words that make a claim, and when they do.
struct Phrase: Sendable {
  /// When the words count.
  enum Rule: Sendable {
    /// Wherever they stand.
    case always
    /// Alone in the text, or in capitals anywhere.
    case stamp
    /// At the beginning of a sentence, or in capitals.
    case opening
    /// Before an amount that is not zero.
    case amount
    /// Before a number or the name of a month.
    case deadline
  }

  /// What they claim.
  var kind: Finding.Kind
  /// When they do.
  var rule: Rule
  /// The words' hashes.
  var hashes: [UInt64]
  /// The words' skeletons.
  var skeletons: [[UInt8]]
  /// Whether the words are others without their marks: "PAYÉ" is not "PAYE".
  var needsAccent: Bool

  /// The phrases of a list, one on each line or after each comma.
  static func list(_ kind: Finding.Kind, _ rule: Rule, _ text: String) -> [Phrase] {
    text.split { $0 == "\n" || $0 == "," }.compactMap { line in
      let reading = Reading(String(line))
      let words = Word.all(in: reading)
      guard !words.isEmpty else { return nil }
      return Phrase(
        kind: kind, rule: rule, hashes: words.map(\.hash), skeletons: words.map { $0.skeleton(in: reading.bytes) },
        needsAccent: words.count == 1 && words[0].hasAccent)
    }
  }
}

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
