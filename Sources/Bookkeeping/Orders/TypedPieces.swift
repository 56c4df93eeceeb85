/// Parts typed words into names, numbers and signs, and says of which numbers a sign tells where their item stands.
struct TypedPieces<Units: UnitNames> {
  /// A piece of what was typed.
  enum Token {
    /// A name or a part of one.
    case name(String)
    case number(Number)
    /// The sign between a number and what there is so many of.
    case times
  }

  struct Number {
    var text: String
    var unit: String?
    /// Whether a sign says that it stands before (true) or behind (false) its item; nil where nothing says it.
    var isBefore: Bool?
  }

  let units: Units
  let search: NameSearch

  /// Puts words together that are all of a name with figures in it: milk 2 pints.
  func joined(_ words: [String]) -> [String] {
    var (rest, joined) = (words[...], [String]())
    while let first = rest.first {
      let lengths = (2...max(2, search.mostWords)).reversed().filter { $0 <= rest.count }
      let length = lengths.first { length in
        let part = rest.prefix(length)
        return part.contains { Self.isNumber($0) || Self.fraction($0) != nil }
          && search.isWhole(part.joined(separator: " "))
      }
      joined.append(length.map { rest.prefix($0).joined(separator: " ") } ?? first)
      rest = rest.dropFirst(length ?? 1)
    }
    return joined
  }

  func tokens(of words: [String]) -> [Token] {
    var (tokens, rest): ([Token], ArraySlice<String>) = ([], words[...])
    while let word = rest.popFirst() {
      // An hour and its minutes may stand apart: 1h 30min.
      if let next = rest.first, isTime(word), isTime(next), isTime(word + next) {
        rest.removeFirst()
        tokens += self.tokens(of: word + next)
      } else {
        tokens += self.tokens(of: word)
      }
    }
    return tokens
  }

  /// Whether a piece is a number with its unit.
  private func isTime(_ piece: String) -> Bool {
    let plain = NameKey.plain(of: piece)
    return plain.first?.isNumber == true && plain.contains(where: \.isLetter) && units.isUnit(plain)
  }

  private func tokens(of word: String) -> [Token] {
    if !Self.isNumber(word), search.isWhole(word) { return [.name(word)] }
    // What stands in quotes may have its quantity with it, at either end.
    var pieces = word.split(separator: " ").map(String.init)[...]
    var (front, back): ([Token], [Token]) = ([], [])
    while let first = pieces.first, let tokens = numbers(in: first, isFollowed: pieces.count > 1) {
      front += tokens
      pieces.removeFirst()
    }
    while pieces.count > 1, let last = pieces.last {
      if let tokens = numbers(in: last, isFollowed: false) {
        back = tokens + back
        pieces.removeLast()
      } else if units.isUnit(last),
        case .number(let number)? = numbers(in: pieces[pieces.endIndex - 2], isFollowed: true)?.last,
        number.unit == nil, pieces.count > 2
      {
        back = [.number(Number(text: number.text, unit: last))] + back
        pieces.removeLast(2)
      } else {
        break
      }
    }
    let name = pieces.isEmpty ? [] : [Token.name(pieces.joined(separator: " "))]
    return front + name + back
  }

  private static func isNumber(_ text: String) -> Bool {
    NameKey.plain(of: text).allSatisfy { $0.isNumber || ".,".contains($0) } && text.contains(where: \.isNumber)
  }

  /// A half, a quarter and the like as a decimal number: ½, 1½, 1/2; nil for anything else.
  private static func fraction(_ text: String) -> String? {
    let signs: [Character: Int64] = ["½": 500, "¼": 250, "¾": 750, "⅛": 125, "⅕": 200]
    if let last = text.last, let share = signs[last] {
      guard let whole = text.count == 1 ? 0 : Int64(text.dropLast()), (0..<1_000_000).contains(whole) else {
        return nil
      }
      return ExactDecimal(mantissa: whole * 1000 + share, scale: 3)?.trimmed.plainDescription
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int64($0) }
    guard parts.count == 2, let above = parts[0], let below = parts[1], (1..<1000).contains(above),
      [2, 4, 5, 8, 10].contains(below)
    else { return nil }
    return ExactDecimal(mantissa: above * (1000 / below), scale: 3)?.trimmed.plainDescription
  }

  /// The numbers and signs that a piece is; nil where it is something else.
  private func numbers(in piece: String, isFollowed: Bool) -> [Token]? {
    let plain = String(NameKey.plain(of: piece).map { "×✕✖⨯*".contains($0) ? "x" : $0 })
    if plain == "x" { return [.times] }
    if let fraction = Self.fraction(plain) { return [.number(Number(text: fraction))] }
    if Self.isNumber(plain) { return [.number(Number(text: plain))] }
    if plain.hasPrefix("x"), Self.isNumber(String(plain.dropFirst())) {
      return [.number(Number(text: String(plain.dropFirst()), isBefore: false))]
    }
    let digits = plain.prefix { $0.isNumber || ".,".contains($0) }
    let rest = plain.dropFirst(digits.count)
    guard let first = digits.first, first.isNumber, digits.last?.isNumber == true else { return nil }
    if rest == "x" { return [.number(Number(text: String(digits), isBefore: true))] }
    if units.isUnit(String(rest)) { return [.number(Number(text: String(digits), unit: String(rest)))] }
    // An hour and its minutes are one of a unit of its own: 1h30.
    return isTime(plain) ? [.number(Number(text: "1", unit: plain))] : nil
  }

  /// Takes the signs away: a number before one stands before its item, one behind it behind.
  func bound(_ tokens: [Token]) -> [Token] {
    var (bound, rest): ([Token], ArraySlice<Token>) = ([], tokens[...])
    while let token = rest.popFirst() {
      guard case .times = token else {
        bound.append(token)
        continue
      }
      if case .number(var number)? = bound.last, number.isBefore == nil {
        number.isBefore = true
        bound[bound.count - 1] = .number(number)
      } else if case .number(var number)? = rest.first, number.isBefore == nil {
        number.isBefore = false
        rest[rest.startIndex] = .number(number)
      } else {
        bound.append(.name("x"))
      }
    }
    return bound
  }
}
