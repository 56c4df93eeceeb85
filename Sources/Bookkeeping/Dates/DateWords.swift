import Characters

/// The figures and words of a text, between which signs and spaces stand, as dates are made of them.
struct DateWords {
  /// What they are, a letter each: `y` a year of four figures, `n` a number of one or two, `m` a month's name, `o` anything else.
  private(set) var shape = ""
  /// The number of each; that of a month's name is the month.
  private(set) var values: [Int] = []
  private var unknown = ""
  /// What stands between the first two.
  private(set) var sign: Character = " "

  /// Words that only lead from one part of a date to the next.
  private static let fillers: Set<String> = [
    "de", "del", "le", "er", "st", "nd", "rd", "th", "of", "the", "den", "am", "vom", "في", "年", "月", "日",
  ]

  /// Parts a text.
  init(_ text: String) {
    var run = ""
    var isNumber = false
    var signs: [Character] = []
    for character in NameKey.plain(of: text.withoutUnseen) + " " {
      let figure = character.wholeNumberValue.flatMap { (0...9).contains($0) ? $0 : nil }
      let isPart = figure != nil || character.isLetter
      if !run.isEmpty, !isPart || (figure != nil) != isNumber {
        append(run, isNumber)
        run = ""
      }
      if isPart {
        run += figure.map(String.init) ?? String(character)
        isNumber = figure != nil
      } else if values.count == 1 {
        signs.append(character)
      }
    }
    sign = signs.first { !$0.isWhitespace } ?? signs.first ?? "-"
  }

  private mutating func append(_ run: String, _ isNumber: Bool) {
    if isNumber {
      take(run.count == 4 ? "y" : run.count <= 2 ? "n" : "o", Int(run) ?? 0)
    } else if let month = MonthNames.month(run) {
      take("m", month)
    } else if shape.last == "o", let month = MonthNames.month("\(unknown) \(run)") {
      shape.removeLast()
      values.removeLast()
      take("m", month)
    } else if !Self.fillers.contains(run) {
      take("o", 0)
      unknown = run
    }
  }

  private mutating func take(_ kind: Character, _ value: Int) {
    shape.append(kind)
    values.append(value)
  }
}
