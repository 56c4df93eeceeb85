extension NumberLook {
  /// What a format that every program knows by its number makes of a number (ECMA-376-1, 18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 17, 74: self = .date(.month)
    case 14...16, 22, 27...31, 34...36, 50...58, 71...73, 78, 81: self = .date(.day)
    case 18...21, 32, 33, 45, 47, 75...77, 79: self = .time
    case 46, 80: self = .elapsed
    default: self = .number
    }
  }

  /// What a format makes of a number, by its code, such as `d\-mmm\-yy` or `#,##0.00`.
  init(code: String) {
    let letters = Self.letters(of: code)
    func has(_ wanted: Character) -> Bool { letters.text.contains(wanted) }
    let hasClock = has("h") || has("s") || letters.isElapsed
    let (hasYear, hasDay) = (has("y"), has("d"))
    if hasYear && !hasDay && !hasClock {
      self = .date(has("m") ? .month : .year)
    } else if hasYear || hasDay {
      self = .date(.day)
    } else if letters.isElapsed {
      self = .elapsed
    } else if hasClock {
      self = .time
    } else if has("m") {
      self = .date(.day)
    } else {
      self = has("%") ? .percent : letters.money.map { .money($0) } ?? .number
    }
  }

  /// The letters of a code's first section that stand for something: without what is quoted, escaped or in brackets; and the
  /// currency among what does not.
  private static func letters(of code: String) -> (text: String, isElapsed: Bool, money: String?) {
    var (text, isElapsed, money, words) = ("", false, String?.none, "")
    var rest = Substring(code)
    section: while let first = rest.first.map({ Character($0.lowercased()) }) {
      let written = rest.removeFirst()
      switch first {
      case "\"":
        let inside = rest.prefix { $0 != "\"" }
        words += inside
        rest = rest.dropFirst(inside.count + 1)
      case "\\":
        words += rest.prefix(1)
        rest = rest.dropFirst()
      case "_", "*": rest = rest.dropFirst()
      case ";": break section
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        money = money ?? SheetMoney.mark(inBrackets: inside)
        let small = inside.lowercased()
        if let letter = small.first, "hms".contains(letter), small.allSatisfy({ $0 == letter }) { isElapsed = true }
      case "a" where rest.lowercased().hasPrefix("m/pm"): rest = rest.dropFirst(4)
      case "a" where rest.lowercased().hasPrefix("/p"): rest = rest.dropFirst(2)
      case "g" where rest.lowercased().hasPrefix("eneral"): rest = rest.dropFirst(6)
      case "e":
        // A power of ten, or the year of a Japanese era.
        if let sign = rest.first, "+-".contains(sign) { rest = rest.dropFirst() } else { text.append("y") }
      case "b" where rest.lowercased().hasPrefix("b"): text.append("y")
      case "0", "#", "?":
        text.append("0")
        words += " "
      default:
        text.append(first)
        if written.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) {
          words.append(written)
        }
      }
    }
    return (text, isElapsed, money ?? SheetMoney.mark(in: words))
  }
}
