/// What the plain numbers of a column tell about how the ambiguous ones are meant.
struct NumberEvidence: Sendable {
  /// The first number that shows its decimal sign.
  private(set) var first: (sign: DecimalSign, line: Int)?
  /// Whether another one shows another sign.
  private(set) var isMixed = false

  /// Takes the next cell.
  mutating func append(_ text: String, line: Int) { append(WrittenNumber(text), line: line) }

  /// Takes the next number.
  mutating func append(_ number: WrittenNumber, line: Int) {
    guard case .exact(_, shows: let shown?) = number else { return }
    if let first {
      if first.sign != shown { isMixed = true }
    } else {
      first = (shown, line)
    }
  }

  /// The value of a cell.
  func value(of number: WrittenNumber) -> Result<ExactDecimal, NumberFault> {
    switch number {
    case .fault(let fault):
      return .failure(fault)
    case .exact(let value, let shown):
      if isMixed, let first, let shown, shown != first.sign {
        return .failure(.otherDecimalSign(first: first.sign, firstLine: first.line))
      }
      return .success(value)
    case .either(let decimal, let grouped, let sign):
      guard let first, !isMixed else { return .failure(.ambiguous(decimal: decimal, grouped: grouped)) }
      return .success(sign == first.sign ? decimal : grouped)
    }
  }
}

/// The numbers of one column of a file, each read in the light of all.
struct NumberColumn {
  private var numbers: [WrittenNumber] = []
  private var evidence = NumberEvidence()

  /// Takes the next cell.
  mutating func append(_ text: String, line: Int) {
    let number = WrittenNumber(text)
    numbers.append(number)
    evidence.append(number, line: line)
  }

  /// The value of a cell, in the light of all cells.
  func value(at index: Int) -> Result<ExactDecimal, NumberFault> { evidence.value(of: numbers[index]) }
}
