/// The numbers of one column of a file, of which the plain ones tell how the ambiguous ones are meant.
struct NumberColumn {
  private var numbers: [WrittenNumber] = []
  private var first: (sign: DecimalSign, line: Int)?
  private var isMixed = false

  /// Takes the next cell.
  mutating func append(_ text: String, line: Int) {
    let number = WrittenNumber(text)
    numbers.append(number)
    guard case .exact(_, shows: let shown?) = number else { return }
    if let first {
      if first.sign != shown { isMixed = true }
    } else {
      first = (shown, line)
    }
  }

  /// The value of a cell, in the light of all cells.
  func value(at index: Int) -> Result<ExactDecimal, NumberFault> {
    switch numbers[index] {
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
