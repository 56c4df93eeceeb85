/// What the plain numbers of a column tell about how the ambiguous ones are meant.
struct NumberEvidence: Sendable {
  /// How willingly a number is read as thousands: of a quantity, a point in 1.250 parts the whole from the rest at least as often.
  enum Care: Hashable, Sendable {
    /// As many numbers tell as are told.
    case amounts
    /// A number shows how thousands are written.
    case quantities
  }

  /// The first number that shows its decimal sign.
  private(set) var first: (sign: DecimalSign, line: Int)?
  /// Whether another one shows another sign.
  private(set) var isMixed = false

  private let care: Care
  private let asked: DecimalSign?
  /// How many numbers show their decimal sign, and whether one of them shows how thousands are parted.
  private var shown = 0
  private var showsThousands = false
  /// Those that can be read in two ways, by the sign in them.
  private var doubtful: [DecimalSign: (count: Int, first: WrittenNumber, text: String, line: Int)] = [:]

  /// Begins a column.
  ///
  /// - Parameters:
  ///   - care: how willingly a number is read as thousands.
  ///   - asked: the decimal sign that somebody named.
  init(_ care: Care = .amounts, asked: DecimalSign? = nil) { (self.care, self.asked) = (care, asked) }

  /// Takes the next cell.
  @discardableResult mutating func append(_ text: String, line: Int) -> WrittenNumber {
    let number = WrittenNumber(text)
    if case .exact(_, shows: nil) = number { return number }
    // What is refused for its minus shows its decimal sign all the same.
    let isSigned = number == .fault(.signed)
    let bare = isSigned ? text.filter { !"+-−–()".contains($0) }.trimmed : text
    let told = isSigned ? WrittenNumber(bare) : number
    if case .either(_, _, let sign) = told {
      doubtful[sign, default: (0, told, text, line)].count += 1
    }
    guard case .exact(_, shows: let sign?) = told else { return number }
    shown += 1
    if bare.utf8.count(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) > 1 { showsThousands = true }
    if let first {
      if first.sign != sign { isMixed = true }
    } else {
      first = (sign, line)
    }
    return number
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
      guard let known = decided, sign == known || mayGroup(sign) else {
        return .failure(.ambiguous(decimal: decimal, grouped: grouped))
      }
      return .success(sign == known ? decimal : grouped)
    }
  }

  /// The decimal sign of the column; nil where nothing tells it, or not all that tells says the same.
  private var decided: DecimalSign? {
    guard !isMixed else { return nil }
    guard let asked, let first, asked != first.sign else { return asked ?? first?.sign }
    // It was said of all tables, and this one shows plainly that it was not meant: one cell alone does not.
    return shown > (doubtful.values.map(\.count).max() ?? 0) ? first.sign : nil
  }

  private func mayGroup(_ sign: DecimalSign) -> Bool {
    if asked != nil || showsThousands { return true }
    return care == .amounts && shown >= (doubtful[sign]?.count ?? 0)
  }

  /// That numbers were read as thousands, if that was not said by anybody.
  func note(of column: InputColumn) -> InputNote? {
    guard asked == nil, let decided, let other = doubtful[decided == .comma ? .point : .comma],
      case .success(let value) = self.value(of: other.first)
    else { return nil }
    return InputNote(line: other.line, .decimalSign(column, decided, text: other.text, value: value))
  }
}
