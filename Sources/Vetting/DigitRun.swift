/// Groups of digits that may be one number: "4111 1111 1111 1111", "002-010-07777777777-1".
struct DigitRun {
  /// The digits of one group and where they stand.
  struct Group {
    var digits: [Int]
    var place: Range<Int>
  }

  /// The text all groups stand in.
  let bytes: [UInt8]
  /// The groups, in order.
  var groups: [Group]

  /// Every run in a text.
  static func all(in bytes: [UInt8]) -> [DigitRun] {
    var runs: [DigitRun] = []
    var end: Int?
    for token in bytes.tokens {
      guard let place = digits(of: token, in: bytes) else {
        end = nil
        continue
      }
      let group = Group(digits: bytes[place].compactMap(\.digitLike), place: place)
      if let end, bytes.isGroupGap(end..<place.lowerBound), place.lowerBound == token.lowerBound {
        runs[runs.count - 1].groups.append(group)
      } else {
        runs.append(DigitRun(bytes: bytes, groups: [group]))
      }
      end = place.upperBound == token.upperBound ? place.upperBound : nil
    }
    return runs
  }

  /// The digits of a word: all of it, or all but a name before or after them ("Visa4111…").
  ///
  /// Hash sums are no such words: their letters are digits too.
  private static func digits(of token: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard let first = token.first(where: { bytes[$0].isDigit }) else { return nil }
    let end = token[first...].first { !bytes[$0].isDigit } ?? token.upperBound
    if first == token.lowerBound && end == token.upperBound { return token }
    // Letters that are read as digits, among more of these.
    let likes = bytes[token].count { !$0.isDigit }
    if likes * 2 <= token.count, token.count >= 3, bytes[token].allSatisfy({ $0.digitLike != nil }) { return token }
    let letters = bytes[token.lowerBound..<first] + bytes[end..<token.upperBound]
    let isName = letters.allSatisfy(\.isLetter) && !letters.allSatisfy(\.isHexDigit)
    return isName ? first..<end : nil
  }

  /// The numbers that may be meant: a group alone, groups of one of these sizes, or all of them if they are regular.
  func numbers(in sizes: [[Int]], length: ClosedRange<Int>) -> [Group] {
    var numbers = groups.filter { length.contains($0.digits.count) }
    guard groups.count > 1 else { return numbers }
    for start in groups.indices {
      for size in sizes where start + size.count <= groups.count {
        let window = groups[start..<(start + size.count)]
        let isOfSize = zip(window, size).allSatisfy { $0.digits.count == $1 }
        if isOfSize, !Self.counts(window) { numbers.append(Self.joined(window)) }
      }
    }
    let whole = Self.joined(groups[...])
    if length.contains(whole.digits.count), isRegular, !Self.counts(groups[...]) { numbers.append(whole) }
    return numbers
  }

  /// Whether these groups may be one number: all alike, or none short but the last.
  private var isRegular: Bool {
    let sizes = groups.map { $0.digits.count }
    return Set(sizes.dropLast()).count == 1 || sizes.dropLast().allSatisfy { $0 >= 3 }
  }

  private static func joined(_ groups: ArraySlice<Group>) -> Group {
    let start = groups.first?.place.lowerBound ?? 0
    return Group(digits: groups.flatMap(\.digits), place: start..<(groups.last?.place.upperBound ?? start))
  }

  /// Whether the groups count up in equal steps, as sizes and years do, and no card does.
  private static func counts(_ groups: ArraySlice<Group>) -> Bool {
    let values = groups.map { $0.digits.reduce(0) { ($0 &* 10) &+ $1 } }
    guard values.count > 2 else { return false }
    let step = values[1] - values[0]
    return step > 0 && zip(values, values.dropFirst()).allSatisfy { $1 - $0 == step }
  }
}
