/// Texts by which a paper would pass for a bill, or for the receipt of a payment.
///
/// An ordinary sentence may speak of pay. A claim is a word standing alone or in capitals, one of the fixed phrases, or
/// a demand with an amount that is not zero.
enum Claims {
  /// All claims in a text, in its order; those in letters set apart behind the others.
  static func findings(in bytes: [UInt8], _ words: [Word]) -> [Finding] {
    let text = ClaimReader(bytes: bytes, words: words)
    var findings: [Finding] = []
    for index in words.indices {
      for phrase in ClaimWording.byFirstWord[words[index].hash] ?? [] where text.makes(phrase, at: index) {
        findings.append(text.finding(phrase.kind, index, index + phrase.hashes.count))
      }
    }
    if let spaced = text.spaced { findings.append(spaced) }
    if let squeezed = text.squeezed { findings.append(squeezed) }
    return findings
  }
}

/// A text's words, asked about phrases.
private struct ClaimReader {
  let bytes: [UInt8]
  let words: [Word]

  func finding(_ kind: Finding.Kind, _ first: Int, _ end: Int) -> Finding {
    Finding(kind, in: bytes, words[first].place.lowerBound..<words[end - 1].place.upperBound)
  }

  /// Whether a phrase stands at a word, and counts.
  func makes(_ phrase: ClaimPhrase, at index: Int) -> Bool {
    let end = index + phrase.hashes.count
    guard stands(phrase.hashes, at: index) else { return false }
    let place = words[index..<end]
    switch phrase.rule {
    case .always: return !ClaimWording.exempt.contains { stands($0, at: index) }
    case .stamp:
      let isShouted = place.allSatisfy(\.isShouted) && (!phrase.needsAccent || place.contains(where: \.hasAccent))
      return isShouted || isAlone(index..<end)
    case .opening: return place.allSatisfy(\.isShouted) || opens(index)
    case .amount: return isFollowedByAmount(end)
    case .deadline: return words[end...].prefix(2).contains { $0.isNumber || ClaimWording.days.contains($0.hash) }
    }
  }

  private func stands(_ hashes: [UInt64], at index: Int) -> Bool {
    hashes.indices.allSatisfy { index + $0 < words.count && words[index + $0].hash == hashes[$0] }
  }

  /// Whether nothing else is said in the text.
  private func isAlone(_ place: Range<Int>) -> Bool {
    words.indices.allSatisfy { index in
      let word = words[index]
      return place.contains(index) || word.isNumber || ClaimWording.fillers.contains(word.hash)
        || ClaimWording.stampsByHash[word.hash] != nil
    }
  }

  /// Whether a sentence begins at a word.
  private func opens(_ index: Int) -> Bool {
    let before = bytes[..<words[index].place.lowerBound].last { $0 != UInt8(ascii: " ") }
    return before.map { !$0.isAlphanumeric && $0 < 0x80 } ?? true
  }

  /// Whether the first amount soon after is more than nothing; dates are none.
  private func isFollowedByAmount(_ start: Int) -> Bool {
    var index = start
    while index < min(start + 6, words.count) {
      let word = words[index]
      if ClaimWording.nothing.contains(word.hash) { return false }
      let digits = bytes[word.place].filter(\.isDigit)
      let letters = word.place.count - digits.count
      guard word.isNumber || letters <= 3 && !digits.isEmpty else {
        index += 1
        continue
      }
      let end = endOfNumber(index)
      let number = bytes[word.place.lowerBound..<words[end - 1].place.upperBound]
      if !isDate(number) { return number.contains { $0.isDigit && $0 != UInt8(ascii: "0") } }
      index = end
    }
    return false
  }

  /// The first word that is no more of the number that begins at a word: "1,250.00" is three words.
  private func endOfNumber(_ index: Int) -> Int {
    var end = index + 1
    while end < words.count, words[end].isNumber {
      let gap = bytes[words[end - 1].place.upperBound..<words[end].place.lowerBound]
      guard gap.count == 1, let mark = gap.first, ".,'-/ ".utf8.contains(mark) else { break }
      end += 1
    }
    return end
  }

  private func isDate(_ number: ArraySlice<UInt8>) -> Bool {
    let parts = number.split { "-/.".utf8.contains($0) }
    return parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isDigit) } && parts.map(\.count).max() == 4
      && parts[1].count <= 2
  }

  /// A stamp in letters set apart: "P A I D", "P.A.I.D.".
  var spaced: Finding? {
    var start = 0
    while start < words.count {
      let end = words[start...].firstIndex { $0.length != 1 } ?? words.count
      if end - start >= 4 {
        let letters = words[start..<end].flatMap { bytes[$0.place].map(Word.read) }
        if let kind = stamp(in: letters) { return finding(kind, start, end) }
      }
      start = end + 1
    }
    return nil
  }

  /// A stamp in pieces that make up the whole text: "PA ID".
  var squeezed: Finding? {
    guard (2...12).contains(words.count), !words.contains(where: \.isNumber) else { return nil }
    let letters = words.flatMap { $0.skeleton(in: bytes) }
    return ClaimWording.stampsByHash[Word.hash(letters)].map { finding($0, 0, words.count) }
  }

  private func stamp(in letters: [UInt8]) -> Finding.Kind? {
    guard !letters.allSatisfy(\.isDigit) else { return nil }
    return ClaimWording.stamps.first { stamp in
      letters.indices.contains { letters[$0...].starts(with: stamp.skeleton) }
    }?.kind
  }
}
